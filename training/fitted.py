"""`python -m training.fitted`: notes on what each trained table was fitted, so that a stale one is noticed.

What reading finds is what the small scorers learn from: whoever trains the tagger or an earlier scorer anew must fit
those that follow, in the order of `TABLES`. `fitted.json` beside this file keeps, for each, the hash of its labels and
of the tables before it as they were when it was fitted; a test compares. To leave a table as it is although something
before it changed, say why: `python -m training.fitted --as-it-is judge.tsv --because "..."`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).parent / "fitted.json"


@dataclass(frozen=True)
class Table:
    """A trained table, what trains it, its labels, and the tables that come before it."""

    name: str
    by: str
    labels: tuple[str, ...]
    before: tuple[str, ...] = ()


PACKAGE = "src/onrecord"
TAGGER = f"{PACKAGE}/reading/attribution/model/attribution.onnx"
HEADS = f"{PACKAGE}/reading/attribution/model/heads.npz"
BELONGING = f"{PACKAGE}/reading/who/behalf/belonging.json"
SPEAKING = f"{PACKAGE}/reading/who/sourcing/speaking.json"
DAYS = f"{PACKAGE}/reading/when/days.json"
DEPENDING = f"{PACKAGE}/reading/conditions/depending.tsv"
STANCES = f"{PACKAGE}/reading/stances/weights.tsv"
HEARING = f"{PACKAGE}/reading/stances/model/stances.onnx"
BEARING = f"{PACKAGE}/reading/bearing/model/bearing.onnx"
BINDING = f"{PACKAGE}/reading/bearing/binding.tsv"
JUDGE = f"{PACKAGE}/collating/utterances/judge.tsv"
SURENESS = f"{PACKAGE}/collating/utterances/sureness.tsv"
ASIDES = f"{PACKAGE}/reading/asides.tsv"
PARALLELS = f"{PACKAGE}/collating/parallels/judge.tsv"
LIKELY = f"{PACKAGE}/collating/likely.tsv"
ASCRIBED = ("annotations/ascribed/reader.jsonl", "annotations/ascribed/second.jsonl")
VERDICTS = f"{PACKAGE}/evaluation/standing.tsv"
LABELLED = (f"{PACKAGE}/evaluation/stances.jsonl", "annotations/stances/many.jsonl")
READ = (TAGGER, HEADS, SPEAKING, DAYS, STANCES, HEARING)

TABLES = (
    Table(ASIDES, "training.asides", ("annotations/asides/labels.jsonl",)),
    Table(HEADS, "training.heads", ASCRIBED, (TAGGER,)),
    Table(BELONGING, "training.who.belonging", ("annotations/parties/states.jsonl",), (TAGGER, HEADS)),
    Table(SPEAKING, "training.who.speaking", ("annotations/speakers/pronouns.jsonl",), (TAGGER, HEADS, BELONGING)),
    Table(DAYS, "training.when", ("annotations/days/labels.jsonl",), (TAGGER, HEADS, SPEAKING)),
    Table(DEPENDING, "training.conditions", (f"{PACKAGE}/evaluation/conditions.jsonl",), (TAGGER, HEADS)),
    Table(STANCES, "training.stances", LABELLED, (TAGGER, HEADS, BELONGING, SPEAKING, DEPENDING)),
    Table(HEARING, "training.stances.network", (*LABELLED, "annotations/stances/invented.txt"), (TAGGER, HEADS)),
    Table(JUDGE, "training.utterances", (f"{PACKAGE}/evaluation/utterances.jsonl",), (ASIDES, *READ)),
    Table(SURENESS, "training.utterances.sureness", (f"{PACKAGE}/evaluation/utterances_read.jsonl",), (JUDGE,)),
    Table(PARALLELS, "training.parallels", ("annotations/parallels/pairs.jsonl",), (TAGGER, HEADS)),
    Table(BEARING, "training.positions.network", (VERDICTS,), (TAGGER, HEADS, HEARING)),
    Table(BINDING, "training.positions.binding", (VERDICTS, LABELLED[0]), (TAGGER, HEADS, STANCES, HEARING)),
    Table(LIKELY, "training.positions", (VERDICTS,), (ASIDES, BELONGING, STANCES, HEARING, BEARING, BINDING, JUDGE)),
)  # fmt: skip


def inputs(table: Table) -> dict[str, str]:
    """The hash of each file that it was fitted on."""
    return {name: _hash(name) for name in (*table.labels, *table.before)}


def stale(kept: Mapping[str, Mapping[str, object]], tables: Sequence[Table] = TABLES) -> dict[str, list[str]]:
    """The tables that were fitted before something they hang on changed, with what changed."""
    found = {}
    for table in tables:
        noted = kept.get(table.name, {})
        changed = [name for name, now in inputs(table).items() if noted.get(name) != now]
        if changed:
            found[table.name] = changed
    return found


def _hash(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--just", metavar="MODULE", help="note only what this module has fitted")
    parser.add_argument("--as-it-is", metavar="TABLE", action="append", default=[])
    parser.add_argument("--because", default="")
    args = parser.parse_args()
    if args.as_it_is and not args.because:
        parser.error("--as-it-is wants --because: why may it stay?")
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for table in TABLES:
        as_it_is = any(table.name.endswith(name) for name in args.as_it_is)
        if as_it_is or (not args.as_it_is and args.just in (None, table.by)):
            kept[table.name] = inputs(table) | ({"as it is": args.because} if as_it_is else {})
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
