"""The tables. What was printed or given stands in one place; what is believed of it beside it, in another.

Spans are JSON (`[[start, end], ...]`), because they may be discontinuous; `starts` and `ends` bound them. Days are
EDTF as read, with their first and last day beside them for the index; those of a statement are of `derived_on`, where
it has one: the day that follows from what is believed of its report. Ids are hashes of content.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

# Ids and days are compared byte by byte in every database, whatever language its server speaks.
Text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _of_reading() -> sa.Column[str]:
    return sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True)


report = sa.Table(
    "report",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("sha256", Text, nullable=False),
    sa.Column("outlet", Text),
    sa.Column("title", Text),
    sa.Column("author", Text),
    sa.Column("url", Text),
    sa.Column("url_key", Text, index=True),
    sa.Column("language", Text),
    sa.Column("published", Text),
    sa.Column("published_from", Text),
    sa.Column("published_first", Text),
    sa.Column("published_last", Text),
    sa.Column("is_primary", sa.Boolean, nullable=False),
    sa.Column("characters", sa.Integer, nullable=False),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("versions", sa.Integer, nullable=False),
    sa.Column("withdrawn", Text),
    # How many of its statements tell no day, and no speaker.
    sa.Column("undated", sa.Integer, nullable=False, server_default="0"),
    sa.Column("unattributed", sa.Integer, nullable=False, server_default="0"),
    sa.Index("report_by_day", "published_first", "id"),
)

report_text = sa.Table(
    "report_text",
    metadata,
    sa.Column("n", Number, primary_key=True),
    sa.Column("report_id", Text, sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False, unique=True),
    sa.Column("given_outlet", Text),
    sa.Column("text", Text, nullable=False),
)

sighting = sa.Table(
    "sighting",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("report_id", Text, sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("path", Text),
    sa.Column("line", sa.Integer),
    sa.Column("key", Text),
    sa.Column("page_sha256", Text),
    sa.Column("title", Text),
    sa.Column("author", Text),
    sa.Column("language", Text),
    sa.Column("published", Text),
    sa.Column("published_from", Text),
    sa.Column("is_primary", sa.Boolean, nullable=False),
    sa.Column("text_is_file", sa.Boolean, nullable=False),
    sa.Column("added_at", Text, nullable=False),
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("key", Text, nullable=False),
    sa.Column("reader", Text, nullable=False),
    sa.Column("language", Text),
    sa.Column("unread", Text),
    sa.Column("title", Text),
    sa.Column("published", Text),
    sa.Column("published_from", Text),
    sa.Column("published_evidence", Text, nullable=False),
    sa.Column("paragraphs", Text, nullable=False),
    sa.Column("sentences", Text, nullable=False),
    sa.Column("furniture", Text, nullable=False),
    sa.Column("statements", sa.Integer, nullable=False),
    sa.Column("dates", sa.Integer, nullable=False),
    sa.Column("quantities", sa.Integer, nullable=False),
    sa.Column("conditions", sa.Integer, nullable=False),
    sa.Column("events", sa.Integer, nullable=False),
    sa.Column("proposals", sa.Integer, nullable=False, server_default="0"),
    sa.Column("actors", sa.Integer, nullable=False),
    sa.Column("mentions", sa.Integer, nullable=False),
)

statement = sa.Table(
    "statement",
    metadata,
    sa.Column("n", Number, primary_key=True),
    sa.Column("id", Text, nullable=False, unique=True),
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("speaker_id", Text),
    sa.Column("speaker_name", Text),
    sa.Column("speaker_type", Text),
    sa.Column("party", Text),
    sa.Column("said_on", Text),
    sa.Column("said_first", Text),
    sa.Column("said_last", Text),
    sa.Column("kind", Text, nullable=False),
    sa.Column("type", Text, nullable=False),
    sa.Column("stance", Text),
    sa.Column("issues", Text, nullable=False),
    sa.Column("stances", Text),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("speaker_confidence", sa.Float),
    sa.Column("source", Text, nullable=False),
    sa.Column("cue", Text, nullable=False),
    sa.Column("content", Text, nullable=False),
    sa.Column("speakers", Text, nullable=False),
    sa.Column("candidates", Text, nullable=False),
    sa.Column("said_on_evidence", Text, nullable=False),
    sa.Column("relayed_by", Text),
    sa.Column("within", Text),
    sa.Column("derived_on", Text),
    sa.Column("derived_evidence", Text),
    # Where a person corrected it: what was read, and what was said of it. The columns above have what is believed.
    sa.Column("as_read", Text),
    sa.Column("corrections", Text),
    sa.Index("statement_in_report", "report_id", "ordinal", unique=True),
    sa.Index("statement_by_day", "said_first"),
    sa.Index("statement_by_speaker", "speaker_id", "party", "report_id"),
    sa.Index("statement_by_party", "party"),
)

statement_speaker = sa.Table(
    "statement_speaker",
    metadata,
    sa.Column("statement_id", Text, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("form_id", Text, sa.ForeignKey("actor_form.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

statement_issue = sa.Table(
    "statement_issue",
    metadata,
    sa.Column("statement_id", Text, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("issue", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

date = sa.Table(
    "date",
    metadata,
    _of_reading(),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("value", Text, nullable=False),
    sa.Column("spans", Text, nullable=False),
    sqlite_with_rowid=False,
)

quantity = sa.Table(
    "quantity",
    metadata,
    _of_reading(),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("value", sa.Double, nullable=False),
    sa.Column("unit", Text),
    sa.Column("of_text", Text),
    sa.Column("spans", Text, nullable=False),
    sa.Column("of_spans", Text, nullable=False),
    sqlite_with_rowid=False,
)

condition = sa.Table(
    "condition",
    metadata,
    _of_reading(),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("statement_id", Text),
    sa.Column("party", Text),
    sa.Column("issues", Text, nullable=False),
    sa.Column("spans", Text, nullable=False),
    sa.Column("trigger_spans", Text, nullable=False),
    sqlite_with_rowid=False,
)

event = sa.Table(
    "event",
    metadata,
    _of_reading(),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("kind", Text, nullable=False),
    sa.Column("day", Text, nullable=False),
    sa.Column("day_first", Text),
    sa.Column("day_last", Text),
    sa.Column("spans", Text, nullable=False),
    sa.Column("day_evidence", Text, nullable=False),
    sa.Column("participants", Text, nullable=False),
    sqlite_with_rowid=False,
)

report_actor = sa.Table(
    "report_actor",
    metadata,
    _of_reading(),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("form_id", Text, sa.ForeignKey("actor_form.id"), nullable=False),
    sa.Column("party_from", Text),
    sa.Column("party_likely", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("roles", Text, nullable=False),
    sa.Column("mentions", sa.Integer, nullable=False),
    # The report's first day, kept in step: so the days on which a form is told need no look at the reports.
    sa.Column("day", Text),
    sa.Index("report_actor_by_form", "form_id", "day"),
    sqlite_with_rowid=False,
)

mention = sa.Table(
    "mention",
    metadata,
    _of_reading(),
    sa.Column("actor_ordinal", sa.Integer, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

actor_form = sa.Table(
    "actor_form",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("name", Text, nullable=False),
    sa.Column("type", Text, nullable=False),
    sa.Column("party", Text),
    sa.Column("folded", Text, nullable=False),
    # How many readings know the form, kept in step so that nobody need count them.
    sa.Column("reports", sa.Integer, nullable=False, server_default="0"),
    # The least id of those that list it, likewise.
    sa.Column("first_report", Text),
    # How many statements name it as a speaker; of an actor, each of them counts once, whatever its forms.
    sa.Column("statements", sa.Integer, nullable=False, server_default="0"),
)

form_key = sa.Table(
    "form_key",
    metadata,
    sa.Column("key", Text, primary_key=True),
    sa.Column("form_id", Text, sa.ForeignKey("actor_form.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

actor = sa.Table(
    "actor",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("name", Text, nullable=False),
    sa.Column("type", Text, nullable=False),
    sa.Column("party", Text),
    sa.Column("party_judged", sa.Boolean, nullable=False),
    # How many rows of `party_held` there are: none, where one party stands for all days.
    sa.Column("sides", sa.Integer, nullable=False, server_default="0"),
    sa.Column("folded", Text, nullable=False),
    sa.Column("statements", sa.Integer, nullable=False, server_default="0"),
    sa.Index("actor_by_statements", "statements", "name", "id"),
)

actor_member = sa.Table(
    "actor_member",
    metadata,
    sa.Column("form_id", Text, sa.ForeignKey("actor_form.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("actor_id", Text, sa.ForeignKey("actor.id"), nullable=False, index=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("why", Text, nullable=False),
)

collated = sa.Table(
    "collated",
    metadata,
    sa.Column("part", Text, primary_key=True),
    sa.Column("key", Text, nullable=False),
)

wording = sa.Table(
    "wording",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("statement_id", Text, sa.ForeignKey("statement.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("report_id", Text, nullable=False, index=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("spans", Text, nullable=False),
    sa.Column("kind", Text, nullable=False),
    sa.Column("speaker", Text),
    sa.Column("speaker_type", Text),
    sa.Column("party", Text),
    sa.Column("first_day", Text),
    sa.Column("last_day", Text),
    sa.Column("dated", sa.Boolean, nullable=False),
    sa.Column("sure", sa.Float, nullable=False, server_default="1"),
    *(sa.Column(name, Text, nullable=False, server_default="") for name in ("does", "seldom", "beside")),
)

# `last_day` is empty where the days are open or many: near to every day. No index by wording, which would double it.
wording_key = sa.Table(
    "wording_key",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("last_day", Text, primary_key=True),
    sa.Column("wording_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

wording_tie = sa.Table(
    "wording_tie",
    metadata,
    sa.Column("a", Text, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("b", Text, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("why", Text, nullable=False),
    sqlite_with_rowid=False,
)

utterance = sa.Table(
    "utterance",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("base", Text, nullable=False),
    sa.Column("why", Text, nullable=False),
    sa.Column("wordings", sa.Integer, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("first_day", Text),
    sa.Column("last_day", Text),
    # Whether its readings were held against each other since it was made.
    sa.Column("compared", sa.Boolean, nullable=False, server_default=sa.false(), index=True),
    sa.Index("utterance_by_day", "first_day", "id"),
)

utterance_member = sa.Table(
    "utterance_member",
    metadata,
    sa.Column("wording_id", Text, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("utterance_id", Text, sa.ForeignKey("utterance.id"), nullable=False, index=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("why", Text, nullable=False),
)

# The day that a report without one takes from reports that tell the same; what was read stays in `reading`.
sibling_day = sa.Table(
    "sibling_day",
    metadata,
    _of_reading(),
    sa.Column("published", Text, nullable=False),
    sa.Column("rule", Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("why", Text, nullable=False),
    sa.Column("evidence", Text, nullable=False),
)

judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("kind", Text, nullable=False),
    sa.Column("subject", Text, nullable=False, index=True),
    sa.Column("object", Text),
    sa.Column("value", Text),
    sa.Column("judge", Text, nullable=False),
    sa.Column("why", Text, nullable=False),
    sa.Column("score", sa.Float),
    sa.Column("judged_at", Text, nullable=False),
    sa.Column("undone_at", Text),
)
