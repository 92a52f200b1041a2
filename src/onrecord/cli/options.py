"""Options that several commands share. A command takes one frozen dataclass, each field of which is an option."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar, get_type_hints

import typer
from typer.models import OptionInfo

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from onrecord.record import Filter

Options = TypeVar("Options", bound="DataclassInstance")

WHICH = "Which"
HOW = "How to show them"


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"


class Kind(StrEnum):
    direct = "direct"
    indirect = "indirect"
    mixed = "mixed"


class WeightName(StrEnum):
    serious = "serious"
    slight = "slight"
    trifling = "trifling"


class StanceName(StrEnum):
    accepts = "accepts"
    accepts_conditionally = "accepts-conditionally"
    proposes = "proposes"
    demands = "demands"
    rejects = "rejects"
    threatens = "threatens"
    accuses = "accuses"
    undecided = "undecided"


class Type(StrEnum):
    assertion = "assertion"
    belief = "belief"
    fact = "fact"
    eventuality = "eventuality"


DEFAULT_RECORD = "onrecord.db"
DEFAULT_CODEBOOK = "auto"
MOST_MEGABYTES = 20.0

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files or folders: .txt .md .html .jsonl; - is standard input."),
]
RecordOption = Annotated[
    str,
    typer.Option(metavar="FILE|URL", envvar="ONRECORD_RECORD", help="The record: a file, or the URL of a database."),
]
Workers = Annotated[
    int,
    typer.Option("--workers", "-w", metavar="N", min=1, help="Processes that read; what they find is the same."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what went wrong.")]
MaxSize = Annotated[float, typer.Option(metavar="MB", min=0, help="A text of more megabytes is refused.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="A table, or data.", rich_help_panel=HOW)]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="The first N.", rich_help_panel=HOW)
]


def _which(metavar: str, text: str) -> OptionInfo:
    option: OptionInfo = typer.Option(metavar=metavar, help=text, rich_help_panel=WHICH)
    return option


def _day(text: str | None) -> str | None:
    """A day, month or year as ISO 8601 writes it; anything else is a wrong use."""
    if text is None or _DAY.fullmatch(text):
        return text
    raise typer.BadParameter(f"{text!r} is no date; write 2024-09-12, 2024-09 or 2024")


_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
Day = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="From this day on: 2024-09-12.", callback=_day, rich_help_panel=WHICH),
]
LastDay = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Up to this day, itself included.", callback=_day, rich_help_panel=WHICH),
]


def _codebook(name: str) -> str:
    """The name of a codebook that can be read; anything else is a wrong use."""
    if name == DEFAULT_CODEBOOK:
        return name
    from onrecord.codebook import CodebookError, load

    try:
        load(name)
    except CodebookError as error:
        raise typer.BadParameter(str(error)) from None
    return name


Codebook = Annotated[
    str,
    typer.Option(
        metavar="NAME|FILE",
        envvar="ONRECORD_CODEBOOK",
        help="Issues and stances: peace, trade, labour, your own, or (auto) what each report is of.",
        callback=_codebook,
    ),
]


StanceOption = Annotated[
    StanceName | None,
    typer.Option("--stance", metavar="STANCE", help="accepts, rejects, demands ...", rich_help_panel=WHICH),
]


@dataclass(frozen=True)
class Wanted:
    """Which of what the record has is wanted."""

    record: RecordOption = DEFAULT_RECORD
    speaker: Annotated[str | None, _which("NAME", "Who speaks: any words of the name.")] = None
    party: Annotated[str | None, _which("NAME", "On whose behalf.")] = None
    issue: Annotated[str | None, _which("ISSUE", "About what, by the codebook: ceasefire, territory ...")] = None
    outlet: Annotated[str | None, _which("NAME", "Who published it.")] = None
    since: Day = None
    until: LastDay = None
    report: Annotated[str | None, _which("REPORT", "One report: its id, the start of it, or its path.")] = None
    story: Annotated[str | None, _which("STORY", "One story, by its id: `onrecord stories` lists them.")] = None
    search: Annotated[str | None, _which("WORDS", "Texts in which all of these words stand.")] = None
    limit: Limit = None

    def filter(self) -> Filter:
        """The record's own filter. A month or year is taken from its first day to its last."""
        from onrecord.record import Filter

        return Filter(
            speaker=self.speaker,
            party=self.party,
            issue=self.issue,
            outlet=self.outlet,
            since=self.since,
            until=self.until,
            report=self.report,
            story=self.story,
            text=self.search,
            limit=self.limit,
        )


@dataclass(frozen=True)
class Asked(Wanted):
    """What every command that lists rows of the record takes."""

    format: FormatOption = Format.table


class Command(Generic[Options]):
    """`command(options)` as typer wants it: a callable with one parameter per field of the options' dataclass."""

    def __init__(self, command: Callable[[Options], None], options: type[Options]) -> None:
        hints = get_type_hints(options, include_extras=True)
        self._command, self._options = command, options
        self.__name__, self.__doc__ = command.__name__, command.__doc__
        self.__annotations__ = {field.name: hints[field.name] for field in fields(options)}
        self.__signature__ = inspect.Signature(
            [
                inspect.Parameter(
                    field.name,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=inspect.Parameter.empty if field.default is MISSING else field.default,
                    annotation=hints[field.name],
                )
                for field in fields(options)
            ]
        )

    def __call__(self, **given: object) -> None:
        self._command(self._options(**given))


def takes(options: type[Options]) -> Callable[[Callable[[Options], None]], Command[Options]]:
    """Decorates `command(options)`; put it below `@app.command()`."""
    return lambda command: Command(command, options)
