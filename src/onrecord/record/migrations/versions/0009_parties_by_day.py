"""For whom an actor spoke on which day, and how sure it is who speaks.

Revision ID: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("statement", sa.Column("speaker_confidence", sa.Float()))
    op.add_column("actor", sa.Column("sides", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("report_actor", sa.Column("day", TEXT))
    op.execute("UPDATE report_actor SET day = (SELECT published_first FROM report WHERE id = report_actor.report_id)")
    op.drop_index("ix_report_actor_form_id", "report_actor")
    op.create_index("report_actor_by_form", "report_actor", ["form_id", "day"])
    op.create_table(
        "party_held",
        sa.Column("actor_id", TEXT, sa.ForeignKey("actor.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("first_day", TEXT, primary_key=True),
        sa.Column("last_day", TEXT, nullable=False),
        sa.Column("party", TEXT),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("judge", TEXT, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("judged_at", TEXT),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_party_held_party", "party_held", ["party"])
    # Made anew by whatever writes to the record next.
    op.execute("DELETE FROM collated WHERE part = 'stories'")
