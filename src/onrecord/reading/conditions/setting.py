"""What a rule may look at: the page, its statements, and where they touch issues."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Actor, IssueHit, Span, Statement
from onrecord.reading.page import Page
from onrecord.reading.words import lowered

# "Prime Minister Ana Ruiz warned ..." bargains for somebody, though this report does not say for whom.
_OFFICE = re.compile(
    r"\b(?:president|premier|chancellor|king|queen|emir|ministers?|secretary|sen|senators?|rep|representatives?|"
    r"congress(?:man|woman)|lawmakers?|speaker|leaders?|chair(?:man|woman)?|envoys?|negotiators?|spokes\w+|ambassador|"
    r"commander|governor|mayor|advis[eo]rs?|officials?|boss|diplomats?)\b",
    re.IGNORECASE,
)
_LOOKS_ON = re.compile(
    r"\b(?:analysts?|experts?|professor|scholars?|fellow|economists?|strategists?|historian|columnist|commentator|"
    r"correspondent|researchers?|specialist|observers?|critics|watchers|pollster|pundits?|lecturer|scientist|"
    r"think tank|former|retired)\b",
    re.IGNORECASE,
)
NEAR_BEFORE, NEAR_AFTER = 500, 250  # characters within which an issue tells what a sentence without one is about


@dataclass(frozen=True)
class Setting:
    """`low` is the page's text in lower case, letter for letter."""

    page: Page
    statements: Sequence[Statement]
    hits: Sequence[IssueHit]
    actors: Sequence[Actor] = ()
    low: str = field(init=False)
    _starts: list[int] = field(init=False)
    _mentions: list[tuple[int, str]] = field(init=False)
    _speaking: set[str] = field(init=False)
    _roles: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", lowered(self.page.text))
        object.__setattr__(self, "_starts", [hit.span.start for hit in self.hits])
        mentions = [(span.start, actor.party) for actor in self.actors if actor.party for span in actor.mentions]
        object.__setattr__(self, "_mentions", sorted(mentions))
        object.__setattr__(self, "_speaking", {one.party for one in self.statements if one.party})
        roles = {actor.id: tuple(role.name for role in actor.roles) for actor in self.actors if actor.roles}
        object.__setattr__(self, "_roles", roles)

    def sentence(self, offset: int) -> Span | None:
        at = self.page.sentence_at(offset)
        if at < 0 or self.page.sentences[at].end <= offset:
            return None
        return self.page.sentences[at]

    def hits_in(self, start: int, end: int) -> Sequence[IssueHit]:
        return self.hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_negotiated(self, sentence: Span) -> bool:
        """Whether an issue is touched in the sentence or near it."""
        return bool(self.hits_in(sentence.start - NEAR_BEFORE, sentence.end + NEAR_AFTER))

    def statement_at(self, offset: int) -> tuple[Statement, Span] | None:
        """The innermost statement that holds the place, one with a party before one without, and its part there."""
        found = [
            (statement.party is None, part.end - part.start, order, part)
            for order, statement in enumerate(self.statements)
            for part in statement.content
            if part.start <= offset < part.end
        ]
        if not found:
            return None
        _, _, order, part = min(found)
        return self.statements[order], part

    def holds_office(self, statement: Statement) -> bool:
        """Whether the report gives the speaker an office in which one bargains."""
        return any(_OFFICE.search(role) and not _LOOKS_ON.search(role) for role in self._roles_of(statement))

    def looks_on(self, statement: Statement) -> bool:
        """Whether who speaks judges what others bargain about: "an economist", "who held the office before"."""
        roles = self._roles_of(statement)
        if roles:
            return any(map(_LOOKS_ON.search, roles)) and not self.holds_office(statement)
        return any(_LOOKS_ON.search(span.text(self.low)) for span in statement.source)

    def _roles_of(self, statement: Statement) -> tuple[str, ...]:
        return self._roles.get(statement.speaker.id, ()) if statement.speaker else ()

    def party_named(self, start: int, end: int) -> str | None:
        """The party of the first actor that is mentioned between the two places: mostly the subject.

        One that speaks in the report comes before one that does not.
        """
        here = self._mentions[bisect_left(self._mentions, (start, "")) : bisect_left(self._mentions, (end, ""))]
        speaking = (party for _, party in here if party in self._speaking)
        return next(speaking, here[0][1] if here else None)
