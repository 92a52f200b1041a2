"""The tables of what is rebuilt from the reports: utterances, coverage, positions, shifts, proposals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.views.exports.fields import Family, Field, Table
from onrecord.views.exports.tables import PARTY, PRINTED, REPORT, SAID_ON, SPANS, STATEMENT, TEXT, Rows
from onrecord.views.exports.tables_events import TOLD

if TYPE_CHECKING:
    from onrecord.model.position import Quote
    from onrecord.record import UtteranceRow
    from onrecord.views.exports.contents import Contents

UTTERANCE = Field("utterance", "string", "the utterance", "utterances")
POSITION = Field("position", "string", "the position", "positions")
PROPOSAL = Field("proposal", "string", "the proposal's name")

UTTERANCES = Table(
    "utterances",
    "one act of speaking, as rebuilt from the statements that report it",
    (
        Field("id", "string", "hash of its wordings"),
        Field("speaker", "string", "the actor's name"),
        Field("speaker_id", "string", "the actor", "actors"),
        PARTY,
        SAID_ON,
        Field("base", "string", "the statement whose wording stands as the base", "statements"),
        Field("why", "string", "why it is the base"),
        Field("text", "string", "the base's words"),
        Field("candidates", "list", "names of all who may have said it, where that is not decided"),
        Field("candidate_ids", "list", "the actors (`actors.id`), in that order"),
        Field("candidate_scores", "list", "the share of each, 0 to 1, in that order"),
        Field("confidence", "number", "how likely a reader would find it right, 0 to 1; empty for one report's alone"),
    ),
    ("id",),
)

READINGS = Table(
    "readings",
    "how one report words an utterance; the base is the first",
    (
        UTTERANCE,
        Field("position", "integer", "1 for the base"),
        REPORT,
        STATEMENT,
        Field("kind", "string", "direct, indirect or mixed"),
        SPANS,
        TEXT,
        Field("score", "number", "of the tie that holds it to the others, 0 to 1"),
        Field("why", "string", "why it is tied to them"),
    ),
    ("utterance", "position"),
)

VARIANTS = Table(
    "variants",
    "where a reading differs from the base",
    (
        UTTERANCE,
        Field("position", "integer", "of the reading, as in readings"),
        Field("kind", "string", "translation, omission, addition, order, number, tense or punctuation"),
        Field("base_spans", "spans", "the words of the base, in its report"),
        Field("base_text", "string", "those words"),
        Field("spans", "spans", "the words that the reading has instead, in its own report"),
        Field("text", "string", "those words"),
    ),
    ("utterance", "position", "base_spans", "spans"),
)

COVERAGE = Table(
    "coverage",
    "how one outlet that reported the occasion has an utterance",
    (
        UTTERANCE,
        Field("outlet", "string", "who published it"),
        Field("how", "string", "direct, mixed, indirect or not at all"),
        Field("reports", "list", "ids of its reports that have it"),
        Field("copy_of", "string", "the report of another outlet that it copies", "reports"),
    ),
    ("utterance", "outlet"),
)

POSITIONS = Table(
    "positions",
    "a party's stance on an issue or a proposal as of a date",
    (
        Field("id", "string", "hash of party, issue, proposal, stance and day"),
        Field("party", "string", "whose it is"),
        Field("issue", "string", "id of the issue, by the codebook"),
        PROPOSAL,
        Field("stance", "string", "as in statements"),
        Field("as_of", "string", "when it was said (EDTF)"),
        Field("contested", "boolean", "whether another position of the party contradicts it within a week"),
        Field("speakers", "list", "names of those who said it"),
        Field("confidence", "number", "0 to 1, not calibrated"),
        Field("judged", "boolean", "whether a person corrected a statement that makes it"),
    ),
    ("id",),
)

POSITION_PASSAGES = Table(
    "position_passages",
    "a passage that shows a position, or one of its conditions",
    (POSITION, Field("role", "string", "evidence or condition"), REPORT, STATEMENT, SPANS, TEXT),
    ("position", "role", "report", "spans"),
)

CHANGES = Table(
    "changes",
    "where a party's stance, a condition or its firmness shifts",
    (
        Field("id", "string", "hash of kind and positions"),
        Field("kind", "string", "stance, condition or strength"),
        Field("party", "string", "whose it is"),
        Field("issue", "string", "id of the issue, by the codebook"),
        PROPOSAL,
        Field("day", "string", "when the new thing was said (EDTF)"),
        Field("speaker", "string", "who said it"),
        Field("before", "string", "the earlier position", "positions"),
        Field("after", "string", "the later position", "positions"),
        REPORT,
        SPANS,
        Field("text", "string", "the words of the report that was first to tell it"),
    ),
    ("id",),
)

PROPOSALS = Table(
    "proposals",
    "a named plan on the table",
    (
        Field("id", "string", "hash of what it is made of"),
        Field("name", "string", "its fullest name"),
        Field("names", "list", "all names that reports print"),
        Field("maker", "string", "who made it"),
        Field("party", "string", "the party they speak for"),
        Field("made_on", "string", "when it was made (EDTF)"),
        Field("first_day", "string", "the day of the first report that names it (EDTF)"),
    ),
    ("id",),
)

PROPOSAL_PASSAGES = Table(
    "proposal_passages",
    "a passage that names a proposal, tells its maker, or one of its terms",
    (
        Field("proposal", "string", "the proposal", "proposals"),
        Field("role", "string", "name, maker, duration, scope or monitors"),
        REPORT,
        STATEMENT,
        SPANS,
        TEXT,
    ),
    ("proposal", "role", "report", "spans"),
)


def _of_utterances(contents: Contents) -> Rows:
    for row in contents.utterances():
        speaker = row.speaker
        who = (speaker.name, speaker.id) if speaker else (None, None)
        told = (row.party, row.said_on, row.base.wording.statement, row.why, row.base.text)
        yield "utterances", (row.id, *who, *told, *_candidates(row), row.confidence)
        order = {one.wording.id: n for n, one in enumerate(row.readings, 1)}
        for n, one in enumerate(row.readings, 1):
            said = one.wording
            place = (said.report, said.statement, said.kind, said.spans, one.text)
            yield "readings", (row.id, n, *place, one.score, one.why)
        for each in row.variants:
            found = (row.id, order[each.wording], each.kind, each.base_spans, each.base_text, each.spans, each.text)
            yield "variants", found


def _candidates(row: UtteranceRow) -> tuple[tuple[str, ...], ...]:
    every = row.candidates
    return tuple(one.name for one in every), tuple(one.id for one in every), tuple(f"{one.score:.2f}" for one in every)


def _of_coverage(contents: Contents) -> Rows:
    for row in contents.coverage():
        for one in row.cells:
            yield "coverage", (row.utterance.id, one.outlet, one.how, one.reports, one.copy_of)


def _of_positions(contents: Contents) -> Rows:
    for row in contents.positions():
        one = row.position
        what = (one.id, one.party, one.issue, one.proposal, one.stance, one.as_of)
        yield "positions", (*what, one.contested, one.speakers, one.confidence, one.judged)
        yield from _passages("position_passages", one.id, "evidence", row.evidence)
        yield from _passages("position_passages", one.id, "condition", row.conditions)


def _passages(table: str, id: str, role: str, quotes: tuple[Quote, ...]) -> Rows:
    for one in dict.fromkeys(each for each in quotes if each.passage.spans):
        place = one.passage
        yield table, (id, role, place.report, place.statement, place.spans, one.text)


def _of_changes(contents: Contents) -> Rows:
    for row in contents.changes():
        first = row.first
        before, after = row.before.position.id, row.after.position.id
        told = (row.id, row.kind, row.party, row.issue, row.proposal, row.day, row.speaker, before, after)
        yield "changes", (*told, first.passage.report, first.passage.spans, first.text)


def _of_proposals(contents: Contents) -> Rows:
    for row in contents.proposals():
        yield "proposals", (row.id, row.name, row.names, row.maker, row.party, row.made_on, row.first_day)
        yield from _passages("proposal_passages", row.id, "name", row.places)
        yield from _passages("proposal_passages", row.id, "maker", row.maker_evidence)
        for one in dict.fromkeys(row.terms):
            yield from _passages("proposal_passages", row.id, one.kind, (one.quote,))


FAMILIES: tuple[Family, ...] = (
    *PRINTED,
    Family((UTTERANCES, READINGS, VARIANTS), _of_utterances),
    Family((COVERAGE,), _of_coverage),
    Family((POSITIONS, POSITION_PASSAGES), _of_positions),
    Family((CHANGES,), _of_changes),
    Family((PROPOSALS, PROPOSAL_PASSAGES), _of_proposals),
    *TOLD,
)


def every_table() -> Iterator[Table]:
    return (table for family in FAMILIES for table in family.tables)
