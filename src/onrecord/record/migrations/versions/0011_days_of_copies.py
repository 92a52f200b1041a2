"""What keeps laying side by side from growing with the record: days beside keys, the runs of a report, first reports.

Revision ID: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("actor_form", sa.Column("first_report", TEXT))
    op.execute(
        "UPDATE actor_form SET first_report = (SELECT min(report_id) FROM report_actor WHERE form_id = actor_form.id)"
    )
    for table, of in (("copy_key", "report_id"), ("telling_key", "telling_id")):
        op.drop_table(table)
        op.create_table(
            table,
            sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("day", TEXT, primary_key=True),
            sa.Column(of, TEXT, primary_key=True),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "report_runs",
        sa.Column("report_id", TEXT, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("first_day", TEXT),
        sa.Column("last_day", TEXT),
        sa.Column("credited", sa.Boolean(), nullable=False),
        sa.Column("runs", TEXT, nullable=False),
    )
    # Made anew by whatever writes to the record next.
    op.execute("DELETE FROM collated WHERE part = 'disagreements'")
