"""Scores dates against MEANTIME: news texts whose time expressions carry TIMEX3 values.

What counts. A gold expression counts if it has words in the text and its value, whatever its TIMEX3 type, is a calendar
date or span: it is put into EDTF (clock times and parts of the day cut off; weeks, weekends, quarters and seasons as
intervals; `197` as `197X`). Durations, sets, references ("now", "recently") and fiscal years are left out, and so is
what the reader finds on them alone; their number is printed. The line with the day of publication is given to the
reader and counts on neither side, and nothing past the sixth sentence does: MEANTIME's time expressions were annotated
in the title, the date line and the next four sentences only (no text has one further on). A match: the spans overlap
and the values are equal; one to one, in text order.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model import Date, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs
from onrecord.reading.when import find_dates

NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}]|['\u2019](?:s|re|ve|ll|d|m|t)?$|n['\u2019]t$|''$")
NO_SPACE_AFTER = frozenset("([{$\u20ac\u00a3#")
DAY_MONTH_YEAR = re.compile(r"(\d\d)-(\d\d)-(\d{4})")
CALENDAR = re.compile(r"\d{4}(?:-W\d\d(?:-WE)?|-Q[1-4]|-(?:SP|SU|FA|WI)|-\d\d(?:-\d\d)?)?")


ANNOTATED_SENTENCES = 6


@dataclass(frozen=True)
class Document:
    """One annotated text, set from its words, with its day and the places and values of its expressions."""

    name: str
    corpus: str
    page: Page
    published: str | None
    gold: tuple[Date, ...]
    left_out: tuple[Span, ...]
    given: tuple[Span, ...]

    @property
    def annotated_to(self) -> int:
        return self.page.sentences[:ANNOTATED_SENTENCES][-1].end if self.page.sentences else 0


@dataclass
class Tally:
    hit: int = 0
    wanted: int = 0
    predicted: int = 0
    overlapping: int = 0
    left_out: int = 0
    predicted_on_left_out: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.hit += other.hit
        self.wanted += other.wanted
        self.predicted += other.predicted
        self.overlapping += other.overlapping
        self.left_out += other.left_out
        self.predicted_on_left_out += other.predicted_on_left_out
        self.errors += other.errors

    def figures(self) -> dict[str, float | int]:
        precision = self.hit / self.predicted if self.predicted else 0.0
        recall = self.hit / self.wanted if self.wanted else 0.0
        both = precision + recall
        return {
            "F1": round(2 * precision * recall / both, 4) if both else 0.0,
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "found": self.overlapping,
            "wanted": self.wanted,
            "predicted": self.predicted,
            "left out": self.left_out,
            "predicted on what is left out": self.predicted_on_left_out,
        }


def run(folder: Path) -> dict[str, dict[str, float | int]]:
    """Figures for all texts under the folder ("all"), and for each corpus, by its folder's name.

    Raises FileNotFoundError if there is no `.xml` under the folder, ValueError (naming it) for a broken one.
    """
    corpora = tallies(folder)
    whole = Tally()
    for tally in corpora.values():
        whole.add(tally)
    return {"all": whole.figures()} | {name: tally.figures() for name, tally in sorted(corpora.items())}


def tallies(folder: Path) -> dict[str, Tally]:
    """What was found and what was wrong, by corpus. Raises as `run` does."""
    files = sorted(folder.rglob("*.xml"))
    if not files:
        raise FileNotFoundError(f"{folder}: no .xml file here (give the folder of MEANTIME)")
    corpora = dict[str, Tally]()
    for file in files:
        document = read_document(file)
        found = find_dates(document.page, document.published)
        corpora.setdefault(document.corpus, Tally()).add(score(document, found))
    return corpora


def score(document: Document, predicted: tuple[Date, ...]) -> Tally:
    """Counts one document; what overlaps the given day, or only what is left out, counts on neither side."""
    within = [d for d in predicted if d.span[0].start < document.annotated_to]
    counted = [d for d in within if not _touches(d.span[0], document.given)]
    aside = [
        d
        for d in counted
        if _touches(d.span[0], document.left_out) and not _touches(d.span[0], [g.span[0] for g in document.gold])
    ]
    counted = [d for d in counted if d not in aside]
    tally = Tally(wanted=len(document.gold), predicted=len(counted))
    tally.left_out, tally.predicted_on_left_out = len(document.left_out), len(aside)
    free = Counter(range(len(counted)))
    for gold in document.gold:
        over = [i for i in free if free[i] and counted[i].span[0].overlaps(gold.span[0])]
        tally.overlapping += bool(over)
        match = next((i for i in over if _plain(counted[i].value) == gold.value), None)
        if match is None:
            said = ", ".join(f"{counted[i].value}" for i in over) or "nothing"
            tally.errors.append(f"{document.name}: {_shown(document, gold.span[0])} is {gold.value}, read {said}")
        else:
            tally.hit += 1
            free[match] = 0
    golds = [gold.span[0] for gold in document.gold]
    tally.errors += [
        f"{document.name}: {_shown(document, d.span[0])} is none, read {d.value}"
        for d in counted
        if not _touches(d.span[0], golds)
    ]
    return tally


def read_document(file: Path) -> Document:
    """Reads one annotated file. Raises ValueError, naming it, if it is broken."""
    try:
        root = ET.parse(file).getroot()  # noqa: S314 (a corpus that the user chose, read by an expat that caps entities)
    except ET.ParseError as error:
        raise ValueError(f"{file}: no XML: {error}") from error
    text, places, sentences = _set(root)
    published, gold, left_out, given = None, list[Date](), list[Span](), list[Span]()
    first_line = sentences[1] if len(sentences) > 1 else Span(0, 0)
    for timex in root.iter("TIMEX3"):
        anchors = [places[a.get("t_id", "")] for a in timex.iter("token_anchor") if a.get("t_id", "") in places]
        value = timex.get("value", "")
        if not anchors:
            continue
        span = Span(min(a.start for a in anchors), max(a.end for a in anchors))
        created = timex.get("functionInDocument") == "CREATION_TIME"
        if created or (first_line.covers(span) and first_line.start == span.start and to_edtf(value)):
            published = to_edtf(value)
            given.append(span)
        elif calendar := to_edtf(value):
            gold.append(Date((span,), calendar))
        else:
            left_out.append(span)
    gold.sort(key=lambda d: d.span)
    page = Page(text, paragraphs(text), sentences)
    return Document(file.stem, file.parent.name, page, published, tuple(gold), tuple(left_out), tuple(given))


def to_edtf(value: str) -> str | None:
    """The EDTF of a TIMEX3 value that is a calendar date or span; null for durations, references, fiscal years.

    >>> to_edtf("2031-W15"), to_edtf("2031-04-09TMO"), to_edtf("P2D"), to_edtf("203")
    ('2031-04-07/2031-04-13', '2031-04-09', None, '203X')
    """
    if swapped := DAY_MONTH_YEAR.fullmatch(value):
        value = f"{swapped[3]}-{swapped[2]}-{swapped[1]}"
    plain = value.split("T")[0].replace("-XX", "")
    if re.fullmatch(r"\d{3}", plain):
        return plain + "X"
    return edtf.normalise(plain) if CALENDAR.fullmatch(plain) and edtf.is_valid(plain) else None


def _set(root: ET.Element) -> tuple[str, dict[str, Span], tuple[Span, ...]]:
    """The text from its words, each word's place, and the sentences; title and date line are lines of their own."""
    text, places, bounds = "", dict[str, Span](), dict[int, Span]()
    sentence, glued = -1, True
    for token, number, word in _tokens(root):
        if number != sentence:
            text += "\n" if sentence in (0, 1) else " " if text else ""
            sentence, glued = number, True
        elif not glued and not NO_SPACE_BEFORE.match(word):
            text += " "
        start = len(text)
        text += word
        places[token] = Span(start, len(text))
        bounds[number] = Span(bounds[number].start if number in bounds else start, len(text))
        glued = word in NO_SPACE_AFTER
    return text, places, tuple(bounds[number] for number in sorted(bounds))


def _tokens(root: ET.Element) -> Iterator[tuple[str, int, str]]:
    for token in root.iter("token"):
        yield token.get("t_id", ""), int(token.get("sentence", "0")), token.text or ""


def _plain(value: str) -> str:
    return value.replace("~", "").replace("?", "")


def _touches(span: Span, others: list[Span] | tuple[Span, ...]) -> bool:
    return any(span.overlaps(other) for other in others)


def _shown(document: Document, span: Span) -> str:
    text = document.page.text
    return repr(f"{text[max(0, span.start - 30) : span.start]}[{span.text(text)}]{text[span.end : span.end + 25]}")
