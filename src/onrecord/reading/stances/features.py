"""What tells what a statement does: its words, the signals in them, whose they are, and what the rules made of it.

A feature is a short string: "c:threaten" is a word of the cue, "w:" one of the content, "f:" one of its first two,
"m:" a modal and "v:" what follows it, "s:" a signal with its owner, "l..:" how pleasant its words sound; the rest says
what kind of statement it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log2

from onrecord.model import Condition, Span, Statement
from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.moves import Scene, is_negated, whose
from onrecord.reading.stances.signals import Signal
from onrecord.reading.stances.tones import tone_features

STRONG = 2.0  # the weight from which a signal counts as a clear one
LONGEST = 6  # contents are told apart by length up to 20 * 2 ** LONGEST characters
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[?!%]|\d+")
_ENDING = re.compile(r"(?:ing|ed|es|s|ion|ions|ly|ment|er)$")
_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|should|shall|has to|have to|need to)\b|['’]ll\b")
_NO = re.compile(r"\s*(?:not|n['’]t|never)\b")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The first letters of a word without its ending."""
    bare = _ENDING.sub("", word) if len(word) > 4 else word
    return bare.replace("’", "'")[:7]


def features(
    scene: Scene,
    statement: Statement,
    inside: Sequence[Signal],
    cues: Sequence[Signal],
    judged: Judged,
    conditions: Iterable[Condition],
) -> frozenset[str]:
    """`inside` and `cues` are the signals in content and cue; `judged` is what the rules make of the statement."""
    said = [word for part in statement.content for word in _WORD.findall(scene.low, *part)]
    by = [word for part in statement.cue for word in _WORD.findall(scene.low, *part)]
    content, cue = [stem(word) for word in said], [stem(word) for word in by]
    found = {*(f"c:{word}" for word in cue), *(f"w:{word}" for word in content), *(f"f:{word}" for word in content[:2])}
    found.update(f"cs:{one.move}" for one in cues)
    for part in statement.content:
        found.update(_signals(scene, statement, part, inside))
        found.update(_modals(scene, statement, part))
    party, issues = statement.party is not None, bool(judged.issues)
    found.update(tone_features(said, by, str(judged.stance), party=party, issues=issues))
    found.update(_kind(statement, judged))
    found.update(_rules(statement, judged, conditions))
    return frozenset(found)


def _signals(scene: Scene, statement: Statement, part: Span, inside: Sequence[Signal]) -> Iterable[str]:
    for one in inside:
        if part.covers(one.span):
            owner, negated = whose(scene, statement, part, one.span.start), is_negated(scene, part, one)
            told = f"s:{one.move}:{owner}:{negated:d}"
            yield told
            yield f"{told}:{one.weight >= STRONG:d}"


def _modals(scene: Scene, statement: Statement, part: Span) -> Iterable[str]:
    for modal in _MODAL.finditer(scene.low, *part):
        owner, denied = whose(scene, statement, part, modal.start()), _NO.match(scene.low, modal.end()) is not None
        told = f"{owner}:{denied:d}"
        yield f"m:{modal.group().replace('’', chr(39))}:{told}"
        following = _WORD.search(scene.low, modal.end(), part.end)
        if following:
            yield f"v:{stem(following.group())}:{told}"


def _kind(statement: Statement, judged: Judged) -> Iterable[str]:
    speaker = statement.speaker.type if statement.speaker else "none"
    party, issues = statement.party is not None, bool(judged.issues)
    yield f"type:{statement.type}"
    yield f"kind:{statement.kind}"
    yield f"speaker:{speaker}:{party:d}"
    yield f"speaker:{speaker}:{party:d}:{issues:d}"
    yield f"issues:{min(2, len(judged.issues))}"
    yield f"length:{min(LONGEST, int(log2(1 + sum(part.end - part.start for part in statement.content) / 20)))}"
    if not statement.cue:
        yield "no cue"
    if not statement.source:
        yield "no source"
    if statement.within is not None:
        yield "within"
    if statement.relayed_by is not None:
        yield "relayed"


def _rules(statement: Statement, judged: Judged, conditions: Iterable[Condition]) -> Iterable[str]:
    limited = any(
        one.statement == statement.id or any(part.overlaps(span) for part in statement.content for span in one.span)
        for one in conditions
    )
    yield f"rule:{judged.stance}"
    if limited:
        yield "limited"
        yield f"rule:{judged.stance}:limited"
    for one in judged.stances:
        yield f"also:{one.stance}"
        yield f"also:{one.stance}:{int(one.confidence * 5)}"
