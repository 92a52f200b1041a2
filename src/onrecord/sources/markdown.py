"""Markdown with YAML front matter. The text is the whole file, front matter too, so that offsets are the file's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from onrecord.model import Fault
from onrecord.sources.decoding import utf8
from onrecord.sources.details import Fields
from onrecord.sources.origin import Format, Found, Origin

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
# The names that sites and archives give to one thing; the first that is there counts.
NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "site", "publisher", "sitename"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source_url", "link", "permalink"),
    "language": ("language", "lang"),
    "published": ("published", "day", "date", "published_time", "publishdate"),
    "primary": ("primary",),
    "id": ("id",),
}


def read(origin: Origin) -> Iterator[Found]:
    text = utf8(origin.whole())
    front = FRONT_MATTER.match(text)
    if front is None:
        if origin.outright:
            yield origin.given.report(text, origin.place, text_is_file=True)
        return
    try:
        loaded = yaml.BaseLoader(front[1]).get_single_data()
    except (yaml.YAMLError, RecursionError) as error:
        yield Fault(origin.place, f"front matter: {_cause(error)}", "mend its YAML")
        loaded = None
    fields = Fields(_named(loaded), origin.place)
    details = origin.given.over(fields.details())
    yield from fields.faults
    yield details.report(text, origin.place, text_is_file=True)


def _named(loaded: object) -> dict[str, object]:
    if not isinstance(loaded, dict):
        return {}
    found = {str(name).lower(): _joined(value) for name, value in loaded.items()}
    return {name: next((found[alias] for alias in aliases if alias in found), None) for name, aliases in NAMES.items()}


def _joined(value: object) -> object:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return value


def _cause(error: yaml.YAMLError | RecursionError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "no YAML"
    return f"{problem}, line {mark.line + 2}" if mark else str(problem)


FORMAT = Format(suffixes=(".md",), read=read, begins_so=lambda head: head.startswith((b"---\n", b"---\r\n")))
