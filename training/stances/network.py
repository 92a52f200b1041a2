"""`python -m training.stances.network VIEWS`: fits the network that hears what a statement does; writes stances.onnx.

VIEWS is what `python -m training.stances DATA --views VIEWS` wrote. Needs training/requirements.txt. What is held out
is only looked at to tell how well it goes. About half an hour on one core.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.__main__ import encoder_folder
from training.networks import LAYERS, Course, Encoded, Shown, chances, export, fit, mean

PARTS, LOOKS, WIDTH, CHOICES = 4, 2, 256, 9
CUE, CONTENT = 2, 3
COURSE = Course(epochs=5, batch=16, pace=2e-4)
TO = Path("src/onrecord/reading/stances/model/stances.onnx")


class Network(Encoded):
    """Looks at cue and content as they come out of the encoder."""

    def __init__(self, encoder: Path, layers: Sequence[int] = LAYERS) -> None:
        super().__init__(encoder, layers)
        self.part = self.table(PARTS)
        self.look, self.drop = nn.Linear(self.size, LOOKS), nn.Dropout(0.1)
        self.middle, self.end = nn.Linear((3 + LOOKS) * self.size, WIDTH), nn.Linear(WIDTH, CHOICES)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """The log-odds of each choice: [batch, 9]."""
        seen = self.seen(self.words(ids) + self.part(parts), mask)
        means = [mean(seen, (parts == part) & (mask > 0)) for part in (CUE, CONTENT)]
        both = ((parts >= CUE) & (mask > 0)).unsqueeze(-1)
        looks = (self.look(seen) + (~both) * -1e4).softmax(1)
        glances = (looks.transpose(1, 2) @ seen).flatten(1)
        hidden = functional.gelu(self.middle(self.drop(torch.cat([*means, seen[:, 0], glances], 1))))
        out: Tensor = self.end(self.drop(hidden))
        return out


def read_views(file: Path) -> tuple[list[Shown], list[Shown]]:
    """The views to learn from, and those that are held out."""
    with np.load(file, allow_pickle=False) as kept:
        first, ids, parts = kept["first"], kept["ids"], kept["parts"]
        stances, held = kept["stance"], kept["held_out"]
    cut = [slice(start, end) for start, end in pairwise(first)]
    shown = [Shown((ids[one], parts[one]), int(stance)) for one, stance in zip(cut, stances, strict=True)]
    learned, kept_out = ([one for one, out in zip(shown, held, strict=True) if out == half] for half in (False, True))
    return learned, kept_out


def score(network: Network, held: Sequence[Shown]) -> tuple[float, float]:
    """Macro and micro F1 of the eight stances, alone."""
    told = chances(network, held).argmax(-1)
    wanted = np.array([one.right for one in held])
    each = [
        2 * ((wanted == one) & (told == one)).sum() / max(1, (wanted == one).sum() + (told == one).sum())
        for one in range(1, CHOICES)
    ]
    both = 2 * ((wanted == told) & (wanted > 0)).sum() / max(1, (wanted > 0).sum() + (told > 0).sum())
    return float(np.mean(each)), float(both)


def example() -> dict[str, Tensor]:
    return {"ids": torch.randint(1000, 2000, (1, 40)), "parts": torch.full((1, 40), CONTENT)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("views", type=Path)
    parser.add_argument("--to", type=Path, default=TO)
    parser.add_argument("--epochs", type=int, default=COURSE.epochs)
    parser.add_argument("--layers", default=",".join(map(str, LAYERS)))
    parser.add_argument("--weights", type=Path, help="where to keep what was fitted, before it is made int8")
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    learned, held = read_views(args.views)
    print(f"{len(learned)} to learn from, {len(held)} held out", flush=True)
    network = Network(encoder_folder(), [int(one) for one in args.layers.split(",")])

    def tell() -> str:
        macro, micro = score(network, held)
        return f"macro {macro:.3f}, micro {micro:.3f}"

    fit(network, learned, Course(args.epochs, COURSE.batch, COURSE.pace), tell)
    if args.weights:
        torch.save(network.state_dict(), args.weights)
    export(network, example(), args.to)
    print(f"-> {args.to}")


if __name__ == "__main__":
    main()
