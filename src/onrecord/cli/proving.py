"""Commands that prove: check verifies a record, evaluate scores against a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import DEFAULT_RECORD, Format, FormatOption, Quiet, RecordOption
from onrecord.cli.output import SKIPPED, plural, say, say_fault, show
from onrecord.evaluation.tasks import TASKS, Line
from onrecord.model import Fault
from onrecord.views.formats import Column, View


@dataclass(frozen=True)
class CheckOptions:
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def check(options: CheckOptions) -> None:
    """Verify the record.

    Every span is what its report says, every id fits its content, the store is whole. One line for each fault; the
    exit code is 1 where there is one.

    \b
    $ onrecord check --record talks.db
    """
    with opened(options.record) as record:
        faults = 0
        for fault in record.check():
            say(fault)
            faults += 1
        counts = record.counts()
        place = record.place
    if not options.quiet:
        held = f"{plural(counts.reports, 'report')}, {plural(counts.statements, 'statement')}"
        say(f"{place}: {plural(faults, 'fault') if faults else 'no fault'} in {held}")
    if faults:
        raise typer.Exit(SKIPPED)


MEASURES: View[Line] = View(
    "measures",
    lambda line: {"measure": line.name, "value": line.value},
    lambda line: {"measure": line.name, "value": line.value},
    (Column("Measure", lambda line: line.name, ratio=3), Column("Value", lambda line: str(line.value), ratio=4)),
)


def _task(name: str) -> str:
    if name in TASKS:
        return name
    raise typer.BadParameter(f"no task {name!r}; there are {', '.join(sorted(TASKS))}")


@dataclass(frozen=True)
class EvaluateOptions:
    task: Annotated[str, typer.Argument(metavar="TASK", help=f"One of: {', '.join(TASKS)}.", callback=_task)]
    data: Annotated[Path, typer.Argument(metavar="DATA", help="The folder of the corpus.")]
    format: FormatOption = Format.table


def evaluate(options: EvaluateOptions) -> None:
    """Score onrecord against an annotated corpus.

    \b
    $ onrecord evaluate names ruwa_names/
    $ onrecord evaluate polnear polnear/dev --format jsonl
    """
    try:
        show(MEASURES, TASKS[options.task](options.data), options.format)
    except BrokenPipeError:
        raise  # who reads has read enough: "| head"
    except (OSError, ValueError, KeyError) as error:
        say_fault(Fault(options.task, str(error)))
        raise typer.Exit(SKIPPED) from None


@dataclass(frozen=True)
class CodebookOptions:
    codebook: Annotated[str, typer.Argument(metavar="NAME|FILE", help="peace, trade, labour, or your own file.")]
    quiet: Quiet = False


def codebook(options: CodebookOptions) -> None:
    """Tell what is wrong in a codebook.

    One line for each problem; the exit code is 1 where there is one.

    \b
    $ onrecord codebook check my-issues.yaml
    """
    from onrecord.codebook import CodebookError, check, load

    try:
        problems = check(load(options.codebook))
    except CodebookError as error:
        problems = [str(error)]
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(SKIPPED)
    if not options.quiet:
        say(f"{options.codebook}: no problem")
