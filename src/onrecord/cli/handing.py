"""Commands that make something to hand on: brief, cite, export."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import DEFAULT_CODEBOOK, DEFAULT_RECORD, HOW, Codebook, Quiet, RecordOption, Wanted
from onrecord.cli.output import SKIPPED, counting, plural, say, say_fault, say_other_issues, screen
from onrecord.model import Fault
from onrecord.views.formats import csv_of
from onrecord.views.harmless import json_line, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.handing import Brief
    from onrecord.record import ReportRow


class BriefFormat(StrEnum):
    table = "table"
    md = "md"
    html = "html"
    jsonl = "jsonl"
    csv = "csv"
    bibtex = "bibtex"
    csl = "csl"


class CiteFormat(StrEnum):
    bibtex = "bibtex"
    csl = "csl"


class ExportFormat(StrEnum):
    jsonld = "jsonld"
    csv = "csv"
    parquet = "parquet"
    tei = "tei"
    datasette = "datasette"


Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there.", rich_help_panel=HOW)
]


@dataclass(frozen=True)
class AskedBrief(Wanted):
    """What is asked of the brief alone."""

    codebook: Codebook = DEFAULT_CODEBOOK
    format: Annotated[
        BriefFormat, typer.Option("--format", "-f", help="To read, to hand on, as data.", rich_help_panel=HOW)
    ] = BriefFormat.table
    output: Output = None


def brief(asked: AskedBrief) -> None:
    """Show on a page or two what the record holds, each line with its sources.

    Who agrees on what, and under which conditions; what shifted; the reports; who speaks, for whom, how often; what
    weighs most, by party and day; where the reports differ; what to read; what is not known. As html it is one file
    that needs nothing else and prints; bibtex and csl list the reports that it cites.

    \b
    $ onrecord brief
    $ onrecord brief --party Keldavia --since 2024-09-12
    $ onrecord brief --format html --output brief.html
    """
    from onrecord.codebook import load
    from onrecord.handing import whole_brief

    with opened(asked.record) as record:
        say_other_issues(record, load(asked.codebook))
        made = whole_brief(record, asked.filter(), asked.codebook)
    with written(asked.output) as out:
        _BRIEFS[asked.format](made, out)


@dataclass(frozen=True)
class AskedCite(Wanted):
    """What is asked of citations alone."""

    format: Annotated[CiteFormat, typer.Option("--format", "-f", help="BibTeX or CSL-JSON.", rich_help_panel=HOW)] = (
        CiteFormat.bibtex
    )
    output: Output = None


def cite(asked: AskedCite) -> None:
    """Cite reports in the form that reference managers read.

    \b
    $ onrecord cite > reports.bib
    $ onrecord cite --issue ceasefire --format csl --output reports.json
    """
    with opened(asked.record) as record, written(asked.output) as out:
        _cite(record.reports(asked.filter()), asked.format, out)


@dataclass(frozen=True)
class ExportOptions:
    """What is asked of an export."""

    folder: Annotated[str, typer.Argument(metavar="DIR", help="A new or empty folder.")]
    format: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="jsonld, csv, parquet, tei or datasette.", show_choices=False)
    ]
    record: RecordOption = DEFAULT_RECORD
    force: Annotated[bool, typer.Option("--force", help="Replace what is in the folder.")] = False
    quiet: Quiet = False


def export(options: ExportOptions) -> None:
    """Write the whole record as files that other programs take.

    JSON-LD (schema.org, Web Annotation, PROV); CSV as a data package; Parquet; TEI with apparatus; an SQLite file with
    views and metadata for Datasette. docs/exports.md says what each column means.

    \b
    $ onrecord export talks-csv --format csv
    $ onrecord export talks-tei --format tei --record talks.db
    """
    from onrecord.handing import contents
    from onrecord.views.exports import ExportError
    from onrecord.views.exports import export as export_all

    with opened(options.record) as record, counting("Exporting", quiet=options.quiet) as count:
        try:
            files = export_all(contents(record, count), Path(options.folder), options.format, force=options.force)
        except ExportError as error:
            say_fault(error.fault)
            raise typer.Exit(SKIPPED) from None
    if not options.quiet:
        say(f"{options.folder}: {plural(len(files), 'file')} written")


@contextmanager
def written(path: str | None) -> Iterator[TextIO]:
    """Standard output, or the file, which is there whole or not at all; what hinders it is said in one line."""
    if path is None:
        yield sys.stdout
        return
    target = Path(path)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(target)
    except OSError as error:
        say_fault(Fault(path, f"it cannot be written: {error.strerror}", "name another file with --output"))
        raise typer.Exit(SKIPPED) from None
    finally:
        part.unlink(missing_ok=True)


def _lines(lines: Iterable[str], out: TextIO) -> None:
    out.writelines(f"{line}\n" for line in lines)


def _cite(reports: Iterable[ReportRow], format: CiteFormat, out: TextIO) -> None:
    from onrecord.views.citing import bibtex, csl

    if format is CiteFormat.bibtex:
        _lines(bibtex(reports), out)
    else:
        out.write(json.dumps(csl(reports), ensure_ascii=False, indent=1) + "\n")


def _table(made: Brief, out: TextIO) -> None:
    from rich.text import Text

    from onrecord.views.brief_page import SOURCES
    from onrecord.views.screen import FAINT, HEADING, WIDEST

    console = _console(out)
    for section in made.sections:
        console.print(Text(one_line(section.title), style=HEADING))
        console.print(section.table(min(console.width, WIDEST), made.notes))
        if section.note:
            console.print(Text(one_line(section.note), style=FAINT))
        console.print()
    if made.notes.notes:
        console.print(Text(SOURCES, style=HEADING))
        for line in made.notes.text():
            console.print(Text(line))


def _console(out: TextIO) -> Console:
    from rich.console import Console

    from onrecord.views.screen import WIDTH_WHEN_PIPED

    if out is sys.stdout:
        return screen()
    return Console(file=out, width=WIDTH_WHEN_PIPED, highlight=False, markup=False, emoji=False)


_BRIEFS: dict[BriefFormat, Callable[[Brief, TextIO], None]] = {
    BriefFormat.table: _table,
    BriefFormat.md: lambda made, out: _lines(made.markdown(), out),
    BriefFormat.html: lambda made, out: out.writelines(made.html()),
    BriefFormat.jsonl: lambda made, out: _lines(map(json_line, made.lines()), out),
    BriefFormat.csv: lambda made, out: _lines(csv_of(flat for one in made.sections for flat in one.flat()), out),
    BriefFormat.bibtex: lambda made, out: _cite(made.reports(), CiteFormat.bibtex, out),
    BriefFormat.csl: lambda made, out: _cite(made.reports(), CiteFormat.csl, out),
}
