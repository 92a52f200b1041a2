"""What an address asks: the command line's filter, by the same names, and which part of the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar, get_args
from urllib.parse import urlencode

from onrecord.model import Kind, Stance
from onrecord.model.edtf import is_valid
from onrecord.model.jsonform import JsonObject
from onrecord.model.jsonread import one_of
from onrecord.model.statement import AttributionType
from onrecord.record import Filter

Value = TypeVar("Value", bound=str)
Format = Literal["json", "jsonl", "csv"]

KINDS: tuple[Kind, ...] = get_args(Kind)
TYPES: tuple[AttributionType, ...] = get_args(AttributionType)
STANCES: tuple[Stance, ...] = get_args(Stance)
FORMATS: tuple[Format, ...] = get_args(Format)

LONGEST = 500
MOST_ROWS = 1000
FARTHEST = 1_000_000_000
DAY = "[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?"
_A_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_UNFIT = re.compile("[\0\ud800-\udfff]")


class BadQuestionError(ValueError):
    """The query string asks for what there is not; the message says what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Param:
    """A name in the query string, what it means, and its JSON schema."""

    name: str
    about: str
    schema: JsonObject
    required: bool = False


def _text(name: str, about: str) -> Param:
    return Param(name, about, {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"^[^\u0000]+$"})


def _choice(name: str, about: str, of: tuple[str, ...]) -> Param:
    return Param(name, about, {"type": "string", "enum": list(of)})


def _day(name: str, about: str) -> Param:
    return Param(name, about, {"type": "string", "pattern": f"^{DAY}$"})


def _flag(name: str, about: str) -> Param:
    return Param(name, about, {"type": "string", "enum": ["true", "false"]})


SPEAKER = _text("speaker", "Who speaks: any words of the name.")
PARTY = _text("party", "On whose behalf.")
ISSUE = _text("issue", "About what, by the codebook: ceasefire, territory ...")
OUTLET = _text("outlet", "Who published it.")
SINCE = _day("since", "From this day on.")
UNTIL = _day("until", "Up to this day, itself included.")
REPORT = _text("report", "One report: its id, the start of it, or its path.")
STORY = _text("story", "One story, by its id or the start of it.")
ONE_REPORT = replace(_text("report", "The report that quotes: its id, the start of it, or its path."), required=True)
AGAINST = replace(_text("against", "The transcript, likewise."), required=True)
SEARCH = _text("search", "Texts in which all of these words stand.")
KIND = _choice("kind", "How it is quoted.", KINDS)
TYPE = _choice("type", "What is ascribed.", TYPES)
STANCE = _choice("stance", "What it does on an issue.", STANCES)
_SHARE: JsonObject = {"type": "number", "minimum": 0, "maximum": 1}
MIN_CONFIDENCE = Param("min_confidence", "At least so sure.", _SHARE)
MIN_SPEAKER_CONFIDENCE = Param("min_speaker_confidence", "At least so sure who speaks.", _SHARE)
AS_OF = _day("as_of", "Only what was in force that day.")
ALONE = _flag("alone", "Also what is doubtful, or one report alone has.")
CONTEXT = _flag("context", "With the sentences around.")
THIN = _flag("thin", "Also what is told thinly, marked; most of it is wrong.")
WITHDRAWN = _flag("withdrawn", "Also those that were withdrawn.")
LIMIT = Param("limit", "At most so many rows.", {"type": "integer", "minimum": 1, "maximum": MOST_ROWS})
OFFSET = Param("offset", "How many rows to pass over.", {"type": "integer", "minimum": 0, "maximum": FARTHEST})
FORMAT = _choice("format", "One JSON object; one object a line; or a table for spreadsheets.", FORMATS)

COMMON = (SPEAKER, PARTY, ISSUE, OUTLET, SINCE, UNTIL, REPORT, STORY, SEARCH)
OF_STATEMENTS = (KIND, TYPE, STANCE, MIN_CONFIDENCE, MIN_SPEAKER_CONFIDENCE)
HOW = (LIMIT, OFFSET, FORMAT)


@dataclass(frozen=True, slots=True)
class Asked:
    """The query string, read: `filter` without limits, and what only some rows are asked by.

    `given` are the names and values as they stand in the address, for links that ask the same.
    """

    filter: Filter = field(default_factory=Filter)
    as_of: str | None = None
    alone: bool = False
    context: bool = False
    thin: bool = False
    withdrawn: bool = False
    limit: int | None = None
    offset: int = 0
    format: Format = "json"
    given: tuple[tuple[str, str], ...] = ()

    def part(self, limit: int | None, offset: int) -> Filter:
        return replace(self.filter, limit=limit, offset=offset)

    def value(self, name: str) -> str:
        return dict(self.given).get(name, "")

    def query(self, without: Iterable[str] = (), **changed: str | int | None) -> str:
        """`?name=value&...` with some names changed (null: left out); empty where nothing is asked."""
        return query({name: value for name, value in self.given if name not in set(without)} | changed)


def query(values: Mapping[str, str | int | None]) -> str:
    """`?name=value&...`, without those that are null or empty."""
    told = {name: value for name, value in values.items() if value not in (None, "")}
    return f"?{urlencode(told)}" if told else ""


def asked(pairs: Iterable[tuple[str, str]], known: Iterable[Param], *, strict: bool) -> Asked:
    """Reads the pairs. Raises BadQuestionError; what is unknown, empty or missing is passed over unless `strict`."""
    params = tuple(known)
    names = {param.name for param in params}
    given: dict[str, str] = {}
    for name, value in pairs:
        if name not in names and strict:
            raise BadQuestionError(f"no such parameter: {name!r}; there are {', '.join(sorted(names))}")
        if name in given and strict:
            raise BadQuestionError(f"{name} is given twice")
        if name in names and (strict or value.strip()):
            given[name] = _checked(name, value)
    if missing := [param.name for param in params if param.required and param.name not in given and strict]:
        raise BadQuestionError(f"{missing[0]} is missing")
    return _asked(given)


def _checked(name: str, value: str) -> str:
    if not value or len(value) > LONGEST:
        raise BadQuestionError(f"{name} takes 1 to {LONGEST} characters, not {len(value)}")
    if _UNFIT.search(value):
        raise BadQuestionError(f"{name} holds what is no text")
    return value


def _asked(given: Mapping[str, str]) -> Asked:
    limit = _number(given, "limit", 1, MOST_ROWS)
    return Asked(
        Filter(
            speaker=given.get("speaker"),
            party=given.get("party"),
            issue=given.get("issue"),
            outlet=given.get("outlet"),
            since=_a_day(given, "since"),
            until=_a_day(given, "until"),
            report=given.get("report"),
            story=given.get("story"),
            text=given.get("search"),
            kind=_one(given, "kind", KINDS),
            type=_one(given, "type", TYPES),
            stance=_one(given, "stance", STANCES),
            min_confidence=_share(given, MIN_CONFIDENCE.name),
            min_speaker_confidence=_share(given, MIN_SPEAKER_CONFIDENCE.name),
        ),
        as_of=_a_day(given, "as_of"),
        alone=_one(given, "alone", ("true", "false")) == "true",
        context=_one(given, "context", ("true", "false")) == "true",
        thin=_one(given, "thin", ("true", "false")) == "true",
        withdrawn=_one(given, "withdrawn", ("true", "false")) == "true",
        limit=limit,
        offset=_number(given, "offset", 0, FARTHEST) or 0,
        format=_one(given, "format", FORMATS) or "json",
        given=tuple(given.items()),
    )


def _one(given: Mapping[str, str], name: str, of: tuple[Value, ...]) -> Value | None:
    if name not in given:
        return None
    try:
        return one_of(given[name], of)
    except ValueError:
        raise BadQuestionError(f"{name} is one of {', '.join(of)}, not {given[name]!r}") from None


def _a_day(given: Mapping[str, str], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not (_A_DAY.fullmatch(value) and is_valid(value)):
        raise BadQuestionError(f"{name} is a day, month or year, not {value!r}; write 2024-09-12, 2024-09 or 2024")
    return value


def _number(given: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    if not re.fullmatch(r"\d{1,10}", value, re.ASCII) or not least <= int(value) <= most:
        raise BadQuestionError(f"{name} is a whole number from {least} to {most}, not {value!r}")
    return int(value)


def _share(given: Mapping[str, str], name: str) -> float | None:
    value = given.get(name)
    if value is None:
        return None
    try:
        found = float(value)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise BadQuestionError(f"{name} is a number from 0 to 1, not {value!r}")
    return found
