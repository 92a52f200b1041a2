"""What is computed across reports, kept from one page to the next until the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord import across, standing
from onrecord.front import whole_brief
from onrecord.record import EVERYTHING, Filter, RecordError
from onrecord.record.conditions import ConditionRow, condition_rows
from onrecord.record.facets import Facets, facets, most_reported
from onrecord.timeline import timeline as days
from onrecord.views.verdicts import Verified

if TYPE_CHECKING:
    from onrecord.model.change import ChangeRow, Lately
    from onrecord.model.position import Standing
    from onrecord.model.proposal import ProposalRow
    from onrecord.record import (
        ActorRow,
        CopyRow,
        Counts,
        CoverageRow,
        Record,
        SpeakerCount,
        StatementRow,
        StoryRow,
        TimelineRow,
        UtteranceRow,
    )
    from onrecord.views.brief import Sections

Value = TypeVar("Value")

MOST_KEPT = 40
MOST_DRAWN = 400
AT_ONCE_SECONDS = 0.5
REST = 5


@dataclass(frozen=True, slots=True)
class Kept(Generic[Value]):
    """A value, the state of the record from which it was made, when it was made, and how long that took."""

    value: Value
    state: int
    at: float
    took: float


class Remember(Generic[Value]):
    """Values by what was asked. What a moment makes is made anew when the record has changed.

    What takes longer is shown as it was, while a new one is made beside it: a person who reads while reports are being
    added would otherwise wait on every page. It rests between, so that it does not take all of the machine.
    """

    def __init__(self, state: Callable[[], int]) -> None:
        self._state = state
        self._kept: OrderedDict[Hashable, Kept[Value]] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        state = self._state()
        with self._lock:
            kept = self._kept.get(asked)
            making = self._making.setdefault(asked, Lock())
            if kept is not None:
                self._kept.move_to_end(asked)
        if kept is not None and kept.state == state:
            return kept.value
        if kept is None or kept.took < AT_ONCE_SECONDS:
            with making:
                return self._make(asked, make)
        if monotonic() - kept.at > REST * kept.took and making.acquire(blocking=False):
            Thread(target=self._make_beside, args=(asked, make, making), daemon=True).start()
        return kept.value

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()

    def _make(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        """Made by whoever comes first; the others have waited for it."""
        state, start = self._state(), monotonic()
        with self._lock:
            kept = self._kept.get(asked)
        if kept is not None and kept.state == state:
            return kept.value
        value = make()
        with self._lock:
            self._kept[asked] = Kept(value, state, monotonic(), monotonic() - start)
            while len(self._kept) > MOST_KEPT:
                self._making.pop(self._kept.popitem(last=False)[0], None)
        return value

    def _make_beside(self, asked: Hashable, make: Callable[[], Value], making: Lock) -> None:
        try:
            self._make(asked, make)
        finally:
            making.release()


class Remembered:
    """`views.web.across.Across` over an open record."""

    def __init__(self, record: Record, codebook: str) -> None:
        self._record, self._codebook = record, codebook
        self._positions: Remember[Sequence[Standing]] = Remember(record.state)
        self._coverage: Remember[Sequence[CoverageRow]] = Remember(record.state)
        self._conditions: Remember[Sequence[ConditionRow]] = Remember(record.state)
        self._verdicts: Remember[Sequence[Verified]] = Remember(record.state)
        self._leading: Remember[Sequence[Standing]] = Remember(record.state)
        self._lately: Remember[Lately] = Remember(record.state)
        self._changes: Remember[Sequence[ChangeRow]] = Remember(record.state)
        self._proposals: Remember[Sequence[ProposalRow]] = Remember(record.state)
        self._statements: Remember[Sequence[StatementRow]] = Remember(record.state)
        self._stories: Remember[Sequence[StoryRow]] = Remember(record.state)
        self._timeline: Remember[Sequence[TimelineRow]] = Remember(record.state)
        self._actors: Remember[Sequence[ActorRow]] = Remember(record.state)
        self._facets: Remember[Facets] = Remember(record.state)
        self._counts: Remember[Counts] = Remember(record.state)
        self._reported: Remember[Sequence[UtteranceRow]] = Remember(record.state)
        self._speakers: Remember[Sequence[SpeakerCount]] = Remember(record.state)
        self._briefs: Remember[Sections] = Remember(record.state)

    def with_variants(self, row: UtteranceRow) -> UtteranceRow:
        return across.with_variants(row)

    def covered(self, row: UtteranceRow) -> CoverageRow | None:
        return across.covered(self._record, row)

    def copies(self, wanted: Filter) -> Iterable[CopyRow]:
        return across.copies(self._record, wanted)

    def coverage(self, wanted: Filter) -> Iterable[CoverageRow]:
        """A page of it is kept; all of it streams."""
        if wanted.limit is None:
            return across.coverage(self._record, wanted)
        return self._coverage.get(wanted, lambda: tuple(across.coverage(self._record, wanted)))

    def conditions(self, wanted: Filter) -> Iterable[ConditionRow]:
        """A page of them is kept; all of them stream."""
        if wanted.limit is None:
            return condition_rows(self._record, wanted)
        return self._conditions.get(wanted, lambda: tuple(condition_rows(self._record, wanted)))

    def verify(self, report: str, against: str) -> Sequence[Verified]:
        return self._verdicts.get((report, against), lambda: tuple(self._verdicts_on(report, against)))

    def _verdicts_on(self, report: str, against: str) -> Iterator[Verified]:
        told, said = self._record.load(report), self._record.load(against)
        if told is not None and said is not None:
            for one in across.verify(told.report, said.report):
                yield Verified(told.report, said.report, one)

    def positions(self, wanted: Filter, *, as_of: str | None = None) -> Sequence[Standing]:
        return self._positions.get((wanted, as_of), lambda: standing.positions(self._record, wanted, as_of=as_of))

    def leading(self, wanted: Filter, *, as_of: str | None = None) -> Sequence[Standing]:
        return self._leading.get((wanted, as_of), lambda: standing.leading(self._record, wanted, as_of=as_of))

    def lately(self, wanted: Filter) -> Lately:
        return self._lately.get(wanted, lambda: standing.lately(self._record, wanted))

    def changes(self, wanted: Filter) -> Sequence[ChangeRow]:
        return self._changes.get(wanted, lambda: standing.changes(self._record, wanted))

    def proposals(self, wanted: Filter) -> Sequence[ProposalRow]:
        return self._proposals.get(wanted, lambda: standing.proposals(self._record, wanted))

    def statements(self, wanted: Filter) -> Iterable[StatementRow]:
        """A page of them is kept; all of them stream."""
        if wanted.limit is None:
            return self._record.statements(wanted)
        return self._statements.get(wanted, lambda: tuple(self._record.statements(wanted)))

    def stories(self, wanted: Filter, *, alone: bool = False) -> Iterable[StoryRow]:
        """A page of them is kept; all of them stream."""
        if wanted.limit is None:
            return self._record.stories(wanted, alone=alone)
        return self._stories.get((wanted, alone), lambda: tuple(self._record.stories(wanted, alone=alone)))

    def timeline(self, wanted: Filter) -> Iterable[TimelineRow]:
        """A page of it is kept; all of it streams."""
        if wanted.limit is None:
            return days(self._record, wanted)
        return self._timeline.get(wanted, lambda: tuple(days(self._record, wanted)))

    def actors(self, wanted: Filter) -> Iterable[ActorRow]:
        if wanted.limit is None:
            return self._record.actors(wanted)
        return self._actors.get(wanted, lambda: tuple(self._record.actors(wanted)))

    def facets(self, wanted: Filter) -> Facets:
        return self._facets.get(wanted, lambda: facets(self._record, wanted))

    def counts(self) -> Counts:
        return self._counts.get(None, self._record.counts)

    def most_reported(self) -> Sequence[UtteranceRow]:
        return self._reported.get(None, lambda: most_reported(self._record, MOST_DRAWN))

    def speakers(self) -> Sequence[SpeakerCount]:
        return self._speakers.get(None, lambda: tuple(self._record.speakers()))

    def brief(self, wanted: Filter) -> Sections:
        return self._briefs.get(wanted, lambda: whole_brief(self._record, wanted, self._codebook))

    def warm(self) -> None:
        """Begins with what takes longest, so that the first reader need not wait for it."""
        Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        with suppress(RecordError):  # the first page that asks for it says what is wrong
            self.counts()
            self.speakers()
            self.most_reported()
            for ask in (self.leading, self.lately, self.proposals):
                ask(EVERYTHING)

    def forget(self) -> None:
        kept = (self._positions, self._leading, self._changes, self._proposals, self._coverage, self._conditions)
        pages = (self._timeline, self._actors, self._facets, self._counts, self._verdicts, self._lately, self._stories)
        rows = (self._statements,)
        for one in (*kept, *pages, *rows, self._reported, self._speakers, self._briefs):
            one.forget()
