"""Web pages: the article's text by trafilatura, one paragraph a line, and what the page says of itself.

The text is not the page's, so the hash of the page's own bytes is kept beside it.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.sources.decoding import refuse_binary
from onrecord.sources.origin import Format, Found, NoReportError, Origin

if TYPE_CHECKING:
    from onrecord.sources.details import Details

DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
SENTENCE = re.compile(r"(?:\S+\s+){6,}\S*[.!?\u2026]")
QUIET = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def read(origin: Origin) -> Iterator[Found]:
    data = origin.whole()
    html = _decoded(data)
    if not html.strip():
        raise NoReportError("empty")
    text, details = _article(html)
    if text is None or not SENTENCE.search(text):
        raise NoReportError("no article in the page")
    report = origin.given.over(details).report(text, origin.place)
    yield replace(report, page_sha256=hashlib.sha256(data).hexdigest())


def _decoded(data: bytes) -> str:
    """As browsers do: the byte order mark, what the page declares, UTF-8, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    refuse_binary(data)
    declared = DECLARED.search(data[:4096])
    for encoding in (declared[1].decode("ascii") if declared else "utf-8", "utf-8"):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8" if declared else "cp1252", "replace")


def _article(html: str) -> tuple[str | None, Details]:
    # Imported here: these take a quarter of a second, and most folders hold no pages.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    from onrecord.sources.page_head import page_details

    for name in QUIET:
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        tree = load_html(html)
        if tree is None:
            raise NoReportError("no article in the page")
        details = page_details(tree)
        found = bare_extraction(
            tree, with_metadata=False, include_comments=False, include_tables=False, url=details.url
        )
    except (RecursionError, ValueError, AssertionError, LookupError, AttributeError, TypeError) as error:
        raise NoReportError(f"the page can't be taken apart: {type(error).__name__}") from None
    text = found.text if found is not None and not isinstance(found, dict) else None
    return (str(text) if text else None), details


def _looks_like_a_page(head: bytes) -> bool:
    return head[:15].lower().startswith((b"<!doctype html", b"<html", b"<head"))


FORMAT = Format(suffixes=(".html", ".htm"), read=read, begins_so=_looks_like_a_page)
