"""Reports with one URL are versions of one another."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.model import digest
from onrecord.record.driving import ask
from onrecord.record.schema import report

_SAME = (
    sa.select(report.c.id, report.c.version, report.c.versions)
    .where(report.c.url_key == sa.bindparam("key"), report.c.url == sa.bindparam("of"), report.c.withdrawn.is_(None))
    .order_by(sa.func.coalesce(report.c.published_first, ""), report.c.id)
)


def number_versions(connection: sa.Connection, url: str | None) -> None:
    """Counts the reports with one URL, by published day, then hash. Withdrawn ones are left out."""
    if url is None:
        return
    rows = ask(connection, _SAME, {"key": digest(url), "of": url})
    for number, row in enumerate(rows, 1):
        if (row.version, row.versions) != (number, len(rows)):
            changed = sa.update(report).where(report.c.id == row.id)
            connection.execute(changed.values(version=number, versions=len(rows)))
