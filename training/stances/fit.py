"""Fits the network to labelled statements: cross-entropy, in which rare stances weigh more."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from onrecord.reading.attribution.tagger import Floats
from onrecord.reading.stances.views import View
from onrecord.reading.stances.weights import CHOICES
from training.stances.network import Network


@dataclass(frozen=True)
class Plan:
    """How to train. `rate` is the peak learning rate of the tagger's layers, `head_rate` of the new ones; each epoch
    sees `idle` of the statements that have no stance; `rarity` is the power by which rare stances weigh more."""

    epochs: int = 3
    batch: int = 16
    rate: float = 2e-4
    head_rate: float = 1e-3
    idle: float = 0.5
    rarity: float = 0.4
    smoothing: float = 0.1
    averaging: float = 0.99
    seed: int = 1


Example = tuple[View, int]


def fit(examples: Sequence[Example], tagger: Mapping[str, Tensor], plan: Plan) -> Network:
    """The network with its weights averaged over the last steps. The same examples in the same order give the same."""
    torch.manual_seed(plan.seed)
    rnd = random.Random(plan.seed)  # noqa: S311 - shuffling, no secret
    network = Network()
    network.begin(tagger)
    averaged = copy.deepcopy(network).eval()
    optimiser, rates = _optimiser(network, plan)
    epochs = [batch for _ in range(plan.epochs) for batch in _batches(_drawn(examples, plan, rnd), plan.batch, rnd)]
    weights, begun = _weights(examples, plan), time.process_time()
    for step, batch in enumerate(epochs):
        pace = min(1.0, (step + 1) / (0.1 * len(epochs))) * max(0.02, 1 - step / len(epochs))
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * pace
        network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(*collate([view for view, _ in batch]))
        labels = torch.tensor([label for _, label in batch])
        loss = functional.cross_entropy(scores.float(), labels, weight=weights, label_smoothing=plan.smoothing)
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        _average(averaged, network, min(plan.averaging, 1 - 1 / (step + 1)))
        if (step + 1) % 100 == 0:
            print(f"{step + 1}/{len(epochs)} loss {loss.item():.3f} {time.process_time() - begun:.0f} s", flush=True)
    return averaged


def opinions(network: Network, views: Sequence[View]) -> Floats:
    """The log-chance of each choice: [views, 9]."""
    network.eval()
    rows = np.zeros((len(views), len(CHOICES)), np.float32)
    order = sorted(range(len(views)), key=lambda at: len(views[at].parts))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            some = order[start : start + 64]
            rows[some] = functional.log_softmax(network(*collate([views[at] for at in some])), -1).numpy()
    return rows


def collate(views: Sequence[View]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    size = max(len(view.parts) for view in views)
    lower = torch.zeros(len(views), size, views[0].lower.shape[1])
    parts, names, mask = (torch.zeros(len(views), size, dtype=torch.long) for _ in range(3))
    for row, view in enumerate(views):
        end = len(view.parts)
        lower[row, :end] = torch.from_numpy(view.lower.astype(np.float32))
        parts[row, :end], names[row, :end] = torch.from_numpy(view.parts), torch.from_numpy(view.names)
        mask[row, :end] = 1
    return lower, parts, names, mask


def _drawn(examples: Sequence[Example], plan: Plan, rnd: random.Random) -> list[Example]:
    return [one for one in examples if one[1] or rnd.random() < plan.idle]


def _batches(examples: list[Example], size: int, rnd: random.Random) -> Iterator[list[Example]]:
    """Of like length, shuffled."""
    rnd.shuffle(examples)
    out = []
    for start in range(0, len(examples), size * 16):
        chunk = sorted(examples[start : start + size * 16], key=lambda one: len(one[0].parts))
        out += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    rnd.shuffle(out)
    yield from out


def _weights(examples: Sequence[Example], plan: Plan) -> Tensor:
    counts = np.bincount([label for _, label in examples], minlength=len(CHOICES)).astype(float)
    counts[0] *= plan.idle
    return torch.tensor((counts.max() / np.maximum(counts, 1)) ** plan.rarity, dtype=torch.float32)


def _optimiser(network: Network, plan: Plan) -> tuple[torch.optim.Optimizer, tuple[float, float]]:
    taken = list(network.layers.parameters())
    known = {id(one) for one in taken}
    fresh = [one for one in network.parameters() if id(one) not in known]
    rates = (plan.rate, plan.head_rate)
    groups = [{"params": some, "lr": rate} for some, rate in zip((taken, fresh), rates, strict=True)]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True), rates


@torch.no_grad()
def _average(into: Network, new: Network, keep: float) -> None:
    torch._foreach_lerp_(list(into.parameters()), list(new.parameters()), 1 - keep)
