"""Utterances as data and as a critical apparatus: the base, and below it what the others have instead."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING

from onrecord.model.jsonform import JsonObject, ref_json, spans_json
from onrecord.model.utterance import Variant
from onrecord.views.formats import Column, View
from onrecord.views.shapes import Flat, file_name
from onrecord.views.tables import DAY_WIDTH, DOT, day, who

if TYPE_CHECKING:
    from onrecord.record import ReadingRow, UtteranceRow


def reading_place(one: ReadingRow) -> str:
    """`002_name.txt:1531-1571`: file, and the offsets of the wording's start and end."""
    return f"{file_name(one.report)}:{one.wording.spans[0].start}-{one.wording.spans[-1].end}"


def utterance_shape(row: UtteranceRow) -> JsonObject:
    paths = {one.wording.id: one for one in row.readings}
    return {
        "id": row.id,
        "speaker": ref_json(row.speaker),
        "candidates": [{"id": one.id, "name": one.name, "score": one.score} for one in row.candidates],
        "party": row.party,
        "said_on": row.said_on,
        "base": row.base.wording.statement,
        "why": row.why,
        "independent": row.independent,
        "confidence": row.confidence,
        "readings": [_reading_shape(one) for one in row.readings],
        "variants": [_variant_shape(one, paths[one.wording]) for one in row.variants],
    }


def _reading_shape(one: ReadingRow) -> JsonObject:
    return {
        "report": one.report.id,
        "path": one.report.path,
        "line": one.report.line,
        "outlet": one.report.outlet,
        "statement": one.wording.statement,
        "kind": one.wording.kind,
        "spans": spans_json(one.wording.spans),
        "text": one.text,
        "score": one.score,
        "why": one.why,
        "primary": one.report.primary,
        "copy_of": one.copy_of,
        "repeats": one.repeats,
    }


def _variant_shape(variant: Variant, of: ReadingRow) -> JsonObject:
    return {
        "kind": variant.kind,
        "report": of.report.id,
        "path": of.report.path,
        "line": of.report.line,
        "statement": of.wording.statement,
        "base": {"spans": spans_json(variant.base_spans), "text": variant.base_text},
        "reading": {"spans": spans_json(variant.spans), "text": variant.text},
    }


def utterance_flat(row: UtteranceRow) -> Flat:
    return {
        "id": row.id,
        "said_on": row.said_on,
        "speaker": row.speaker.name if row.speaker else None,
        "candidates": "; ".join(one.name for one in row.candidates) or None,
        "party": row.party,
        "text": row.base.text,
        "confidence": row.confidence,
        "readings": len(row.readings),
        "reports": len({one.report.id for one in row.readings}),
        "variants": "; ".join(_entries(row)) or None,
        "outlet": row.base.report.outlet,
        "path": row.base.report.path,
        "line": row.base.report.line,
        "start": row.base.wording.spans[0].start,
        "end": row.base.wording.spans[-1].end,
    }


def said_by(row: UtteranceRow) -> str:
    """The speaker; who it could be, where reports are at odds; or that nobody tells."""
    if row.candidates:
        return " or ".join(f"{one.name}?" for one in row.candidates)
    return row.speaker.name if row.speaker else who(row.base.statement)


def _for_whom_and_how_sure(row: UtteranceRow) -> str:
    for_whom = f"for {row.party}" if row.party and row.party != said_by(row) else ""
    return DOT.join(one for one in (for_whom, "doubtful" if row.doubtful else "") if one)


def _letters(row: UtteranceRow) -> dict[str, str]:
    """A, B, C for the readings in their order; after Z come A2, B2."""
    count = len(ascii_uppercase)
    return {
        one.wording.id: ascii_uppercase[n % count] + (str(n // count + 1) if n >= count else "")
        for n, one in enumerate(row.readings)
    }


def _entries(row: UtteranceRow) -> Iterator[str]:
    """`cease] stop the B`: the base's words, and what others have in their place, as editions of old texts print it."""
    letters = _letters(row)
    read: dict[tuple[str, str, str], list[str]] = {}
    for one in row.variants:
        words = ("", "") if one.kind == "punctuation" else (one.base_text, one.text)
        read.setdefault((one.kind, *words), []).append(letters[one.wording])
    for (kind, ours, theirs), whose in read.items():
        if kind == "punctuation":
            continue
        yield f"{ours or '(nothing)'}] {theirs or 'left out'} {' '.join(whose)} ({kind})"


def apparatus(row: UtteranceRow) -> str:
    letters = _letters(row)
    who_reads = (
        " ".join(part for part in (letters[one.wording.id], one.report.outlet, reading_place(one)) if part)
        for one in row.readings
    )
    entries = "; ".join(_entries(row)) or ("all alike" if len(row.readings) > 1 else "")
    return DOT.join(part for part in (*who_reads, entries) if part)


UTTERANCES: View[UtteranceRow] = View(
    "utterances",
    utterance_shape,
    utterance_flat,
    (
        Column("Said on", lambda row: day(row.said_on), width=DAY_WIDTH),
        Column(
            "Speaker",
            said_by,
            _for_whom_and_how_sure,
            ratio=2,
        ),
        Column("Base, and how the others read", lambda row: row.base.text, apparatus, ratio=7),
    ),
    airy=True,
)
