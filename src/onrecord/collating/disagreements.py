"""Where reports differ on the same thing: on one utterance, on one actor, in one sentence. Pure.

The same thing means: wordings of one utterance, names of one actor, or sentences that share most of their words and
stand in reports that have an utterance in common. What a report left out is no disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from rapidfuzz.distance import OSA

from onrecord.collating.spelling import folded, sound, spelled
from onrecord.collating.utterances.judging import (
    days_apart,
    likeness_of,
    run_of,
    same_speaker,
    tokens_of,
    whole_likeness,
)
from onrecord.collating.utterances.variants import variants
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens, weights
from onrecord.model.disagreement import Disagreement, DisagreementKind, Named, Place, Sentence, Weight
from onrecord.model.utterance import Variant, Wording

SAME_SENTENCE = 0.58
SHARED = 1.8
MONTH = 31
TELLING = 0.2
SAME_WORDS = 0.6
COUNTED = 0.08
VERBATIM = 0.85
LONG = 6
MOST_REPLACED = 4
RUN = 3
LONGEST_FRAME = 20
MONTHS = frozenset("january february march april may june july august september october november december".split())
A_ROLE = 1.05
# Words that change what a sentence commits its speaker to, however little they weigh.
FORCE = frozenset(
    "not never no none only may might could can must should will would shall need all any every some few most very "
    "or immediately unconditional temporary permanent".split()
)
LEADING = frozenset({"will", "would", "or"})
MOST_LEFT_OUT = 3
# "Envoy to the islands" may go by "envoy", "secretary general of the alliance" by "secretary general".
COMPLEMENT = re.compile(r" (?:of|to|for|at|in|on) ")
SAYING = frozenset("say tell add note insist answer call announc describ speak discuss".split())
# What anybody may be called is no office.
PLAIN = frozenset(
    "man woman friend father mother son daughter brother sister wife husband lawyer tycoon billionair businessman "
    "politician official figur critic ally former then".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def of_utterance(wordings: Sequence[Wording]) -> Iterator[Disagreement]:
    """How the readings of one utterance differ; the base comes first."""
    base, others = wordings[0], [one for one in wordings[1:] if one.report != wordings[0].report]
    alike = [one for one in others if likeness_of(base, one)[0] >= VERBATIM and run_of(base, one) >= LONG]
    elsewhere = [one for one in alike if same_speaker(base, one) == "another"]
    if elsewhere:
        yield _told("attribution", _text(base), [base, *elsewhere], "serious", "the same words of another speaker")
    other_day = [one for one in alike if base.dated and one.dated and days_apart(base, one)]
    if other_day:
        yield _told("date", _text(base), [base, *other_day], "serious", "the same words on another day")
    yield from _wording(base, others)


def _wording(base: Wording, others: Iterable[Wording]) -> Iterator[Disagreement]:
    found: dict[DisagreementKind, list[tuple[Wording, list[Variant]]]] = {}
    for other in (one for one in others if whole_likeness(base, one) >= SAME_WORDS):
        if differing := [one for one in variants(base, other) if _counts(one)]:
            found.setdefault("number" if _figures(base, other) else "wording", []).append((other, differing))
    for kind, each in sorted(found.items()):
        every = [one for _, differing in each for one in differing]
        heavy = kind == "number" or any(_forceful(one) for one in every)
        why = "; ".join(dict.fromkeys(f"{one.base_text or 'nothing'} / {one.text or 'nothing'}" for one in every))
        yield _told(kind, _text(base), [base, *(one for one, _ in each)], "serious" if heavy else "slight", why)


def _counts(variant: Variant) -> bool:
    """Whether a variant is more than what translating, shortening and retelling bring about."""
    if variant.kind in ("tense", "order", "punctuation"):
        return False
    ours, theirs = tokens(variant.base_text), tokens(variant.text)
    if variant.kind in ("omission", "addition"):
        # What is shortened by half a sentence loses such words with it; that is no disagreement.
        gone = [_word(one) for one in (*ours, *theirs)]
        return len(gone) <= MOST_LEFT_OUT and not (FORCE - LEADING).isdisjoint(gone)
    if variant.kind == "number":
        return True
    # "She gave out a" for "the envoy's note was": a sentence begun in another way, not another name.
    return max(len(ours), len(theirs)) <= MOST_REPLACED and _tells(ours) and _tells(theirs) and not _short_for(variant)


def _tells(words: Sequence[Token]) -> bool:
    """Whether the words say something of their own, and do not only name or introduce someone."""
    if any(one.sense in SAYING for one in words):
        return False
    return any((one.weight >= TELLING and one.weight != NAME_WEIGHT) or _word(one) in FORCE for one in words)


def _short_for(variant: Variant) -> bool:
    """ "Gen." for "General", "favorable" for "favourable"."""
    a, b = sorted((folded(variant.base_text), folded(variant.text)), key=len)
    return bool(a) and " " not in b and (b.startswith(a) or OSA.distance(a, b) <= 1)


def _inside(variant: Variant, a: Wording, b: Wording) -> bool:
    """Whether the words stand within both sentences, and do not merely begin them: "Gaza's ministry" / "The war"."""
    first = tokens_of(a)[0].start, tokens_of(b)[0].start
    return variant.base_spans[0].start != first[0] and variant.spans[0].start != first[1]


def _forceful(variant: Variant) -> bool:
    ours, theirs = ({_word(one) for one in tokens(text)} & FORCE for text in (variant.base_text, variant.text))
    return ours != theirs


def _figures(a: Wording, b: Wording) -> list[str]:
    """What the two count by other figures: "boats" in "40 boats" and "70 boats"."""
    ours, theirs = _counted(a), _counted(b)
    return sorted(what for what in ours.keys() & theirs.keys() if ours[what].isdisjoint(theirs[what]))


def _counted(wording: Wording) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    every = tokens_of(wording)
    for at, one in enumerate(every):
        if one.stem[0].isdigit():
            after = next((two for two in every[at + 1 : at + 4] if two.weight >= COUNTED), None)
            what = "%" if one.stem.endswith("%") else after.sense if after else ""
            if what and not what[0].isdigit() and what not in MONTHS:
                found.setdefault(what, set()).add(one.stem)
    return found


def _word(token: Token) -> str:
    return token.stem if token.stem == "not" else token.printed.lower()


def of_sentences(one: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[Disagreement]:
    """How two reports that have an utterance in common tell the same in their own words, each sentence once."""
    pairs = []
    for a in one:
        for b in other:
            if a.utterances & b.utterances:
                like, shared = likeness_of(a.words, b.words)
            else:
                like, shared = whole_likeness(a.words, b.words), SHARED
            if like >= SAME_SENTENCE and shared >= SHARED:
                pairs.append((-like, a.words.id, b.words.id, a, b))
    used: set[str] = set()
    for _, first, second, a, b in sorted(pairs, key=lambda pair: pair[:3]):
        if not used & {first, second}:
            used |= {first, second}
            yield from _occasion(a, b) if a.utterances & b.utterances else _telling(a.words, b.words)


def _telling(a: Wording, b: Wording) -> Iterator[Disagreement]:
    if not _one_event(a, b, names=1):
        return
    if counted := _figures(a, b):
        yield _told("number", _text(a), [a, b], "serious", f"other figures: {', '.join(counted)}")
        return
    differing = [one for one in variants(a, b) if one.kind == "translation" and _replaces(one) and _inside(one, a, b)]
    if differing and _one_event(a, b, names=2):
        why = "; ".join(dict.fromkeys(f"{one.base_text} / {one.text}" for one in differing))
        yield _told("wording", _text(a), [a, b], "slight", why)


def _one_event(a: Wording, b: Wording, *, names: int) -> bool:
    """Whether two sentences have names in common, so many, and run alike for a while."""
    ours, theirs = ({one.stem for one in tokens_of(side) if one.weight == NAME_WEIGHT} for side in (a, b))
    return len(ours & theirs) >= names and run_of(a, b) >= RUN


def _replaces(variant: Variant) -> bool:
    ours, theirs = tokens(variant.base_text), tokens(variant.text)
    told = any(one.weight >= TELLING and one.weight != NAME_WEIGHT for one in (*ours, *theirs))
    said = any(one.sense in SAYING for one in (*ours, *theirs))
    return told and not said and not _short_for(variant) and max(len(ours), len(theirs)) <= MOST_REPLACED


def _occasion(a: Sentence, b: Sentence) -> Iterator[Disagreement]:
    """Where and before whom the same words are said to have been said."""
    if a.frame is None or b.frame is None:
        return
    ours, theirs = _places(a.frame), _places(b.frame)
    short = max(len(tokens_of(a.frame)), len(tokens_of(b.frame))) <= LONGEST_FRAME
    named = {one.stem for one in tokens_of(a.frame) if one.weight == NAME_WEIGHT and one.stem not in DAYS}
    named &= {one.stem for one in tokens_of(b.frame)}
    if short and named and len(ours) > 1 and len(theirs) > 1 and not (ours <= theirs or theirs <= ours):
        yield _told("wording", _text(a.words), [a.frame, b.frame], "slight", "another occasion for the same words")


def _places(frame: Wording) -> set[str]:
    return {
        one.sense
        for one in tokens_of(frame)
        if one.weight >= 0.3 and one.printed.lower() not in DAYS and not one.stem[0].isdigit()
    }


def of_actor(named: Iterable[Named]) -> Iterator[Disagreement]:
    """One actor under names otherwise spelled, or in roles that differ."""
    every = sorted(named, key=lambda one: (one.day or "", one))
    yield from _spellings(every)
    yield from _roles(every)


def _spellings(every: Sequence[Named]) -> Iterator[Disagreement]:
    first: dict[str, Named] = {}
    # "Stephen" alone may be anybody whose name sounds like it.
    whole = [one for one in every if len(folded(one.name).split()) > 1]
    for one in whole:
        first.setdefault(folded(one.name).split()[-1], one)
    pairs = (pair for pair in combinations(sorted(first), 2) if _otherwise_spelled(*pair))
    alike_names = sorted({name for pair in pairs for name in pair})
    if alike_names and len({first[name].report for name in alike_names}) > 1:
        here = [one for one in whole if folded(one.name).split()[-1] in alike_names]
        yield Disagreement(
            "spelling", here[0].name, _once(one.place for one in here), "slight", " / ".join(alike_names)
        )


def _otherwise_spelled(a: str, b: str) -> bool:
    if b in (f"{a}s", f"{a}es"):
        return False
    return sound(a) == sound(b) or OSA.distance(a, b) <= 2 or spelled(a).sounds == spelled(b).sounds


def _roles(every: Sequence[Named]) -> Iterator[Disagreement]:
    """Roles as different reports print them at about the same time, none of which fits any of the other's."""
    with_roles = [one for one in every if one.roles and len(one.name.split()) > 1]
    apart = {one for a, b in combinations(with_roles, 2) if _in_other_roles(a, b) for one in (a, b)}
    if apart:
        here = [one for one in with_roles if one in apart]
        places = _once(one.roles[0] for one in here)
        why = " / ".join(dict.fromkeys(one.text for one in places))
        yield Disagreement("wording", here[0].name, places, "slight", why)


def _in_other_roles(a: Named, b: Named) -> bool:
    if a.report == b.report or not _near(a.day, b.day):
        return False
    return not any(_fit(one.text, other.text) for one in a.roles for other in b.roles)


def _fit(one: str, other: str) -> bool:
    """Whether one role may stand for the other: "president" for "US president", not "envoy" for "northern envoy"."""
    heads = _title(COMPLEMENT.split(one)[0]), _title(COMPLEMENT.split(other)[0])
    both = COMPLEMENT.search(one) and COMPLEMENT.search(other) and heads[0] != heads[1]
    a, b = (_title(one), _title(other)) if both else heads
    if not a or not b or a == b:
        return True
    small, large = (a, b) if a.keys() <= b.keys() else (b, a)
    if not small.keys() <= large.keys():
        return False
    return sum(weight for word, weight in large.items() if word not in small) < A_ROLE


def _title(role: str) -> dict[str, float]:
    """What a role says, without the names of states and bodies in it."""
    every = (one for one in tokens(role) if not (one.printed.isupper() or one.printed.endswith(".")))
    said = (one for one in every if one.weight >= 0.05 and one.stem not in PLAIN and len(one.stem) > 1)
    return {one.sense: one.weight for one in said if one.weight != NAME_WEIGHT or one.stem in weights()}


def _near(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return True
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= MONTH


def _once(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each report and text."""
    first: dict[tuple[str, str], Place] = {}
    for one in sorted(places):
        first.setdefault((one.report, one.text), one)
    return tuple(first.values())


def _told(kind: DisagreementKind, about: str, wordings: Sequence[Wording], weight: Weight, why: str) -> Disagreement:
    return Disagreement(kind, about, tuple(dict.fromkeys(map(_place, wordings))), weight, why)


def _place(one: Wording) -> Place:
    return Place(one.report, one.spans, _text(one), one.statement or None)


def _text(one: Wording) -> str:
    return " … ".join(one.slices)
