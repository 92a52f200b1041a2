"""Which outlets have an utterance, and how; which reported its occasion and left it out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Kind
from onrecord.model.coverage import Cell, How

FULLEST: tuple[Kind, ...] = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Told:
    """An utterance as one report has it: from which outlet, how, and of which report it is a copy (or itself)."""

    utterance: str
    report: str
    outlet: str
    kind: Kind
    origin: str


def coverage(occasion: Iterable[Told]) -> dict[str, tuple[Cell, ...]]:
    """For each utterance of one occasion, a cell for each outlet that reported the occasion, sorted by outlet.

    Only who reported the occasion can leave something out. A copy of a report of another outlet says that it is one.
    """
    every = list(occasion)
    outlets = sorted({one.outlet for one in every})
    found: dict[str, dict[str, list[Told]]] = {}
    for one in every:
        found.setdefault(one.utterance, {}).setdefault(one.outlet, []).append(one)
    of = {one.report: one.outlet for one in every}
    return {
        utterance: tuple(_cell(outlet, told.get(outlet, []), of) for outlet in outlets)
        for utterance, told in found.items()
    }


def _cell(outlet: str, told: Iterable[Told], of: Mapping[str, str]) -> Cell:
    here = sorted(told, key=lambda one: (FULLEST.index(one.kind), one.report))
    how: How = here[0].kind if here else "not at all"
    own = any(one.origin == one.report or of.get(one.origin) == outlet for one in here)
    copy_of = None if own or not here else here[0].origin
    return Cell(outlet, how, tuple(dict.fromkeys(one.report for one in here)), copy_of)
