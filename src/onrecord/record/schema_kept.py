"""The tables of what is kept so that nobody who asks waits for it, and indexes by which pages find their rows at once.

Neither tells anything that other tables do not.
"""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.schema import Number, Text, metadata, reading, statement_speaker, utterance

# One row: how often anybody wrote to the record.
written = sa.Table("written", metadata, sa.Column("times", Number, primary_key=True, autoincrement=False))

# What took long to tell, as JSON, and how often the record had been written to when it was told.
kept = sa.Table(
    "kept",
    metadata,
    sa.Column("name", Text, primary_key=True),
    sa.Column("times", Number, nullable=False),
    sa.Column("value", Text, nullable=False),
)

# Literally, since an index of some rows alone serves only a question that says which.
JOINT = statement_speaker.c.position > sa.literal_column("0")
SHARED = utterance.c.reports > sa.literal_column("1")
sa.Index("joint_speaker", statement_speaker.c.form_id, sqlite_where=JOINT, postgresql_where=JOINT)
sa.Index("utterance_by_reports", utterance.c.reports, utterance.c.id, sqlite_where=SHARED, postgresql_where=SHARED)
sa.Index("reading_by_unread", reading.c.unread)
