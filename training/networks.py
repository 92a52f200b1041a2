"""What the small networks that hear a statement share: the encoder's layers, the fitting, the way out as ONNX."""

from __future__ import annotations

import math
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

LAYERS = (0, 2, 5)  # of the encoder's six, those that are kept: it must be quick
SMOOTH, DECAY, CLIP, WARM = 0.05, 0.01, 1.0, 0.06
FASTER = 5  # times the encoder's pace, what is new learns
TOGETHER, CHUNK = 64, 20  # views that are judged at once, and batches that are put in order of length together


@dataclass(frozen=True)
class Shown:
    """One view: rows of as many numbers as it has pieces, and which choice is right."""

    rows: tuple[np.ndarray, ...]
    right: int

    def __len__(self) -> int:
        return len(self.rows[0])


class Encoded(nn.Module):
    """Some layers of the sentence encoder; the tables of words stay as they are."""

    def __init__(self, encoder: Path, layers: Sequence[int] = LAYERS) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = nn.ModuleList([self.encoder.encoder.layer[at] for at in layers])
        self.words = self.encoder.embeddings.word_embeddings
        self.words.weight.requires_grad_(False)
        self.size = int(self.encoder.config.hidden_size)

    def table(self, kinds: int) -> nn.Embedding:
        """What is added to a word for being of a kind."""
        made = nn.Embedding(kinds, self.size)
        nn.init.normal_(made.weight, std=0.02)
        return made

    def seen(self, told: Tensor, mask: Tensor) -> Tensor:
        """[batch, pieces, size]"""
        out: Tensor = self.encoder(inputs_embeds=told, attention_mask=mask).last_hidden_state
        return out


def mean(seen: Tensor, inside: Tensor) -> Tensor:
    """Of the pieces that are inside: [batch, size], zero where none is."""
    weight = inside.unsqueeze(-1).to(seen.dtype)
    return (seen * weight).sum(1) / weight.sum(1).clamp(min=1)


def padded(some: Sequence[Shown]) -> list[Tensor]:
    """The rows of each, and last the mask: [batch, longest]"""
    longest = max(map(len, some))
    every = [torch.zeros(len(some), longest, dtype=torch.long) for _ in range(len(some[0].rows) + 1)]
    for at, one in enumerate(some):
        for tensor, row in zip(every, (*one.rows, np.ones(len(one), np.int64)), strict=True):
            tensor[at, : len(one)] = torch.from_numpy(row.astype(np.int64))
    return every


def batches(learned: Sequence[Shown], size: int, order: random.Random) -> list[list[Shown]]:
    """All of them, mixed, those of much the same length together."""
    mixed = list(learned)
    order.shuffle(mixed)
    chunks = [sorted(mixed[at : at + size * CHUNK], key=len) for at in range(0, len(mixed), size * CHUNK)]
    cut = [chunk[at : at + size] for chunk in chunks for at in range(0, len(chunk), size)]
    order.shuffle(cut)
    return cut


@dataclass(frozen=True)
class Course:
    """How a network is fitted: how often it sees all, how many at once, and how fast the encoder learns."""

    epochs: int
    batch: int
    pace: float


def fit(network: nn.Module, learned: Sequence[Shown], course: Course, tell: Callable[[], str]) -> None:
    """AdamW (Loshchilov and Hutter 2019), warmed up and then slowing down; prints what `tell` says of each epoch."""
    total = course.epochs * math.ceil(len(learned) / course.batch)
    inner = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    outer = [p for name, p in network.named_parameters() if not name.startswith(("encoder.", "words."))]
    paces = [{"params": inner, "lr": course.pace}, {"params": outer, "lr": FASTER * course.pace}]
    steps = torch.optim.AdamW(paces, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.LambdaLR(
        steps, lambda step: min(1.0, step / (WARM * total)) * max(0.0, (total - step) / total)
    )
    order = random.Random(1)  # noqa: S311 - an order, no secret
    for epoch in range(course.epochs):
        network.train()
        lost = []
        for some in batches(learned, course.batch, order):
            wanted = torch.tensor([one.right for one in some])
            loss = functional.cross_entropy(network(*padded(some)), wanted, label_smoothing=SMOOTH)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            steps.step()
            pace.step()
            steps.zero_grad()
            lost.append(loss.item())
        print(f"epoch {epoch}: loss {np.mean(lost):.3f}, held out {tell()}", flush=True)


def chances(network: nn.Module, shown: Sequence[Shown]) -> np.ndarray:
    """Of each choice, as the network hears each view: [views, choices]"""
    network.eval()
    order = sorted(range(len(shown)), key=lambda at: len(shown[at]))
    told: dict[int, np.ndarray] = {}
    with torch.no_grad():
        for some in _cut(order):
            heard = network(*padded([shown[at] for at in some])).softmax(-1).numpy()
            told.update(zip(some, heard, strict=True))
    return np.array([told[at] for at in range(len(shown))])


def _cut(order: Sequence[int]) -> Iterator[Sequence[int]]:
    yield from (order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER))


class One(nn.Module):
    """One view at a time, unpadded; log-chances."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, *rows: Tensor) -> Tensor:
        out: Tensor = self.network(*rows, torch.ones_like(rows[0])).log_softmax(-1)
        return out


def export(network: nn.Module, example: dict[str, Tensor], to: Path) -> None:
    """As int8 ONNX; `example` has the names of the rows, and what they may hold [1, pieces]."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            One(network).eval(),
            tuple(example.values()),
            str(plain),
            input_names=list(example),
            output_names=["chances"],
            dynamic_axes={name: {1: "pieces"} for name in example},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(to), weight_type=QuantType.QInt8, per_channel=True)
