"""Days that reports and statements take from other reports, and the stories that reports belong to.

Revision ID: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("statement", sa.Column("derived_on", TEXT))
    op.add_column("statement", sa.Column("derived_evidence", TEXT))
    op.create_table(
        "sibling_day",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("published", TEXT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("evidence", TEXT, nullable=False),
    )
    op.create_table(
        "story_place",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("day", TEXT),
        sa.Column("features", TEXT, nullable=False),
        sa.Column("parent", TEXT),
        sa.Column("score", sa.Float()),
        sa.Column("why", TEXT),
    )
    op.create_index("ix_story_place_parent", "story_place", ["parent"])
    op.create_table(
        "story_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("day", TEXT, primary_key=True),
        sa.Column("report_id", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
