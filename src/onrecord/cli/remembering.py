"""What is computed across reports, kept from one page to the next until the record changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord import across, standing
from onrecord.cli.shelving import Shelf, Writable
from onrecord.front import whole_brief
from onrecord.model.change import Lately
from onrecord.model.position import Standing
from onrecord.model.proposal import ProposalRow
from onrecord.parallels import fitting, of_reports, side_by_side
from onrecord.record import EVERYTHING, Filter, RecordError
from onrecord.record.conditions import ConditionRow, condition_rows
from onrecord.record.facets import Facets, facets, heard_most, most_reported
from onrecord.record.shelved import times_written
from onrecord.timeline import timeline as days
from onrecord.views.verdicts import Verified
from onrecord.views.web.across import Told

if TYPE_CHECKING:
    from onrecord.model.change import ChangeRow
    from onrecord.record import (
        ActorRow,
        CopyRow,
        Counts,
        CoverageRow,
        DisagreementRow,
        ListedActor,
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
LONG_AGO = float("-inf")
NAMED = 12


@dataclass(frozen=True, slots=True)
class Kept(Generic[Value]):
    """A value, how often the record had been written to when it was made, when that was, and how long it took."""

    value: Value
    state: int
    at: float
    took: float


class Remember(Generic[Value]):
    """Values by what was asked. What a moment makes is made anew when the record has changed.

    What takes longer is shown as it was, while a new one is made beside it: a person who reads while reports are being
    added would otherwise wait on every page. It rests between, so that it does not take all of the machine.

    What is made for no question in particular (`None`) is kept on the `shelf` as well, for who opens the pages next.
    """

    def __init__(self, state: Callable[[], int], shelf: Shelf[Value] | None = None) -> None:
        self._state, self._shelf = state, shelf
        self._kept: OrderedDict[Hashable, Kept[Value]] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()
        self._shelved = shelf is not None

    def get(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        state = self._state()
        with self._lock:
            kept = self._kept.get(asked)
            making = self._making.setdefault(asked, Lock())
            if kept is not None:
                self._kept.move_to_end(asked)
        if kept is None:
            kept = self._from_shelf(asked)
        if kept is not None and kept.state == state:
            return kept.value
        if kept is None or kept.took < AT_ONCE_SECONDS:
            with making, self._forgotten_where_it_fails(asked):
                return self._make(asked, make)
        if monotonic() - kept.at > REST * kept.took and making.acquire(blocking=False):
            Thread(target=self._make_beside, args=(asked, make, making), daemon=True).start()
        return kept.value

    def forget(self) -> None:
        """Also what is on the shelf: who has just corrected something waits, and sees it."""
        with self._lock:
            self._kept.clear()
            self._making.clear()
            self._shelved = False

    def is_behind(self) -> bool:
        """Whether what was last shown without a question was told before somebody wrote to the record."""
        with self._lock:
            kept = self._kept.get(None)
        return kept is not None and kept.state != self._state()

    @contextmanager
    def _forgotten_where_it_fails(self, asked: Hashable) -> Iterator[None]:
        """Nothing is held of what cannot be told: anybody may ask such things without end."""
        try:
            yield
        finally:
            with self._lock:
                if asked not in self._kept:
                    self._making.pop(asked, None)

    def _from_shelf(self, asked: Hashable) -> Kept[Value] | None:
        if asked is not None or self._shelf is None or not self._shelved:
            return None
        found = self._shelf.found()
        if found is None:
            return None
        with self._lock:
            return self._kept.setdefault(None, Kept(found.value, found.times, LONG_AGO, AT_ONCE_SECONDS))

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
        if self._shelf and asked is None and monotonic() - start > AT_ONCE_SECONDS:
            self._shelf.keep(value, state)
        return value

    def _make_beside(self, asked: Hashable, make: Callable[[], Value], making: Lock) -> None:
        try:
            self._make(asked, make)
        finally:
            making.release()


def _unless_all(wanted: Filter) -> Filter | None:
    return None if wanted == EVERYTHING else wanted


class Remembered:
    """`views.web.across.Across` over an open record."""

    def __init__(self, record: Record, codebook: str, writable: Writable | None = None) -> None:
        self._record, self._codebook = record, codebook
        times = partial(times_written, record)
        held = Shelf(record, "leading", tuple[Standing, ...], writable)
        moved = Shelf(record, "lately", Lately, writable)
        tabled = Shelf(record, "proposals", tuple[ProposalRow, ...], writable)
        self._positions: Remember[Sequence[Standing]] = Remember(times)
        self._coverage: Remember[Sequence[CoverageRow]] = Remember(times)
        self._conditions: Remember[Sequence[ConditionRow]] = Remember(times)
        self._verdicts: Remember[Sequence[Verified]] = Remember(times)
        self._leading: Remember[tuple[Standing, ...]] = Remember(times, held)
        self._lately: Remember[Lately] = Remember(times, moved)
        self._changes: Remember[Sequence[ChangeRow]] = Remember(times)
        self._proposals: Remember[tuple[ProposalRow, ...]] = Remember(times, tabled)
        self._beside: Remember[Sequence[DisagreementRow]] = Remember(times)
        self._otherwise: Remember[Sequence[DisagreementRow]] = Remember(times)
        self._statements: Remember[Sequence[StatementRow]] = Remember(times)
        self._stories: Remember[Sequence[StoryRow]] = Remember(times)
        self._timeline: Remember[Sequence[TimelineRow]] = Remember(times)
        self._actors: Remember[Sequence[ActorRow]] = Remember(times)
        self._listed: Remember[Sequence[ListedActor]] = Remember(times)
        self._facets: Remember[Facets] = Remember(times)
        self._counts: Remember[Counts] = Remember(times)
        self._reported: Remember[Sequence[UtteranceRow]] = Remember(times)
        self._speakers: Remember[Sequence[SpeakerCount]] = Remember(times)
        self._briefs: Remember[Sections] = Remember(times)

    def with_variants(self, row: UtteranceRow) -> UtteranceRow:
        return across.with_variants(self._record, row)

    def utterances(self, wanted: Filter, *, alone: bool = False) -> Iterable[UtteranceRow]:
        return across.listed(self._record, wanted, alone=alone)

    def utterances_by_most(self, wanted: Filter) -> Iterable[UtteranceRow]:
        return across.most_reported(self._record, wanted)

    def covered(self, row: UtteranceRow) -> CoverageRow | None:
        return across.covered(self._record, row)

    def copies(self, wanted: Filter) -> Iterable[CopyRow]:
        return across.copies(self._record, wanted)

    def disagreements(self, wanted: Filter) -> Iterable[DisagreementRow]:
        """What is found on request is kept, for all pages of a question, and all questions about the same reports."""
        asked = replace(wanted, limit=None, offset=0)
        besides = self._otherwise.get(asked, lambda: tuple(fitting(self._record, self._side_by_side(asked), asked)))
        return across.disagreements(self._record, wanted, besides)

    def _side_by_side(self, wanted: Filter) -> Sequence[DisagreementRow]:
        asked = of_reports(wanted)
        return self._beside.get(asked, lambda: tuple(side_by_side(self._record, asked)))

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
        asked = None if (wanted, as_of) == (EVERYTHING, None) else (wanted, as_of)
        return self._leading.get(asked, lambda: standing.leading(self._record, wanted, as_of=as_of))

    def lately(self, wanted: Filter) -> Lately:
        return self._lately.get(_unless_all(wanted), lambda: standing.lately(self._record, wanted))

    def changes(self, wanted: Filter) -> Sequence[ChangeRow]:
        return self._changes.get(wanted, lambda: standing.changes(self._record, wanted))

    def proposals(self, wanted: Filter) -> Sequence[ProposalRow]:
        return self._proposals.get(_unless_all(wanted), lambda: standing.proposals(self._record, wanted))

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

    def listed_actors(self, wanted: Filter) -> Iterable[ListedActor]:
        return self._listed.get(wanted, lambda: tuple(self._record.listed_actors(wanted)))

    def facets(self, wanted: Filter) -> Facets:
        return self._facets.get(wanted, lambda: facets(self._record, wanted))

    def counts(self) -> Counts:
        return self._counts.get(None, self._record.counts)

    def most_reported(self) -> Sequence[UtteranceRow]:
        return self._reported.get(None, lambda: tuple(across.without_doubtful(most_reported(self._record, MOST_DRAWN))))

    def speakers(self) -> Sequence[SpeakerCount]:
        return self._speakers.get(None, lambda: heard_most(self._record, NAMED))

    def is_behind(self, *what: Told) -> bool:
        """Whether these were told before somebody wrote to the record, and are being told anew."""
        of: dict[Told, Callable[[], bool]] = {
            "leading": self._leading.is_behind, "lately": self._lately.is_behind, "proposals": self._proposals.is_behind
        }  # fmt: skip
        return any(of[one]() for one in what)

    def brief(self, wanted: Filter) -> Sections:
        return self._briefs.get(wanted, lambda: whole_brief(self._record, wanted, self._codebook))

    def warm(self) -> None:
        """Begins with what takes longest, so that the first reader need not wait for it."""
        Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        with suppress(RecordError):  # the first page that asks for it says what is wrong
            self.keep_all()

    def keep_all(self) -> None:
        """Tells what takes long, and keeps it."""
        self.counts()
        self.speakers()
        self.most_reported()
        for ask in (self.leading, self.lately, self.proposals):
            ask(EVERYTHING)

    def forget(self) -> None:
        for one in vars(self).values():
            if isinstance(one, Remember):
                one.forget()
