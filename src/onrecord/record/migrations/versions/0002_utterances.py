"""Wordings, what ties them, and the utterances made of them.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "wording",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("statement_id", TEXT, sa.ForeignKey("statement.id", ondelete="CASCADE"), nullable=False),
        sa.Column("report_id", TEXT, nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("spans", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("speaker", TEXT),
        sa.Column("speaker_type", TEXT),
        sa.Column("party", TEXT),
        sa.Column("first_day", TEXT),
        sa.Column("last_day", TEXT),
        sa.Column("dated", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_wording_statement_id", "wording", ["statement_id"])
    op.create_index("ix_wording_report_id", "wording", ["report_id"])
    op.create_table(
        "wording_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("wording_id", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wording_tie",
        sa.Column("a", TEXT, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("b", TEXT, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_wording_tie_b", "wording_tie", ["b"])
    op.create_table(
        "utterance",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("base", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("wordings", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("first_day", TEXT),
        sa.Column("last_day", TEXT),
    )
    op.create_index("utterance_by_day", "utterance", ["first_day", "id"])
    op.create_table(
        "utterance_member",
        sa.Column("wording_id", TEXT, sa.ForeignKey("wording.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("utterance_id", TEXT, sa.ForeignKey("utterance.id"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", TEXT, nullable=False),
    )
    op.create_index("ix_utterance_member_utterance_id", "utterance_member", ["utterance_id"])
