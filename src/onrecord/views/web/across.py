"""What the pages need that no single row of the record tells: it is computed across reports, and passed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from onrecord.model.change import ChangeRow, Lately
from onrecord.model.position import Standing
from onrecord.model.proposal import ProposalRow
from onrecord.record import (
    ActorRow,
    CopyRow,
    Counts,
    CoverageRow,
    DisagreementRow,
    Filter,
    ListedActor,
    SpeakerCount,
    StatementRow,
    StoryRow,
    TimelineRow,
    UtteranceRow,
)
from onrecord.record.conditions import ConditionRow
from onrecord.record.facets import Facets
from onrecord.views.brief import Sections
from onrecord.views.verdicts import Verified

# What takes long in a large record, so that it is kept, and may be shown as it was.
Told = Literal["leading", "lately", "proposals"]


class Across(Protocol):
    """Asked by the record's filter. What comes as a sequence may be kept from one question to the next."""

    def with_variants(self, row: UtteranceRow) -> UtteranceRow:
        """The utterance, with how its readings differ from the base."""

    def utterances(self, wanted: Filter, *, alone: bool = False) -> Iterable[UtteranceRow]:
        """What several reports have, by day, but for what is doubtful, with no more than what names it needs.

        `alone`: also what is doubtful, and what one report alone has.
        """

    def utterances_by_most(self, wanted: Filter) -> Iterable[UtteranceRow]:
        """What several reports have, what most do first, and the doubtful ones among them."""

    def covered(self, row: UtteranceRow) -> CoverageRow | None:
        """How each outlet has this one utterance; null where no second outlet reported the occasion."""

    def coverage(self, wanted: Filter) -> Iterable[CoverageRow]: ...

    def verify(self, report: str, against: str) -> Sequence[Verified]:
        """A verdict on each quotation of the report, held against the transcript; both by their ids."""

    def copies(self, wanted: Filter) -> Iterable[CopyRow]: ...

    def disagreements(self, wanted: Filter) -> Iterable[DisagreementRow]: ...

    def conditions(self, wanted: Filter) -> Iterable[ConditionRow]: ...

    def positions(self, wanted: Filter, *, as_of: str | None = None) -> Sequence[Standing]: ...

    def leading(self, wanted: Filter, *, as_of: str | None = None) -> Sequence[Standing]:
        """Positions in force as of a day, or the latest, of the parties that said most up to then."""

    def lately(self, wanted: Filter) -> Lately:
        """Where the parties stood lately, and what shifted."""

    def changes(self, wanted: Filter) -> Sequence[ChangeRow]: ...

    def proposals(self, wanted: Filter) -> Sequence[ProposalRow]: ...

    def statements(self, wanted: Filter) -> Iterable[StatementRow]: ...

    def stories(self, wanted: Filter, *, alone: bool = False) -> Iterable[StoryRow]: ...

    def timeline(self, wanted: Filter) -> Iterable[TimelineRow]: ...

    def actors(self, wanted: Filter) -> Iterable[ActorRow]: ...

    def listed_actors(self, wanted: Filter) -> Iterable[ListedActor]:
        """The same, with no more than a list shows."""

    def facets(self, wanted: Filter) -> Facets: ...

    def counts(self) -> Counts: ...

    def most_reported(self) -> Sequence[UtteranceRow]:
        """The dated utterances that most reports have: as many as a picture holds."""

    def speakers(self) -> Sequence[SpeakerCount]:
        """Those who have a name and said most, for whom they speak."""

    def is_behind(self, *what: Told) -> bool:
        """Whether these are shown as they were before somebody wrote to the record, and are being told anew."""

    def brief(self, wanted: Filter) -> Sections: ...
