"""What several say together for no one party is done by each of them: an act for each, in the place of one that is
nobody's.

Revision ID: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

TOGETHER = """
    SELECT a.statement_id, a.ordinal, a.report_id, a.issue, a.stance, a.proposal, a.first_day,
           s.position, s.form_id, f.party,
           (SELECT count(*) FROM statement_speaker o WHERE o.statement_id = a.statement_id) AS speakers
    FROM act a
    JOIN statement_speaker s ON s.statement_id = a.statement_id
    JOIN actor_form f ON f.id = s.form_id
    WHERE a.party IS NULL
      AND a.statement_id IN (SELECT statement_id FROM statement_speaker WHERE position > 0)
"""
DROPPED = """
    DELETE FROM act
    WHERE party IS NULL AND statement_id IN (SELECT statement_id FROM statement_speaker WHERE position > 0)
"""
EACH = """
    INSERT INTO act (statement_id, ordinal, report_id, party, speaker_id, issue, stance, proposal, first_day)
    VALUES (:statement_id, :ordinal, :report_id, :party, :form_id, :issue, :stance, :proposal, :first_day)
"""


def upgrade() -> None:
    connection = op.get_bind()
    rows = [dict(row) for row in connection.execute(sa.text(TOGETHER)).mappings()]
    for row in rows:
        row["ordinal"] = row["ordinal"] * row.pop("speakers") + row.pop("position")
    connection.execute(sa.text(DROPPED))
    if rows:
        connection.execute(sa.text(EACH), rows)
