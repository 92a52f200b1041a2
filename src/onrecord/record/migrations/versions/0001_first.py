"""The first shape of the record.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Full-text search, kept in step by the database itself. PostgreSQL takes a megabyte of words at most, so the index
# there reads a text's first 200,000 characters; accents are dropped on both sides, as FTS5 does.
FTS5 = (
    "CREATE VIRTUAL TABLE @_search USING fts5(text, content='@', content_rowid='n', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER @_search_insert AFTER INSERT ON @ BEGIN "
    "INSERT INTO @_search(rowid, text) VALUES (new.n, new.text); END",
    "CREATE TRIGGER @_search_delete AFTER DELETE ON @ BEGIN "
    "INSERT INTO @_search(@_search, rowid, text) VALUES ('delete', old.n, old.text); END",
    "CREATE TRIGGER @_search_update AFTER UPDATE OF n, text ON @ BEGIN "
    "INSERT INTO @_search(@_search, rowid, text) VALUES ('delete', old.n, old.text); "
    "INSERT INTO @_search(rowid, text) VALUES (new.n, new.text); END",
)
SEARCH = {
    "sqlite": [ddl.replace("@", table) for table in ("report_text", "statement") for ddl in FTS5],
    "postgresql": [
        "CREATE FUNCTION onrecord_words(passage text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ "
        "SELECT to_tsvector('simple', regexp_replace(normalize(left(passage, 200000), NFD), "
        "'[\u0300-\u036f]', '', 'g')) $$",
        "CREATE INDEX report_text_search ON report_text USING gin (onrecord_words(text))",
        "CREATE INDEX statement_search ON statement USING gin (onrecord_words(text))",
    ],
}


def upgrade() -> None:
    op.create_table(
        "actor",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("party", TEXT),
        sa.Column("party_judged", sa.Boolean(), nullable=False),
        sa.Column("folded", TEXT, nullable=False),
    )
    op.create_table(
        "actor_form",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("party", TEXT),
        sa.Column("folded", TEXT, nullable=False),
    )
    op.create_table(
        "collated",
        sa.Column("part", TEXT, primary_key=True),
        sa.Column("key", TEXT, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("object", TEXT),
        sa.Column("value", TEXT),
        sa.Column("judge", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("score", sa.Float()),
        sa.Column("judged_at", TEXT, nullable=False),
        sa.Column("undone_at", TEXT),
    )
    op.create_index("ix_judgement_subject", "judgement", ["subject"])
    op.create_table(
        "report",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("author", TEXT),
        sa.Column("url", TEXT),
        sa.Column("url_key", TEXT),
        sa.Column("language", TEXT),
        sa.Column("published", TEXT),
        sa.Column("published_from", TEXT),
        sa.Column("published_first", TEXT),
        sa.Column("published_last", TEXT),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("withdrawn", TEXT),
    )
    op.create_index("ix_report_url_key", "report", ["url_key"])
    op.create_index("report_by_day", "report", ["published_first", "id"])
    op.create_table(
        "actor_member",
        sa.Column("form_id", TEXT, sa.ForeignKey("actor_form.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("actor_id", TEXT, sa.ForeignKey("actor.id"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", TEXT, nullable=False),
    )
    op.create_index("ix_actor_member_actor_id", "actor_member", ["actor_id"])
    op.create_table(
        "form_key",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("form_id", TEXT, sa.ForeignKey("actor_form.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_form_key_form_id", "form_key", ["form_id"])
    op.create_table(
        "reading",
        sa.Column("report_id", TEXT, sa.ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("reader", TEXT, nullable=False),
        sa.Column("language", TEXT),
        sa.Column("unread", TEXT),
        sa.Column("title", TEXT),
        sa.Column("published", TEXT),
        sa.Column("published_from", TEXT),
        sa.Column("published_evidence", TEXT, nullable=False),
        sa.Column("paragraphs", TEXT, nullable=False),
        sa.Column("sentences", TEXT, nullable=False),
        sa.Column("furniture", TEXT, nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("dates", sa.Integer(), nullable=False),
        sa.Column("quantities", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("actors", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
    )
    op.create_table(
        "report_text",
        sa.Column("n", NUMBER, primary_key=True),
        sa.Column("report_id", TEXT, sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("given_outlet", TEXT),
        sa.Column("text", TEXT, nullable=False),
    )
    op.create_table(
        "sighting",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("report_id", TEXT, sa.ForeignKey("report.id", ondelete="CASCADE"), nullable=False),
        sa.Column("path", TEXT),
        sa.Column("line", sa.Integer()),
        sa.Column("key", TEXT),
        sa.Column("page_sha256", TEXT),
        sa.Column("title", TEXT),
        sa.Column("author", TEXT),
        sa.Column("language", TEXT),
        sa.Column("published", TEXT),
        sa.Column("published_from", TEXT),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("text_is_file", sa.Boolean(), nullable=False),
        sa.Column("added_at", TEXT, nullable=False),
    )
    op.create_index("ix_sighting_report_id", "sighting", ["report_id"])
    op.create_table(
        "condition",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("statement_id", TEXT),
        sa.Column("party", TEXT),
        sa.Column("issues", TEXT, nullable=False),
        sa.Column("spans", TEXT, nullable=False),
        sa.Column("trigger_spans", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "date",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("spans", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("day", TEXT, nullable=False),
        sa.Column("day_first", TEXT),
        sa.Column("day_last", TEXT),
        sa.Column("spans", TEXT, nullable=False),
        sa.Column("day_evidence", TEXT, nullable=False),
        sa.Column("participants", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mention",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("actor_ordinal", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quantity",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("unit", TEXT),
        sa.Column("of_text", TEXT),
        sa.Column("spans", TEXT, nullable=False),
        sa.Column("of_spans", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_actor",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("form_id", TEXT, sa.ForeignKey("actor_form.id"), nullable=False),
        sa.Column("party_from", TEXT),
        sa.Column("roles", TEXT, nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_actor_form_id", "report_actor", ["form_id"])
    op.create_table(
        "statement",
        sa.Column("n", NUMBER, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("speaker_id", TEXT),
        sa.Column("speaker_name", TEXT),
        sa.Column("speaker_type", TEXT),
        sa.Column("party", TEXT),
        sa.Column("said_on", TEXT),
        sa.Column("said_first", TEXT),
        sa.Column("said_last", TEXT),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("stance", TEXT),
        sa.Column("issues", TEXT, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("cue", TEXT, nullable=False),
        sa.Column("content", TEXT, nullable=False),
        sa.Column("speakers", TEXT, nullable=False),
        sa.Column("candidates", TEXT, nullable=False),
        sa.Column("said_on_evidence", TEXT, nullable=False),
        sa.Column("relayed_by", TEXT),
        sa.Column("within", TEXT),
    )
    op.create_index("statement_by_day", "statement", ["said_first"])
    op.create_index("statement_by_party", "statement", ["party"])
    op.create_index("statement_by_speaker", "statement", ["speaker_id"])
    op.create_index("statement_in_report", "statement", ["report_id", "ordinal"], unique=True)
    op.create_table(
        "statement_issue",
        sa.Column("statement_id", TEXT, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("issue", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_issue_issue", "statement_issue", ["issue"])
    op.create_table(
        "statement_speaker",
        sa.Column("statement_id", TEXT, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("form_id", TEXT, sa.ForeignKey("actor_form.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_speaker_form_id", "statement_speaker", ["form_id"])
    for definition in SEARCH[op.get_bind().dialect.name]:
        op.execute(definition)
