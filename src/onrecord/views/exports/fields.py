"""Tables as they are exported: their fields, what each means, and how its values are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import Spans
from onrecord.model.jsonform import Json, spans_json
from onrecord.views.harmless import json_line

if TYPE_CHECKING:
    from onrecord.views.exports.contents import Contents

FieldType = Literal["string", "integer", "number", "boolean", "spans", "list"]
Value = str | int | float | bool | Spans | tuple[str, ...] | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column. `spans` are places in a report's text, a `list` is of strings; `refers` names the table."""

    name: str
    type: FieldType
    means: str
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row is, its columns, and which of them together name a row."""

    name: str
    means: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Tables that are made in one pass: `rows` yields each row with the name of its table."""

    tables: tuple[Table, ...]
    rows: Callable[[Contents], Iterator[tuple[str, Row]]]


def plain(field: Field, value: Value) -> str | int | float | bool | None:
    """The value as one cell: spans and lists as JSON, `[[3, 9]]`, `["ceasefire"]`."""
    if value is None or not isinstance(value, tuple):
        return value
    return json_line(spans_json(_spans(value)) if field.type == "spans" else list(value))


def nested(field: Field, value: Value) -> Json:
    """The value as data: spans as `{"start", "end"}`, lists as lists."""
    if value is None or not isinstance(value, tuple):
        return value
    if field.type == "spans":
        return [{"start": span.start, "end": span.end} for span in _spans(value)]
    return [str(one) for one in value]


def _spans(value: Spans | tuple[str, ...]) -> Spans:
    return tuple(one for one in value if not isinstance(one, str))
