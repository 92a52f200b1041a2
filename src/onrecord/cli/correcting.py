"""What a person corrects on the pages: the same judgements as the command line's, made by the same functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from onrecord import pipeline
from onrecord.model import Fault
from onrecord.model.jsonread import one_of

if TYPE_CHECKING:
    from onrecord.record import Record

ACTS: tuple[pipeline.Act, ...] = get_args(pipeline.Act)


@dataclass(frozen=True)
class Corrections:
    """`views.web.editing.Editor` over an open record; `changed` is told of each judgement."""

    record: Record
    changed: Callable[[], None]

    def judge_actor(self, act: str, actor: str, *, other: str | None, value: str | None, because: str) -> Fault | None:
        done = pipeline.judge_actor(self.record, one_of(act, ACTS), actor, other=other, value=value, because=because)
        self.changed()
        return done if isinstance(done, Fault) else None

    def undo(self, judgement: str) -> bool:
        undone = pipeline.undo_judgement(self.record, judgement)
        self.changed()
        return undone
