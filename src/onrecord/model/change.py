"""Changes: where a party's stance, a condition or its firmness shifts, from what to what, on which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import identity
from onrecord.model.position import Passage, Position, Quote, Standing

ChangeKind = Literal["stance", "condition", "strength"]


@dataclass(frozen=True, slots=True)
class Change:
    """What shifts between two positions of one party on one issue or proposal, an earlier and a later one.

    Of a `condition`, `added` and `dropped` are those that only the later or only the earlier one has. `firmer` says of
    a `strength` whether the later words bind more; null for the other kinds.
    """

    kind: ChangeKind
    before: Position
    after: Position
    added: tuple[Passage, ...] = ()
    dropped: tuple[Passage, ...] = ()
    firmer: bool | None = None

    @property
    def id(self) -> str:
        return identity("change", self.kind, self.before.id, self.after.id)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as it is shown. `before` and `after` hold the positions with the words that show them.

    `speaker` names who said the new thing, all of them if several; `first` is the passage of the report that was first
    to tell it.
    """

    change: Change
    before: Standing
    after: Standing
    speaker: str | None
    first: Quote
    added: tuple[Quote, ...] = ()
    dropped: tuple[Quote, ...] = ()

    @property
    def id(self) -> str:
        return self.change.id

    @property
    def kind(self) -> ChangeKind:
        return self.change.kind

    @property
    def party(self) -> str:
        return self.after.position.party

    @property
    def issue(self) -> str | None:
        return self.after.position.issue

    @property
    def proposal(self) -> str | None:
        return self.after.position.proposal

    @property
    def day(self) -> str | None:
        """When the new thing was said, as EDTF."""
        return self.after.position.as_of


@dataclass(frozen=True, slots=True)
class Lately:
    """Positions and shifts on the latest words, by day; `since` is from when on, or null where that is all of them."""

    positions: tuple[Standing, ...]
    changes: tuple[ChangeRow, ...]
    since: str | None
