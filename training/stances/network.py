"""`python -m training.stances.network VIEWS`: fits the network that hears what a statement does; writes stances.onnx.

VIEWS is what `python -m training.stances DATA --views VIEWS` wrote. Needs training/requirements.txt. What is held out
is only looked at to tell how well it goes. About half an hour on one core.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training.__main__ import encoder_folder

LAYERS = (0, 2, 5)  # of the encoder's six, those that are kept: it must be quick
PARTS, LOOKS, WIDTH, CHOICES = 4, 2, 256, 9
CUE, CONTENT = 2, 3
EPOCHS, BATCH, PACE, SMOOTH = 5, 16, 2e-4, 0.05
TO = Path("src/onrecord/reading/stances/model/stances.onnx")


class Network(nn.Module):
    """Some layers of the sentence encoder, and what looks at cue and content as they come out of it."""

    def __init__(self, encoder: Path, layers: Sequence[int] = LAYERS) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = nn.ModuleList([self.encoder.encoder.layer[at] for at in layers])
        self.words = self.encoder.embeddings.word_embeddings
        self.words.weight.requires_grad_(False)
        size = self.encoder.config.hidden_size
        self.part = nn.Embedding(PARTS, size)
        nn.init.normal_(self.part.weight, std=0.02)
        self.look, self.drop = nn.Linear(size, LOOKS), nn.Dropout(0.1)
        self.middle, self.end = nn.Linear((3 + LOOKS) * size, WIDTH), nn.Linear(WIDTH, CHOICES)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """The log-odds of each choice: [batch, 9]."""
        told = self.words(ids) + self.part(parts)
        seen = self.encoder(inputs_embeds=told, attention_mask=mask).last_hidden_state
        means = [_mean(seen, (parts == part) & (mask > 0)) for part in (CUE, CONTENT)]
        both = ((parts >= CUE) & (mask > 0)).unsqueeze(-1)
        looks = (self.look(seen) + (~both) * -1e4).softmax(1)
        glances = (looks.transpose(1, 2) @ seen).flatten(1)
        hidden = functional.gelu(self.middle(self.drop(torch.cat([*means, seen[:, 0], glances], 1))))
        out: Tensor = self.end(self.drop(hidden))
        return out


def _mean(seen: Tensor, inside: Tensor) -> Tensor:
    weight = inside.unsqueeze(-1).to(seen.dtype)
    return (seen * weight).sum(1) / weight.sum(1).clamp(min=1)


@dataclass(frozen=True)
class Views:
    ids: list[np.ndarray]
    parts: list[np.ndarray]
    stance: np.ndarray

    def batch(self, at: Sequence[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        longest = max(len(self.ids[one]) for one in at)
        ids, parts, mask = (torch.zeros(len(at), longest, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(at):
            length = len(self.ids[one])
            ids[row, :length] = torch.from_numpy(self.ids[one]).long()
            parts[row, :length] = torch.from_numpy(self.parts[one]).long()
            mask[row, :length] = 1
        return ids, parts, mask, torch.from_numpy(self.stance[list(at)]).long()


def read_views(file: Path) -> tuple[Views, list[int], list[int]]:
    """All views, which to learn from, and which are held out."""
    with np.load(file, allow_pickle=False) as kept:
        first = kept["first"]
        cut = [slice(first[at], first[at + 1]) for at in range(len(first) - 1)]
        ids, parts = kept["ids"], kept["parts"]
        views = Views([ids[one] for one in cut], [parts[one] for one in cut], kept["stance"])
        held = kept["held_out"]
    return views, np.flatnonzero(~held).tolist(), np.flatnonzero(held).tolist()


def batches(views: Views, at: Sequence[int], shuffled: random.Random | None) -> Iterator[list[int]]:
    """Of much the same length each."""
    order = list(at)
    if shuffled is None:
        order.sort(key=lambda one: len(views.ids[one]))
        yield from (order[start : start + 64] for start in range(0, len(order), 64))
        return
    shuffled.shuffle(order)
    chunks = [
        sorted(order[start : start + BATCH * 20], key=lambda one: len(views.ids[one]))
        for start in range(0, len(order), BATCH * 20)
    ]
    cut = [chunk[start : start + BATCH] for chunk in chunks for start in range(0, len(chunk), BATCH)]
    shuffled.shuffle(cut)
    yield from cut


def fit(network: Network, views: Views, learned: Sequence[int], held: Sequence[int], epochs: int) -> None:
    total = epochs * math.ceil(len(learned) / BATCH)
    inner = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    outer = [p for name, p in network.named_parameters() if not name.startswith(("encoder.", "words."))]
    steps = torch.optim.AdamW([{"params": inner, "lr": PACE}, {"params": outer, "lr": 5 * PACE}], weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        steps, lambda step: min(1.0, step / (0.06 * total)) * max(0.0, (total - step) / total)
    )
    order = random.Random(1)  # noqa: S311 - an order, no secret
    for epoch in range(epochs):
        network.train()
        lost = []
        for at in batches(views, learned, order):
            *shown, wanted = views.batch(at)
            loss = functional.cross_entropy(network(*shown), wanted, label_smoothing=SMOOTH)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            pace.step()
            steps.zero_grad()
            lost.append(loss.item())
        macro, micro = score(network, views, held)
        print(f"epoch {epoch}: loss {np.mean(lost):.3f}, held out macro {macro:.3f} micro {micro:.3f}", flush=True)


def score(network: Network, views: Views, held: Sequence[int]) -> tuple[float, float]:
    """Macro and micro F1 of the eight stances, alone."""
    network.eval()
    told = np.zeros(len(held), np.int64)
    place = {one: row for row, one in enumerate(held)}
    with torch.no_grad():
        for at in batches(views, held, None):
            *shown, _ = views.batch(at)
            told[[place[one] for one in at]] = network(*shown).argmax(-1).numpy()
    wanted = views.stance[list(held)]
    each = [
        2 * ((wanted == one) & (told == one)).sum() / max(1, (wanted == one).sum() + (told == one).sum())
        for one in range(1, CHOICES)
    ]
    both = 2 * ((wanted == told) & (wanted > 0)).sum() / max(1, (wanted > 0).sum() + (told > 0).sum())
    return float(np.mean(each)), float(both)


class One(nn.Module):
    """One view at a time, unpadded; log-chances."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, parts: Tensor) -> Tensor:
        out: Tensor = self.network(ids, parts, torch.ones_like(ids)).log_softmax(-1)
        return out


def export(network: Network, to: Path) -> None:
    """As int8 ONNX."""
    to.parent.mkdir(parents=True, exist_ok=True)
    example = (torch.randint(1000, 2000, (1, 40)), torch.full((1, 40), CONTENT))
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            One(network).eval(),
            example,
            str(plain),
            input_names=["ids", "parts"],
            output_names=["chances"],
            dynamic_axes={name: {1: "pieces"} for name in ("ids", "parts")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(to), weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("views", type=Path)
    parser.add_argument("--to", type=Path, default=TO)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", default=",".join(map(str, LAYERS)))
    parser.add_argument("--weights", type=Path, help="where to keep what was fitted, before it is made int8")
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    views, learned, held = read_views(args.views)
    print(f"{len(learned)} to learn from, {len(held)} held out", flush=True)
    network = Network(encoder_folder(), [int(one) for one in args.layers.split(",")])
    fit(network, views, learned, held, args.epochs)
    if args.weights:
        torch.save(network.state_dict(), args.weights)
    export(network, args.to)
    print(f"-> {args.to}")


if __name__ == "__main__":
    main()
