"""Utterances: acts of speaking, as rebuilt from the wordings in which reports give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import ActorType
from onrecord.model.span import Spans
from onrecord.model.statement import Kind


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """One sentence of one statement: what may be another report's wording of one act of speaking.

    `id` hashes the statement and the spans; `slices` are the report's own characters, one for each span. `speaker`,
    `speaker_type` and `party` are as read. It was said between `first` and `last` (days, `YYYY-MM-DD`; null where
    nothing tells); `dated` if its report says when, and not only when the report was published.

    `sure` is the statement's confidence, `does` are its issues with what it does on them. `seldom` are those of its
    words that its report hardly has again, `beside` those that stand next to the statement.
    """

    id: str
    statement: str
    report: str
    spans: Spans
    slices: tuple[str, ...]
    kind: Kind
    speaker: str | None = None
    speaker_type: ActorType | None = None
    party: str | None = None
    first: str | None = None
    last: str | None = None
    dated: bool = False
    sure: float = 1.0
    does: frozenset[str] = frozenset()
    seldom: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


JUDGED = "judged by "  # how the reason of a tie begins that a person made


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """ "These two wordings are of one act of speaking": the score in 0..1, and why. `a` and `b` are ids, sorted."""

    score: float
    a: str
    b: str
    why: str

    @property
    def judged(self) -> bool:
        """Whether a person said so."""
        return self.why.startswith(JUDGED)


@dataclass(frozen=True, slots=True, order=True)
class Worded:
    """A wording that belongs to an utterance, with the score and the reason of the tie that holds it there."""

    wording: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking. `id` hashes its wordings' ids; `base` is the most complete direct one, `why` it was chosen.

    `members` are sorted by id.
    """

    id: str
    base: str
    why: str
    members: tuple[Worded, ...]


VariantKind = Literal["translation", "omission", "addition", "order", "number", "tense", "punctuation"]


@dataclass(frozen=True, slots=True)
class Variant:
    """Where one wording differs from the base: the words of each, and where they stand in their reports.

    One side is empty where words were left out or added. `tense` is tense or person, as indirect speech shifts them;
    `number` a figure, or one thing for several; `order` the same words in another place.
    """

    kind: VariantKind
    wording: str
    base_spans: Spans
    base_text: str
    spans: Spans
    text: str
