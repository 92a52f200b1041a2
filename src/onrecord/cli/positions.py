"""Commands that say where the parties stand: positions, conditions, agreement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import DEFAULT_CODEBOOK, WHICH, Asked, Codebook, StanceOption
from onrecord.cli.output import say_other_issues, show
from onrecord.views.agreement import agreement
from onrecord.views.positions import CONDITIONS, POSITIONS, agreement_view

if TYPE_CHECKING:
    from onrecord.record import Filter


@dataclass(frozen=True)
class AskedInForce(Asked):
    """What is asked of where parties stand on a day."""

    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only those in force that day: 2024-09-12.", rich_help_panel=WHICH),
    ] = None


@dataclass(frozen=True)
class AskedPositions(AskedInForce):
    """What is asked of positions alone."""

    stance: StanceOption = None

    def filter(self) -> Filter:
        return replace(super().filter(), stance=self.stance.value if self.stance else None)


@dataclass(frozen=True)
class AskedAgreement(AskedInForce):
    """What is asked of the agreement table."""

    codebook: Codebook = DEFAULT_CODEBOOK
    thin: Annotated[
        bool,
        typer.Option(
            "--thin", help="Show what is told thinly too, marked; most of it is wrong.", rich_help_panel=WHICH
        ),
    ] = False


def positions(asked: AskedPositions) -> None:
    """List where each party stands on each issue, since when, and under which conditions.

    A yes with a condition in any report of the same days is a conditional yes.

    \b
    $ onrecord positions --party Velmora
    $ onrecord positions --as-of 2024-09-12 --issue ceasefire
    $ onrecord positions --stance accepts-conditionally
    $ onrecord positions --format jsonl
    """
    from onrecord import standing

    with opened(asked.record) as record:
        show(POSITIONS, standing.positions(record, asked.filter(), as_of=asked.as_of), asked.format)


def conditions(asked: Asked) -> None:
    """List what must hold for an acceptance, an offer or a threat to count.

    \b
    $ onrecord conditions --party Torland --issue ceasefire
    """
    from onrecord.record.conditions import condition_rows

    with opened(asked.record) as record:
        show(CONDITIONS, condition_rows(record, asked.filter()), asked.format)


def agreed(asked: AskedAgreement) -> None:
    """Show issues by parties: agreed, conditional, contested, open, silent.

    What is told thinly (one origin alone, by words that may well do something else) is left out;
    but a yes whose condition is told thinly is no plain yes: it is conditional, and marked.

    \b
    $ onrecord agreement
    $ onrecord agreement --as-of 2024-09-12 --format md
    $ onrecord agreement --thin
    """
    from onrecord import standing
    from onrecord.codebook import load

    with opened(asked.record) as record:
        book = load(asked.codebook)
        say_other_issues(record, book)
        rows = agreement(standing.leading(record, asked.filter(), as_of=asked.as_of), book, thin=asked.thin)
        show(agreement_view(rows[0].parties if rows else ()), rows, asked.format)


def proposals(asked: Asked) -> None:
    """List the proposals on the table: whose, since when, on which terms, and who answered what.

    \b
    $ onrecord proposals
    $ onrecord proposals --party Torland --format jsonl
    """
    from onrecord import standing
    from onrecord.views.proposals import PROPOSALS

    with opened(asked.record) as record:
        show(PROPOSALS, standing.proposals(record, asked.filter()), asked.format)


def changes(asked: Asked) -> None:
    """List what shifted: whose stance or condition, from what to what, on which words, and who was first to tell it.

    Silence is no shift, and two speakers of one party who differ within a week are in conflict.

    \b
    $ onrecord changes --since 2024-09-01
    $ onrecord changes --party Torland --issue ceasefire
    """
    from onrecord import standing
    from onrecord.views.changes import CHANGES

    with opened(asked.record) as record:
        show(CHANGES, standing.changes(record, asked.filter()), asked.format)
