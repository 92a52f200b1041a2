"""What a person corrected in a statement: what was read stays beside what is believed.

Revision ID: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("statement", sa.Column("as_read", TEXT))
    op.add_column("statement", sa.Column("corrections", TEXT))
