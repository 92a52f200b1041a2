"""Commands that ask the record: reports, statements, actors, timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.near import show_asked
from onrecord.cli.options import HOW, WHICH, Asked, Kind, StanceOption, Type
from onrecord.cli.output import plural, say_aside
from onrecord.views.shapes import Shown
from onrecord.views.tables import REPORTS, STATEMENTS, TIMELINE

if TYPE_CHECKING:
    from onrecord.record import Filter


@dataclass(frozen=True)
class AskedStatements(Asked):
    """What is asked of statements alone."""

    type: Annotated[
        Type | None,
        typer.Option(metavar="TYPE", help="assertion, belief, fact or eventuality (wanted).", rich_help_panel=WHICH),
    ] = None
    kind: Annotated[
        Kind | None, typer.Option(metavar="KIND", help="direct, indirect or mixed.", rich_help_panel=WHICH)
    ] = None
    min_confidence: Annotated[
        float | None,
        typer.Option(metavar="SHARE", min=0, max=1, help="At least so sure: 0.8.", rich_help_panel=WHICH),
    ] = None
    min_speaker_confidence: Annotated[
        float | None,
        typer.Option(metavar="SHARE", min=0, max=1, help="At least so sure who speaks: 0.9.", rich_help_panel=WHICH),
    ] = None
    stance: StanceOption = None
    context: Annotated[bool, typer.Option("--context", help="Show the sentences around.", rich_help_panel=HOW)] = False

    def filter(self) -> Filter:
        return replace(
            super().filter(),
            type=self.type.value if self.type else None,
            kind=self.kind.value if self.kind else None,
            min_confidence=self.min_confidence,
            min_speaker_confidence=self.min_speaker_confidence,
            stance=self.stance.value if self.stance else None,
        )


def statements(asked: AskedStatements) -> None:
    """List what was said, by whom, when, and where it stands.

    A place is `file:start-end`, offsets into the text of the report.

    \b
    $ onrecord statements --speaker Voss --since 2024-09-12
    $ onrecord statements --party Velmora --type assertion --context
    $ onrecord statements --search "gunboats" --format csv > gunboats.csv
    """
    from onrecord.views.context import with_context

    with opened(asked.record) as record:
        rows = record.statements(asked.filter())
        show_asked(record, asked, STATEMENTS, with_context(record, rows) if asked.context else map(Shown, rows))


@dataclass(frozen=True)
class AskedReports(Asked):
    """What is asked of reports alone."""

    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", help="Also those that were withdrawn.", rich_help_panel=WHICH)
    ] = False


def reports(asked: AskedReports) -> None:
    """List the reports, with their days and outlets.

    Beside each: how many statements it has, and whether it is unread, withdrawn or a later version.

    \b
    $ onrecord reports --outlet Meridian
    $ onrecord reports --search "gunboats" --format jsonl
    """
    with opened(asked.record) as record:
        show_asked(record, asked, REPORTS, record.reports(asked.filter(), withdrawn=asked.withdrawn))


def timeline(asked: Asked) -> None:
    """List events and statements, day by day.

    One event that several reports tell of is one line with its places, and so is what several say was said. A day that
    is not certain is written as EDTF has it: 2024-09, 2024-09-12~, 2024-09-09/2024-09-15. What has no day is left out,
    and counted on standard error.

    \b
    $ onrecord timeline --since 2024-09-10 --until 2024-09-14
    """
    from onrecord.record.facets import undated
    from onrecord.timeline import timeline as told

    with opened(asked.record) as record:
        show_asked(record, asked, TIMELINE, told(record, asked.filter()))
        if left_out := undated(record, asked.filter()):
            say_aside(f"left out {plural(left_out, 'statement')} without a day; `onrecord statements` lists them too")


@dataclass(frozen=True)
class AskedStories(Asked):
    """What is asked of stories alone."""

    alone: Annotated[bool, typer.Option("--alone", help="Also those of one report.", rich_help_panel=WHICH)] = False


def stories(asked: AskedStories) -> None:
    """List the stories: reports that go on with one another, by time, actors and words.

    A record that holds several negotiations keeps them apart. What is asked of statements and reports asks for stories
    of which one report has it; `--story` asks one story of every other command.

    \b
    $ onrecord stories --since 2024-09-10
    $ onrecord statements --story story-0a1b2c3d4e5f6071
    """
    from onrecord.views.stories import STORIES

    with opened(asked.record) as record:
        show_asked(record, asked, STORIES, record.stories(asked.filter(), alone=asked.alone))
