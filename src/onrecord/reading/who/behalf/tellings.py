"""What tells of states in a report: their names, peoples, seats, bodies and provinces, and what only they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.reading.who.gazetteer import PlaceKind, signs
from onrecord.reading.who.naming.entities import Cast

TellingKind = Literal[PlaceKind, "sign"]
OF_LABOUR = frozenset("minister ministry secretary department board code court relations office organisation".split())
DATELINE = 15  # words


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of a state, by its code; a state that is not listed goes by its name. `name` is -1 for signs.

    A sign is a name that few states have for an office, a house or a party: 'the Knesset', 'Tory'. Its `share` is that
    of one among the states that have it.
    """

    first: int
    code: str
    kind: TellingKind
    name: int = -1
    share: float = 1.0

    @property
    def named(self) -> bool:
        """Whether the state itself is told of, and no province or sign of it."""
        return self.kind not in ("province", "sign")


def tellings(cast: Cast) -> list[Telling]:
    return sorted((*_by_name(cast), *_by_sign(cast)), key=lambda one: one.first)


def _by_name(cast: Cast) -> Iterator[Telling]:
    for number, name in enumerate(cast.names):
        if name.unlisted:
            yield Telling(name.first, cast.words.printed(name.first, name.end), "state", number)
        elif name.place is not None and len(cast.of_name[number]) < 2:
            yield Telling(name.first, name.place.code, name.place.kind, number)


def _by_sign(cast: Cast) -> Iterator[Telling]:
    table, words = signs(), cast.words.words
    for at in [at for at, word in enumerate(words) if word in table]:
        for printed, codes in table[words[at]]:
            if words[at : at + len(printed)] == printed and not _is_a_portfolio(cast, at):
                yield from (Telling(at, code, "sign", share=1 / len(codes)) for code in codes)
                break


def _is_a_portfolio(cast: Cast, at: int) -> bool:
    """'Labour Minister', 'the Labour Board': no party."""
    following = cast.words.lower[at + 1] if at + 1 < len(cast.words) else ""
    return cast.words.lower[at] == "labour" and following in OF_LABOUR


def dateline(cast: Cast, told: list[Telling]) -> frozenset[str]:
    """The states of the place before the first dash or bracket: 'OSLO (Harbour Wire) - The port ...'."""
    opening = cast.words.words[:DATELINE]
    cut = next((at for at, word in enumerate(opening) if word in ("—", "–", "-", "(") and at), 0)
    return frozenset(one.code for one in told if one.first < cut)
