"""What a person corrects on the pages: the same judgements as the command line's, made by the same functions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from onrecord import judging
from onrecord.model import Fault
from onrecord.model.jsonread import one_of

if TYPE_CHECKING:
    from onrecord.record import Record

ACTS: tuple[judging.Act, ...] = get_args(judging.Act)


@dataclass(frozen=True)
class Corrections:
    """`views.web.editing.Editor` over an open record; `changed` is told of each judgement.

    `issues` are the ids of the codebook's.
    """

    record: Record
    issues: Collection[str]
    changed: Callable[[], None]

    def judge_actor(
        self,
        act: str,
        actor: str,
        *,
        other: str | None,
        value: str | None,
        because: str,
        days: tuple[str | None, str | None],
    ) -> Fault | None:
        done = judging.judge_actor(
            self.record, one_of(act, ACTS), actor, other=other, value=value, because=because, days=days
        )
        self.changed()
        return done if isinstance(done, Fault) else None

    def set_speaker(self, statement: str, actor: str | None, *, because: str) -> Fault | None:
        return self._told(judging.set_speaker(self.record, statement, actor, because=because))

    def set_stance(self, statement: str, issue: str, stance: str, *, because: str) -> Fault | None:
        told = judging.set_stance(self.record, statement, issue, stance, because=because, issues=self.issues)
        return self._told(told)

    def move(self, statement: str, utterance: str | None, *, because: str, out_of: str | None) -> Fault | None:
        return self._told(judging.move(self.record, statement, utterance, because=because, out_of=out_of))

    def _told(self, done: judging.Judged) -> Fault | None:
        self.changed()
        return done if isinstance(done, Fault) else None

    def undo(self, judgement: str) -> bool:
        undone = judging.undo_judgement(self.record, judgement)
        self.changed()
        return undone
