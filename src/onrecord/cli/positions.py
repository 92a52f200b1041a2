"""Commands that say where the parties stand: positions, conditions, agreement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.near import show_asked
from onrecord.cli.options import DEFAULT_CODEBOOK, HOW, WHICH, Asked, Codebook, StanceOption
from onrecord.cli.output import say_aside, say_other_issues
from onrecord.views.agreement import MOST_PARTIES, agreement
from onrecord.views.agreement_table import agreement_view, of_several_stories, reports_behind, who_is_left_out
from onrecord.views.positions import CONDITIONS, POSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.position import AgreementRow
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
    parties: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, help="How many parties, those first of whom most is told.", rich_help_panel=HOW
        ),
    ] = MOST_PARTIES


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
        show_asked(record, asked, POSITIONS, standing.positions(record, asked.filter(), as_of=asked.as_of))


def conditions(asked: Asked) -> None:
    """List what must hold for an acceptance, an offer or a threat to count.

    \b
    $ onrecord conditions --party Torland --issue ceasefire
    """
    from onrecord.record.conditions import condition_rows

    with opened(asked.record) as record:
        show_asked(record, asked, CONDITIONS, condition_rows(record, asked.filter()))


def agreed(asked: AskedAgreement) -> None:
    """Show issues by parties: agreed, conditional, contested, open, silent.

    The newest stance of a party stands first, each with its day. What is told thinly (one origin alone, by words that
    may well do something else) is left out, and only "(thin)" says that there is some;
    but a yes whose condition is told thinly is no plain yes: it is conditional, and marked.

    \b
    $ onrecord agreement
    $ onrecord agreement --as-of 2024-09-12 --format md
    $ onrecord agreement --thin
    """
    from onrecord import standing
    from onrecord.codebook import load
    from onrecord.record.told_stories import stories_of

    with opened(asked.record) as record:
        book = load(asked.codebook)
        say_other_issues(record, book)
        most = max(asked.parties, standing.MOST_HEARD)
        held = standing.leading(record, asked.filter(), as_of=asked.as_of, most=most)
        rows = agreement(held, book, asked.parties, thin=asked.thin)
        show_asked(record, asked, agreement_view(rows[0].parties if rows else ()), rows)
        _say_who_is_left_out(rows)
        if several := of_several_stories(rows, stories_of(record, reports_behind(rows))):
            say_aside(several)


def _say_who_is_left_out(rows: Sequence[AgreementRow]) -> None:
    others = who_is_left_out(rows)
    if others:
        say_aside(f"no column for {others}; --parties N shows N parties, --party NAME one, --thin what is told thinly")


def proposals(asked: Asked) -> None:
    """List the proposals on the table: whose, since when, on which terms, and who answered what.

    \b
    $ onrecord proposals
    $ onrecord proposals --party Torland --format jsonl
    """
    from onrecord import standing
    from onrecord.views.proposals import PROPOSALS

    with opened(asked.record) as record:
        show_asked(record, asked, PROPOSALS, standing.proposals(record, asked.filter()))


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
        show_asked(record, asked, CHANGES, standing.changes(record, asked.filter()))
