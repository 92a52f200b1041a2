"""How well pages are read: titles, days and paragraphs against what fundus' parsers find in the same pages.

The data is flairNLP/fundus' test data: `NAME_day.html` beside `NAME.expected.json`, which holds for each version of a
parser `title`, `publishing_date` and `body`; the version that finds most of this page is taken. A paragraph counts as
found if a line of the text has the same letters and digits, or holds them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from onrecord.model import Report
from onrecord.sources import reports

NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Tally:
    """Counts over pages; `words_*` weigh paragraphs by their words."""

    pages: int = 0
    read: int = 0
    titles: int = 0
    titles_right: int = 0
    days: int = 0
    days_right: int = 0
    paragraphs: int = 0
    paragraphs_found: int = 0
    words: int = 0
    words_found: int = 0
    lines: int = 0
    lines_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    def measures(self) -> dict[str, float]:
        """Shares in 0..1; nothing to find counts as 1."""
        return {
            "read": _share(self.read, self.pages),
            "title": _share(self.titles_right, self.titles),
            "day": _share(self.days_right, self.days),
            "paragraph_recall": _share(self.paragraphs_found, self.paragraphs),
            "word_recall": _share(self.words_found, self.words),
            "line_precision": _share(self.lines_right, self.lines),
        }


def evaluate(folder: Path) -> dict[str, Tally]:
    """A tally for each page that has something to compare with, by the page's name."""
    return dict(_tallies(folder))


def _tallies(folder: Path) -> Iterator[tuple[str, Tally]]:
    for page in sorted(folder.glob("*.html")):
        expected = folder / f"{page.stem.split('_')[0]}.expected.json"
        if expected.exists():
            versions = json.loads(expected.read_text(encoding="utf-8"))
            found = next((one for one in reports([page]) if isinstance(one, Report)), None)
            yield page.stem, max((_tally(found, one) for one in versions.values()), key=lambda tally: tally.words_found)


def _tally(found: Report | None, expected: dict[str, object]) -> Tally:
    wanted = {_letters(one) for one in _paragraphs(expected.get("body")) if _letters(one)}
    title, day = expected.get("title"), str(expected.get("publishing_date") or "")[:10]
    if found is None:
        return Tally(pages=1, titles=bool(title), days=bool(day), paragraphs=len(wanted), words=sum(map(len, wanted)))
    lines = [letters for line in found.text.splitlines() if (letters := _letters(line))]
    hits = [one for one in wanted if any(one in line for line in lines)]
    right = sum(any(line in one or one in line for one in wanted) for line in lines)
    return Tally(
        pages=1,
        read=1,
        titles=bool(title),
        titles_right=bool(title) and _letters(str(title)) == _letters(found.title or ""),
        days=bool(day),
        days_right=bool(day) and day == found.published,
        paragraphs=len(wanted),
        paragraphs_found=len(hits),
        words=sum(map(len, wanted)),
        words_found=sum(map(len, hits)),
        lines=len(lines),
        lines_right=right,
    )


def _paragraphs(body: object) -> Iterator[str]:
    if isinstance(body, str):
        yield body
    elif isinstance(body, list):
        for part in body:
            yield from _paragraphs(part)
    elif isinstance(body, dict):
        for name in ("summary", "sections", "headline", "paragraphs"):
            yield from _paragraphs(body.get(name))


def _letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).casefold()


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0
