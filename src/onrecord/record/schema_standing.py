"""The table by which positions are asked for. It is made from readings and days, and is made anew by a rebuild."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.schema import Text, metadata

# One stance of one statement on one issue. `party` and `speaker_id` are as read; `first_day` is empty where not known.
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
    sqlite_with_rowid=False,
)
