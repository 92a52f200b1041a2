"""The tables of what parties do: proposals as reports name them, and acts, by which positions are asked for."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.schema import Text, metadata

proposal = sa.Table(
    "proposal",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("name", Text, nullable=False),
    sa.Column("kind", Text, nullable=False),
    sa.Column("marks", Text, nullable=False),
    sa.Column("about", Text, nullable=False),
    sa.Column("makers", Text, nullable=False),
    sa.Column("makers_evidence", Text, nullable=False),
    sa.Column("made_on", Text),
    sa.Column("made_on_evidence", Text, nullable=False),
    sa.Column("spans", Text, nullable=False),
    sa.Column("terms", Text, nullable=False),
    sqlite_with_rowid=False,
)

# One stance of one statement on one issue, made anew by a rebuild. `party` and `speaker_id` are as read: those of each
# speaker, where several speak together for no one party. `first_day` is empty where no day is known.
act = sa.Table(
    "act",
    metadata,
    sa.Column("statement_id", Text, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("report_id", Text, nullable=False, index=True),
    sa.Column("party", Text),
    sa.Column("speaker_id", Text),
    sa.Column("issue", Text, nullable=False),
    sa.Column("stance", Text, nullable=False),
    sa.Column("proposal", Text),
    sa.Column("first_day", Text, nullable=False),
    sa.Index("act_by_party", "party", "issue", "stance", "proposal", "first_day"),
    sa.Index("act_by_speaker", "speaker_id", "issue", "stance", "proposal", "first_day"),
    sa.Index("act_by_day", "first_day"),
    sqlite_with_rowid=False,
)
