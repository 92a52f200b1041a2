"""A report: one article, as an outlet published it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from onrecord.model.identity import digest, identity

PublishedFrom = Literal["given", "page", "text", "siblings"]


@dataclass(frozen=True)
class Report:
    """What a source hands over, and all that reading may look at.

    `text` is what every offset counts in. `published` is EDTF (a day, mostly); `published_from` says whether somebody
    gave it, the page's own data did, or (added by reading) the text did. `primary` marks a transcript or official text.
    `path`, `line`, `page_sha256` and `key` say where it came from; reading never looks at them.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    primary: bool = False
    path: str | None = None
    line: int | None = None
    key: str | None = None
    page_sha256: str | None = None
    text_is_file: bool = False
    known_as: str | None = None

    @cached_property
    def id(self) -> str:
        """Hashes text, outlet and URL as given; never the path, title, day or language, which may be mended later.

        `known_as` is the id of a report whose outlet was mended: it keeps the one it had.
        """
        return self.known_as or identity("report", self.text, self.outlet, self.url)

    def as_read(self) -> Report:
        """All that reading may look at, and nothing of where the report came from."""
        return replace(self, path=None, line=None, key=None, page_sha256=None, known_as=self.id)

    @cached_property
    def sha256(self) -> str:
        return digest(self.text)
