"""What a codebook holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model import Stance, identity


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that is negotiated over. `cues` are words that touch it, `hints` weaker ones, `senses` the like that
    mean something else; see docs/codebook.md.

    `pa_x` is the nearest category of the PA-X Peace Agreements Database, where one fits. An issue that `yields` is left
    out of a statement that names another one as often.
    """

    id: str
    label: str
    definition: str
    cues: tuple[str, ...]
    hints: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    pa_x: str | None = None
    yields: bool = False
    senses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceMeaning:
    """How a codebook words one of the eight stances. `plover` is the nearest event type of PLOVER."""

    id: Stance
    label: str
    definition: str
    plover: str


@dataclass(frozen=True)
class Codebook:
    """Issues in the order in which tables show them, and the stances.

    `marks` are words that show a report to be of its field. A codebook that joins several has them as its `parts`.
    """

    name: str
    version: str
    issues: tuple[Issue, ...]
    stances: tuple[StanceMeaning, ...]
    about: str = ""
    marks: tuple[str, ...] = ()
    parts: tuple[Codebook, ...] = ()
    _by_id: dict[str, Issue] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {issue.id: issue for issue in self.issues})

    def issue(self, id_: str) -> Issue | None:
        return self._by_id.get(id_)

    @cached_property
    def key(self) -> str:
        """Hashes everything that can change a reading, so that a changed codebook means reading again."""
        return identity(
            "codebook", *((issue.id, issue.cues, issue.hints, issue.yields, issue.senses) for issue in self.issues)
        )
