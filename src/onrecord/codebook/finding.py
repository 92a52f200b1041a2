"""Finds where a text touches the issues of a codebook, in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.codebook.book import Codebook
from onrecord.codebook.cues import compile_cue, openings
from onrecord.model import IssueHit, Span

OTHER_SENSE = ""  # the issue of words that only look like a cue
RECENT = 3  # a hit lies inside one of the last few, or inside none
# How many hits in so many words a report on the field has: of 114 that were labelled with issues, all but three.
FEWEST, PER_WORDS = 0.5, 100
SLIGHT = 0.25  # what a hit of an issue that yields counts: talks there are everywhere
_WORD = re.compile(r"(?<!\w)\w{1,5}")
_WHOLE = re.compile(r"\S+")
AT_A_WORD = r"(?<!\w)(?=\w)"


class _Cue(NamedTuple):
    pattern: re.Pattern[str]
    issue: str
    hint: bool
    yields: bool


class Finder:
    """A codebook, compiled. Raises CueError where a cue cannot be read: `check` names it.

    A word's first letters choose the few cues that are tried on it, so most words cost one look into a table.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._cues: dict[str, list[_Cue]] = defaultdict(list)
        for issue in codebook.issues:
            for hint, cues in ((False, issue.cues), (True, issue.hints)):
                for cue in cues:
                    self._add(cue, _Cue(compile_cue(cue), issue.id, hint, issue.yields))
            for cue in issue.senses:
                self._add(cue, _Cue(compile_cue(cue), OTHER_SENSE, hint=False, yields=False))
        # What may begin with any letter is searched for as it stands, not tried on every word.
        self._anywhere = self._cues.pop("", [])
        self._searched = [re.compile(AT_A_WORD + one.pattern.pattern, one.pattern.flags) for one in self._anywhere]
        self._cues = dict(self._cues)
        self._lengths = sorted({len(opening) for opening in self._cues})
        self._shortest = self._lengths[0] if self._lengths else 0
        self._begins = frozenset(opening[: self._shortest] for opening in self._cues)

    def _add(self, cue: str, compiled: _Cue) -> None:
        for opening in openings(cue):
            self._cues[opening].append(compiled)

    def __call__(self, text: str) -> tuple[IssueHit, ...]:
        """Hits in the order of the text. A hit inside a longer one is none: an energy truce is no general one, and a
        press conference no talks.
        """
        lengths, cues, shortest, begins = self._lengths, self._cues, self._shortest, self._begins
        found = [hit for start in self._starts(text) for hit in self._at(text, start, self._anywhere)]
        for word in _WORD.finditer(text):
            opening = word.group().lower()
            if opening[:shortest] in begins:
                for length in lengths:
                    if length <= len(opening) and opening[:length] in cues:
                        found += self._at(text, word.start(), cues[opening[:length]])
        return tuple(hit for hit in outermost(found) if hit.issue != OTHER_SENSE)

    def _starts(self, text: str) -> set[int]:
        """Where a cue stands that may begin with any letter."""
        found: set[int] = set()
        for pattern in self._searched:
            match = pattern.search(text)
            while match:
                found.add(match.start())
                match = pattern.search(text, match.start() + 1)
        return found

    @staticmethod
    def _at(text: str, start: int, cues: list[_Cue]) -> list[IssueHit]:
        longest: dict[str, IssueHit] = {}
        for cue in cues:
            match = cue.pattern.match(text, start)
            if match is None or match.end() == start:
                continue
            rival = longest.get(cue.issue)
            if rival is None or rival.span.end < match.end() or (rival.span.end == match.end() and rival.hint):
                longest[cue.issue] = IssueHit(Span(start, match.end()), cue.issue, cue.hint, cue.yields)
        return list(longest.values())


def outermost(found: list[IssueHit]) -> tuple[IssueHit, ...]:
    """Without the hits that lie inside a longer one. `found` is in the order of its starts."""
    kept: list[IssueHit] = []
    for hit in sorted(found, key=lambda one: (one.span.start, -one.span.end, one.hint, one.issue)):
        inside = any(
            other.span.covers(hit.span) and other.span != hit.span and not (other.hint and not hit.hint)
            for other in kept[-RECENT:]
        )
        if not inside:
            kept.append(hit)
    return tuple(kept)


def on_its_field(hits: Sequence[IssueHit], text: str) -> tuple[IssueHit, ...]:
    """The hits that a report bears out.

    None where it hardly touches the codebook's field: one "church" in a report on a village fair is no issue. Nor a
    hint whose issue no cue names anywhere in the report: forces "in the region" are no claim to land.
    """
    weight = sum(SLIGHT if hit.yields else 1.0 for hit in hits if not hit.hint)
    if weight * PER_WORDS < FEWEST * len(_WHOLE.findall(text)):
        return ()
    named = {hit.issue for hit in hits if not hit.hint}
    return tuple(hit for hit in hits if not hit.hint or hit.issue in named)
