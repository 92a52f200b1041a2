"""Commands that lay reports side by side: utterances, disagreements, copies, coverage, verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import gathered, opened
from onrecord.cli.near import show_asked
from onrecord.cli.options import (
    DEFAULT_RECORD,
    MOST_MEGABYTES,
    WHICH,
    Asked,
    Format,
    FormatOption,
    MaxSize,
    RecordOption,
    WeightName,
)
from onrecord.cli.output import SKIPPED, say_fault, show
from onrecord.model import Fault
from onrecord.views.copies import COPIES
from onrecord.views.coverage import COVERAGE
from onrecord.views.disagreements import DISAGREEMENTS
from onrecord.views.utterances import UTTERANCES
from onrecord.views.verdicts import VERDICTS, Verified

if TYPE_CHECKING:
    from onrecord.model import Report
    from onrecord.record import Filter

NOT_ALL = Fault(
    "disagreements",
    "not all stories had their sentences laid side by side",
    "ask for a story, a report, an outlet or days, of 1,000 reports at most",
    minor=True,
)


@dataclass(frozen=True)
class AskedUtterances(Asked):
    """What is asked of utterances alone."""

    alone: Annotated[
        bool, typer.Option("--alone", help="Also what is doubtful, or one report alone has.", rich_help_panel=WHICH)
    ] = False


def utterances(asked: AskedUtterances) -> None:
    """List what several reports say was said, with how their wordings differ.

    The most complete direct wording stands as the base. Below it, each report has a letter, and "cease] stop the B" is
    to say that B has "stop the" where the base has "cease". What may be more than one act of speaking is left out; how
    many those are stands on standard error.

    \b
    $ onrecord utterances --speaker Voss
    $ onrecord utterances --search "gunboats" --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        left = across.LeftOut()
        found = across.utterances(record, asked.filter(), alone=asked.alone, left=left)
        show_asked(record, asked, UTTERANCES, found)
        if left.doubtful:
            say_fault(_doubtful(left.doubtful))


def _doubtful(count: int) -> Fault:
    what = "1 was left out that may be" if count == 1 else f"{count} were left out that may each be"
    return Fault("utterances", f"{what} more than one act of speaking", "--alone shows all", minor=True)


@dataclass(frozen=True)
class AskedDisagreements(Asked):
    """What is asked of disagreements alone."""

    weight: Annotated[
        WeightName | None,
        typer.Option(
            "--weight", metavar="WEIGHT", help="serious, slight or trifling: that, or more.", rich_help_panel=WHICH
        ),
    ] = None

    def filter(self) -> Filter:
        return replace(super().filter(), weight=None if self.weight is None else self.weight.value)


def disagreements(asked: AskedDisagreements) -> None:
    """List where reports differ on the same thing, the serious ones first, and trifles last.

    A figure, the day of an event, who said it or whose plan it is, how far a yes goes, the wording of one utterance or
    of one sentence, the role or the spelling of a name.

    \b
    $ onrecord disagreements --weight serious
    $ onrecord disagreements --since 2024-09-12 --format jsonl
    """
    from onrecord import across
    from onrecord.parallels import reaches_all

    with opened(asked.record) as record:
        show_asked(record, asked, DISAGREEMENTS, across.disagreements(record, asked.filter()))
        if not reaches_all(record, asked.filter()):
            say_fault(NOT_ALL)


def copies(asked: Asked) -> None:
    """List which reports are copies of others, whole or in part.

    With the likely origin, how much of the copy stands there, and whom it credits ("Agencies - Torland Press"). What a
    copy has counts once, with its origin.

    \b
    $ onrecord copies
    $ onrecord copies --outlet "Inland Post" --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        show_asked(record, asked, COPIES, across.copies(record, asked.filter()))


def coverage(asked: Asked) -> None:
    """List which outlets have what was said, and which left it out.

    Only an outlet that reported the occasion (what one speaker said on one day) can leave something out. An outlet that
    prints another's report is marked as its copy.

    \b
    $ onrecord coverage --speaker Voss
    $ onrecord coverage --format csv > coverage.csv
    """
    from onrecord import across

    with opened(asked.record) as record:
        show_asked(record, asked, COVERAGE, across.coverage(record, asked.filter()))


@dataclass(frozen=True)
class VerifyOptions:
    """What is asked of a report's quotations."""

    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A file (.txt .md .html .jsonl), or one in the record.")
    ]
    against: Annotated[str, typer.Option(metavar="TRANSCRIPT", help="What was said, word for word; likewise.")]
    record: RecordOption = DEFAULT_RECORD
    format: FormatOption = Format.table
    max_size: MaxSize = MOST_MEGABYTES


def verify(options: VerifyOptions) -> None:
    """Hold a report's quotations against the transcript.

    Each is verbatim, altered (and how), or not found in it. Brackets and ellipses that own up to a change, figures for
    numbers in words, and capitals and stops are no alterations. Each of the two is a file, or a report in the record
    by its id, the start of it, or its path.

    \b
    $ onrecord verify courier.txt --against briefing.txt
    $ onrecord verify 002_torland-courier.txt --against 008_presidency-transcript.txt --record talks.db
    """
    from onrecord import across

    transcript = _only(options.against, options)
    reports = _meant(options.report, options)
    faults: list[Fault] = []
    rows = (
        Verified(report, transcript, verdict)
        for report in _without_faults(reports, faults)
        for verdict in across.verify(report, transcript)
    )
    show(VERDICTS, rows, options.format)
    if faults:
        raise typer.Exit(SKIPPED)


def _without_faults(found: Iterable[Report | Fault], faults: list[Fault]) -> Iterator[Report]:
    for one in found:
        if isinstance(one, Fault):
            say_fault(one)
            faults += [] if one.minor else [one]
        else:
            yield one


def _meant(which: str, options: VerifyOptions) -> Iterator[Report | Fault]:
    """What lies at the path; where nothing does, the report in the record that goes by that."""
    if which == "-" or Path(which).exists() or not Path(options.record).exists():
        yield from gathered([which], options.max_size)
        return
    from onrecord.meant import UnreadableError, report_named

    with opened(options.record) as record:
        try:
            yield report_named(record, which)
        except UnreadableError as error:
            yield error.fault


def _only(path: str, options: VerifyOptions) -> Report:
    """The one report that is meant; leaves with 1 where there is none, or more than one."""
    faults: list[Fault] = []
    found = list(_without_faults(_meant(path, options), faults))
    if len(found) == 1:
        return found[0]
    if not faults:
        say_fault(Fault(path, f"{len(found)} reports in it", "name the one transcript"))
    raise typer.Exit(SKIPPED)
