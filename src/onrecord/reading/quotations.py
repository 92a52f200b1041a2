"""Passages between quotation marks, by the marks and the spaces around them.

A mark that does not say which way it faces ("straight") is judged by its neighbours: a space before it opens, a space
or a stop after it closes. So one mark too many spoils one quotation, and not the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.model import Span, Spans

Role = Literal["opens", "closes", "either"]

# Marks within a word ("don't") are no candidates at all.
MARK = re.compile(
    r"""(?P<double>[\u201c\u201d\u201e\u201f"]|``|'')
    | (?P<guillemet>[\u00ab\u00bb])
    | (?P<single>\u2018|(?<!\w)['\u2019]|['\u2019](?!\w))""",
    re.VERBOSE,
)
# Elisions and endings set apart: "the ’90s", "rock ’n’ roll", "tell ’em", and from spaced-out corpora "Norland ’ s".
ELISION = re.compile(
    r"['\u2018\u2019](?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n)\b|[ ]?(?:s|re|ve|ll|d|m|t)(?=[\s.,;:!?)]|$))",
    re.IGNORECASE,
)
INCHES = re.compile(r"\d['\u2019\u2032]\s?\d{1,2}$")
OPENING_BRACKETS = frozenset("([{\u2014\u2013-/*_>|\u201c\u2018\u00ab\u201e=")
CLOSING_STOPS = frozenset(".,;:!?)]}\u2014\u2013\u2026\u201d\u2019\u00bb*_<|")
SENTENCE_END = re.compile(r"[.!?\u2026](?=\s+[A-Z\u201c\"])")
# Where a closing mark was lost, these words show that the quotation is over: '"We will come, she said. Later ...'
CUE = re.compile(
    r",?\s(?:he|she|they|the [a-z]+|(?-i:[A-Z])[\w\u2019'-]+(?: (?-i:[A-Z])[\w\u2019'-]+){0,2})"
    r"\s(?:said|says|told|added|adds|noted|wrote|stated|warned|explained|insisted|replied)\b",
    re.IGNORECASE,
)
LOOK_AHEAD = 12  # marks
LONGEST_UNCLOSED = 1000  # characters; a paragraph that runs on longer has lost its line breaks


class Mark(NamedTuple):
    start: int
    end: int
    sign: str
    family: str
    role: Role


def quotations(text: str, paragraphs: Spans) -> Spans:
    """Quotations with their marks, in order, one span for each paragraph that a quotation runs through.

    Only the outermost of nested quotations counts. One that never closes goes on while each following paragraph opens
    with a mark again; otherwise it ends before a cue, or at its paragraph's end.
    """
    found: list[Span] = []
    left_open = False
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else None
        marks = _marks(text, paragraph)
        reader = _Paragraph(text, paragraph, marks, following, left_open)
        found.extend(reader.read())
        left_open = reader.left_open
    return tuple(found)


def _marks(text: str, paragraph: Span) -> list[Mark]:
    marks = []
    for m in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = m.span()
        if m.group() == '"' and INCHES.search(text, max(paragraph.start, start - 6), start):
            continue
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        marks.append(Mark(start, end, m.group(), m.lastgroup or "", _role(before, after)))
    return marks


def _role(before: str, after: str) -> Role:
    if before.isspace():
        return "either" if after.isspace() else "opens"
    opens = before in OPENING_BRACKETS
    closes = after.isspace() or after in CLOSING_STOPS
    if opens == closes:
        return "either"
    return "opens" if opens else "closes"


class _Paragraph:
    """Reads the quotations of one paragraph, mark by mark. `left_open` tells whether the last one never closed."""

    def __init__(
        self, text: str, paragraph: Span, marks: Sequence[Mark], following: int | None, continues: bool
    ) -> None:
        self.text = text
        self.span = paragraph
        self.marks = marks
        self.following = following
        self.continues = continues
        self.left_open = False

    def read(self) -> Iterator[Span]:
        at = 0
        if self.continues and (end := self._carried_over()):
            yield Span(self.span.start, self.marks[end - 1].end)
            at = end
        while at < len(self.marks):
            mark = self.marks[at]
            closing = self._single(at) if mark.family == "single" else self._double(at)
            if closing is None:
                at += 1
                continue
            end, at = closing
            yield Span(mark.start, end)

    def _carried_over(self) -> int | None:
        """The last paragraph's quotation ends here though no mark opens this one: the index after its closing mark."""
        for index, mark in enumerate(self.marks):
            if mark.family != "single":
                closes = mark.sign in ("\u201d", "\u00bb", "''") or (mark.sign == '"' and mark.role == "closes")
                return index + 1 if closes and mark.role != "opens" else None
        return None

    def _opens(self, mark: Mark) -> bool:
        if mark.sign in ("\u201c", "\u201e", "\u201f", "``", "\u00ab"):
            return not (mark.sign == "\u201c" and mark.role == "closes")
        if mark.sign in ("\u201d", "\u00bb"):  # as Swedes and some Germans open; elsewhere a stray closing mark
            return mark.role == "opens"
        before = self.text[mark.start - 1] if mark.start > self.span.start else " "
        return mark.role == "opens" or (mark.role == "either" and not before.isdigit())

    def _double(self, at: int) -> tuple[int, int] | None:
        """Where the quotation that opens at this mark ends, and the index of the mark to go on with."""
        opening, depth = self.marks[at], 0
        if not self._opens(opening):
            return None
        for index in range(at + 1, len(self.marks)):
            mark = self.marks[index]
            if mark.family != opening.family:
                continue
            if self._closes(opening, mark):
                if depth == 0:
                    return mark.end, index + 1
                depth -= 1
            elif self._is_nested(index, opening):
                depth += 1
            else:
                return self._lost_closing(opening, mark.start), index
        return self._unclosed(opening), len(self.marks)

    def _closes(self, opening: Mark, mark: Mark) -> bool:
        if opening.sign == "\u201e" and mark.sign == "\u201c":
            return mark.role != "opens"
        if mark.sign in ("\u201c", "\u201e", "\u201f", "``", "\u00ab"):
            return (mark.role == "closes" and mark.sign == "\u201c") or (opening.sign == "\u00bb" != mark.sign)
        if mark.sign in ("\u201d", "\u00bb"):
            return opening.sign != "\u00bb" or mark.role != "opens"
        return mark.role != "opens"

    def _is_nested(self, index: int, opening: Mark) -> bool:
        """'"She told me "go" and left," he said': soon more marks close than open, so this pair lies in the first.

        After a full stop a mark rather opens the next paragraph of a text that lost its line breaks.
        """
        end = _trimmed_end(self.text, opening.end, self.marks[index].start)
        ahead = 3 if self.text[end - 1] in ".!?\u2026" else LOOK_AHEAD
        depth = 1
        for mark in self.marks[index + 1 : index + ahead]:
            if mark.family == opening.family:
                depth += -1 if self._closes(opening, mark) else 1
                if depth < 0:
                    return mark.role == "closes" and mark.end - opening.start <= LONGEST_UNCLOSED
        return False

    def _lost_closing(self, opening: Mark, next_opening: int) -> int:
        """A mark opens while another is open: the first lost its end, or a new paragraph of it begins here."""
        end = _trimmed_end(self.text, opening.end, next_opening)
        goes_on = self.text[end - 1] in ".!?\u2026\u2019'" and end - opening.start <= LONGEST_UNCLOSED
        return self._before_cue(opening, end, sentence_only=not goes_on)

    def _unclosed(self, opening: Mark) -> int:
        self.left_open = True
        if self.following is not None and self.text.startswith(opening.sign, self.following):
            return self.span.end
        sentence_only = self.span.end - opening.start > LONGEST_UNCLOSED
        return self._before_cue(opening, self.span.end, sentence_only=sentence_only)

    def _before_cue(self, opening: Mark, end: int, *, sentence_only: bool) -> int:
        stops = SENTENCE_END.finditer(self.text, opening.end, end)
        if cue := CUE.search(self.text, opening.end, end):
            before = [stop.end() for stop in stops if stop.end() <= cue.start()]
            same_sentence = cue.group().startswith(",") or not before
            return _trimmed_end(self.text, opening.end, cue.start()) if same_sentence else before[-1]
        stop = next(stops, None) if sentence_only else None
        return stop.end() if stop else end

    def _single(self, at: int) -> tuple[int, int] | None:
        """Like `_double`, for single marks, which only open when something closes them: most are apostrophes."""
        opening = self.marks[at]
        if not self._opens_single(opening):
            return None
        possessive: tuple[int, int] | None = None
        depth = 0
        for index in range(at + 1, len(self.marks)):
            mark = self.marks[index]
            if mark.family != "single":
                depth += 1
            elif self._opens_single(mark):
                break
            elif depth % 2 == 0 and self._closes_single(mark):
                if not self._may_be_possessive(mark):
                    return mark.end, index + 1
                possessive = possessive or (mark.end, index + 1)
        if possessive is None and self._single_runs_on(opening):
            return self.span.end, len(self.marks)
        return possessive

    def _opens_single(self, mark: Mark) -> bool:
        if ELISION.match(self.text, mark.start, self.span.end):
            return False
        return mark.role == "opens" if mark.sign != "\u2018" else mark.role != "closes"

    def _closes_single(self, mark: Mark) -> bool:
        if mark.sign == "\u2018" or mark.role == "opens":
            return False
        return mark.role == "closes" or not ELISION.match(self.text, mark.start, self.span.end)

    def _may_be_possessive(self, mark: Mark) -> bool:
        """'our partners’ patience': an s before the mark and a small letter after it may go on with the sentence."""
        after = self.text[mark.end : mark.end + 2]
        return self.text[mark.start - 1] in "sSzZxX" and len(after) == 2 and after[0] == " " and after[1].isalpha()

    def _single_runs_on(self, opening: Mark) -> bool:
        starts_both = opening.start == self.span.start and self.following is not None
        return starts_both and self.text.startswith(opening.sign, self.following)


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
