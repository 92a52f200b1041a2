"""What a person knows better: of a statement who spoke, what it does on an issue, which utterance it belongs to; of an
actor who is who, and for whom he speaks.

Each is a judgement, that on a statement kept by the report's id and its place in the text: it outlives every reading
and collating anew, and can be undone. What was read stays beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from onrecord.collating import sides
from onrecord.model import Fault, Judgement
from onrecord.model.jsonread import STANCES
from onrecord.pipeline import who_is_who
from onrecord.record import Record, StatementRow
from onrecord.record.by_id import MOST_MEANT, WordingRow, base_of, sentences_of, statements_meant, utterances_meant
from onrecord.record.corrections import (
    MOVE,
    NO_STANCE,
    NOT_ABOUT,
    SET_SPEAKER,
    SET_STANCE,
    place,
    sentence,
)

APART = "new"
DONE_TO_AN_ISSUE: tuple[str, ...] = (*STANCES, NO_STANCE, NOT_ABOUT)
Judged = tuple[Judgement, ...] | Fault
Act = Literal["merge", "split", "rename", "set-party"]


def set_speaker(record: Record, statement: str, actor: str | None, *, because: str) -> Judged:
    """Says who spoke: an actor by the name exactly as printed or by id; null where nobody can tell."""
    row = _statement(record, statement)
    if isinstance(row, Fault):
        return row
    meant = _actor(record, actor) if actor else None
    if isinstance(meant, Fault):
        return meant
    who = meant.id if meant else None
    return _kept(record, [_judgement(SET_SPEAKER, row, place(row.statement.content), who, because)])


def set_stance(
    record: Record, statement: str, issue: str, stance: str, *, because: str, issues: Collection[str]
) -> Judged:
    """Says what the statement does on an issue: a stance; "none" where it takes none; "off" if it is not about that.

    `issues` are the ids of the codebook in use.
    """
    row = _statement(record, statement)
    if isinstance(row, Fault):
        return row
    if stance not in DONE_TO_AN_ISSUE:
        return Fault(stance, "no stance", f"there are {', '.join(DONE_TO_AN_ISSUE)}")
    if issue not in issues:
        return Fault(issue, "no issue of the codebook", f"there are {', '.join(issues)}")
    told = _judgement(SET_STANCE, row, place(row.statement.content), f"{issue}={stance}", because)
    return _kept(record, [told])


def move(record: Record, statement: str, utterance: str | None, *, because: str, out_of: str | None = None) -> Judged:
    """Says that a statement's words belong to another utterance, or (null) to none of those that are there.

    `out_of` names the utterance from which its sentence is taken, where it has several.
    """
    row = _statement(record, statement)
    if isinstance(row, Fault):
        return row
    moved = _sentences(record, row, out_of, several=utterance is None)
    if isinstance(moved, Fault):
        return moved
    where = None
    if utterance is not None:
        there = _one(utterances_meant(record, utterance), utterance, "utterance")
        if isinstance(there, Fault):
            return there
        if there in {one.utterance for one in moved}:
            return Fault(utterance, "the statement is in that utterance already")
        base = base_of(record, there)
        where = f"{base.report}:{sentence(base.content, base.spans)}"
    content = row.statement.content
    return _kept(record, [_judgement(MOVE, row, sentence(content, one.spans), where, because) for one in moved])


def judge_actor(
    record: Record,
    act: Act,
    who: str,
    *,
    other: str | None = None,
    value: str | None = None,
    because: str,
    days: tuple[str | None, str | None] = (None, None),
) -> Judged:
    """Keeps a belief on an actor, named as printed or by id; `other` is the second of a merge or split.

    A split without another sets the name apart from all. `value` is the new name or party; `days` its first and last.
    """
    try:
        when = sides.interval(*days)
    except ValueError as error:
        return Fault(days[1] or days[0] or who, str(error))
    first = _actor(record, who)
    if isinstance(first, Fault):
        return first
    second = _actor(record, other) if other else None
    if isinstance(second, Fault):
        return second
    apart = act == "split"
    others = (second.forms if apart else second.forms[:1]) if second else (None,)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    believed = tuple(
        Judgement(act, one, when if act == "set-party" else another, value, "user", because, now)
        for one in (first.forms if apart else first.forms[:1])
        for another in others
    )
    record.judge(believed, who_is_who())
    return believed


def undo_judgement(record: Record, judgement_id: str) -> bool:
    """Takes back what a person judged, of whatever kind; whether one of that id was in force."""
    return record.undo(judgement_id, who_is_who())


def _sentences(record: Record, row: StatementRow, out_of: str | None, *, several: bool) -> Sequence[WordingRow] | Fault:
    """The sentences of the statement that are meant, or why it is not clear which."""
    held = sentences_of(record, row.statement.id)
    if out_of is not None:
        chosen = [one for one in held if one.utterance.startswith(out_of)]
        return chosen or Fault(out_of, "the statement has no sentence in an utterance of that id")
    if len(held) > 1 and not several:
        named = ", ".join(dict.fromkeys(one.utterance for one in held))
        return Fault(row.statement.id, f"it has {len(held)} sentences", f"say which is moved, with --from: {named}")
    return held or Fault(row.statement.id, "it has no words that could be moved")


def _judgement(kind: str, row: StatementRow, at: str, value: str | None, because: str) -> Judgement:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Judgement(kind, row.report.id, at, value, "user", because, now)


def _kept(record: Record, told: list[Judgement]) -> tuple[Judgement, ...]:
    record.judge(told, who_is_who())
    return tuple(told)


def _statement(record: Record, reference: str) -> StatementRow | Fault:
    found = statements_meant(record, reference)
    if len(found) == 1:
        return found[0]
    if not found:
        return Fault(
            reference,
            "no statement of that id or place is in the record",
            "`onrecord statements` lists places, with --format jsonl ids",
        )
    return Fault(reference, f"{_count(found)} statements go by that", f"name one: {found[0].statement.id} ...")


def _one(found: Sequence[str], reference: str, what: str) -> str | Fault:
    if len(found) == 1:
        return found[0]
    if not found:
        return Fault(reference, f"no {what} of that id is in the record", f"`onrecord {what}s --format jsonl`")
    return Fault(reference, f"{_count(found)} {what}s go by that", f"name one: {found[0]} ...")


def _count(found: Sequence[object]) -> str:
    """How many were found, by a search that stops at `MOST_MEANT`."""
    return f"{len(found)} or more" if len(found) >= MOST_MEANT else str(len(found))


@dataclass(frozen=True, slots=True)
class _Meant:
    """The one actor that a name or id means, and its forms."""

    id: str
    forms: Sequence[str]


def _actor(record: Record, reference: str) -> _Meant | Fault:
    """The actor, or why it is not clear which is meant."""
    found = record.forms(reference)
    if not found:
        return Fault(reference, "no actor of exactly that name or id is in the record", "`onrecord actors` lists them")
    if len(actors := sorted(set(found.values()))) > 1:
        return Fault(reference, f"{len(actors)} actors go by that", f"name one: {', '.join(actors[:5])}")
    return _Meant(actors[0], sorted(found))
