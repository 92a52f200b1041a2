"""One report met in several places: what is believed of it. Pure, and the same for any order of the places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Report, identity

_RANK = {"given": 0, "page": 1, "text": 2}

CORRECTABLE = ("outlet", "published", "title", "language", "primary")
YES, NO = "yes", "no"


def sighting_id(report: Report) -> str:
    """Hashes where the report was met and what was said of it there."""
    return identity(
        "sighting",
        report.id,
        report.path,
        report.line,
        report.key,
        report.page_sha256,
        report.title,
        report.author,
        report.language,
        report.published,
        report.published_from,
        report.primary,
        report.text_is_file,
    )


def merged(met: Sequence[Report], corrections: Mapping[str, str | None]) -> Report:
    """The report as believed: each field from the place that knows best, corrections above all.

    A given day is better than the page's; among equals the least path decides.
    """
    ranked = sorted(met, key=_rank)
    best = ranked[0]
    dated = next((one for one in ranked if one.published is not None), best)
    believed = replace(
        best,
        title=_first(one.title for one in ranked),
        author=_first(one.author for one in ranked),
        language=_first(one.language for one in ranked),
        published=dated.published,
        published_from=dated.published_from,
        primary=any(one.primary for one in ranked),
        text_is_file=any(one.text_is_file for one in ranked),
    )
    return _corrected(believed, corrections)


def _rank(report: Report) -> tuple[int, str, int, str]:
    from_where = _RANK.get(report.published_from or "", 3)
    return from_where, report.path or "", report.line or 0, sighting_id(report)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _corrected(report: Report, corrections: Mapping[str, str | None]) -> Report:
    """The id stays what it was: it hashes the outlet as given."""
    if not corrections:
        return report
    mended = replace(
        report,
        known_as=report.id,
        outlet=corrections.get("outlet", report.outlet),
        title=corrections.get("title", report.title),
        language=corrections.get("language", report.language),
        primary=corrections["primary"] == YES if "primary" in corrections else report.primary,
    )
    if "published" in corrections:
        mended = replace(mended, published=corrections["published"], published_from="given")
    return mended
