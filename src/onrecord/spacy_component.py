"""A spaCy component: `nlp.add_pipe("onrecord_statements")` finds the statements of a report.

`doc.spans["statements"]` holds the contents, one span for each part, widened to whole tokens, the statement's kind as
the label and its id as the span's. `span._.onrecord` gives the statement that a span belongs to, as `Said`. The day of
publication, which days like "on Thursday" are counted from, is told before: `doc._.published = "2031-03-14"`.

What is kept in the document is plain data under `doc.user_data["onrecord"]`, so that it can be stored with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.model import Report, Spans, Statement
from onrecord.reading.reader import Reader, load

KEY = "onrecord"
GROUP = "statements"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as spans of the document. `speaker`, `party` and `said_on` (EDTF) are null where nobody knows."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    type: str
    speaker: str | None
    party: str | None
    said_on: str | None
    confidence: float
    within: str | None


@Language.factory("onrecord_statements", assigns=["doc.spans", "span._.onrecord"], default_config={"codebook": "auto"})
def make_statements(nlp: Language, name: str, codebook: str) -> Statements:
    """The component; `codebook` is one by name or file, as for `onrecord read`."""
    return Statements(codebook)


class Statements:
    """Reads each document as one report. The reader is loaded with the first."""

    def __init__(self, codebook: str) -> None:
        self._codebook = codebook
        _extend()

    @cached_property
    def _reader(self) -> Reader:
        return load(self._codebook)

    def __call__(self, doc: Doc) -> Doc:
        reading = self._reader(Report(doc.text, published=doc._.published))
        doc.user_data[KEY] = {statement.id: _kept(doc, statement) for statement in reading.statements}
        doc.spans[GROUP] = [
            Span(doc, start, end, label=statement.kind, span_id=statement.id)
            for statement in reading.statements
            for start, end in _tokens(doc, statement.content)
        ]
        return doc


def _extend() -> None:
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Span.has_extension(KEY):
        Span.set_extension(KEY, getter=_said)


def _kept(doc: Doc, statement: Statement) -> dict[str, object]:
    return {
        "source": _tokens(doc, statement.source),
        "cue": _tokens(doc, statement.cue),
        "content": _tokens(doc, statement.content),
        "kind": statement.kind,
        "type": statement.type,
        "speaker": statement.speaker.name if statement.speaker else None,
        "party": statement.party,
        "said_on": statement.said_on,
        "confidence": statement.confidence,
        "within": statement.within,
    }


def _tokens(doc: Doc, spans: Spans) -> list[Place]:
    """First and last token (exclusive) of each span, outward where it begins or ends within one."""
    widened = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    return [(one.start, one.end) for one in widened if one is not None]


def _said(span: Span) -> Said | None:
    """The statement that the span belongs to; null for a span that is part of none."""
    kept = span.doc.user_data.get(KEY, {}).get(span.id_)
    if kept is None:
        return None

    def parts(places: Sequence[Place]) -> tuple[Span, ...]:
        return tuple(Span(span.doc, start, end) for start, end in places)

    places = {role: parts(kept[role]) for role in ("source", "cue", "content")}
    return Said(id=span.id_, **(kept | places))
