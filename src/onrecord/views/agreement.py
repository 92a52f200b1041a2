"""Issues by parties: who agrees, on which conditions, who contests, who is silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model.position import AgreementRow, Standing, Verdict, most_told
from onrecord.model.statement import Stance

if TYPE_CHECKING:
    from onrecord.codebook import Codebook

ORDER: tuple[Stance, ...] = (
    "accepts", "accepts-conditionally", "rejects", "undecided", "proposes", "demands", "threatens", "accuses",
)  # fmt: skip
YES: frozenset[Stance] = frozenset({"accepts", "accepts-conditionally"})
WANTS: frozenset[Stance] = YES | {"proposes", "demands"}
MOST_PARTIES = 6


def agreement(
    rows: Iterable[Standing], codebook: Codebook, most: int = MOST_PARTIES, *, thin: bool = False
) -> tuple[AgreementRow, ...]:
    """Issues by parties, in the codebook's order; those parties of whom `most_told` tells, beside those left out.

    What is told thinly is left out, unless it is asked for: of such cells a strict reader found one in seven right. But
    a yes whose condition is told thinly is not shown as a plain one: it is conditional, in the verdict too, and its
    party is in `thin`. And who is told of thinly alone has a column where more is told of it than of another who has
    one: a side that is heard in hints is a side.
    """
    every = [row for row in rows if row.position.issue is not None]
    yes = {_line(row) for row in every if row.position.stance == "accepts" and not row.position.thin}
    held = [row for row in every if thin or not row.position.thin or (_line(row) in yes and _hangs(row))]
    ranked = most_told(row.position for row in every)
    parties = _with_columns(ranked, {row.position.party for row in held}, most)
    left_out = tuple(party for party in ranked if party not in parties)
    by: dict[tuple[str | None, str], list[Standing]] = {}
    for row in held:
        by.setdefault((row.position.issue, row.position.party), []).append(row)
    any_told = {_line(row) for row in every}
    found = []
    for issue in codebook.issues:
        cells = tuple(tuple(by.get((issue.id, party), ())) for party in parties)
        stances = tuple(map(_cell, cells))
        sure = [one for cell, one in zip(cells, stances, strict=True) if _firm(cell)]
        thinly = tuple(party for party, cell in zip(parties, cells, strict=True) if _is_thin(cell))
        withheld = tuple(
            party for party, cell in zip(parties, cells, strict=True) if not cell and (party, issue.id) in any_told
        )
        if any(stances):
            told = AgreementRow(issue.id, issue.label, _verdict(sure), parties, stances, cells, thinly)
            found.append(replace(told, withheld=withheld, left_out=left_out))
    return tuple(found)


def _with_columns(ranked: Sequence[str], shown: Collection[str], most: int) -> tuple[str, ...]:
    """The first so many; those have none who stand behind all that have something to show."""
    last = max((at for at, party in enumerate(ranked) if party in shown), default=-1)
    return tuple(ranked[: last + 1][:most])


def _cell(held: Sequence[Standing]) -> tuple[Stance, ...]:
    """The party's answer first; blame and what is told thinly only where it said nothing else."""
    said = {one.position.stance for one in _firm(held) or held}
    if "accepts" in said and any(map(_hangs, held)):
        said = said - YES | {"accepts-conditionally"}
    told = sorted(said, key=ORDER.index)
    return tuple(one for one in told if one != "accuses") or tuple(told)


def _is_thin(held: Sequence[Standing]) -> bool:
    """Whether what the cell shows is told thinly: all of it, or the condition that makes a yes conditional."""
    firm = {one.position.stance for one in _firm(held)}
    if not firm:
        return bool(held)
    return "accepts" in firm and "accepts-conditionally" not in firm and any(map(_hangs, held))


def _line(row: Standing) -> tuple[str, str | None]:
    return row.position.party, row.position.issue


def _hangs(row: Standing) -> bool:
    return row.position.stance == "accepts-conditionally"


def _firm(held: Sequence[Standing]) -> list[Standing]:
    return [one for one in held if not one.position.thin]


def _verdict(stances: Sequence[Sequence[Stance]]) -> Verdict:
    speaking = [set(each) for each in stances if each]
    everything: set[Stance] = set().union(*speaking)
    if "rejects" in everything and everything & WANTS:
        return "contested"
    if len(speaking) > 1 and all(each & YES for each in speaking):
        return "conditional" if "accepts-conditionally" in everything else "agreed"
    return "conditional" if "accepts-conditionally" in everything else "open"
