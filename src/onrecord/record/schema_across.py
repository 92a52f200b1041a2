"""The tables of what laying reports side by side finds: tellings, roles, disagreements, copies, stories, parties.

All of it is made from readings, and is made anew by a rebuild.
"""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.schema import Text, metadata

telling = sa.Table(
    "telling",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", Text, nullable=False),
    sa.Column("of", Text, nullable=False),
    sa.Column("value", Text, nullable=False),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("mark_starts", sa.Integer, nullable=False),
    sa.Column("mark_ends", sa.Integer, nullable=False),
    sa.Column("day", Text),
    sa.Column("statement_id", Text),
    sa.Column("who", Text, nullable=False),
)

# `day` is empty where nothing tells it: such are near to every day.
# Without an index by telling: keys are made anew to be dropped.
telling_key = sa.Table(
    "telling_key",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", Text, primary_key=True),
    sa.Column("telling_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

telling_pair = sa.Table(
    "telling_pair",
    metadata,
    sa.Column("a", Text, sa.ForeignKey("telling.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("b", Text, sa.ForeignKey("telling.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

report_role = sa.Table(
    "report_role",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("form_id", Text, primary_key=True),
    sa.Column("text", Text, primary_key=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Index("report_role_by_form", "form_id", "text", "report_id"),
    sqlite_with_rowid=False,
)

# What it hangs on (an utterance, a telling, an actor) takes it along when it goes.
disagreement = sa.Table(
    "disagreement",
    metadata,
    sa.Column("id", Text, primary_key=True),
    sa.Column("utterance_id", Text, sa.ForeignKey("utterance.id", ondelete="CASCADE"), index=True),
    sa.Column("telling_id", Text, sa.ForeignKey("telling.id", ondelete="CASCADE"), index=True),
    sa.Column("actor_id", Text, sa.ForeignKey("actor.id", ondelete="CASCADE"), index=True),
    sa.Column("kind", Text, nullable=False),
    sa.Column("weight", Text, nullable=False),
    sa.Column("about", Text, nullable=False),
    sa.Column("why", Text, nullable=False),
    sa.Column("readings", sa.Integer, nullable=False),
    sa.Index("disagreement_by_weight", "weight", "kind", "id"),
)

disagreement_reading = sa.Table(
    "disagreement_reading",
    metadata,
    sa.Column("disagreement_id", Text, sa.ForeignKey("disagreement.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("report_id", Text, nullable=False, index=True),
    sa.Column("statement_id", Text, index=True),
    sa.Column("starts", sa.Integer, nullable=False),
    sa.Column("ends", sa.Integer, nullable=False),
    sa.Column("text", Text, nullable=False),
    sa.Column("spans", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The hashes of all runs of words of a report, the days between which it appeared, and whether it credits somebody:
# what its copies are told by, so that no text need be loaded for it again.
report_runs = sa.Table(
    "report_runs",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("first_day", Text),
    sa.Column("last_day", Text),
    sa.Column("credited", sa.Boolean, nullable=False),
    sa.Column("runs", Text, nullable=False),
)

# A share of those hashes, by which copies are found; `day` is empty where the days are open or many.
copy_key = sa.Table(
    "copy_key",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", Text, primary_key=True),
    sa.Column("report_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

copy_pair = sa.Table(
    "copy_pair",
    metadata,
    sa.Column("a", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("b", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("of_a", sa.Float, nullable=False),
    sa.Column("of_b", sa.Float, nullable=False),
    sqlite_with_rowid=False,
)

report_copy = sa.Table(
    "report_copy",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("origin", Text, nullable=False, index=True),
    sa.Column("share", sa.Float, nullable=False),
    sqlite_with_rowid=False,
)

# Each report beside the earlier one that it follows in its story, if any: `why` are the words and names they share.
story_place = sa.Table(
    "story_place",
    metadata,
    sa.Column("report_id", Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), primary_key=True),
    sa.Column("day", Text),
    sa.Column("features", Text, nullable=False),
    sa.Column("parent", Text, index=True),
    sa.Column("score", sa.Float),
    sa.Column("why", Text),
)

story_key = sa.Table(
    "story_key",
    metadata,
    sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("day", Text, primary_key=True),
    sa.Column("report_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# For whom an actor speaks from day to day, where that changes: empty where one party stands for all days. The first and
# last of all days are written `0001-01-01` and `9999-12-31`; no two rows of an actor share a day. `judged` ones are a
# person's, and override what statements say of themselves; the rest fill gaps.
party_held = sa.Table(
    "party_held",
    metadata,
    sa.Column("actor_id", Text, sa.ForeignKey("actor.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("first_day", Text, primary_key=True),
    sa.Column("last_day", Text, nullable=False),
    sa.Column("party", Text, index=True),
    sa.Column("judged", sa.Boolean, nullable=False),
    sa.Column("judge", Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("why", Text, nullable=False),
    sa.Column("judged_at", Text),
    sqlite_with_rowid=False,
)
