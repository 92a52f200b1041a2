"""Whether an actor's party is only likely, as a mark of its own and not as words to be searched for.

Revision ID: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

LIKELY = "UPDATE report_actor SET party_likely = TRUE WHERE party_from LIKE '%, as the report tells it%'"


def upgrade() -> None:
    op.add_column("report_actor", sa.Column("party_likely", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(LIKELY)
