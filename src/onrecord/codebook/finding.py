"""Finds where a text touches the issues of a codebook, in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from onrecord.codebook.book import Codebook
from onrecord.codebook.cues import compile_cue, openings
from onrecord.model import IssueHit, Span

RECENT = 3  # a hit lies inside one of the last few, or inside none
_WORD = re.compile(r"(?<!\w)\w{1,5}")


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
                    compiled = _Cue(compile_cue(cue), issue.id, hint, issue.yields)
                    for opening in openings(cue):
                        self._cues[opening].append(compiled)
        self._cues = dict(self._cues)
        self._lengths = sorted({len(opening) for opening in self._cues})

    def __call__(self, text: str) -> tuple[IssueHit, ...]:
        """Hits in the order of the text. A hit inside a longer one is none: an energy truce is no general one."""
        lengths, cues = self._lengths, self._cues
        found: list[IssueHit] = []
        for word in _WORD.finditer(text):
            opening = word.group().lower()
            for length in lengths:
                if length <= len(opening) and opening[:length] in cues:
                    found += self._at(text, word.start(), cues[opening[:length]])
        return outermost(found)

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
