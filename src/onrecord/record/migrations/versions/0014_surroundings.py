"""What stands around a wording in its report, by which two reports' wordings are matched as well.

Utterances are made anew when a record from before is next written to: `pipeline.same_words` has another key.

Revision ID: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("wording", sa.Column("sure", sa.Float(), nullable=False, server_default="1"))
    for name in ("does", "seldom", "beside"):
        op.add_column("wording", sa.Column(name, sa.Text(), nullable=False, server_default=""))
