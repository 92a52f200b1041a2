"""Statements on their way to a day, and when their speakers were last heard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.model import Spans, edtf
from onrecord.reading.when.attaching import Aspect, Passage

SaidOn = tuple[str | None, Spans]
UNKNOWN: SaidOn = (None, ())

FRESH = timedelta(days=3)  # an occasion further back is a digression, which ends with its next sentences
DIGRESSION = 2  # sentences
LEAD = 3  # sentences at the top that sum up what comes


@dataclass
class Told:
    """One statement on its way to a day."""

    place: int
    passage: Passage
    speaker: str | None
    sentence: int
    aspect: Aspect
    outer: int | None
    said: SaidOn = UNKNOWN
    by: str = ""  # which rule gave the day


@dataclass(frozen=True)
class Heard:
    """When one speaker was last heard: the day, at which sentence, how often in a row, and what that interrupts.

    A word or two from an earlier day, told amid what he says on a later one, interrupt it, and do not end it.
    """

    said: SaidOn
    sentence: int
    times: int = 1
    interrupts: Heard | None = None

    def then(self, said: SaidOn, sentence: int) -> Heard:
        if said[0] == self.said[0]:
            return replace(self, sentence=sentence, times=self.times + 1)
        main = self if self.times > 1 else self.interrupts
        if main and main.said[0] == said[0]:
            return replace(main, sentence=sentence, times=main.times + 1)
        back = main is not None and _before(said[0], main.said[0])
        return Heard(said, sentence, interrupts=main if back else None)

    def at(self, sentence: int, published: str | None) -> SaidOn:
        """Its day, if it still holds at that sentence."""
        if sentence - self.sentence <= DIGRESSION:
            return self.said
        if self.interrupts:
            return self.interrupts.said
        return self.said if is_fresh(self.said[0], published) else UNKNOWN


def _before(one: str | None, other: str | None) -> bool:
    first = edtf.latest(one) if one else None
    second = edtf.earliest(other) if other else None
    return first is not None and second is not None and first < second


def is_fresh(value: str | None, published: str | None) -> bool:
    """Is it a day not long before the report's own, or a span that lasts until then ("this week", not "last week")?
    Without the report's day, any is."""
    if value is None or (precision := edtf.parse(value).precision) not in ("day", "interval"):
        return False
    last, now = edtf.latest(value), edtf.latest(published) if published else None
    return last is not None and (now is None or now - last <= (FRESH if precision == "day" else timedelta(0)))
