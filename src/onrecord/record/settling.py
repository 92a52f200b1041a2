"""What is settled last, when it is known who is who and which words are the same: days taken from siblings."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from onrecord.record import days
from onrecord.record.chunks import rows_where
from onrecord.record.neighbours import Judging
from onrecord.record.schema import reading, report
from onrecord.record.versions import number_versions


def settle(connection: sa.Connection, touched: Iterable[str], judging: Judging) -> None:
    """Judges anew what hangs on these reports: one that was read, and those whose words were matched anew."""
    if judging.dating is None:
        return
    changed = days.redate(connection, touched, judging.dating)
    for url in set(rows_where(connection, sa.select(report.c.url), report.c.id, changed)):
        number_versions(connection, url)


def settle_all(connection: sa.Connection, judging: Judging) -> None:
    """Judges everything anew."""
    settle(connection, list(connection.scalars(sa.select(reading.c.report_id))), judging)
