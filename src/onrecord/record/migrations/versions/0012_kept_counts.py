"""Counts that are kept in step, indexes for the pages, and what took long to tell.

Revision ID: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JOINT, SHARED = sa.text("position > 0"), sa.text("reports > 1")

OF_FORMS = "UPDATE actor_form SET statements = (SELECT count(*) FROM statement_speaker WHERE form_id = actor_form.id)"
OF_ACTORS = """
UPDATE actor SET statements = (
  SELECT count(DISTINCT s.statement_id) FROM statement_speaker s JOIN actor_member m ON m.form_id = s.form_id
  WHERE m.actor_id = actor.id)
"""
OF_REPORTS = """
UPDATE report SET
  undated = (SELECT count(*) FROM statement WHERE report_id = report.id AND said_on IS NULL),
  unattributed = (SELECT count(*) FROM statement WHERE report_id = report.id AND speaker_id IS NULL)
"""


def upgrade() -> None:
    for table, column in (
        ("actor_form", "statements"), ("actor", "statements"), ("report", "undated"), ("report", "unattributed"),
    ):  # fmt: skip
        op.add_column(table, sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    for fill in (OF_FORMS, OF_ACTORS, OF_REPORTS):
        op.execute(fill)
    op.create_index("actor_by_statements", "actor", ["statements", "name", "id"])
    op.drop_index("statement_by_speaker", "statement")
    op.create_index("statement_by_speaker", "statement", ["speaker_id", "party", "report_id"])
    op.create_index("joint_speaker", "statement_speaker", ["form_id"], sqlite_where=JOINT, postgresql_where=JOINT)
    op.create_index(
        "utterance_by_reports", "utterance", ["reports", "id"], sqlite_where=SHARED, postgresql_where=SHARED
    )
    op.create_index("reading_by_unread", "reading", ["unread"])
    op.create_index("act_by_day", "act", ["first_day"])
    op.create_table("written", sa.Column("times", NUMBER, primary_key=True, autoincrement=False))
    op.execute("INSERT INTO written (times) VALUES (0)")
    op.create_table(
        "kept",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("times", NUMBER, nullable=False),
        sa.Column("value", TEXT, nullable=False),
    )
