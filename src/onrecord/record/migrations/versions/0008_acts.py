"""What statements do on which issue, and when: by this, positions are asked for without reading every statement.

Revision ID: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "act",
        sa.Column("statement_id", TEXT, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("report_id", TEXT, nullable=False),
        sa.Column("party", TEXT),
        sa.Column("speaker_id", TEXT),
        sa.Column("issue", TEXT, nullable=False),
        sa.Column("stance", TEXT, nullable=False),
        sa.Column("proposal", TEXT),
        sa.Column("first_day", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("act_by_party", "act", ["party", "issue", "stance", "proposal", "first_day"])
    op.create_index("act_by_speaker", "act", ["speaker_id", "issue", "stance", "proposal", "first_day"])
    op.create_index("ix_act_report_id", "act", ["report_id"])
    # Made anew by whatever writes to the record next.
    op.execute("DELETE FROM collated WHERE part = 'stories'")
