"""The tables: reports, statements, actors, and what is found across reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.model import identity
from onrecord.views.exports.fields import Family, Field, Row, Table
from onrecord.views.shapes import since, until

if TYPE_CHECKING:
    from onrecord.record import ActorRow, DisagreementRow, ReportRow, StatementRow
    from onrecord.views.exports.contents import Contents

Rows = Iterator[tuple[str, Row]]

REPORT = Field("report", "string", "the report that it stands in", "reports")
STATEMENT = Field("statement", "string", "the statement that it stands in", "statements")
SPANS = Field("spans", "spans", "where it stands: [start, end) in code points of the report's text")
TEXT = Field("text", "string", "the characters there, … between spans")
PARTY = Field("party", "string", "the actor on whose behalf it is said")
SAID_ON = Field("said_on", "string", "the day on which it was said (EDTF)")

REPORTS = Table(
    "reports",
    "one article, as an outlet published it",
    (
        Field("id", "string", "hash of text, outlet and URL"),
        Field("outlet", "string", "who published it"),
        Field("title", "string", "as given, or as found at the head of the text"),
        Field("author", "string", "as given"),
        Field("url", "string", "as given; not checked, and never to be opened unseen"),
        Field("language", "string", "as given or recognised"),
        Field("published", "string", "the day (EDTF)"),
        Field("published_from", "string", "what tells the day: given, page, text, siblings"),
        Field("primary", "boolean", "whether it is a transcript or official text"),
        Field("paths", "list", "all the places it came from"),
        Field("line", "integer", "its line, in a .jsonl"),
        Field("sha256", "string", "of the text, as UTF-8"),
        Field("characters", "integer", "how many code points the text has"),
        Field("words", "integer", "how many words it has"),
        Field("statements", "integer", "how many statements were found in it"),
        Field("unread", "string", "why nothing was read, where nothing was"),
        Field("version", "integer", "its number among the versions at one URL"),
        Field("versions", "integer", "how many there are"),
    ),
    ("id",),
)

TEXTS = Table(
    "texts",
    "the text in which the spans of a report count",
    (REPORT, Field("text", "string", "all of it, unchanged")),
    ("report",),
)

STATEMENTS = Table(
    "statements",
    "one passage in one report in which words or intentions are ascribed to somebody",
    (
        Field("id", "string", "hash of report, spans and kind"),
        REPORT,
        Field("source", "spans", "the words that name who says it"),
        Field("cue", "spans", "the words that ascribe it"),
        Field("content", "spans", "what is ascribed, quotation marks included"),
        Field("text", "string", "the characters of the content, … between spans"),
        Field("kind", "string", "direct, indirect or mixed"),
        Field("type", "string", "assertion, belief, fact or eventuality"),
        Field("speaker", "string", "the actor's name, as known across reports"),
        Field("speaker_id", "string", "the actor", "actors"),
        Field("speakers", "list", "names of all, when several speak together"),
        PARTY,
        SAID_ON,
        Field("issues", "list", "ids of issues, by the codebook"),
        Field("stance", "string", "accepts, accepts-conditionally, proposes, demands, rejects, threatens, ..."),
        Field("relayed_by", "string", "the actor by whose account it was said"),
        Field("within", "string", "the statement that it stands in", "statements"),
        Field("confidence", "number", "how sure it is that this is a statement, 0 to 1"),
        Field("speaker_confidence", "number", "how sure the speaker is, given that, 0 to 1"),
        Field("corrections", "list", "what people corrected in it: the kind of judgement, what is believed, and why"),
    ),
    ("id",),
)

ACTORS = Table(
    "actors",
    "a person, organisation, state or group, or an unnamed source, known across reports",
    (
        Field("id", "string", "hash of its fullest form"),
        Field("name", "string", "the fullest form printed"),
        Field("type", "string", "person, organisation, state, group or unnamed"),
        Field("party", "string", "on whose behalf this actor speaks"),
        Field("names", "list", "all names printed"),
        Field("roles", "list", "all roles printed"),
        Field("reports", "integer", "how many reports name it"),
        Field("statements", "integer", "how many statements are its"),
        Field("mentions", "integer", "how often it is named"),
    ),
    ("id",),
)

ACTOR_PARTIES = Table(
    "actor_parties",
    "for whom an actor spoke from which day to which, of those who changed sides",
    (
        Field("actor", "string", "who", "actors"),
        Field("position", "integer", "1 for the first"),
        Field("since", "string", "the first day; empty where nothing bounds it"),
        Field("until", "string", "the last day, likewise"),
        Field("party", "string", "on whose behalf; empty for nobody's"),
        Field("judge", "string", "who judged so: the reports, or a person"),
        Field("score", "number", "the share of the reports of those days that tell so, 0 to 1"),
        Field("why", "string", "the reason"),
        Field("judged_at", "string", "when a person judged so (ISO 8601)"),
    ),
    ("actor", "position"),
)

CONDITIONS = Table(
    "conditions",
    "what must hold for an acceptance or offer to count, as one report has it",
    (
        REPORT,
        Field("statement", "string", "the statement that it hangs on", "statements"),
        Field("party", "string", "whose condition"),
        Field("on", "list", "ids of the issues"),
        SPANS,
        Field("trigger", "spans", "the words that make it a condition"),
        TEXT,
    ),
    ("report", "spans"),
)

DISAGREEMENTS = Table(
    "disagreements",
    "what two or more reports have differently",
    (
        Field("id", "string", "hash of kind and places"),
        Field("kind", "string", "number, date, attribution, wording, spelling or omission"),
        Field("weight", "string", "serious, slight or trifling"),
        Field("about", "string", "the name, or the words of the first reading"),
        Field("why", "string", "the words that differ, or what tells so"),
    ),
    ("id",),
)

DISAGREEMENT_READINGS = Table(
    "disagreement_readings",
    "what one report has, of what is disagreed on",
    (Field("disagreement", "string", "the disagreement", "disagreements"), REPORT, STATEMENT, SPANS, TEXT),
    ("disagreement", "report", "spans"),
)


def _of_reports(contents: Contents) -> Rows:
    for row in contents.record.reports():
        yield "reports", _report(row)
        yield "texts", (row.id, contents.record.text(row.id))


def _report(row: ReportRow) -> Row:
    return (
        row.id, row.outlet, row.title, row.author, row.url, row.language, row.published, row.published_from,
        row.primary, row.paths, row.line, row.sha256, row.characters, row.words, row.statements, row.unread,
        row.version, row.versions,
    )  # fmt: skip


def _of_statements(contents: Contents) -> Rows:
    return (("statements", _statement(row)) for row in contents.record.statements())


def _statement(row: StatementRow) -> Row:
    one = row.statement
    return (
        one.id, row.report.id, one.source, one.cue, one.content, row.text, one.kind, one.type,
        row.speaker.name if row.speaker else None, row.speaker.id if row.speaker else None,
        tuple(each.name for each in row.speakers), row.party, one.said_on, one.issues, one.stance,
        one.relayed_by.name if one.relayed_by else None, one.within, one.confidence, one.speaker_confidence,
        tuple(f"{each.kind} {each.value or 'not known'}: {each.why}" for each in row.corrections),
    )  # fmt: skip


def _of_actors(contents: Contents) -> Rows:
    for row in contents.record.actors():
        yield "actors", _actor(row)
        for n, one in enumerate(row.sides, 1):
            days = (since(one), until(one))
            yield "actor_parties", (row.id, n, *days, one.party, one.judge, one.score, one.why, one.judged_at)


def _actor(row: ActorRow) -> Row:
    return (
        row.id, row.name, row.type, row.party, row.names, row.roles, row.reports, row.statements, row.mentions,
    )  # fmt: skip


def _of_conditions(contents: Contents) -> Rows:
    for row in contents.conditions():
        one = row.condition
        yield "conditions", (row.report.id, one.statement, row.party, one.on, one.span, one.trigger, row.text)


def _of_disagreements(contents: Contents) -> Rows:
    for row in contents.disagreements():
        id = disagreement_id(row)
        yield "disagreements", (id, row.kind, row.weight, row.about, row.why)
        for one in row.readings:
            yield "disagreement_readings", (id, one.report.id, one.statement, one.spans, one.text)


def disagreement_id(row: DisagreementRow) -> str:
    return identity("disagreement", row.kind, row.why, *((one.report.id, one.spans) for one in row.readings))


PRINTED = (
    Family((REPORTS, TEXTS), _of_reports),
    Family((STATEMENTS,), _of_statements),
    Family((ACTORS, ACTOR_PARTIES), _of_actors),
    Family((CONDITIONS,), _of_conditions),
    Family((DISAGREEMENTS, DISAGREEMENT_READINGS), _of_disagreements),
)
