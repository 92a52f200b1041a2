"""`python -m training.attribution.mixing FIRST FINAL OUT`: one network of two that lie on one path of training.

Weights of networks fine-tuned from one another may be averaged (Wortsman et al. 2022, "model soups"). The share and the
cue's bias were chosen on PolNeAR's dev set. The inner head is the final network's alone: the first never learned one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from onrecord.reading.attribution.labels import ROLE_TAGS

SHARE = 0.6  # of the first network
CUE_BIAS = -0.3  # a cue too many costs more than one too few


def mixed(first: dict[str, Tensor], final: dict[str, Tensor]) -> dict[str, Tensor]:
    out = {name: SHARE * first[name].float() + (1 - SHARE) * final[name].float() for name in final}
    roles = len(ROLE_TAGS)
    for name in ("tags.weight", "tags.bias"):
        out[name][roles : 2 * roles] = final[name][roles : 2 * roles]
    for number, tag in enumerate(ROLE_TAGS):
        if tag.endswith("cue"):
            out["tags.bias"][number] += CUE_BIAS
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("final", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    networks = (torch.load(path, weights_only=True) for path in (args.first, args.final))
    torch.save(mixed(*networks), args.out)


if __name__ == "__main__":
    main()
