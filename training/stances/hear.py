"""`python -m training.stances.hear DATA --start final.pt`: the network that hears what a statement does.

It fits one network for each fold of whole negotiations, and keeps what each says of those that it has not seen
(`onrecord evaluate positions` prints how good that is); then one on all, which ships. About a quarter of an hour on
one core. `--start` holds the tagger's weights. The same data, seed and versions give the same network.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord import evaluation
from onrecord.evaluation.labelled import read_annotations
from onrecord.evaluation.opinions import folds, labels_key
from onrecord.evaluation.positions import Seen, see
from onrecord.reading.attribution.tagger import FOLDER, Floats, Tagger
from onrecord.reading.stances import network as room
from onrecord.reading.stances import views
from onrecord.reading.stances.views import View, Viewer
from onrecord.reading.stances.weights import CHOICES
from training.stances import fit as fitting
from training.stances.fit import Example, Plan, fit, opinions
from training.stances.network import SIZE, Network

Place = tuple[str, tuple[object, ...], tuple[object, ...]]


def setup() -> str:
    """The hash of what makes a network, but for the labels: its code with the plan in it, and the tagger."""
    here = Path(fitting.__file__).parent
    files = (here / "network.py", here / "fit.py", Path(views.__file__), FOLDER / "attribution.onnx")
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def labelled_views(seen: Sequence[Seen]) -> dict[Place, tuple[View, int, str]]:
    """The view of each labelled statement that reading found, its label, and its negotiation."""
    tagger = Tagger()
    found: dict[Place, tuple[View, int, str]] = {}
    for one in seen:
        cut = Viewer(tagger(one.page))
        for label, place in one.labels:
            view = None if place is None else cut(one.statements[place])
            if view is not None:
                key = (label.sha256, label.cue, label.content)
                found[key] = (view, CHOICES.index(label.stance), one.negotiation)
    return found


def held_out(found: dict[Place, tuple[View, int, str]], start: dict[str, Tensor], plan: Plan) -> dict[Place, Floats]:
    """What networks say of statements of negotiations that they have not seen."""
    fold = folds([label.negotiation for label in read_annotations()])
    told: dict[Place, Floats] = {}
    for number in sorted({fold[negotiation] for _, _, negotiation in found.values()}):
        rest: list[Example] = [(view, label) for view, label, name in found.values() if fold[name] != number]
        asked = [key for key, (_, _, name) in found.items() if fold[name] == number]
        if rest:
            print(f"fold {number}: {len(rest)} statements to learn from, {len(asked)} to judge", flush=True)
            rows = opinions(fit(rest, start, plan), [found[key][0] for key in asked])
            told.update(zip(asked, rows, strict=True))
    return told


def keep(told: dict[Place, Floats], file: Path) -> None:
    nothing = np.full(len(CHOICES), np.nan, np.float32)
    rows = [told.get((label.sha256, label.cue, label.content), nothing) for label in read_annotations()]
    np.savez_compressed(file, opinions=np.stack(rows).astype(np.float16), labels=labels_key(), made_by=setup())


class OneView(nn.Module):
    """One statement at a time, unpadded."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, lower: Tensor, parts: Tensor, names: Tensor) -> Tensor:
        scores: Tensor = self.network(lower, parts, names, torch.ones_like(parts))
        return scores


def export(network: Network, file: Path) -> None:
    """As int8 ONNX."""
    file.parent.mkdir(parents=True, exist_ok=True)
    example = (torch.randn(1, 20, SIZE), torch.full((1, 20), 3), torch.zeros(1, 20, dtype=torch.long))
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            OneView(network).eval(),
            example,
            str(plain),
            input_names=["lower", "parts", "names"],
            output_names=["scores"],
            dynamic_axes={name: {1: "words"} for name in ("lower", "parts", "names")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(file), weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--start", type=Path, required=True, help="the tagger's weights, final.pt of `make train`")
    parser.add_argument("--to", type=Path, default=room.FILE)
    parser.add_argument("--kept", type=Path, default=Path(evaluation.__file__).parent / "opinions.npz")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    plan, start = Plan(), torch.load(args.start, weights_only=True)
    found = labelled_views(see(args.data, read_annotations()))
    keep(held_out(found, start, plan), args.kept)
    export(fit([(view, label) for view, label, _ in found.values()], start, plan), args.to)
    print(f"{len(found)} statements -> {args.to}, {args.kept}")


if __name__ == "__main__":
    main()
