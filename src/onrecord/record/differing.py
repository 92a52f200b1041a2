"""Disagreements kept in step with what is read: those on the utterances, things and persons that a report touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

import sqlalchemy as sa

from onrecord.model import Reading, Role, Span, Spans, envelope, identity
from onrecord.model.disagreement import Called, Disagreement, Place, Voiced
from onrecord.record.chunks import AMONG, among, chunks, rows_among, singles
from onrecord.record.columns import packed_spans, unpacked_spans
from onrecord.record.copying import Copying, copied_anew, forget_all_copies, forget_copies
from onrecord.record.days import SIBLINGS
from onrecord.record.driving import ask, ask_singles, put, write
from onrecord.record.firsts import first_told
from onrecord.record.judging import corrections
from onrecord.record.rebuilding import reading_of_report
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    collated,
    mention,
    report,
    report_actor,
    report_text,
    statement,
    utterance,
    utterance_member,
    wording,
)
from onrecord.record.schema import reading as readings
from onrecord.record.schema_across import disagreement, disagreement_reading, report_role
from onrecord.record.tellings import Retelling, forget_all_tellings, forget_tellings, groups_of, retell
from onrecord.record.unfound import Unfound, forget_unfound, transcripts, unfound
from onrecord.record.wordings import wording_of

PART = "disagreements"
NEAR_DAY = 120
FRAME = 160
LETTERS = re.compile(r"[^\W_]+")
FRAME_ENDS = re.compile(r"[.!?][\"”’]?\s|\n")
ENDED = re.compile(r"\.[\"”’'»]?\s*$")
On = Literal["utterance_id", "telling_id", "actor_id"]
_NAMES = (
    sa.select(actor_member.c.actor_id, actor_form.c.id, actor_form.c.name, actor_form.c.first_report)
    .join(actor_form, actor_form.c.id == actor_member.c.form_id)
    .where(among(actor_member.c.actor_id))
)
_VOICED = (
    sa.select(
        wording,
        utterance.c.id.label("utterance"),
        utterance.c.base,
        statement.c.source,
        statement.c.cue,
        statement.c.content,
        statement.c.said_on_evidence,
        report_text.c.text.label("whole"),
        report.c.is_primary,
    )
    .join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    .join(utterance, utterance.c.id == utterance_member.c.utterance_id)
    .join(statement, statement.c.id == wording.c.statement_id)
    .join(report_text, report_text.c.report_id == wording.c.report_id)
    .join(report, report.c.id == wording.c.report_id)
    .where(among(utterance.c.id), utterance.c.reports > 1)
)
_PRINTED = (
    sa.select(mention.c.starts, mention.c.ends, mention.c.text, mention.c.report_id)
    .join(
        report_actor,
        (report_actor.c.report_id == mention.c.report_id) & (report_actor.c.ordinal == mention.c.actor_ordinal),
    )
    .where(report_actor.c.form_id == sa.bindparam("form"), report_actor.c.report_id == sa.bindparam("first"))
    .order_by(mention.c.starts)
)
_FIRST_ROLES = (
    sa.select(actor_member.c.actor_id, report_role.c.text, sa.func.min(report_role.c.report_id).label("report_id"))
    .join(report_role, report_role.c.form_id == actor_member.c.form_id)
    .where(among(actor_member.c.actor_id))
    .group_by(actor_member.c.actor_id, report_role.c.text)
    .subquery()
)
_ROLES = (
    sa.select(_FIRST_ROLES, report_role.c.starts, report_role.c.ends)
    .join(
        report_role,
        (report_role.c.report_id == _FIRST_ROLES.c.report_id) & (report_role.c.text == _FIRST_ROLES.c.text),
    )
    .join(actor_member, actor_member.c.form_id == report_role.c.form_id)
    .where(actor_member.c.actor_id == _FIRST_ROLES.c.actor_id)
    .order_by(_FIRST_ROLES.c.actor_id, _FIRST_ROLES.c.text, report_role.c.starts)
)
_TOUCHED = sa.select(actor_member.c.actor_id).where(among(actor_member.c.form_id))
_PERSONS = sa.select(actor.c.id).where(actor.c.type == "person", among(actor.c.id))
_UNCOMPARED = sa.select(utterance.c.id).where(utterance.c.compared.is_(False))
_COMPARED = sa.update(utterance).where(among(utterance.c.id)).values(compared=True)
_DROPPED = {
    on: sa.delete(disagreement).where(among(disagreement.c[on])) for on in ("utterance_id", "telling_id", "actor_id")
}


@dataclass(frozen=True, slots=True)
class Comparing:
    """How reports are laid side by side, as `collating` does it. `key` changes when its verdicts may."""

    key: str
    of_utterance: Callable[[Sequence[Voiced]], Iterable[Disagreement]]
    of_person: Callable[[Iterable[Called], Iterable[Called]], Iterable[Disagreement]]
    retelling: Retelling
    copying: Copying
    is_transcript: Callable[[str, Spans], bool]
    unfound: Unfound | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What hung on a report's former reading: tellings and copies that are to be judged anew without it."""

    tellings: set[str]
    copies: set[str]


NOTHING = Before(set(), set())


def forget_compared(connection: sa.Connection, report_id: str, how: Comparing | None) -> Before:
    """To be called before a report's reading goes."""
    if how is None:
        return NOTHING
    beside = forget_tellings(connection, report_id, how.retelling)
    return Before(beside, forget_copies(connection, report_id, how.copying))


def compare(
    connection: sa.Connection,
    reading: Reading | None,
    text: str,
    published: str | None,
    how: Comparing | None,
    *,
    before: Before,
    forms: Iterable[str],
    near: Iterable[str],
) -> None:
    """Judges anew all that a new reading touches, or that an old one left; to be called when all else is collated.

    `forms` are those of which the actors may have changed, or that an old reading knew; `near` are the reports of which
    a wording was clustered anew.
    """
    if how is None:
        return
    told = set(before.tellings)
    if reading is not None:
        told |= _take(connection, reading, text, published, how)
    copied_anew(connection, reading, text, published, how.copying, beside=before.copies)
    _of_things(connection, told, how)
    _of_utterances(connection, how, near)
    met = first_told(connection, reading.report) if reading is not None else set[str]()
    compare_persons(connection, {*forms, *met}, how)


def _take(connection: sa.Connection, reading: Reading, text: str, published: str | None, how: Comparing) -> set[str]:
    """Keeps what the reading has to be compared; returns the tellings that differ from some of its own, and those."""
    _keep_roles(connection, reading, text)
    _mark_primary(connection, reading, text, how)
    return retell(connection, reading, text, published, how.retelling)


def compare_persons(connection: sa.Connection, forms: Iterable[str], how: Comparing | None) -> None:
    """Judges anew the names and roles of the persons to whom these forms belong now."""
    if how is not None:
        _of_persons(connection, set(forms), how)


def rebuild(connection: sa.Connection, how: Comparing) -> None:
    """Forgets all of it, and makes it anew, report by report."""
    for table in (disagreement_reading, disagreement, report_role):
        connection.execute(sa.delete(table))
    forget_all_tellings(connection)
    forget_all_copies(connection)
    connection.execute(sa.update(utterance).values(compared=False))
    query = sa.select(report.c.id, report.c.published, report.c.published_from, report_text.c.text)
    query = query.join(report_text, report_text.c.report_id == report.c.id)
    for id in list(connection.scalars(sa.select(readings.c.report_id).order_by(readings.c.report_id))):
        row = connection.execute(query.where(report.c.id == id)).one()
        if (read := reading_of_report(connection, id)) is not None:
            # A day taken from siblings is no day of its own.
            published = read.published if row.published_from == SIBLINGS else row.published
            told = _take(connection, read, row.text, published, how)
            copied_anew(connection, read, row.text, published, how.copying, beside=set())
            _of_things(connection, told, how)
    _of_utterances(connection, how, connection.scalars(sa.select(readings.c.report_id)).all())
    every = list(connection.scalars(sa.select(actor_form.c.id).order_by(actor_form.c.id)))
    _of_persons(connection, set(every), how)
    connection.execute(sa.delete(collated).where(collated.c.part == PART))
    connection.execute(sa.insert(collated), {"part": PART, "key": how.key})


def is_current(connection: sa.Connection, how: Comparing) -> bool:
    """Whether reports were compared in this way."""
    return connection.scalar(sa.select(collated.c.key).where(collated.c.part == PART)) == how.key


def _of_things(connection: sa.Connection, touched: set[str], how: Comparing) -> None:
    if not touched:
        return
    groups = list(groups_of(connection, touched, how.retelling))
    _drop(connection, "telling_id", touched | {one.id for tellings, _ in groups for one in tellings})
    for tellings, pairs in groups:
        # Two groups may have a sentence in common, so what a group shows hangs on one of its own.
        _keep(connection, how.retelling.disagreements(tellings, pairs), "telling_id", min(one.id for one in tellings))


def _of_utterances(connection: sa.Connection, how: Comparing, near: Iterable[str]) -> None:
    """All utterances that were made, or made anew, since the last time; `near` are the reports with words in them.

    A quotation that a transcript does not have is told next to one that it has.
    """
    fresh = ask_singles(connection, _UNCOMPARED)
    for chunk in chunks(sorted(fresh), 50):
        for id, voiced in _voiced(connection, chunk).items():
            _keep(connection, how.of_utterance(voiced), "utterance_id", id)
        put(connection, _COMPARED, {AMONG: chunk})
    anew = set(near)
    if how.unfound is not None and (held := transcripts(connection, anew)):
        forget_unfound(connection, held, anew)
        for id, told in unfound(connection, held, anew, how.unfound):
            _keep(connection, told, "utterance_id", id)


def _voiced(connection: sa.Connection, ids: list[str]) -> dict[str, list[Voiced]]:
    """The readings of each of these utterances that several reports have: a transcript's first, then the base, then by
    report and place.
    """
    found: dict[str, list[tuple[bool, Voiced]]] = {}
    for row in rows_among(connection, _VOICED, ids):
        said = tuple(unpacked_spans(packed) for packed in (row.source, row.cue, row.content))
        around = envelope(tuple(span for spans in said for span in spans))
        near = (span for span in unpacked_spans(row.said_on_evidence) if _is_near(span, around))
        words = wording_of(row)
        quoted = next((span for span in said[2] if span.covers(words.spans[0])), around)
        frame = tuple(_frame(words.report, quoted, row.whole))
        one = Voiced(words, _source(said[0], quoted, row.whole), _text(near, row.whole), frame, row.is_primary)
        found.setdefault(row.utterance, []).append((row.id != row.base, one))
    return {id: [one for _, one in sorted(each, key=_order)] for id, each in sorted(found.items())}


def _frame(report: str, said: Span, text: str) -> Iterator[Place]:
    """What stands in the sentence after a statement and before it, no further than a line or two."""
    after = FRAME_ENDS.search(text, said.end, said.end + FRAME)
    before = max(
        (found.end() for found in FRAME_ENDS.finditer(text, max(0, said.start - FRAME), said.start)), default=None
    )
    start = max(0, said.start - FRAME) if before is None else before
    for span in (Span(said.end, after.start() if after else min(len(text), said.end + FRAME)), Span(start, said.start)):
        if span.start < span.end:
            yield Place(report, (span,), span.text(text))


def _source(source: Spans, quoted: Span, text: str) -> str:
    """The words that name who says it; none where they begin a new sentence, of which the reader may be in doubt.

    "... and no later." The ministry answered that ...
    """
    parted = source and source[0].start >= quoted.end and ENDED.search(text, quoted.start, quoted.end)
    return "" if parted else _text(source, text)


def _order(one: tuple[bool, Voiced]) -> tuple[bool, bool, str, Spans]:
    return not one[1].primary, one[0], one[1].words.report, one[1].words.spans


def _is_near(span: Span, around: Span) -> bool:
    return span.end >= around.start - NEAR_DAY and span.start <= around.end + NEAR_DAY


def _text(spans: Iterable[Span], of: str) -> str:
    return " ".join(span.text(of) for span in spans)


def _mark_primary(connection: sa.Connection, reading: Reading, text: str, how: Comparing) -> None:
    """A transcript is primary, unless somebody said otherwise."""
    if how.is_transcript(text, reading.paragraphs) and "primary" not in corrections(connection, reading.report):
        connection.execute(sa.update(report).where(report.c.id == reading.report).values(is_primary=True))


def _keep_roles(connection: sa.Connection, reading: Reading, text: str) -> None:
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for one in reading.actors:
        for role in one.roles if one.type == "person" else ():
            if role.span and not _may_begin(role, text):
                place = envelope(role.span)
                row = {"report_id": reading.report, "form_id": one.id, "text": place.text(text)}
                rows.setdefault((one.id, place.text(text)), row | {"starts": place.start, "ends": place.end})
    write(connection, report_role, list(rows.values()))


def _may_begin(role: Role, text: str) -> bool:
    """Whether a sentence may begin before the role does: "Without President Voss", "Following President Voss"."""
    before = text[: envelope(role.span).start].rstrip()[-1:]
    return " " in role.name and not (before.isalnum() or before in (",", "’", "'", ")"))


def _of_persons(connection: sa.Connection, forms: set[str], how: Comparing) -> None:
    touched = set(singles(connection, _TOUCHED, sorted(forms)))
    ids = set(singles(connection, _PERSONS, sorted(touched)))
    _drop(connection, "actor_id", touched)
    called: dict[str, list[Called]] = {}
    for actor_id, one in (*_names(connection, ids), *_roles(connection, ids)):
        called.setdefault(actor_id, []).append(one)
    for id, every in sorted(called.items()):
        names, roles = ([one for one in every if one.role is role] for role in (False, True))
        _keep(connection, how.of_person(names, roles), "actor_id", id)


def _names(connection: sa.Connection, ids: set[str]) -> Iterator[tuple[str, Called]]:
    """Each form's name for those persons who are spelled in two ways, where the first report has it."""
    forms: dict[str, dict[str, tuple[str, str | None]]] = {}
    for row in rows_among(connection, _NAMES, sorted(ids)):
        forms.setdefault(row.actor_id, {})[row.id] = (row.name, row.first_report)
    for actor_id, named in sorted(forms.items()):
        if _in_two_ways([name for name, _ in named.values()]):
            for form_id, (name, first) in sorted(named.items()):
                if place := _mentioned(connection, form_id, first, name):
                    yield actor_id, Called(name, place)


def _mentioned(connection: sa.Connection, form_id: str, first: str | None, name: str) -> Place | None:
    """Where the first report that has the form, by id, prints its last name first."""
    rows = ask(connection, _PRINTED, {"form": form_id, "first": first})
    last = _last_of(name)
    row = next((one for one in rows if last in one.text), None)
    return Place(row.report_id, (Span(row.starts, row.ends),), row.text) if row else None


def _in_two_ways(names: Sequence[str]) -> bool:
    """Whether the last names are not all the same, or two names differ in accents or an article alone."""
    if len({_last_of(name).casefold() for name in names}) > 1:
        return True
    printed = {"".join(LETTERS.findall(name.casefold())) for name in names}
    return len({"".join(LETTERS.findall(normalize("NFKD", name))) for name in printed}) < len(printed)


def _last_of(name: str) -> str:
    """The last word of a name; of one that is nothing but spaces, itself."""
    return name.split()[-1] if name.split() else name


def _roles(connection: sa.Connection, ids: set[str]) -> Iterator[tuple[str, Called]]:
    """Each role of each person, where the first report that has it, by id, prints it."""
    for row in rows_among(connection, _ROLES, sorted(ids)):
        place = Place(row.report_id, (Span(row.starts, row.ends),), row.text)
        yield row.actor_id, Called(row.text, place, role=True)


def _drop(connection: sa.Connection, on: On, ids: Iterable[str]) -> None:
    for chunk in chunks(sorted(ids)):
        put(connection, _DROPPED[on], {AMONG: chunk})


def _keep(connection: sa.Connection, found: Iterable[Disagreement], on: On, id: str) -> None:
    rows: dict[str, dict[str, object]] = {}
    readings: list[dict[str, object]] = []
    for one in found:
        key = identity("disagreement", on, id, one.kind, one.why, [(each.report, each.spans) for each in one.readings])
        if key not in rows:
            row = {"id": key, "kind": one.kind, "weight": one.weight, "about": one.about, "why": one.why}
            rows[key] = row | {on: id, "readings": len(one.readings)}
            readings += [_place_columns(key, at, place) for at, place in enumerate(one.readings)]
    write(connection, disagreement, list(rows.values()))
    write(connection, disagreement_reading, readings)


def _place_columns(id: str, position: int, one: Place) -> dict[str, object]:
    around = envelope(one.spans)
    return {
        "disagreement_id": id,
        "position": position,
        "report_id": one.report,
        "statement_id": one.statement,
        "starts": around.start,
        "ends": around.end,
        "text": one.text,
        "spans": packed_spans(one.spans),
    }
