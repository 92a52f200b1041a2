"""Commands that write the record: add, remove, set, reread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import gathered, opened, reader_with
from onrecord.cli.options import (
    DEFAULT_CODEBOOK,
    DEFAULT_RECORD,
    MOST_MEGABYTES,
    Codebook,
    MaxSize,
    Paths,
    Quiet,
    RecordOption,
    Workers,
)
from onrecord.cli.output import SKIPPED, counting, plural, say, say_fault
from onrecord.model import Fault

if TYPE_CHECKING:
    from onrecord.pipeline import Done, Outcome
    from onrecord.record import Record

LONG = 60  # seconds

Reference = Annotated[str, typer.Argument(metavar="REPORT", help="Its id, the start of it, or its path.")]


@dataclass(frozen=True)
class AddOptions:
    paths: Paths
    record: RecordOption = DEFAULT_RECORD
    workers: Workers = 1
    codebook: Codebook = DEFAULT_CODEBOOK
    max_size: MaxSize = MOST_MEGABYTES
    quiet: Quiet = False


def add(options: AddOptions) -> None:
    """Read what is new into the record.

    Adding a report twice changes nothing. Each is saved whole or not at all: whoever stops halfway keeps what was
    saved, and goes on by adding again.

    \b
    $ onrecord add examples                          into ./onrecord.db
    $ onrecord add reports/ --record talks.db -w 4   into talks.db, four processes
    """
    from onrecord import pipeline

    with opened(options.record, create=True) as record:
        done = pipeline.add(
            record,
            gathered(options.paths, options.max_size),
            load_reader=reader_with(options.codebook),
            workers=options.workers,
        )
        begun = monotonic()
        skipped = _follow("Adding", done, record.place, quiet=options.quiet)
        if monotonic() - begun > LONG:
            _tell_what_takes_long(record, options.codebook)
    _leave_with(skipped)


def _tell_what_takes_long(record: Record, codebook: str) -> None:
    """So that whoever opens the pages of a large record first need not wait; a small part of what adding took."""
    from contextlib import nullcontext

    from onrecord.cli.remembering import Remembered

    Remembered(record, codebook, lambda: nullcontext(record)).keep_all()


@dataclass(frozen=True)
class RemoveOptions:
    report: Reference
    because: Annotated[str, typer.Option(metavar="REASON", help="Why; it is kept beside the report.")]
    purge: Annotated[bool, typer.Option("--purge", help="Drop the text as well, for good.")] = False
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def remove(options: RemoveOptions) -> None:
    """Withdraw a report.

    Nothing of it is shown any more; its text and the reason stay, unless it is purged.

    \b
    $ onrecord remove report-3f0c --because "a hoax"
    $ onrecord remove examples/010_river-watch.txt --because "the outlet withdrew it" --purge
    """
    from onrecord import pipeline

    with opened(options.record) as record:
        done = pipeline.remove(record, options.report, because=options.because, purge=options.purge)
        _leave_with(_follow("Removing", done, record.place, quiet=options.quiet))


@dataclass(frozen=True)
class SetOptions:
    report: Reference
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When: 2024-09-12.")] = None
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Its headline.")] = None
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Its language: en.")] = None
    primary: Annotated[
        bool | None, typer.Option("--primary/--no-primary", help="A transcript or official text, or none.")
    ] = None
    because: Annotated[str, typer.Option(metavar="REASON", help="Why.")] = "corrected by hand"
    record: RecordOption = DEFAULT_RECORD
    codebook: Codebook = DEFAULT_CODEBOOK
    quiet: Quiet = False


def set_(options: SetOptions) -> None:
    """Mend a report's outlet, day, title or language, or say whether it is a transcript.

    Its id stays, and it is read again.

    \b
    $ onrecord set examples/010_river-watch.txt --published 2024-09-14
    $ onrecord set report-3f0c --outlet "River Watch" --because "the masthead says so"
    """
    from onrecord import pipeline

    if {options.outlet, options.published, options.title, options.language, options.primary} == {None}:
        raise typer.BadParameter("nothing to set; give --outlet, --published, --title, --language or --primary")
    with opened(options.record) as record:
        done = pipeline.mend(
            record,
            options.report,
            load_reader=reader_with(options.codebook),
            because=options.because,
            outlet=options.outlet,
            published=options.published,
            title=options.title,
            language=options.language,
            primary=options.primary,
        )
        _leave_with(_follow("Reading again", done, record.place, quiet=options.quiet))


@dataclass(frozen=True)
class RereadOptions:
    changed: Annotated[
        bool, typer.Option("--changed", help="Only what the software, its model or the report changed under.")
    ] = False
    record: RecordOption = DEFAULT_RECORD
    workers: Workers = 1
    codebook: Codebook = DEFAULT_CODEBOOK
    quiet: Quiet = False


def reread(options: RereadOptions) -> None:
    """Read the recorded reports again.

    For after an update of onrecord. Corrections made by hand stay.

    \b
    $ onrecord reread --changed
    """
    from onrecord import pipeline

    reader = reader_with(options.codebook)
    with opened(options.record) as record:
        done = pipeline.reread(record, load_reader=reader, workers=options.workers, changed_only=options.changed)
        _leave_with(_follow("Reading again", done, record.place, quiet=options.quiet, total=record.counts().reports))


@dataclass
class _Sum:
    """What became of the reports."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    words: int = 0
    statements: int = 0
    skipped: int = 0

    def take(self, one: Done | Fault) -> None:
        if isinstance(one, Fault):
            self.skipped += not one.minor
            return
        self.outcomes[one.outcome] += 1
        if one.outcome in ("added", "read again"):
            self.words += one.words
            self.statements += one.statements

    def line(self, record: str) -> str:
        """`onrecord.db: 11 reports added (2,741 words, 143 statements), 1 skipped`."""
        parts = []
        for outcome, count in self.outcomes.items():
            read = f" ({plural(self.words, 'word')}, {plural(self.statements, 'statement')})"
            parts.append(f"{plural(count, 'report')} {outcome}{read if outcome in ('added', 'read again') else ''}")
        if self.skipped:
            parts.append(f"{self.skipped:,} skipped")
        return f"{record}: {', '.join(parts) or 'no reports'}"


def _follow(what: str, done: Iterable[Done | Fault], record: str, *, quiet: bool, total: int | None = None) -> int:
    """Does the work, says each fault as it comes and the sum at the end; how many were skipped."""
    so_far = _Sum()
    try:
        with counting(what, quiet=quiet, total=total) as count:
            for one in done:
                if isinstance(one, Fault):
                    say_fault(one)
                so_far.take(one)
                count()
    finally:
        if not quiet:
            say(so_far.line(record))
    return so_far.skipped


def _leave_with(skipped: int) -> None:
    """With 1 where something was skipped."""
    if skipped:
        raise typer.Exit(SKIPPED)
