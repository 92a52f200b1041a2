"""What an export takes: the record, and what is laid side by side when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.change import ChangeRow
    from onrecord.model.position import Standing
    from onrecord.model.proposal import ProposalRow
    from onrecord.record import CopyRow, CoverageRow, DisagreementRow, Record, TimelineRow, UtteranceRow
    from onrecord.record.conditions import ConditionRow


@dataclass(frozen=True, slots=True)
class Contents:
    """Each part is asked for when its turn comes, streams as far as its maker does, and may be asked for again.

    `software` names the program and its version; `step` is called for each row, to show how far the work is.
    """

    record: Record
    software: str
    utterances: Callable[[], Iterable[UtteranceRow]]
    conditions: Callable[[], Iterable[ConditionRow]]
    positions: Callable[[], Iterable[Standing]]
    changes: Callable[[], Iterable[ChangeRow]]
    proposals: Callable[[], Iterable[ProposalRow]]
    disagreements: Callable[[], Iterable[DisagreementRow]]
    coverage: Callable[[], Iterable[CoverageRow]]
    copies: Callable[[], Iterable[CopyRow]]
    timeline: Callable[[], Iterable[TimelineRow]]
    step: Callable[[], None] = lambda: None
