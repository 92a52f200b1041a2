"""The agreement table as data and for people: what each party holds on an issue, the newest first, with its day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.edtf import bounds
from onrecord.model.jsonform import JsonObject
from onrecord.model.position import AgreementRow, Passage, Standing
from onrecord.model.statement import Stance
from onrecord.views.agreement import ORDER, YES
from onrecord.views.formats import Column, View
from onrecord.views.positions import THIN, held_shape, mark
from onrecord.views.shapes import BETWEEN, Flat
from onrecord.views.tables import day, in_few_words

SILENT = "silent"
BESIDE = ", "
MOST_NAMED = 8
MOST_STORIES = 4
MOST_OF_ONE = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One stance of a cell: the newest day on which it was told, how surely, and the positions by which it stands."""

    stance: Stance
    as_of: str | None
    mark: str
    held: tuple[Standing, ...]

    def words(self, said: Callable[[str], str] = str) -> str:
        """The stance in the words of `said`, how sure it is, and the day: "accepts (doubtful) 2024-09-12"."""
        return " ".join(one for one in (said(self.stance) + self.mark, day(self.as_of)) if one)


def told(row: AgreementRow, at: int) -> tuple[Told, ...]:
    """What the party does on the issue, the newest first; what has no day comes last."""
    thinly = row.thin_stances(at)
    held = row.held[at] if row.held else ()
    every = [_told(stance, held, stance in thinly) for stance in row.stances[at]]
    return tuple(sorted(sorted(every, key=lambda one: ORDER.index(one.stance)), key=_latest, reverse=True))


def _told(stance: Stance, held: Sequence[Standing], thin: bool) -> Told:
    kind = YES if stance == "accepts-conditionally" else {stance}
    of = [one for one in held if one.position.stance in kind and (thin or not one.position.thin)]
    newest_first = tuple(sorted(of, key=_day, reverse=True))
    if not newest_first:
        return Told(stance, None, THIN if thin else "", ())
    first = newest_first[0].position
    return Told(stance, first.as_of, THIN if thin else mark(first), newest_first)


def _latest(one: Told) -> str:
    return _last(one.as_of)


def _day(one: Standing) -> str:
    return _last(one.position.as_of)


def _last(as_of: str | None) -> str:
    found = bounds(as_of)
    return found[1] if found else ""


def agreement_view(parties: Sequence[str]) -> View[AgreementRow]:
    """The view of a table over these parties."""
    return View(
        "issues",
        agreement_shape,
        _flat,
        (
            Column("Issue", lambda row: row.label, lambda row: row.verdict, ratio=2),
            *(_party_column(at, party) for at, party in enumerate(parties)),
        ),
    )


def agreement_shape(row: AgreementRow) -> JsonObject:
    held = row.held or ((),) * len(row.parties)
    return {
        "issue": row.issue,
        "verdict": row.verdict,
        "parties": {party: list(stances) for party, stances in zip(row.parties, row.stances, strict=True)},
        "thin": list(row.thin),
        "withheld": list(row.withheld),
        "held": {
            party: [held_shape(one) for one in sorted(cell, key=_day, reverse=True)]
            for party, cell in zip(row.parties, held, strict=True)
        },
        "left_out": list(row.left_out),
    }


def _flat(row: AgreementRow) -> Flat:
    cells: Flat = {party: cell(row, at, between=BETWEEN) or SILENT for at, party in enumerate(row.parties)}
    return {"issue": row.issue, "verdict": row.verdict, **cells}


def _party_column(at: int, party: str) -> Column[AgreementRow]:
    return Column(party, lambda row: cell(row, at, in_few_words) or SILENT, ratio=2)


def cell(row: AgreementRow, at: int, said: Callable[[str], str] = str, between: str = BESIDE) -> str:
    """What the party does on the issue: "demands 2024-09-14, accepts 2024-09-12"; "(thin)" where what is told of it is
    left out; nothing of who is silent."""
    return between.join(one.words(said) for one in told(row, at)) or (
        THIN.strip() if row.parties[at] in row.withheld else ""
    )


def who_is_left_out(rows: Sequence[AgreementRow], shown: int | None = None) -> str | None:
    """In words, the parties that hold positions and have no column (of which the first so many are shown), or null."""
    if not rows:
        return None
    parties = (*(rows[0].parties[shown:] if shown is not None else ()), *rows[0].left_out)
    if not parties:
        return None
    rest = len(parties) - MOST_NAMED
    return ", ".join(parties[:MOST_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")


def reports_behind(rows: Sequence[AgreementRow]) -> set[str]:
    """Ids of the reports that show what the table says."""
    return {place.report for _, place in _shown(rows)}


def of_several_stories(rows: Sequence[AgreementRow], story_of: Mapping[str, str]) -> str | None:
    """In words, that reports of several stories stand in one table, with whom each is about; null where it is one.

    `story_of` is the id of the story of each report. Whoever says yes in one of them need not answer who says no in
    another.
    """
    about: dict[str, Counter[str]] = defaultdict(Counter)
    for party, place in _shown(rows):
        if place.report in story_of:
            about[story_of[place.report]][party] += 1
    if len(about) < 2:
        return None
    order = sorted(about, key=lambda story: (-about[story].total(), story))
    named = [
        f"{story} ({', '.join(party for party, _ in about[story].most_common(MOST_OF_ONE))})"
        for story in order[:MOST_STORIES]
    ]
    rest = len(order) - MOST_STORIES
    more = f" and {rest:,} more" if rest > 0 else ""
    return f"one table of {len(order):,} stories, which --story takes one by one: {', '.join(named)}{more}"


def _shown(rows: Sequence[AgreementRow]) -> list[tuple[str, Passage]]:
    """Each party of a cell with each passage that shows what it holds."""
    return [
        (party, place)
        for row in rows
        for party, held in zip(row.parties, row.held, strict=False)
        for one in held
        for place in one.position.evidence
    ]
