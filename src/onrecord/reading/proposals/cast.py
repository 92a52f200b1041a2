"""Who could have made a proposal: the actors of the report, and the states that adjectives name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.model import Actor, Span
from onrecord.model.proposal import Maker
from onrecord.reading.who.gazetteer import gazetteer

SPEAKING = frozenset({"person", "state", "organisation"})
LEAST_STEM = 4


class Cast:
    """The actors of a report, by place."""

    def __init__(self, text: str, actors: Sequence[Actor]) -> None:
        self._text = text
        named = [one for one in actors if one.type in SPEAKING]
        self._mentions = sorted((span, _maker(one)) for one in named for span in one.mentions)
        self._persons = {one.id for one in named if one.type == "person"}
        self._states = {one.id for one in named if one.type == "state"}
        self._starts = [span.start for span, _ in self._mentions]
        bargaining = [(one, one.party or _name_of(one)) for one in actors if one.type != "unnamed"]
        self._parties = sorted((span, party) for one, party in bargaining if party for span in one.mentions)
        self._party_starts = [span.start for span, _ in self._parties]
        self._by_end = {span.end: (span, maker) for span, maker in self._mentions}
        self._stems = [(one.name[: max(LEAST_STEM, len(one.name) - 2)], _maker(one)) for one in named if _is_place(one)]

    def named_by(self, word: Span, *, adjective: bool = False) -> tuple[Maker, ...]:
        """Whom the words of the span name: "Voss", "Norland", "Norlandic"; nobody where they name no one.

        As an adjective a town or a province says where, not whose: "the Keld truce offer".
        """
        text = word.text(self._text)
        place = gazetteer().find(text)
        if adjective and place is not None:
            return () if place.kind == "province" else (Maker(place.state, place.state),)
        known = self._by_end.get(word.end)
        if known is not None and known[0].start <= word.start:
            return (known[1],)
        if place is not None:
            return (Maker(place.state, place.state),)
        return next(((maker,) for stem, maker in self._stems if text.startswith(stem)), ())

    def state_of(self, word: Span) -> str | None:
        """The state of a state's or a people's name; null for a town's, and for other words."""
        place = gazetteer().find(word.text(self._text))
        if place is not None:
            return place.state if place.kind in ("state", "union", "people") else None
        named = self.named_by(word)
        return named[0].name if named and named[0].actor in self._states else None

    def first_in(self, start: int, end: int) -> tuple[Span, Maker] | None:
        """The first actor mentioned between the two places."""
        at = bisect_left(self._starts, start)
        return self._mentions[at] if at < len(self._mentions) and self._mentions[at][0].end <= end else None

    def first_of(self, start: int, end: int) -> tuple[Span, Maker] | None:
        """The first person mentioned between the two places, or else the first actor: "Secretary of State Ada Voss"."""
        at = bisect_left(self._starts, start)
        here = [one for one in self._mentions[at : bisect_left(self._starts, end)] if one[0].end <= end]
        return next((one for one in here if one[1].actor in self._persons), here[0] if here else None)

    def persons_in(self, start: int, end: int) -> list[tuple[Span, Maker]]:
        """The persons mentioned between the two places, in order."""
        here = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [one for one in here if one[1].actor in self._persons]

    def parties_in(self, start: int, end: int) -> set[str]:
        """The parties told of between the two places: states, groups, and those that persons speak for."""
        at = bisect_left(self._party_starts, start)
        return {party for _, party in self._parties[at : bisect_left(self._party_starts, end)]}

    def bargains(self, maker: Maker) -> bool:
        """Whether it is a state, or a person whose party is known: who can make a state's proposal for it."""
        return maker.actor in self._states or (maker.actor in self._persons and maker.party is not None)

    def last_in(self, start: int, end: int) -> tuple[Span, Maker] | None:
        """The last actor mentioned between the two places."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._mentions[at][0].start >= start:
            if self._mentions[at][0].end <= end:
                return self._mentions[at]
            at -= 1
        return None


def _maker(one: Actor) -> Maker:
    return Maker(one.name, one.party or _name_of(one), one.id)


def _name_of(one: Actor) -> str | None:
    return one.name if one.type != "person" else None


def _is_place(one: Actor) -> bool:
    return one.type == "state" and len(one.name) >= LEAST_STEM
