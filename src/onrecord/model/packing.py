"""Rows as JSON and back, by the types that they declare: for what is kept for later, and may have been kept by others.

A value becomes what its type says or raises ValueError; nothing in it is ever run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.model.jsonform import Json
from onrecord.model.span import Span

T = TypeVar("T")


def packed(value: object) -> Json:
    """Rows as lists of their fields, tuples as lists. Raises ValueError for what is neither, nor text or number."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [packed(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [packed(getattr(value, field.name)) for field in fields(value)]
    raise ValueError(f"not to be packed: {type(value).__name__}")


def unpacked(kind: type[T], value: Json) -> T:
    """The value of this type, a row or a tuple of rows. Raises ValueError for what is no such value."""
    found = _of(kind, value)
    if not isinstance(found, get_origin(kind) or kind):
        raise ValueError(f"not a {kind}")
    return found


def shape(kind: object) -> str:
    """What the type consists of, in words: another one, where a row has got or lost a field."""
    if isinstance(kind, type) and is_dataclass(kind):
        return f"{kind.__name__}({', '.join(f'{name}: {shape(of)}' for name, of in _hints(kind).items())})"
    inside = ", ".join(map(shape, get_args(kind)))
    return f"{get_origin(kind) or kind}[{inside}]" if inside else str(kind)


@cache
def _hints(kind: type[object]) -> dict[str, object]:
    return dict(get_type_hints(kind))


def _of(kind: object, value: Json) -> object:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), value)
    if origin is Literal:
        return _same(get_args(kind), value)
    if origin in (tuple, Sequence):
        return _tuple(get_args(kind), _listed(value))
    if isinstance(kind, type) and is_dataclass(kind):
        return _row(kind, list(_hints(kind).values()), _listed(value))
    if kind is Span:
        return _row(Span, [int, int], _listed(value))
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and type(value) is kind:
        return value
    raise ValueError(f"not a {kind}: {value!r}")


def _row(make: Callable[..., object], kinds: Sequence[object], values: list[Json]) -> object:
    if len(kinds) != len(values):
        raise ValueError(f"{len(values)} fields, not {len(kinds)}")
    return make(*(_of(kind, value) for kind, value in zip(kinds, values, strict=True)))


def _tuple(kinds: Sequence[object], values: list[Json]) -> tuple[object, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_of(kinds[0], value) for value in values)
    if len(kinds) != len(values):
        raise ValueError(f"{len(values)} values, not {len(kinds)}")
    return tuple(_of(kind, value) for kind, value in zip(kinds, values, strict=True))


def _one_of(kinds: Sequence[object], value: Json) -> object:
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        try:
            return _of(kind, value)
        except ValueError:
            continue
    raise ValueError(f"none of {kinds}: {value!r}")


def _same(known: Sequence[object], value: Json) -> object:
    if value not in known:
        raise ValueError(f"{value!r} is none of {known}")
    return value


def _listed(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")
    return value
