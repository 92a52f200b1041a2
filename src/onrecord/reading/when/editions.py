"""The day of a newsletter that is sent on the evening before: "yesterday" in "Thursday Briefing" is Wednesday."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.model import edtf
from onrecord.reading.when.words import WEEKDAYS

EDITION = re.compile(
    r"(?:the\s)?(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['\u2019]s)?\s"
    r"(?:(?:morning|evening|daily|news)\s)?(?:briefing|newsletter|edition|digest|bulletin|papers)\b",
    re.IGNORECASE,
)


def counted_from(title: str | None, published: str | None) -> str | None:
    """The EDTF day from which a report's words count: the next one, where its title says that it is that day's edition,
    else that of publication."""
    day, edition = edtf.day_of(published), EDITION.match(title or "")
    if day is None or edition is None:
        return published
    following = day + timedelta(days=1)
    if following.weekday() != WEEKDAYS[edition["weekday"].lower()]:
        return published
    return edtf.roughly(following.isoformat()) if "~" in (published or "") else following.isoformat()
