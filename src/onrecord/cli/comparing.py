"""Commands that lay reports side by side: utterances, disagreements, coverage, verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import gathered, opened
from onrecord.cli.options import MOST_MEGABYTES, WHICH, Asked, Format, FormatOption, MaxSize
from onrecord.cli.output import SKIPPED, say_fault, show
from onrecord.model import Fault
from onrecord.views.coverage import COVERAGE
from onrecord.views.disagreements import DISAGREEMENTS
from onrecord.views.utterances import UTTERANCES
from onrecord.views.verdicts import VERDICTS, Verified

if TYPE_CHECKING:
    from onrecord.model import Report


@dataclass(frozen=True)
class AskedUtterances(Asked):
    """What is asked of utterances alone."""

    alone: Annotated[bool, typer.Option("--alone", help="Also what one report alone has.", rich_help_panel=WHICH)] = (
        False
    )


def utterances(asked: AskedUtterances) -> None:
    """List what several reports say was said, with how their wordings differ.

    The most complete direct wording stands as the base. Below it, each report has a letter, and "cease] stop the B" is
    to say that B has "stop the" where the base has "cease".

    \b
    $ onrecord utterances --speaker Voss
    $ onrecord utterances --search "gunboats" --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        show(UTTERANCES, across.utterances(record, asked.filter(), alone=asked.alone), asked.format)


def disagreements(asked: Asked) -> None:
    """List where reports differ on the same thing.

    A figure, a day, who said it, the wording of one utterance, the role or the spelling of a name.

    \b
    $ onrecord disagreements
    $ onrecord disagreements --since 2024-09-12 --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        show(DISAGREEMENTS, across.disagreements(record, asked.filter()), asked.format)


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
        show(COVERAGE, across.coverage(record, asked.filter()), asked.format)


@dataclass(frozen=True)
class VerifyOptions:
    """What is asked of a report's quotations."""

    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report: .txt .md .html .jsonl.")]
    against: Annotated[str, typer.Option(metavar="TRANSCRIPT", help="What was said, word for word.")]
    format: FormatOption = Format.table
    max_size: MaxSize = MOST_MEGABYTES


def verify(options: VerifyOptions) -> None:
    """Hold a report's quotations against the transcript.

    Each is verbatim, altered (and how), or not found in it. Brackets and ellipses that own up to a change, figures for
    numbers in words, and capitals and stops are no alterations.

    \b
    $ onrecord verify courier.txt --against briefing.txt
    """
    from onrecord import across

    transcript = _only(options.against, options.max_size)
    reports = gathered([options.report], options.max_size)
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
            faults.append(one)
        else:
            yield one


def _only(path: str, megabytes: float) -> Report:
    """The one report at the path; leaves with 1 where there is none, or more than one."""
    faults: list[Fault] = []
    found = list(_without_faults(gathered([path], megabytes), faults))
    if len(found) == 1:
        return found[0]
    if not faults:
        say_fault(Fault(path, f"{len(found)} reports in it", "name the one transcript"))
    raise typer.Exit(SKIPPED)
