"""Proposals against those marked in 85 reports: found, whose they are, and which reports name one and the same.

The labels are `proposals.jsonl` beside this file, one report a line: the text's hash, where each proposal is named, by
which key within its negotiation, and who made it, if the report says so; a null key is no proposal. The guide is
docs/annotation/proposals.md.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import combinations
from pathlib import Path

from onrecord.codebook import load
from onrecord.collating.proposals import Named, joined
from onrecord.evaluation.labelled import read_texts
from onrecord.model import Span, identity
from onrecord.model.jsonread import Node
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Marked:
    """A proposal where a report names it; `key` is null where what is named there is none."""

    negotiation: str
    sha256: str
    span: Span
    key: str | None
    maker: str | None


@dataclass(frozen=True, slots=True)
class Labelled:
    """One report's marks, with what it takes to read it."""

    codebook: str
    sha256: str
    published: str | None
    marks: tuple[Marked, ...]


@dataclass
class Score:
    """Mentions of proposals wanted, found and wrong; makers told and right; pairs of mentions of one proposal."""

    wanted: int = 0
    found: int = 0
    wrong: int = 0
    makers: int = 0
    makers_right: int = 0
    makers_invented: int = 0
    pairs: int = 0
    pairs_joined: int = 0
    pairs_wrong: int = 0

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.wanted)


def read_labelled() -> list[Labelled]:
    lines = resources.files("onrecord.evaluation").joinpath("proposals.jsonl").read_text(encoding="utf-8").splitlines()
    return [_labelled(Node.at(json.loads(line))) for line in lines]


def _labelled(node: Node) -> Labelled:
    negotiation, sha256 = node.text("negotiation"), node.text("sha256")
    marks = tuple(
        Marked(negotiation, sha256, one.spans("span")[0], one.maybe_text("key"), one.maybe_text("maker"))
        for one in node.each("proposals")
    )
    return Labelled(node.text("codebook"), sha256, node.maybe_text("published"), marks)


def score(data: Path, every: Iterable[Labelled]) -> Score:
    """Reads the labelled reports under the folder. Raises FileNotFoundError where none of them is there."""
    labels = {one.sha256: one for one in every}
    reports = read_texts(data, frozenset(labels))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the labelled reports is in its .jsonl and .txt files")
    tagger, heads = Tagger(), Heads()
    readers = {book: Reader(tagger, heads, load(book)) for book in sorted({one.codebook for one in labels.values()})}
    named = [
        Named(key, labels[key].published, proposal)
        for key, report in sorted(reports.items())
        for proposal in readers[labels[key].codebook](report).proposals
    ]
    return judged(named, [mark for key in reports for mark in labels[key].marks])


def judged(named: Sequence[Named], marks: Sequence[Marked]) -> Score:
    """What was named, against what was marked; each negotiation is joined by itself."""
    told = Score(wanted=sum(mark.key is not None for mark in marks))
    at = {mark: _named_at(mark, named) for mark in marks}
    known = {id(one) for one in at.values() if one is not None}
    told.wrong = sum(id(one) not in known for one in named)
    for mark, one in at.items():
        if one is not None and mark.key is None:
            told.wrong += 1
        elif one is not None:
            told.found += 1
            parties = {maker.party or maker.name for maker in one.proposal.makers}
            told.makers += mark.maker is not None
            told.makers_right += mark.maker is not None and mark.maker in parties
            told.makers_invented += mark.maker is None and bool(parties)
    _count_pairs(told, at)
    return told


def _named_at(mark: Marked, named: Sequence[Named]) -> Named | None:
    """What was named in those words; where two are, the one that is named there first."""
    here = [
        one
        for one in named
        if one.report == mark.sha256 and any(span.overlaps(mark.span) for span in one.proposal.span)
    ]
    return min(here, key=lambda one: one.proposal.span, default=None)


def _count_pairs(told: Score, at: dict[Marked, Named | None]) -> None:
    by: dict[str, list[tuple[Marked, Named]]] = defaultdict(list)
    for mark, one in at.items():
        if one is not None and mark.key is not None:
            by[mark.negotiation].append((mark, one))
    for found in by.values():
        groups = joined(one for _, one in found)
        where = {member: identity("group", at) for at, group in enumerate(groups) for member in group.members}
        for (mark, one), (other, another) in combinations(found, 2):
            same, together = mark.key == other.key, where[one] == where[another]
            told.pairs += same
            told.pairs_joined += same and together
            told.pairs_wrong += together and not same
