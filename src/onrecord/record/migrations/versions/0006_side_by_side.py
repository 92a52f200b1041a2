"""What is found by laying reports side by side: tellings, roles, disagreements, copies.

Revision ID: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("utterance", sa.Column("compared", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_utterance_compared", "utterance", ["compared"])
    _tellings()
    _disagreements()
    _copies()


def _of_reading(name: str = "report_id", *, primary_key: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey("reading.report_id", ondelete="CASCADE")
    return sa.Column(name, TEXT, key, primary_key=primary_key, nullable=False)


def _tellings() -> None:
    op.create_table(
        "telling",
        sa.Column("id", TEXT, primary_key=True),
        _of_reading(),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("of", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("mark_starts", sa.Integer(), nullable=False),
        sa.Column("mark_ends", sa.Integer(), nullable=False),
        sa.Column("day", TEXT),
        sa.Column("statement_id", TEXT),
        sa.Column("who", TEXT, nullable=False),
    )
    op.create_index("ix_telling_report_id", "telling", ["report_id"])
    op.create_table(
        "telling_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("telling_id", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "telling_pair",
        sa.Column("a", TEXT, sa.ForeignKey("telling.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("b", TEXT, sa.ForeignKey("telling.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_telling_pair_b", "telling_pair", ["b"])
    op.create_table(
        "report_role",
        _of_reading(primary_key=True),
        sa.Column("form_id", TEXT, primary_key=True),
        sa.Column("text", TEXT, primary_key=True),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("report_role_by_form", "report_role", ["form_id", "text", "report_id"])


def _disagreements() -> None:
    op.create_table(
        "disagreement",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("utterance_id", TEXT, sa.ForeignKey("utterance.id", ondelete="CASCADE")),
        sa.Column("telling_id", TEXT, sa.ForeignKey("telling.id", ondelete="CASCADE")),
        sa.Column("actor_id", TEXT, sa.ForeignKey("actor.id", ondelete="CASCADE")),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("weight", TEXT, nullable=False),
        sa.Column("about", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False),
        sa.Column("readings", sa.Integer(), nullable=False),
    )
    for column in ("utterance_id", "telling_id", "actor_id"):
        op.create_index(f"ix_disagreement_{column}", "disagreement", [column])
    op.create_index("disagreement_by_weight", "disagreement", ["weight", "kind", "id"])
    op.create_table(
        "disagreement_reading",
        sa.Column("disagreement_id", TEXT, sa.ForeignKey("disagreement.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("report_id", TEXT, nullable=False),
        sa.Column("statement_id", TEXT),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("spans", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_disagreement_reading_report_id", "disagreement_reading", ["report_id"])
    op.create_index("ix_disagreement_reading_statement_id", "disagreement_reading", ["statement_id"])


def _copies() -> None:
    op.create_table(
        "copy_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("report_id", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_pair",
        _of_reading("a", primary_key=True),
        _of_reading("b", primary_key=True),
        sa.Column("of_a", sa.Float(), nullable=False),
        sa.Column("of_b", sa.Float(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copy_pair_b", "copy_pair", ["b"])
    op.create_table(
        "report_copy",
        _of_reading(primary_key=True),
        sa.Column("origin", TEXT, nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_copy_origin", "report_copy", ["origin"])
