"""What is said where nothing matches: whether a name that was asked for is in the record at all, and which are near."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from onrecord.cli.output import say_aside, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.cli.options import Asked
    from onrecord.record import Filter, Record
    from onrecord.views.formats import View

Row = TypeVar("Row")

NEAR = 75  # of 100, by the letters that two names have in common in one order
MOST_NEAR = 3
SHORT = 4  # letters: so short a word of a longer name is like too many


def show_asked(record: Record, asked: Asked, view: View[Row], rows: Iterable[Row]) -> int:
    """Prints the rows, and where there is none, what the names that were asked for may mean; how many there were."""
    count = show(view, rows, asked.format)
    if not count:
        say_near_names(record, asked.filter())
    return count


def say_near_names(record: Record, wanted: Filter) -> None:
    """One line on standard error for each name in the question that nothing in the record goes by."""
    from onrecord.record import Filter
    from onrecord.record.by_id import parties_called
    from onrecord.record.facets import issues_told, names

    if wanted.party is None and wanted.speaker is None and wanted.outlet is None and wanted.issue is None:
        return
    known = names(record)
    if wanted.party is not None and not parties_called(record, wanted.party):
        _say("party", wanted.party, known.parties)
    if wanted.speaker is not None and not record.meant(Filter(speaker=wanted.speaker))[0]:
        _say("speaker", wanted.speaker, known.speakers)
    if wanted.outlet is not None and next(iter(record.reports(Filter(outlet=wanted.outlet, limit=1))), None) is None:
        _say("outlet", wanted.outlet, known.outlets)
    if wanted.issue is not None and wanted.issue not in (told := sorted(issues_told(record))):
        _say("issue", wanted.issue, told)


def _say(what: str, name: str, there: Sequence[str]) -> None:
    close = near(name, there)
    meant = f"near: {', '.join(close)}" if close else f"try another --{what}"
    say_aside(f"no {what} {name!r} in the record; {meant}")


def near(name: str, there: Sequence[str]) -> list[str]:
    """Names that are written nearly so, as a whole or in one of their words, the nearest first."""
    from rapidfuzz.fuzz import ratio

    asked = name.casefold()

    def likeness(other: str) -> float:
        whole = other.casefold()
        words = [word for word in whole.split() if len(word) >= SHORT]
        return max(ratio(asked, one) for one in (whole, *words))

    like = [(likeness(one), one) for one in there]
    return [one for score, one in sorted(like, key=lambda each: (-each[0], each[1])) if score >= NEAR][:MOST_NEAR]
