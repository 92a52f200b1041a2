"""`python -m training.positions.network DATA --start FILE`: fits what hears whether a stance bears on its issue.

DATA is a folder that holds the judged reports. FILE is what `python -m training.stances.network --weights FILE` kept:
the layers of the encoder go on from there. Needs training/requirements.txt. Learns from the verdicts of the tuned half
(`standing.tsv`), all of them, those too that no position is made of; what is held out is only looked at to tell how
well it goes. Ten minutes on one core.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections import defaultdict
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

from onrecord.codebook import load
from onrecord.collating.acting import YES
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.standing import HALVES, Judged, corrected, read_judged
from onrecord.model import IssueStance, Statement
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.bearing import Bearing
from onrecord.reading.bearing.network import FILE, VERDICTS
from onrecord.reading.bearing.views import View
from onrecord.reading.reader import Reader
from training.__main__ import encoder_folder

LAYERS = (0, 2, 5)  # of the encoder's six, those that the network of stances has
PARTS, MARKS, WIDTH = 6, 3, 256
EPOCHS, BATCH, PACE, SMOOTH = 4, 16, 1e-4, 0.05
KINDS = {"issue": "issue", "stance": "stance", "party": "party"}


@dataclass(frozen=True)
class Shown:
    """A view that was judged: the half, and which of `VERDICTS` it was given."""

    view: View
    half: str
    verdict: int


class Watching:
    """In the network's place: keeps what it would be shown."""

    key = ""

    def __init__(self) -> None:
        self.views: list[View] = []

    def __call__(self, view: View) -> float:
        self.views.append(view)
        return 0.5


def shown(data: Path) -> Iterator[Shown]:
    """Every judged stance that reading still finds. Raises FileNotFoundError where no judged report is there."""
    by: dict[str, list[Judged]] = defaultdict(list)
    judged = read_judged()
    for one in (*judged, *corrected(judged)):
        by[one.sha256].append(one)
    reports = read_texts(data, frozenset(by))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the judged reports is in its .jsonl, .txt and .md files")
    watching = Watching()
    reader = Reader(Tagger(), Heads(), load(), bearing=Bearing(watching, asked=0.0))
    for key, report in sorted(reports.items()):
        watching.views.clear()
        views = iter(watching.views)
        for statement in reader(report).statements:
            for held in statement.stances:
                if held.heard is not None:
                    verdict = _verdict(statement, held, by[key])
                    view = next(views)
                    if verdict is not None:
                        yield Shown(view, verdict.half, VERDICTS.index(_kind(verdict)))


def _verdict(statement: Statement, held: IssueStance, judged: Sequence[Judged]) -> Judged | None:
    for one in judged:
        same = one.issue == held.issue and (
            one.stance == held.stance or ({one.stance, held.stance} <= YES and one.kind != "stance")
        )
        if same and any(span.start < one.end and one.start < span.end for span in statement.content):
            return one
    return None


def _kind(one: Judged) -> str:
    return one.verdict if one.verdict != "wrong" else KINDS.get(one.kind, "none")


class Network(nn.Module):
    """Layers of the sentence encoder, and what looks at cue, content, issue and the words that show the stance."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = nn.ModuleList([self.encoder.encoder.layer[at] for at in LAYERS])
        self.words = self.encoder.embeddings.word_embeddings
        self.words.weight.requires_grad_(False)
        size = self.encoder.config.hidden_size
        self.part, self.mark = nn.Embedding(PARTS, size), nn.Embedding(MARKS, size)
        for table in (self.part, self.mark):
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.middle, self.end = nn.Linear(5 * size, WIDTH), nn.Linear(WIDTH, len(VERDICTS))

    def start_from(self, file: Path) -> None:
        """Takes over the encoder, and what parts it knows, of the network that hears stances."""
        kept = torch.load(file, map_location="cpu", weights_only=True)
        own = self.state_dict()
        for name, weight in kept.items():
            if name.startswith(("encoder.", "words.")) and name in own:
                own[name].copy_(weight)
        own["part.weight"][: len(kept["part.weight"])].copy_(kept["part.weight"])

    def forward(self, ids: Tensor, parts: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """The log-odds of each verdict: [batch, 6]."""
        told = self.words(ids) + self.part(parts) + self.mark(marks)
        seen = self.encoder(inputs_embeds=told, attention_mask=mask).last_hidden_state
        places = (parts == 2, parts == 3, marks == 1, marks == 2)
        means = [_mean(seen, place & (mask > 0)) for place in places]
        hidden = functional.gelu(self.middle(self.drop(torch.cat([seen[:, 0], *means], 1))))
        out: Tensor = self.end(self.drop(hidden))
        return out


def _mean(seen: Tensor, inside: Tensor) -> Tensor:
    weight = inside.unsqueeze(-1).to(seen.dtype)
    return (seen * weight).sum(1) / weight.sum(1).clamp(min=1)


def batch(every: Sequence[Shown]) -> tuple[Tensor, ...]:
    longest = max(len(one.view.ids) for one in every)
    ids, parts, marks, mask = (torch.zeros(len(every), longest, dtype=torch.long) for _ in range(4))
    for row, one in enumerate(every):
        length = len(one.view.ids)
        for tensor, values in ((ids, one.view.ids), (parts, one.view.parts), (marks, one.view.marks)):
            tensor[row, :length] = torch.from_numpy(values)
        mask[row, :length] = 1
    return ids, parts, marks, mask


def fit(network: Network, learned: Sequence[Shown], held: Sequence[Shown], epochs: int) -> None:
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
        for some in _batches(learned, order):
            wanted = torch.tensor([one.verdict for one in some])
            loss = functional.cross_entropy(network(*batch(some)), wanted, label_smoothing=SMOOTH)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            pace.step()
            steps.zero_grad()
            lost.append(loss.item())
        print(f"epoch {epoch}: loss {np.mean(lost):.3f}, held out {score(network, held):.3f}", flush=True)


def _batches(learned: Sequence[Shown], order: random.Random) -> list[list[Shown]]:
    """Of much the same length each."""
    mixed = list(learned)
    order.shuffle(mixed)
    chunks = [
        sorted(mixed[start : start + BATCH * 20], key=lambda one: len(one.view.ids))
        for start in range(0, len(mixed), BATCH * 20)
    ]
    cut = [chunk[start : start + BATCH] for chunk in chunks for start in range(0, len(chunk), BATCH)]
    order.shuffle(cut)
    return cut


def score(network: Network, held: Sequence[Shown]) -> float:
    """How often what is right is found likelier to be so than what is not: the area under the curve."""
    network.eval()
    told = []
    with torch.no_grad():
        for start in range(0, len(held), 64):
            chances = network(*batch(held[start : start + 64])).softmax(-1)
            told += (chances[:, 0] + 0.5 * chances[:, 1]).tolist()
    right = [chance for chance, one in zip(told, held, strict=True) if one.verdict == 0]
    rest = [chance for chance, one in zip(told, held, strict=True) if one.verdict != 0]
    return float(np.mean([(one > other) + 0.5 * (one == other) for one in right for other in rest]))


class One(nn.Module):
    """One view at a time, unpadded; log-chances."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, parts: Tensor, marks: Tensor) -> Tensor:
        out: Tensor = self.network(ids, parts, marks, torch.ones_like(ids)).log_softmax(-1)
        return out


def export(network: Network, to: Path) -> None:
    """As int8 ONNX."""
    to.parent.mkdir(parents=True, exist_ok=True)
    example = (torch.randint(1000, 2000, (1, 40)), torch.full((1, 40), 3), torch.zeros(1, 40, dtype=torch.long))
    names = ["ids", "parts", "marks"]
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            One(network).eval(),
            example,
            str(plain),
            input_names=names,
            output_names=["chances"],
            dynamic_axes={name: {1: "pieces"} for name in names},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(to), weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=FILE)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    every = list(shown(args.data))
    learned, held = ([one for one in every if one.half == half] for half in HALVES)
    print(f"{len(learned)} to learn from, {len(held)} held out", flush=True)
    network = Network(encoder_folder())
    network.start_from(args.start)
    fit(network, learned, held, args.epochs)
    export(network.eval(), args.to)
    print(f"-> {args.to}")


if __name__ == "__main__":
    main()
