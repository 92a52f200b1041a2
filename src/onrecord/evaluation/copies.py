"""How well copies are told: rewrites of known reports are planted among them, and must fold with their originals alone.

Which rewrite a report gets, and what becomes of each sentence, hangs on the report's id, so every run plants the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from onrecord.collating.copies import FEWEST_SHARED, origins, pair, sampled, shingles, standing
from onrecord.model import Fault, Report
from onrecord.model.copying import CopyPair, Shingled, site_of
from onrecord.reading.layout import lay_out
from onrecord.sources import reports

Rewrite = Literal["trimmed", "retitled", "partly rewritten"]
REWRITES: tuple[Rewrite, ...] = ("trimmed", "retitled", "partly rewritten")
PLANTED_OF = 3
LEAST_WORDS = 120
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
# What a desk changes when it makes a wire story its own.
OTHERWISE = {
    "said": "stated",
    "says": "states",
    "told": "informed",
    "will": "is to",
    "but": "however",
    "also": "moreover",
    "after": "following",
    "before": "prior to",
    "because": "since",
    "people": "persons",
    "about": "some",
    "more than": "over",
    "killed": "left dead",
    "used": "employed",
    "many": "a number of",
    "including": "among them",
    "first": "initial",
    "new": "fresh",
    "last": "past",
    "such as": "like",
}
SWAPPED = re.compile(rf"\b(?:{'|'.join(OTHERWISE)})\b")


@dataclass(frozen=True, slots=True)
class Score:
    """Planted rewrites, how many fold with their original, with anything else, and what folds without planting."""

    reports: int
    planted: Mapping[Rewrite, int]
    found: Mapping[Rewrite, int]
    wrong: int
    native: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        told = sum(self.found.values()) + self.wrong
        return sum(self.found.values()) / told if told else 0.0

    @property
    def recall(self) -> float:
        wanted = sum(self.planted.values())
        return sum(self.found.values()) / wanted if wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(data: Path) -> Score:
    """Plants a rewrite of every third report that is long enough, and folds all of them. Raises ValueError."""
    natives = {one.id: one for one in reports([str(data)]) if not isinstance(one, Fault)}
    if not natives:
        raise ValueError(f"{data}: no report in it")
    planted = {}
    for one in natives.values():
        if _number(one.id) % PLANTED_OF == 0 and len(one.text.split()) >= LEAST_WORDS:
            how = REWRITES[_number(one.id, "how") % len(REWRITES)]
            copy = rewritten(one, how)
            planted[copy.id] = (copy, one.id, how)
    return _score(natives, planted)


def _score(natives: Mapping[str, Report], planted: Mapping[str, tuple[Report, str, Rewrite]]) -> Score:
    hashes = {id: _hashes(one) for id, one in natives.items()}
    before = folded(natives, hashes)
    every = {**natives, **{id: copy for id, (copy, _, _) in planted.items()}}
    hashes |= {id: _hashes(copy) for id, (copy, _, _) in planted.items()}
    after = folded(every, hashes)
    found = Counter(how for id, (_, source, how) in planted.items() if after[id] == after[source])
    # A planted report must fold with nothing that its original did not fold with, nor bring others together.
    strangers = sum(
        any(after[other] == after[id] and before[other] != before[source] for other in natives)
        for id, (_, source, _) in planted.items()
    )
    native = tuple(sorted((id, origin) for id, origin in before.items() if id != origin))
    return Score(len(natives), Counter(how for _, _, how in planted.values()), found, strangers, native)


def folded(every: Mapping[str, Report], hashes: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Each report with its likely origin, or itself, as the record tells them: candidates by their keys, then pairs."""
    holders: dict[int, list[str]] = {}
    for id in sorted(every):
        for key in sampled(hashes[id]):
            holders.setdefault(key, []).append(id)
    pairs: list[CopyPair] = []
    for id in sorted(every):
        shared = Counter(other for key in sampled(hashes[id]) for other in holders[key] if other > id)
        for other, count in shared.items():
            if count >= FEWEST_SHARED:
                pairs += filter(None, (pair(_shingled(every[id], hashes), _shingled(every[other], hashes)),))
    ranks = {id: (0, one.published or "9999", -len(one.text)) for id, one in every.items()}
    return {id: id for id in every} | {one.report: one.origin for one in origins(pairs, ranks)}


def _shingled(one: Report, hashes: Mapping[str, frozenset[int]]) -> Shingled:
    return Shingled(one.id, hashes[one.id], one.url, site_of(one.url, one.outlet))


def _hashes(one: Report) -> frozenset[int]:
    return shingles(one.text, standing(lay_out(one.text, title=one.title).furniture))


def rewritten(one: Report, how: Rewrite) -> Report:
    """The report as another outlet might print it, a day later."""
    paragraphs = [line for line in one.text.split("\n") if line.strip()]
    if len(paragraphs) < 4:
        paragraphs = SENTENCE.split(one.text)
    if how == "trimmed":
        kept = [line for at, line in enumerate(paragraphs[: max(2, 3 * len(paragraphs) // 5)]) if at != 3]
    elif how == "retitled":
        kept = ["What is known so far of the story of the day", *paragraphs, "Agencies"]
    else:
        kept = [" ".join(_reworded(SENTENCE.split(line), one.id)) for line in paragraphs]
    return replace(one, text="\n".join(kept), outlet="The Planted Post", url=None, published=None, title=None)


def _reworded(sentences: Sequence[str], id: str) -> Iterator[str]:
    """A third of the sentences go, a third are reworded and turned about, a third stay."""
    for sentence in sentences:
        fate = _number(id, sentence) % 3
        if fate == 1:
            swapped = SWAPPED.sub(lambda found: OTHERWISE[found[0]], sentence)
            head, comma, tail = swapped.partition(", ")
            yield f"{tail.rstrip('.')}, {head}." if comma else swapped
        elif fate == 2:
            yield sentence


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=4).digest(), "big")


def lines(found: Score) -> Iterable[tuple[str, float | int | str]]:
    yield "reports", found.reports
    yield "rewrites planted", sum(found.planted.values())
    for how in REWRITES:
        yield f"{how}: found", f"{found.found.get(how, 0)} of {found.planted.get(how, 0)}"
    yield "folded with another story", found.wrong
    yield "precision", round(found.precision, 4)
    yield "recall", round(found.recall, 4)
    yield "F1", round(found.f1, 4)
    yield "copies among the reports as they came", len(found.native)
    for id, origin in found.native:
        yield "copy, to be read by eye", f"{id} of {origin}"
