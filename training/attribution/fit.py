"""Fits the network: tags by cross-entropy; links by a content word's cue, and by the words of a cue's source."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.attribution.labels import LINK_WIDTH
from onrecord.reading.attribution.pieces import WINDOW, Window, windows
from training.attribution.corpus import IGNORED, Row
from training.attribution.network import HEADS, Network, Output


@dataclass(frozen=True)
class Plan:
    """How to train. `rate` is the encoder's peak learning rate, `head_rate` that of the new layers."""

    epochs: float = 5.0
    batch: int = 8
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    names_weight: float = 0.3
    link_weight: float = 0.3
    lesson_weight: float = 1.0
    averaging: float = 0.998
    seed: int = 1


Example = tuple[Row, Window]


def batches(rows: list[Row], size: int, rnd: random.Random) -> list[list[Example]]:
    """Windows that begin elsewhere each time, in batches of like length, shuffled."""
    examples = [(row, w) for row in rows for w in windows(row.words, rnd.randint(WINDOW // 4, WINDOW))]
    rnd.shuffle(examples)
    out = []
    for i in range(0, len(examples), size * 16):
        chunk = sorted(examples[i : i + size * 16], key=lambda e: len(e[1].ids))
        out += [chunk[j : j + size] for j in range(0, len(chunk), size)]
    rnd.shuffle(out)
    return out


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    length = max(len(w.ids) for _, w in batch)
    ids, shapes, mask = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(3))
    for i, (_, w) in enumerate(batch):
        ids[i, : len(w.ids)] = torch.from_numpy(w.ids)
        shapes[i, : len(w.ids)] = torch.from_numpy(w.shapes)
        mask[i, : len(w.ids)] = 1
    return ids, shapes, mask


def tag_loss(output: Output, batch: list[Example], names_weight: float) -> Tensor:
    roles, inner, names = output.tags.float().split(HEADS, dim=-1)
    loss = torch.zeros(())
    for scores, labels_of, weight in (
        (roles, lambda r: r.roles, 1.0),
        (inner, lambda r: r.inner, 0.5),
        (names, lambda r: r.names, names_weight),
    ):
        target = torch.full(scores.shape[:2], IGNORED)
        for i, (row, w) in enumerate(batch):
            target[i, torch.from_numpy(w.position)] = torch.from_numpy(labels_of(row)[w.start : w.end])
        if bool((target != IGNORED).any()):
            loss = loss + weight * functional.cross_entropy(
                scores.flatten(0, 1), target.flatten(), ignore_index=IGNORED
            )
    return loss


def lesson_loss(output: Output, batch: list[Example]) -> Tensor:
    """How far the roles are from a teacher's opinion: the Kullback-Leibler divergence, a word's mean (Hinton 2015)."""
    mine, theirs = [], []
    roles = output.tags.float().split(HEADS, dim=-1)[0]
    for i, (row, w) in enumerate(batch):
        if row.soft is not None:
            mine.append(roles[i, torch.from_numpy(w.position)])
            theirs.append(torch.from_numpy(row.soft[w.start : w.end]).float())
    if not mine:
        return torch.zeros(())
    opinion = functional.log_softmax(torch.cat(mine), -1)
    return functional.kl_div(opinion, torch.cat(theirs), reduction="batchmean", log_target=True)


def link_loss(output: Output, batch: list[Example]) -> Tensor:
    """A content word points to the first word of its cue; a cue to its source's words, or to the window's mark."""
    losses: list[Tensor] = []
    link = output.link.float() / math.sqrt(math.sqrt(LINK_WIDTH))
    for i, (row, w) in enumerate(batch):
        losses += _window_losses(link[i], row, w)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def _window_losses(link: Tensor, row: Row, w: Window) -> Iterator[Tensor]:
    inside = [r for r in row.links if len(r["cue"]) and w.start <= r["cue"][0] < w.end]
    if not inside:
        return
    words = link[torch.from_numpy(w.position)]
    from_content, to_cue, from_cue, to_source = words.split(LINK_WIDTH, dim=-1)
    cues = torch.tensor([int(r["cue"][0]) - w.start for r in inside])
    content_words, which = [], []
    for number, relation in enumerate(inside):
        here = [int(x) - w.start for x in relation["content"] if w.start <= x < w.end]
        content_words += here
        which += [number] * len(here)
    if content_words and len(inside) > 1:
        scores = from_content[content_words] @ to_cue[cues].T
        yield functional.cross_entropy(scores, torch.tensor(which))
    mark = link[0, 3 * LINK_WIDTH :]
    scores = from_cue[cues] @ torch.cat([mark[None], to_source]).T
    target = torch.zeros_like(scores)
    for number, relation in enumerate(inside):
        here = [int(x) - w.start + 1 for x in relation["source"] if w.start <= x < w.end]
        target[number, here or [0]] = 1
    yield -(functional.log_softmax(scores, -1) * target / target.sum(-1, keepdim=True)).sum(-1).mean()


def fit(network: Network, rows: list[Row], plan: Plan, report: object = print) -> Iterator[tuple[int, Network]]:
    """Trains, and after each epoch yields its number and a copy with averaged weights."""
    torch.manual_seed(plan.seed)
    rnd = random.Random(plan.seed)  # noqa: S311 - shuffling, no secret
    encoder = list(network.encoder.parameters())
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    averaged = copy.deepcopy(network).eval()
    total = int(len(batches(rows, plan.batch, random.Random(0))) * plan.epochs)  # noqa: S311
    step, begun, epoch = 0, time.time(), 0
    while step < total:
        for batch in batches(rows, plan.batch, rnd):
            if step >= total:
                break
            pace = min(1.0, (step + 1) / 100) * max(0.02, 1 - step / total)
            for group, rate in zip(optimiser.param_groups, (plan.rate, plan.head_rate), strict=True):
                group["lr"] = rate * pace
            network.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                output = network(*collate(batch))
            loss = tag_loss(output, batch, plan.names_weight) + plan.link_weight * link_loss(output, batch)
            loss = loss + plan.lesson_weight * lesson_loss(output, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            _average(averaged, network, min(plan.averaging, 1 - 1 / (step + 1)))
            if step % 50 == 0:
                print(f"{step}/{total} loss {loss.item():.3f} seconds {time.time() - begun:.0f}", flush=True)
        epoch += 1
        yield epoch, averaged


@torch.no_grad()
def _average(into: Network, new: Network, keep: float) -> None:
    for old, fresh in zip(into.parameters(), new.parameters(), strict=True):
        old.lerp_(fresh, 1 - keep)
