"""The network that judges what a statement does: the tagger's upper layers, fine-tuned on labelled statements."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.attribution.labels import NAME_TAGS
from onrecord.reading.stances.views import CONTENT, CUE
from onrecord.reading.stances.weights import CHOICES

SIZE, HEADS, WIDTH = 384, 12, 256
FROM, UPTO = 3, 6  # layers of the tagger's encoder that it begins with
GLANCES = 2  # ways of looking at cue and content, beside their means


class Layer(nn.Module):
    """A layer as BERT has it (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.asks, self.out = nn.Linear(SIZE, 3 * SIZE), nn.Linear(SIZE, SIZE)
        self.wide, self.back = nn.Linear(SIZE, 4 * SIZE), nn.Linear(4 * SIZE, SIZE)
        self.first, self.second = nn.LayerNorm(SIZE, 1e-12), nn.LayerNorm(SIZE, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, barred: Tensor) -> Tensor:
        """`x` [batch, words, size]; `barred` [batch, 1, 1, words] is very low where there is no word."""
        parts = self.asks(x).unflatten(-1, (3, HEADS, SIZE // HEADS)).permute(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].transpose(-1, -2) / math.sqrt(SIZE // HEADS) + barred
        seen = (scores.softmax(-1) @ parts[2]).transpose(1, 2).flatten(2)
        x = self.first(x + self.drop(self.out(seen)))
        return self.second(x + self.drop(self.back(functional.gelu(self.wide(x)))))


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList([Layer() for _ in range(FROM, UPTO)])
        self.part, self.name = nn.Embedding(CONTENT + 1, SIZE), nn.Embedding(len(NAME_TAGS), SIZE)
        self.glance, self.drop = nn.Linear(SIZE, GLANCES), nn.Dropout(0.2)
        self.middle, self.end = nn.Linear((2 + GLANCES) * SIZE, WIDTH), nn.Linear(WIDTH, len(CHOICES))
        for table in (self.part, self.name):
            nn.init.normal_(table.weight, std=0.05)

    def forward(self, lower: Tensor, parts: Tensor, names: Tensor, mask: Tensor) -> Tensor:
        """The log-odds of each choice: [batch, 9]. A name is seen as its kind alone."""
        x = torch.where((names > 0).unsqueeze(-1), self.name(names), lower) + self.part(parts)
        barred = (1 - mask.to(x.dtype))[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, barred)
        told = (mask * (parts >= CUE)).unsqueeze(-1)
        looks = (self.glance(x).float() + (1 - told.float()) * -1e4).softmax(1).to(x.dtype)
        means = [_mean(x, (mask * (parts == part)).unsqueeze(-1)) for part in (CUE, CONTENT)]
        glances = (looks.transpose(1, 2) @ x).flatten(1)
        hidden = functional.gelu(self.middle(self.drop(torch.cat([*means, glances], 1))))
        return self.end(self.drop(hidden))

    def begin(self, tagger: Mapping[str, Tensor]) -> None:
        """Takes over the tagger's upper layers."""
        with torch.no_grad():
            for number, layer in enumerate(self.layers, FROM):
                of = {name: tagger[f"encoder.encoder.layer.{number}.{name}"] for name in _names()}
                for kind in ("weight", "bias"):
                    asks = [of[f"attention.self.{one}.{kind}"] for one in ("query", "key", "value")]
                    getattr(layer.asks, kind).copy_(torch.cat(asks))
                    for mine, theirs in TAKEN.items():
                        getattr(getattr(layer, mine), kind).copy_(of[f"{theirs}.{kind}"])


TAKEN = {
    "out": "attention.output.dense",
    "first": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "back": "output.dense",
    "second": "output.LayerNorm",
}


def _names() -> list[str]:
    modules = [*(f"attention.self.{one}" for one in ("query", "key", "value")), *TAKEN.values()]
    return [f"{module}.{kind}" for module in modules for kind in ("weight", "bias")]


def _mean(x: Tensor, inside: Tensor) -> Tensor:
    weight = inside.to(x.dtype)
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)
