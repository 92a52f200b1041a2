"""`python -m training.attribution.export WEIGHTS FOLDER`: the trained network as int8 ONNX, with its tokenizer."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.attribution.network import Network


class OneWindow(nn.Module):
    """One window at a time, unpadded: then no mask is needed."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        output = self.network(ids, shapes, torch.ones_like(ids))
        return output.tags, output.link, output.hidden


def export(network: Network, folder: Path, *, quantized: bool = True) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    network.encoder.set_attn_implementation("eager")
    names = ["tags", "link", "hidden"]
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", *names)}
    example = (torch.randint(1000, 2000, (1, 64)), torch.ones(1, 64, dtype=torch.long))
    final = folder / "attribution.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            OneWindow(network).eval(),
            example,
            str(plain),
            input_names=["ids", "shapes"],
            output_names=names,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if not quantized:
            shutil.copy(plain, final)
            return
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(final), weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--plain", action="store_true", help="float32, not int8")
    args = parser.parse_args()
    network = Network(args.encoder, args.layers)
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    export(network.eval(), args.folder, quantized=not args.plain)
    shutil.copy(args.encoder / "tokenizer.json", args.folder / "tokenizer.json")


if __name__ == "__main__":
    main()
