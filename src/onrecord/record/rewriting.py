"""What people corrected in the statements of a report: written beside what was read, which stays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

import sqlalchemy as sa

from onrecord.model import Form, Judgement, Reading
from onrecord.model.jsonform import candidate_json, ref_json, stance_json
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record.chunks import chunks
from onrecord.record.columns import packed
from onrecord.record.corrections import SET_SPEAKER, STATEMENT_KINDS, Corrected, corrected
from onrecord.record.judging import judgements
from onrecord.record.schema import actor_form, statement, statement_issue, statement_speaker


def correct(connection: sa.Connection, read: Reading) -> Reading:
    """Writes what people judged of the statements of a reading that was just kept; the reading as it is believed."""
    told = judgements(connection, STATEMENT_KINDS, read.report)
    if not told:
        return read
    believed, found = corrected(read, told, _forms(connection, told))
    for one in found:
        _write(connection, one)
    return believed


def _forms(connection: sa.Connection, told: Sequence[Judgement]) -> dict[str, Form]:
    ids = sorted({one.value for one in told if one.kind == SET_SPEAKER and one.value})
    rows = (row for chunk in chunks(ids) for row in connection.execute(_form_rows(chunk)))
    return {row.id: Form(row.id, row.name, one_of(row.type, ACTOR_TYPES), row.party) for row in rows}


def _form_rows(ids: Iterable[str]) -> sa.Select[tuple[object, ...]]:
    return sa.select(*actor_form.c).where(actor_form.c.id.in_(ids))


def _write(connection: sa.Connection, one: Corrected) -> None:
    read, now = one.read, one.believed
    told: dict[str, object] = {
        "speaker_id": now.speaker and now.speaker.id,
        "speaker_name": now.speaker and now.speaker.name,
        "speaker_type": now.speaker and now.speaker.type,
        "speakers": packed([ref_json(each) for each in now.speakers]),
        "candidates": packed([candidate_json(each) for each in now.candidates]),
        "party": now.party,
        "speaker_confidence": now.speaker_confidence,
        "stance": now.stance,
        "issues": packed(now.issues),
        "stances": packed([stance_json(each) for each in now.stances]) if now.stances else None,
        "as_read": json.dumps(
            {
                "speaker": ref_json(read.speaker),
                "speakers": [ref_json(each) for each in read.speakers],
                "candidates": [candidate_json(each) for each in read.candidates],
                "party": read.party,
                "speaker_confidence": read.speaker_confidence,
                "issues": list(read.issues),
                "stance": read.stance,
                "stances": [stance_json(each) for each in read.stances],
            },
            separators=(",", ":"),
        ),
        "corrections": packed([asdict(each) for each in one.by]),
    }
    connection.execute(sa.update(statement).where(statement.c.id == now.id).values(told))
    if now.speakers != read.speakers or now.speaker != read.speaker:
        connection.execute(sa.delete(statement_speaker).where(statement_speaker.c.statement_id == now.id))
        rows = [{"statement_id": now.id, "position": n, "form_id": each.id} for n, each in enumerate(now.speakers)]
        if rows:
            connection.execute(sa.insert(statement_speaker), rows)
    if now.issues != read.issues:
        connection.execute(sa.delete(statement_issue).where(statement_issue.c.statement_id == now.id))
        about = [{"statement_id": now.id, "issue": issue} for issue in dict.fromkeys(now.issues)]
        if about:
            connection.execute(sa.insert(statement_issue), about)
