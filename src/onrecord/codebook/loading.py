"""Reads codebooks: those that come with onrecord, by name, and the user's own, by file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import cast, get_args

import yaml

from onrecord.codebook.book import Codebook, Issue, StanceMeaning
from onrecord.codebook.fields import joined
from onrecord.model import Stance

BUILT_IN = ("peace", "trade", "labour")
JOINED = "auto"


class CodebookError(ValueError):
    """A codebook that cannot be read at all; what is wrong inside a readable one, `check` tells."""


def load(name_or_file: str | Path = JOINED) -> Codebook:
    """The codebook of that name, or in that YAML file; "auto" joins those that come with onrecord.

    Raises CodebookError with one line that says why not.
    """
    if str(name_or_file) == JOINED:
        return joined(JOINED, [load(name) for name in BUILT_IN])
    if str(name_or_file) in BUILT_IN:
        return parse(_shipped(f"{name_or_file}.yaml"), f"{name_or_file}")
    try:
        text = Path(name_or_file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join((JOINED, *BUILT_IN))
        raise CodebookError(f"{name_or_file}: no such codebook ({error}); known by name: {known}") from error
    return parse(text, str(name_or_file))


def parse(text: str, name: str) -> Codebook:
    """The codebook that this YAML holds. `name` stands in errors. Raises CodebookError."""
    top = _mapping(_yaml(text, name), name)
    issues = tuple(_issue(one, f"{name}: issue {at}") for at, one in enumerate(_list(top, "issues", name), 1))
    if not issues:
        raise CodebookError(f"{name}: no issues (a codebook has a list of them under 'issues:')")
    own = _list(top, "stances", name)
    return Codebook(
        name=_text(top, "name", name) or name,
        version=_text(top, "version", name) or "0",
        about=_text(top, "about", name) or "",
        issues=issues,
        stances=_stances(own, name) if own else _shipped_stances(),
        marks=_texts(top, "marks", name),
    )


def _shipped(file: str) -> str:
    return resources.files("onrecord.codebook").joinpath(file).read_text(encoding="utf-8")


def _shipped_stances() -> tuple[StanceMeaning, ...]:
    return _stances(_list(_mapping(_yaml(_shipped("stances.yaml"), "stances"), "stances"), "stances", "stances"), "")


def _yaml(text: str, name: str) -> object:
    try:
        return cast(object, yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise CodebookError(f"{name}: not YAML: {' '.join(str(error).split())}") from error


def _issue(value: object, place: str) -> Issue:
    node = _mapping(value, place)
    return Issue(
        id=_text(node, "id", place) or "",
        label=_text(node, "label", place) or "",
        definition=_text(node, "definition", place) or "",
        cues=_texts(node, "cues", place),
        hints=_texts(node, "hints", place),
        examples=_texts(node, "examples", place),
        pa_x=_text(node, "pa_x", place),
        yields=node.get("yields") is True,
        senses=_texts(node, "other_senses", place),
    )


def _stances(values: list[object], name: str) -> tuple[StanceMeaning, ...]:
    return tuple(_stance(one, f"{name}: stance {at}") for at, one in enumerate(values, 1))


def _stance(value: object, place: str) -> StanceMeaning:
    node = _mapping(value, place)
    named = _text(node, "id", place)
    known: tuple[Stance, ...] = get_args(Stance)
    for stance in known:
        if stance == named:
            label, definition = _text(node, "label", place) or stance, _text(node, "definition", place) or ""
            return StanceMeaning(stance, label, definition, _text(node, "plover", place) or "")
    raise CodebookError(f"{place}: {named!r} is no stance; the stances are {', '.join(known)}")


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise CodebookError(f"{place}: not a mapping of keys to values")
    return {str(key): one for key, one in value.items()}


def _list(node: Mapping[str, object], key: str, place: str) -> list[object]:
    value = node.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise CodebookError(f"{place}: {key} is not a list")
    return list(value)


def _texts(node: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    found = _list(node, key, place)
    for one in found:
        if not isinstance(one, str):
            raise CodebookError(f"{place}: {key}: {one!r} is no text (put it in quotation marks)")
    return tuple(str(one) for one in found)


def _text(node: Mapping[str, object], key: str, place: str) -> str | None:
    value = node.get(key)
    if value is None:
        return None
    if isinstance(value, dict | list):
        raise CodebookError(f"{place}: {key} is no text")
    return str(value).strip()
