"""Transcripts and interviews: whose turn it is to speak, by the labels at the paragraphs' beginnings."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.model import Span, Spans
from onrecord.reading.page import Turn

BOLD = r"(?:\*\*|__)?"
# "THE PRESIDENT:", "MS. ROE (Port Authority):", "Q   Sir,", "**Q:**"
CAPITALS = re.compile(
    rf"{BOLD}(?P<label>Q(?=\s{{2,}}|\t|:)|A(?=:)|[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.,'\u2019\u2013 -]{{1,60}}"
    rf"(?:\([^()\n]{{1,40}}\))?(?=[*_]*\s?:)){BOLD}\s?:?{BOLD}\s*"
)
# "Ann Roe: We met.", which much prose looks like, so that it counts only where names take turns.
MIXED = re.compile(
    rf"{BOLD}(?P<label>(?:[A-Z\u00c0-\u00de][\w.'\u2019-]*)(?:\s[A-Z\u00c0-\u00de][\w.'\u2019-]*){{0,3}})"
    rf"(?=[*_]*:){BOLD}:{BOLD}(?:\s+|$)"
)
QUESTIONS = frozenset(("Q", "QUESTION", "REPORTER"))
END = re.compile(r"(?:END|\(END\)|\[END\])\b[^a-z]{0,40}$")


def turns(text: str, paragraphs: Spans) -> tuple[Turn, ...]:
    """The turns of a transcript, in order; none where labels are too few, or none comes twice."""
    found = _labelled(text, paragraphs, CAPITALS)
    if not _is_transcript(text, found, len(paragraphs)):
        found = _without_heading(text, _labelled(text, paragraphs, MIXED))
        if not _is_interview(text, found, len(paragraphs)):
            return ()
    return tuple(_turns(text, paragraphs, found))


def _labelled(text: str, paragraphs: Spans, label: re.Pattern[str]) -> list[tuple[int, Span, int]]:
    """(index of the paragraph, the label, where what is spoken begins)"""
    found = []
    for index, paragraph in enumerate(paragraphs):
        if m := label.match(text, paragraph.start, paragraph.end):
            span = Span(m.start("label"), m.start("label") + len(m["label"].rstrip()))
            found.append((index, span, m.end()))
    return found


def _without_heading(text: str, found: list[tuple[int, Span, int]]) -> list[tuple[int, Span, int]]:
    """Without what comes once, before anyone takes turns: "Interview: Ada Norr on the port"."""
    counts = Counter(span.text(text) for _, span, _ in found)
    first = next((at for at, (_, span, _) in enumerate(found) if counts[span.text(text)] > 1), 0)
    return found[first:]


def _is_transcript(text: str, found: list[tuple[int, Span, int]], lines: int) -> bool:
    counts = Counter(span.text(text) for _, span, _ in found)
    repeated = any(count > 1 for count in counts.values()) or bool(QUESTIONS & counts.keys())
    return len(found) >= 3 and len(counts) >= 2 and repeated


def _is_interview(text: str, found: list[tuple[int, Span, int]], lines: int) -> bool:
    counts = Counter(span.text(text) for _, span, _ in found)
    regular = [label for label, count in counts.items() if count > 1]
    return len(regular) >= 2 and len(found) >= 4 and sum(counts[label] for label in regular) * 3 >= lines


def _turns(text: str, paragraphs: Spans, found: list[tuple[int, Span, int]]) -> list[Turn]:
    turns = []
    for at, (index, label, begins) in enumerate(found):
        after = found[at + 1][0] if at + 1 < len(found) else len(paragraphs)
        last = index
        while last + 1 < after and not END.match(text, *paragraphs[last + 1]):
            last += 1
        end = paragraphs[last].end
        if begins >= paragraphs[index].end and last > index:  # a label on a line of its own
            begins = paragraphs[index + 1].start
        if begins < end:
            turns.append(Turn(label, _name(label.text(text)), Span(begins, end)))
    return turns


def _name(label: str) -> str:
    """The label as a name is written: "MS. O'ROE" is Ms. O'Roe. One in small letters stays as printed."""
    if label != label.upper() or label in ("Q", "A"):
        return label
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), label)
