"""What a person knows better, told in Python: the same judgements as the command line's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.meant import UnreadableError
from onrecord.model import Fault, Judgement

if TYPE_CHECKING:
    from onrecord.judging import Judged
    from onrecord.record import Record


class Corrections:
    """Beliefs of a person over an open record. Each is kept with its reason, outlives every reading, can be undone.

    A statement goes by its id, the start of it, or its place (`courier.txt:120-164`); an actor by the name exactly as
    printed, or by its id. What is not there, or is not clear, raises UnreadableError, whose fault says what mends it.
    """

    def __init__(self, store: Record) -> None:
        self._store = store

    def speaker(self, statement: str, actor: str | None, *, because: str) -> tuple[Judgement, ...]:
        """Says who spoke; null where nobody can tell."""
        from onrecord import judging

        return _told(judging.set_speaker(self._store, statement, actor, because=because))

    def stance(
        self, statement: str, issue: str, stance: str, *, because: str, codebook: str = "auto"
    ) -> tuple[Judgement, ...]:
        """Says what the statement does on an issue of the codebook: a stance, "none", or "off": not about that."""
        from onrecord import judging
        from onrecord.codebook import load

        issues = tuple(one.id for one in load(codebook).issues)
        return _told(judging.set_stance(self._store, statement, issue, stance, because=because, issues=issues))

    def move(
        self, statement: str, utterance: str | None, *, because: str, out_of: str | None = None
    ) -> tuple[Judgement, ...]:
        """Says that the words belong to another utterance; null: to none of those that are there.

        `out_of` is the utterance that the moved sentence is taken from, where the statement has several.
        """
        from onrecord import judging

        return _told(judging.move(self._store, statement, utterance, because=because, out_of=out_of))

    def merge(self, actor: str, other: str, *, because: str) -> tuple[Judgement, ...]:
        """Says that two actors are one."""
        from onrecord import judging

        return _told(judging.judge_actor(self._store, "merge", actor, other=other, because=because))

    def split(self, actor: str, other: str | None = None, *, because: str) -> tuple[Judgement, ...]:
        """Says that two names are two actors; without another, that the name is nobody else's."""
        from onrecord import judging

        return _told(judging.judge_actor(self._store, "split", actor, other=other, because=because))

    def rename(self, actor: str, name: str, *, because: str) -> tuple[Judgement, ...]:
        """Calls an actor by another name."""
        from onrecord import judging

        return _told(judging.judge_actor(self._store, "rename", actor, value=name, because=because))

    def party(
        self, actor: str, party: str | None, *, because: str, since: str | None = None, until: str | None = None
    ) -> tuple[Judgement, ...]:
        """Says on whose behalf an actor speaks, from one day to another or always; null: on nobody's."""
        from onrecord import judging

        days = (since, until)
        return _told(judging.judge_actor(self._store, "set-party", actor, value=party, because=because, days=days))

    def undo(self, judgement: str) -> bool:
        """Takes a judgement back, by its id; whether it was in force."""
        from onrecord import judging

        return judging.undo_judgement(self._store, judgement)

    def judgements(self, *, undone: bool = False) -> tuple[Judgement, ...]:
        """All that people said, oldest first; `undone`: also what was taken back."""
        return tuple(self._store.judgements(*KINDS, undone=undone))


KINDS = ("set", "withdraw", "merge", "split", "rename", "set-party", "set-speaker", "set-stance", "move")


def _told(done: Judged) -> tuple[Judgement, ...]:
    if isinstance(done, Fault):
        raise UnreadableError(done)
    return done
