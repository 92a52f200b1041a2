"""Are two wordings of one act of speaking? Pure: of the two alone, so that no order of reports matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import Literal

from onrecord.collating.spelling import contradict, folded, spelled
from onrecord.collating.utterances.words import Token, tokens
from onrecord.model.utterance import Tie, Wording

Who = Literal["same", "same side", "not told", "another"]

# Measured on pairs labelled by hand in the project's own data; see docs/readings/utterances.md.
ENOUGH = 0.55
SLACK = 2
LITTLE = 0.75
LEAST_RARE = 1.3
RAREST = 3
VERBATIM = 6
LEAST = 0.45
SAME_QUOTATION = 0.2
MOSTLY = 0.9
HELD = 0.85
OTHER_WORD = 0.8
SMALL = 0.15
DENIALS = frozenset({"not", "never", "no"})
DENIED = 2
QUOTATION = 1.05
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
# Without any of these, or a quotation, a few words only name a thing: "the disarmament of the border camps".
OF_CLAUSES = frozenset("be have do will can may must should shall to that not i we he she it they you who".split())
QUOTED = re.compile(r"(?:[“\"«]|``)(.+?)(?:[”\"»]|''|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Words:
    """What counts of a wording: how often each sense, by which stems, of what weight; and the stems in order."""

    senses: Counter[str]
    stems: dict[str, set[str]]
    weights: dict[str, float]
    by_stem: dict[str, float]
    order: tuple[str, ...]
    numbers: frozenset[str]
    denied: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    names_only: bool
    total: float


def tokens_of(wording: Wording) -> tuple[Token, ...]:
    return tuple(
        token for span, text in zip(wording.spans, wording.slices, strict=True) for token in tokens(text, span.start)
    )


def length(wording: Wording) -> int:
    """How many words it has."""
    return len(_words(wording.slices).order)


@lru_cache(maxsize=8192)
def _words(slices: tuple[str, ...]) -> _Words:
    every = [token for text in slices for token in tokens(text)]
    senses, weights = Counter[str](), dict[str, float]()
    stems: dict[str, set[str]] = {}
    for token in every:
        senses[token.sense] += 1
        stems.setdefault(token.sense, set()).add(token.stem)
        weights[token.sense] = max(weights.get(token.sense, 0.0), token.weight)
    return _Words(
        senses,
        stems,
        weights,
        {token.stem: token.weight for token in every},
        tuple(token.stem for token in every),
        frozenset(token.stem for token in every if token.stem[0].isdigit()),
        _denied([token.sense for token in every], weights),
        tuple(_stems(part[1]) for text in slices for part in QUOTED.finditer(text)),
        OF_CLAUSES.isdisjoint(token.stem for token in every),
        sum(weights[sense] * count for sense, count in senses.items()),
    )


def _stems(text: str) -> tuple[str, ...]:
    """The words of a quotation; what stands in square brackets is the editor's."""
    return tuple(token.stem for token in tokens(IN_BRACKETS.sub(" ", text)))


def _denied(senses: Sequence[str], weights: Mapping[str, float]) -> frozenset[str]:
    """What is denied: the next words that say something."""
    found: set[str] = set()
    for at, sense in enumerate(senses):
        if sense in DENIALS:
            found |= set([one for one in senses[at + 1 :] if weights[one] > SMALL][:DENIED])
    return frozenset(found)


def _contradict(x: _Words, y: _Words) -> bool:
    """Whether one denies what the other says. "... which was not open to boats" at an end denies nothing else."""
    return any(sense in y.senses for sense in x.denied - y.denied) or any(
        sense in x.senses for sense in y.denied - x.denied
    )


def _same_quotation(a: Wording, b: Wording) -> bool:
    """Whether both have some telling words in quotation marks, the same in the same order: "a drop in the ocean"."""
    x, y = _words(a.slices), _words(b.slices)
    for one in map(_stems, a.slices) if a.kind == "direct" else x.quoted:
        for two in map(_stems, b.slices) if b.kind == "direct" else y.quoted:
            found = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
            run = one[found.a : found.a + found.size]
            if found.size > 1 and sum(x.by_stem.get(stem, 0.0) for stem in run) >= QUOTATION:
                return True
    return False


def keys(wording: Wording) -> tuple[int, ...]:
    """Under which keys a wording's neighbours are found: pairs of telling words that stand together, or are the rarest.

    Hashes of 63 bits. A wording with next to nothing in it has none, and is never one with another.
    """
    return _keys(wording.slices)


@lru_cache(maxsize=8192)
def _keys(slices: tuple[str, ...]) -> tuple[int, ...]:
    words = _words(slices)
    telling = [sense for sense in words.senses if words.weights[sense] > SMALL]
    if sum(words.weights[sense] for sense in telling) < LITTLE:
        return ()
    rarest = sorted(telling, key=lambda sense: (-words.weights[sense], sense))[:RAREST]
    pairs = {_pair(a, b) for a, b in combinations(rarest, 2)}
    pairs |= {_pair(a, b) for a, b in pairwise(telling) if a != b and words.weights[a] + words.weights[b] >= LEAST_RARE}
    return tuple(sorted(_hash(pair) for pair in pairs))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


@lru_cache(maxsize=65536)
def _hash(pair: tuple[str, str]) -> int:
    return int.from_bytes(blake2b(" ".join(pair).encode(), digest_size=8).digest(), "big") >> 1


def ties(fresh: Iterable[Wording], near: Iterable[Wording]) -> list[Tie]:
    """Every tie between a fresh wording and another of the same keys, fresh or near; sorted."""
    new = sorted(fresh)
    by_key: dict[int, list[Wording]] = {}
    for one in (*new, *near):
        for key in keys(one):
            by_key.setdefault(key, []).append(one)
    seen: set[tuple[str, str]] = set()
    found = []
    for one in new:
        for other in (other for key in keys(one) for other in by_key[key]):
            pair = _pair(one.id, other.id)
            if one.id != other.id and pair not in seen:
                seen.add(pair)
                if tie := compare(one, other):
                    found.append(tie)
    return sorted(found)


def compare(one: Wording, other: Wording) -> Tie | None:
    """The tie between two wordings, or null where they are not of one act of speaking."""
    if one.statement == other.statement:
        return None
    a, b = sorted((one, other))
    apart = days_apart(a, b)
    if apart > SLACK:
        return None
    x, y = _words(a.slices), _words(b.slices)
    who = same_speaker(a, b)
    # Two men may say the same of one thing; only a whole sentence in the same words tells that one was misnamed.
    must_be_verbatim = who == "another" or apart > 0
    if must_be_verbatim and min(len(x.order), len(y.order)) < VERBATIM:
        return None
    like, shared, why = _likeness(x, y)
    if like < LEAST or (must_be_verbatim and not _verbatim(x, y, like)):
        return None
    score = like - {"same": 0.0, "same side": 0.12, "not told": 0.2, "another": 0.25}[who]
    score -= 0.1 * _contradict(x, y) + 0.05 * apart
    score -= 0.0 if a.dated and b.dated else 0.02
    # Short words that many say ("we want peace") prove little.
    score -= max(0.0, 0.12 * (1.6 - shared))
    if x.numbers and y.numbers and not x.numbers & y.numbers:
        score -= 0.1
    if x.names_only or y.names_only:
        score -= 0.12
    if score < ENOUGH <= score + SAME_QUOTATION and _same_quotation(a, b):
        score, why = ENOUGH, "the same words in quotation marks"
    if score < ENOUGH:
        return None
    reasons = [why, {"same": "same speaker", "same side": "same side", "not told": "speaker not told"}.get(who, "")]
    reasons.append("another speaker" if who == "another" else "")
    reasons.append(f"{apart} days apart" if apart > 1 else "a day apart" if apart else "")
    return Tie(round(min(score, 1.0), 2), a.id, b.id, ", ".join(reason for reason in reasons if reason))


def _verbatim(x: _Words, y: _Words, like: float) -> bool:
    """Whether they are nearly the same words, or all the words of the one stand in the other in one run."""
    run = _run(x, y) if like >= HELD else 0
    return run >= VERBATIM and (like >= MOSTLY or run == min(len(x.order), len(y.order)))


def alike(one: Wording, other: Wording) -> float:
    """How much two wordings share, whoever said them and when: 0 to 1."""
    return _likeness(_words(one.slices), _words(other.slices))[0]


def likeness_of(one: Wording, other: Wording) -> tuple[float, float]:
    """How alike two wordings are (0..1), and the weight of the words that they share."""
    like, shared, _ = _likeness(_words(one.slices), _words(other.slices))
    return like, shared


def whole_likeness(one: Wording, other: Wording) -> float:
    """How alike two wordings are where neither counts as a part of the other: 0 to 1."""
    x, y = _words(one.slices), _words(other.slices)
    return 2 * _shared(x, y) / (x.total + y.total) if x.total and y.total else 0.0


def run_of(one: Wording, other: Wording) -> int:
    """The most words that stand in both in one run."""
    return _run(_words(one.slices), _words(other.slices))


def _likeness(x: _Words, y: _Words) -> tuple[float, float, str]:
    """How alike two wordings are (0..1), the weight of what they share, and in which way."""
    if not x.total or not y.total:
        return 0.0, 0.0, ""
    if x is y:
        return 1.0, x.total, "same words"
    shared = _shared(x, y)
    whole = 2 * shared / (x.total + y.total)
    part = shared / min(x.total, y.total)
    if whole >= 0.97:
        return min(whole, 1.0), shared, "same words"
    # What is shortened keeps its words: all of a short wording stands in the long one, and not scattered.
    if part - 0.12 > whole and shared >= LITTLE:
        run = _run(x, y)
        held = part - 0.2 - 0.1 * (run < 3) + 0.08 * (run >= 4)
        if held > whole:
            return min(held, 0.95), shared, "one holds the other"
    return whole, shared, "nearly the same words" if whole >= 0.8 else "most words the same"


def _shared(x: _Words, y: _Words) -> float:
    """The weight of the words that stand in both; those that only mean the same count a little less."""
    small, large = (x, y) if len(x.senses) <= len(y.senses) else (y, x)
    shared = 0.0
    for sense, count in small.senses.items():
        if both := min(count, large.senses.get(sense, 0)):
            weight = both * min(small.weights[sense], large.weights[sense])
            shared += weight * (OTHER_WORD if x.stems[sense].isdisjoint(y.stems[sense]) else 1.0)
    return shared


def _run(x: _Words, y: _Words) -> int:
    """The most words that stand in both in one run."""
    if x.order == y.order:
        return len(x.order)
    return SequenceMatcher(None, x.order, y.order, autojunk=False).find_longest_match().size


def days_apart(one: Wording, other: Wording) -> int:
    """Days between the two at the least; 0 where they may be of one day, or nothing tells."""
    if not (one.first and one.last and other.first and other.last):
        return 0
    if one.first <= other.last and other.first <= one.last:
        return 0
    later, earlier = (one.first, other.last) if one.first > other.last else (other.first, one.last)
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def same_speaker(one: Wording, other: Wording) -> Who:
    """Whether the two are of one speaker, as far as the two reports tell."""
    return _same(one.speaker, one.speaker_type, one.party, other.speaker, other.speaker_type, other.party)


@lru_cache(maxsize=65536)
def _same(
    a: str | None, a_type: str | None, a_party: str | None, b: str | None, b_type: str | None, b_party: str | None
) -> Who:
    if a is None or b is None or "unnamed" in (a_type, b_type):
        return "not told" if not (a_party and b_party) or folded(a_party) == folded(b_party) else "another"
    if folded(a) == folded(b) or _one_person(a, b):
        return "same"
    sides = {folded(a), folded(a_party or a)} & {folded(b), folded(b_party or b)}
    return "same side" if sides else "another"


def _one_person(a: str, b: str) -> bool:
    """Whether two names, of which either may be of several speakers together, have a person in common."""
    for one in a.split(" and "):
        for two in b.split(" and "):
            x, y = spelled(one), spelled(two)
            if x.sounds and y.sounds and x.sounds[-1] == y.sounds[-1] and not contradict(x, y):
                return True
    return False
