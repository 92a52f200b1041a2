"""Which stances are taken on a proposal that the report names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import IssueHit, IssueStance, Span, Statement
from onrecord.model.proposal import Proposal
from onrecord.reading.page import Page

ASIDE = frozenset({"threatens", "accuses"})
BESIDE = 60  # characters before a name in which an aside may open: ", the partners in the ..."
_ASIDE = re.compile(r",\s(?:an?|the|who|which)\s[^,;.]*$", re.IGNORECASE)
_CLOSED = re.compile(r"\s?,\s")
_IF = re.compile(r"\b(?:if|unless|until|should)\b", re.IGNORECASE)


def answered(
    page: Page, statements: Sequence[Statement], proposals: Sequence[Proposal], hits: Sequence[IssueHit]
) -> tuple[Statement, ...]:
    """The statements, each stance with the name of the proposal that it is taken on, where its sentence names one.

    A proposal answers for the issues that its own words touch. "We will fine whoever rejects the river plan" threatens
    on another issue than the plan's, and is no answer to it.
    """
    places = sorted((span, one.name) for one in proposals for span in one.span)
    if not places:
        return tuple(statements)
    named = _Places(page, places, _issues(proposals, hits))
    return tuple(replace(one, stances=_on(named, one)) if one.stances else one for one in statements)


@dataclass(frozen=True)
class _Places:
    """Where proposals are named, and which issues their words touch."""

    page: Page
    places: Sequence[tuple[Span, str]]
    issues: dict[str, frozenset[str]]

    def meant(self, one: Statement, evidence: Iterable[Span]) -> str | None:
        """The proposal named nearest to the words that show the stance, in their sentence and among what was said."""
        near = [
            (max(0, span.start - shown.end, shown.start - span.end), span.start, name)
            for shown in evidence
            for span, name in self._in(self.page.sentences[max(0, self.page.sentence_at(shown.start))])
            if any(part.overlaps(span) for part in one.content)
            and not self._supposed(shown, span)
            and not self._by_the_way(shown, span)
        ]
        return min(near)[2] if near else None

    def _supposed(self, shown: Span, named: Span) -> bool:
        """'We will close the port if they reject the plan' is said of the port."""
        return _IF.search(self.page.text, shown.end, named.start) is not None

    def _by_the_way(self, shown: Span, named: Span) -> bool:
        """'Norland, a party to the river pact, may come to the feast' says nothing of the pact."""
        if shown.start < named.end:
            return False
        before = self.page.text[max(0, named.start - BESIDE) : named.start]
        return _ASIDE.search(before) is not None and _CLOSED.match(self.page.text, named.end) is not None

    def _in(self, sentence: Span) -> Sequence[tuple[Span, str]]:
        first = bisect_left(self.places, sentence.start, key=lambda place: place[0].start)
        return self.places[first : bisect_right(self.places, sentence.end, key=lambda place: place[0].start)]


def _issues(proposals: Sequence[Proposal], hits: Sequence[IssueHit]) -> dict[str, frozenset[str]]:
    starts = [hit.span.start for hit in hits]
    return {
        one.name: frozenset(
            hit.issue
            for span in one.span
            for hit in hits[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        )
        for one in proposals
    }


def _on(named: _Places, one: Statement) -> tuple[IssueStance, ...]:
    meant = [named.meant(one, held.evidence or one.content[:1]) for held in one.stances]
    fits = [
        name is not None and held.issue in named.issues[name] for held, name in zip(one.stances, meant, strict=True)
    ]
    if not any(fits):
        fits = [held.stance not in ASIDE and at == 0 for at, held in enumerate(one.stances)]
    return tuple(
        replace(held, proposal=name) if fit else held for held, name, fit in zip(one.stances, meant, fits, strict=True)
    )
