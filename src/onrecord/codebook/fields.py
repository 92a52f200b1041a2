"""Several codebooks as one: each report is read with those whose field it is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.codebook.book import Codebook, Issue
from onrecord.codebook.finding import Finder, outermost
from onrecord.model import IssueHit

LEAST_MARKS, LEAST_KINDS = 3, 2  # how many marks of a field a report of it has, and how many different ones
OUTWEIGHS = 3  # how many times more hits another field has where the first codebook is left out


def joined(name: str, parts: Sequence[Codebook]) -> Codebook:
    """One codebook of all their issues; what bears one id in several has the cues of all, and the first one's label."""
    issues: dict[str, Issue] = {}
    for issue in (issue for part in parts for issue in part.issues):
        known = issues.get(issue.id)
        issues[issue.id] = issue if known is None else _both(known, issue)
    about = " ".join(part.about for part in parts)
    return Codebook(name, "+".join(part.version for part in parts), tuple(issues.values()), parts[0].stances, about,
                    parts=tuple(parts))  # fmt: skip


def _both(one: Issue, other: Issue) -> Issue:
    cues = dict.fromkeys((*one.cues, *other.cues))
    hints = dict.fromkeys(hint for hint in (*one.hints, *other.hints) if hint not in cues)
    senses = dict.fromkeys((*one.senses, *other.senses))
    return replace(one, cues=tuple(cues), hints=tuple(hints), senses=tuple(senses))


class FieldFinder:
    """Finds a report's issues by the codebooks whose field it is of.

    That is the first codebook, and each other one whose marks stand in the report; the first is left out where another
    outweighs it by far, so that a night roster is no territory.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._parts = [(part, Finder(part)) for part in codebook.parts]
        marks = (Issue(part.name, part.name, "", part.marks) for part in codebook.parts if part.marks)
        self._marks = Finder(Codebook("marks", "", tuple(marks), ()))

    def __call__(self, text: str) -> tuple[IssueHit, ...]:
        marked = self._marked(text)
        (first, find), *others = self._parts
        found = {part.name: finder(text) for part, finder in others if part.name in marked}
        hits = find(text)
        if not any(_weight(more) >= OUTWEIGHS * max(1, _weight(hits)) for more in found.values()):
            found = {first.name: hits, **found}
        return _merged(hit for some in found.values() for hit in some)

    def _marked(self, text: str) -> set[str]:
        """The fields whose marks stand in the text often enough, and in more than one form."""
        words: dict[str, list[str]] = defaultdict(list)
        for hit in self._marks(text):
            words[hit.issue].append(hit.span.text(text).lower())
        return {name for name, one in words.items() if len(one) >= LEAST_MARKS and len(set(one)) >= LEAST_KINDS}


def _weight(hits: Sequence[IssueHit]) -> int:
    return sum(not hit.hint and not hit.yields for hit in hits)


def _merged(hits: Iterable[IssueHit]) -> tuple[IssueHit, ...]:
    """In the order of the text; two fields' hit of one issue at one place is one."""
    return outermost(list(dict.fromkeys(hits)))
