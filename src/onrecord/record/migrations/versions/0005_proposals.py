"""Proposals as each report names them.

Revision ID: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("reading", sa.Column("proposals", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "proposal",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("marks", TEXT, nullable=False),
        sa.Column("about", TEXT, nullable=False),
        sa.Column("makers", TEXT, nullable=False),
        sa.Column("makers_evidence", TEXT, nullable=False),
        sa.Column("made_on", TEXT),
        sa.Column("made_on_evidence", TEXT, nullable=False),
        sa.Column("spans", TEXT, nullable=False),
        sa.Column("terms", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
