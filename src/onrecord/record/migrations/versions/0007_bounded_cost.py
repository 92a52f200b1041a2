"""What keeps the cost of adding a report from growing with the record: the days of keys, and reports counted by form.

Revision ID: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("actor_form", sa.Column("reports", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE actor_form SET reports ="
        " (SELECT count(DISTINCT report_id) FROM report_actor WHERE form_id = actor_form.id)"
    )
    op.drop_table("wording_key")
    op.create_table(
        "wording_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("last_day", TEXT, primary_key=True),
        sa.Column("wording_id", TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )
    # Matched anew by whatever writes to the record next.
    op.execute("DELETE FROM collated WHERE part = 'utterances'")
