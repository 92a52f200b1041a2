"""A reading that is in no record, as the rows that a record would hand out, so that the same views show both."""

from __future__ import annotations

from onrecord.model import Reading, Report
from onrecord.record.rows import ReportRow, StatementRow


def report_row(report: Report, reading: Reading) -> ReportRow:
    """The report as given, and what reading found where nothing was."""
    return ReportRow(
        id=report.id,
        sha256=report.sha256,
        outlet=report.outlet,
        title=report.title if report.title is not None else reading.title,
        author=report.author,
        url=report.url,
        language=report.language or reading.language,
        published=report.published or reading.published,
        published_from=report.published_from if report.published else reading.published_from,
        primary=report.primary,
        paths=(report.path,) if report.path else (),
        line=report.line,
        characters=len(report.text),
        words=len(report.text.split()),
        statements=len(reading.statements),
        unread=reading.unread,
        version=1,
        versions=1,
    )


def statement_rows(report: Report, reading: Reading) -> tuple[StatementRow, ...]:
    row = report_row(report, reading)
    return tuple(
        StatementRow(
            report=row,
            statement=one,
            slices=tuple(span.text(report.text) for span in one.content),
            speaker=one.speaker,
            speakers=one.speakers,
            party=one.party,
            said_on_as_read=one.said_on,
        )
        for one in reading.statements
    )
