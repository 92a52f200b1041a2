"""What is known of a report beside its text, taken from JSON, front matter or a table, every field checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from onrecord.model import Fault, PublishedFrom, Report
from onrecord.sources.days import day

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
YES, NO = frozenset(("true", "yes", "1")), frozenset(("false", "no", "0", ""))
KINDS: dict[type, str] = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


@dataclass(frozen=True)
class Details:
    """Null where nobody says. `published` is EDTF; `primary` marks a transcript or official text."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    primary: bool | None = None
    key: str | None = None

    def over(self, other: Details) -> Details:
        """These details, and the other's where these are silent."""
        known = {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}
        return replace(other, **known)

    def report(self, text: str, place: str, *, text_is_file: bool = False) -> Report:
        return Report(
            text=text,
            title=self.title,
            outlet=self.outlet,
            author=self.author,
            url=self.url,
            language=self.language,
            published=self.published,
            published_from=self.published_from,
            primary=bool(self.primary),
            path=place,
            key=self.key,
            text_is_file=text_is_file,
        )


class Fields:
    """Reads named values into details, and keeps a fault for each that is not what it should be."""

    def __init__(self, values: Mapping[str, object], place: str) -> None:
        self.values = values
        self.place = place
        self.faults: list[Fault] = []

    def details(self) -> Details:
        published = self.published()
        return Details(
            title=self.text("title"),
            outlet=self.text("outlet"),
            author=self.text("author"),
            url=self.text("url"),
            language=self.language(),
            published=published,
            published_from="given" if published else None,
            primary=self.primary(),
            key=self.key(),
        )

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self._fault(name, f"must be text, not {KINDS.get(type(value), 'that')}")
        elif why := unstorable(value):
            self._fault(name, f"holds {why}")
        else:
            return value
        return None

    def key(self) -> str | None:
        value = self.values.get("id")
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text("id")

    def language(self) -> str | None:
        value = self.text("language")
        if value is None:
            return None
        if LANGUAGE.fullmatch(value):
            return value.replace("_", "-").lower()
        self._fault("language", f"{_shown(value)} is no language code", "write en, or another of ISO 639")
        return None

    def published(self) -> str | None:
        value = self.text("published")
        found = day(value) if value is not None else None
        if value is not None and found is None:
            self._fault("published", f"{_shown(value)} is no date", "write 2025-03-13")
        return found

    def primary(self) -> bool | None:
        value = self.values.get("primary")
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in YES | NO:
            return value.strip().lower() in YES
        self._fault("primary", "must be true or false")
        return None

    def _fault(self, name: str, cause: str, remedy: str | None = None) -> None:
        """Keeps the fault; the field is null then."""
        self.faults.append(Fault(self.place, f"{name}: {cause}", remedy))


def unstorable(text: str) -> str | None:
    """Why a string from JSON, which can write any code unit, is no text; null if it is one."""
    if (at := text.find("\0")) >= 0:
        return f"a NUL at character {at}"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"half a surrogate pair at character {error.start}"
    return None


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else f"{value[:40]}…")
