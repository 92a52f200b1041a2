"""How likely it is that what a statement does is a position of its party, by what a reader found it to be elsewhere.

A logistic score over plain marks: where act and issue stand, how sure reading was, who speaks, and which words show it.
`likely.tsv` has the weights, a mark and its weight in hundredths a line; `python -m training.positions` fits them to
verdicts on positions, and prints how well they do on negotiations held out. No weight hangs on who is named. Where
reading asked the network that hears whether a stance bears on its issue, both count.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.collating.said import Said
from onrecord.model import IssueStance, Span, Statement, envelope
from onrecord.model import weights as tables
from onrecord.model.weights import Weights, chance_of

HEARD = 0.5  # how much of the log-odds is the network's; chosen on folds of whole negotiations
FAINT = 0.005  # what was heard is taken for no surer than this, either way
NEAR = 12  # characters beside a statement in which its issue may be named: "On the forts, Ruiz said ..."
TOP = 110  # characters in which a report's headline stands
AROUND = 45  # characters beside a name in which an office is told
OFTEN = 6  # places of a name that are looked at
BEFORE, WORDS_BEFORE = 40, 3  # what stands before act and issue: so many characters, and the last words of them
STEM = 7  # letters by which a word goes
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_BREAK = re.compile(
    r"[,;:.?!]|``|''|[\"“”]|\b(?:and|but|or|that|which|who|whose|while|as|because|when|where|after|before|if|than)\b",
    re.IGNORECASE,
)
_ROLES = frozenset(
    "judge rep sen representative senator congressman congresswoman professor analyst expert fellow former economist "
    "president minister spokesman spokeswoman spokesperson envoy secretary ambassador leader candidate nominee mayor "
    "governor gov chief director chairman chairwoman lawmaker pope king queen adviser advisor negotiator".split()
)


def chance(one: Said, held: IssueStance) -> float:
    """The chance, in 0..1, that a reader would take this act for a position; without the report's text, one."""
    if not is_shown(one, held):
        return 0.0
    return mixed(chance_of(marks(one, held), shipped()), held.heard) if one.text else 1.0


def mixed(chance: float, heard: float | None) -> float:
    """A chance by marks with what the network heard, where it was asked."""
    if heard is None:
        return chance
    heard = min(max(heard, FAINT), 1 - FAINT)
    score = (1 - HEARD) * math.log(chance / (1 - chance)) + HEARD * math.log(heard / (1 - heard))
    return 1 / (1 + math.exp(-score))


def is_shown(one: Said, held: IssueStance) -> bool:
    """Whether act and issue stand in the statement or right beside it: of those that do not, one in seven was right.

    "The halls were full of talks. Ruiz said it was a mistake": what was? But "Torland balked at such a clause" balks at
    what the sentence before names: where the cue is the act, 14 of 33 were right, and 3 arguable.
    """
    if any(_is_in(span, one.statement.cue) for span in held.evidence):
        return True
    around = envelope((*one.statement.source, *one.statement.cue, *one.statement.content))
    return all(span.end + NEAR >= around.start and span.start <= around.end + NEAR for span in held.evidence)


def shipped() -> Weights:
    """The weights that ship in the package."""
    return tables.shipped("onrecord.collating", "likely.tsv")


def marks(one: Said, held: IssueStance) -> frozenset[str]:
    """What is told of an act. Words go by their stems: `w:` shows it, `b:` stands before, `s:` is of the source.
    `i:` is its issue, alone and with the stance: "settlement" and "territory" are words for much else."""
    return frozenset((*_what(held), *_where(one, held), *_how_sure(one, held), *_who(one), *_words(one, held)))


def _what(held: IssueStance) -> Iterator[str]:
    yield f"i:{held.issue}"
    yield f"i:{held.issue}:{held.stance}"


def _where(one: Said, held: IssueStance) -> Iterator[str]:
    said, shown = one.statement, held.evidence
    in_cue = [_is_in(span, said.cue) for span in shown]
    yield f"cue:{'all' if shown and all(in_cue) else 'some' if any(in_cue) else 'none'}"
    if len(shown) > 1:
        start, end = shown[0].end, shown[-1].start
        yield f"breaks:{_step(len(_BREAK.findall(one.text, start, end)), (1, 2, 3, 5))}"
        yield f"between:{_step(end - start, (8, 25, 60, 120))}"
    first = min((span.start for span in shown), default=0)
    if first < TOP:
        yield "top"
    yield f"place:{_step(first / len(one.text), (0.1, 0.4, 0.8))}"


def _how_sure(one: Said, held: IssueStance) -> Iterator[str]:
    said = one.statement
    yield f"stance:{held.stance}"
    yield f"read:{_step(said.confidence, (0.4, 0.6, 0.8, 0.9, 0.97))}"
    yield f"settled:{_step(held.confidence, (0.6, 0.7, 0.8, 0.9))}"
    if said.speaker_confidence is not None:
        yield f"known:{_step(said.speaker_confidence, (0.5, 0.7, 0.85, 0.95))}"
    beside = {other.stance for other in said.stances if not _is_asked_in_return(one, other)}
    yield f"stances:{_step(len(beside), (2, 3))}"
    if one.conditions:
        yield "limited"
        yield f"limited:{held.stance}"
    if held.proposal:
        yield "proposal"


def _is_asked_in_return(one: Said, other: IssueStance) -> bool:
    """What a condition names is demanded; that makes the yes that waits for it no weaker."""
    asked = [span for each in one.conditions for span in each.span]
    return other.stance == "demands" and any(clause.covers(span) for span in other.evidence for clause in asked)


def _who(one: Said) -> Iterator[str]:
    speaker = one.statement.speaker
    yield f"speaker:{speaker.type if speaker else 'none'}"
    if speaker is not None and speaker.type == "person":
        yield from (f"r:{role}" for role in _roles(one.text, speaker.name.split()[-1]))


@lru_cache(maxsize=64)  # acts come report by report, and whole texts are held here
def _roles(text: str, name: str) -> frozenset[str]:
    """Words for an office beside the first places where a name stands."""
    found: set[str] = set()
    at, seen = text.find(name), 0
    while at >= 0 and seen < OFTEN:
        beside = text[max(0, at - AROUND) : at + AROUND].lower()
        found.update(_ROLES.intersection(_WORD.findall(beside)))
        at, seen = text.find(name, at + len(name)), seen + 1
    return frozenset(found)


def _words(one: Said, held: IssueStance) -> Iterator[str]:
    for span in held.evidence:
        yield from (f"w:{stem(word)}" for word in _WORD.findall(one.text, *span))
        if not _is_in(span, one.statement.cue):
            before = _WORD.findall(one.text, max(0, span.start - BEFORE), span.start)
            yield from (f"b:{stem(word)}" for word in before[-WORDS_BEFORE:])
    yield from (f"s:{stem(word)}" for word in _source_words(one.text, one.statement) if word.islower())


def _source_words(text: str, said: Statement) -> list[str]:
    return [word for span in said.source for word in _WORD.findall(text, *span)]


def stem(word: str) -> str:
    return word.lower().replace("’", "'")[:STEM]


def _is_in(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.overlaps(span) for one in spans)


def _step(value: float, steps: Sequence[float]) -> int:
    """How many of the steps a value has reached."""
    return bisect_right(steps, value)
