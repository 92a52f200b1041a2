"""Where reports differ on one utterance or on one actor. Pure.

What quoting, translating and retelling bring about is no disagreement: other marks, tense and person, half a sentence
left out. In words that no report quotes, only a figure or a word that changes what is promised counts; in quotations,
another word for the same does too. What a report left out is none either. `collating.tellings` tells of figures and
events that nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from onrecord.collating.spelling import folded, spelled
from onrecord.collating.utterances.circumstances import days_apart, same_speaker
from onrecord.collating.utterances.judging import likeness_of, run_of, whole_likeness
from onrecord.collating.utterances.likeness import tokens_of, words_of
from onrecord.collating.utterances.variants import variants
from onrecord.collating.utterances.words import NAME_WEIGHT, Token, tokens
from onrecord.model import Span, Spans
from onrecord.model.disagreement import Disagreement, DisagreementKind, Place, Voiced, Weight
from onrecord.model.utterance import Variant, Wording

TELLING = 0.2
SAME_WORDS = 0.6
SAME_PROMISE = 0.65
NEARLY_THE_SAME = 0.7
# What nobody quotes, but two reports have in the same words but for one or two, is as good as quoted.
WORD_FOR_WORD = 0.84
MUCH = 2.0
# So little in common proves no common utterance: "it was a local matter", "it should have stayed a local matter".
LITTLE = 1.1
# "Thank you very much" and "thank you" promise nothing.
COURTESY = 0.6
COUNTED = 0.08
VERBATIM = 0.85
LONG = 6
A_FEW = 4
MOST_REPLACED = 4
MOST_LEFT_OUT = 3
MONTHS = frozenset("january february march april may june july august september october november december".split())
# Words that change what a sentence commits its speaker to, however little they weigh; those of a line do it alike.
FORCE = {
    word: line.split()[0]
    for line in (
        "not never no none unless",
        "only just merely",
        "may might could can maybe perhaps possibly",
        "must should ought",
        "all every",
        "any",
        "some few several",
        "very highly extremely",
        "or",
        "immediately immediate",
        "unconditional unconditionally",
        "temporary temporarily",
        "permanent permanently",
    )
    for word in line.split()
}
# "All of the delta" for "the islands" names another thing; it promises no more. Nor does "some of the towns" for "the
# towns" in a sentence that is told in other words.
HOW_MANY = frozenset(("all", "some", "any"))
# "First of all" and "at all" promise nothing.
QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?|``.*?(?:''|$)")
IDIOM = re.compile(
    r"\b(?:first of|at|in|after|above|not only|as soon as|as many as) (?:all|can|possible)\b", re.IGNORECASE
)
OCCASION = re.compile(
    r"(?P<press>\b(?:told|informed)\s(?:the\s)?(?:reporters|journalists|press)(?:\s(?:in|at)\s(?:the\s)?[A-Z]\w+)?"
    r"|\b(?:at|during|in)\s(?:a|the|his|her)\s(?:joint\s)?(?:news|press)\sconference(?:\s(?:with|in|at)\s[^,.]{1,60})?)"
    r"|(?P<interview>\bin\s(?:a|an|the|his|her)\s(?:\w+\s){0,2}interview(?:\s(?:with|to|on)\s[^,.]{1,40})?)"
    r"|(?P<talks>\b(?:at|during|after|following)\s(?:a\s|the\s|his\s|her\s)?(?:\w+\s)?(?:talks|meeting)\swith\s[^,.]{1,60})"
    r"|(?P<speech>\bin\s(?:a|his|her|the)\s(?:\w+\s){0,2}(?:speech|address)\b[^,.]{0,40}|\btold\sparliament\b)"
    r"|(?P<post>\b(?:wrote|posted)\son\s[A-Z][^,.]{0,30}|\bin\sa\s(?:\w+\s){0,2}(?:post|tweet)\b)"
)
SAYING = frozenset("say tell add note insist answer call announc describ speak discuss".split())
DATED = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2})\b")


def of_utterance(readings: Sequence[Voiced]) -> Iterator[Disagreement]:
    """How the readings of one utterance differ; the base comes first."""
    base, others = readings[0], [one for one in readings[1:] if _may_differ(readings[0], one)]
    alike = [one for one in others if _same_words(base.words, one.words)]
    elsewhere = [one for one in alike if _another_speaker(base, one)]
    if elsewhere:
        why = " / ".join(dict.fromkeys(one.source for one in (base, *elsewhere)))
        yield _told("attribution", _text(base.words), [base, *elsewhere], "serious", why)
    other_day = [one for one in alike if _another_day(base, one)]
    if other_day:
        why = " / ".join(dict.fromkeys(one.day for one in (base, *other_day)))
        yield _told("date", _text(base.words), [base, *other_day], "serious", why)
    yield from _occasion(base, others)
    yield from _wordings(base, [one for one in others if not _both_figures(one, readings)])


def _may_differ(base: Voiced, other: Voiced) -> bool:
    """Two transcripts are of two occasions, unless both are of one day and have much in common."""
    if base.words.report == other.words.report:
        return False
    one_day = base.words.dated and other.words.dated and base.words.first == other.words.first
    return not (base.primary and other.primary) or (one_day and _same_words(base.words, other.words))


def _both_figures(other: Voiced, readings: Sequence[Voiced]) -> bool:
    """Whether the base's report has the other's figures too: "9 wards vote here, and 14 there" is no dispute."""
    base, numbers = readings[0].words, _numbers(other.words)
    if numbers <= _numbers(base):
        return False
    return numbers.issubset(stem for one in readings if one.words.report == base.report for stem in _numbers(one.words))


def _numbers(wording: Wording) -> frozenset[str]:
    return words_of(wording.slices).numbers


def _occasion(base: Voiced, others: Iterable[Voiced]) -> Iterator[Disagreement]:
    """Before whom, or on which occasion, the same words are said to have been said: of each kind one reading."""
    first: dict[str, Place] = {}
    for one in (base, *others):
        if one is base or run_of(base.words, one.words) >= A_FEW:
            for occasion, place in _occasions(one):
                first.setdefault(occasion, place)
                break
    if len(first) > 1 and len({place.report for place in first.values()}) > 1:
        why = " / ".join(place.text for place in first.values())
        yield Disagreement("attribution", _text(base.words), tuple(first.values()), "slight", why)


def _occasions(one: Voiced) -> Iterator[tuple[str, Place]]:
    for frame in one.frame:
        if found := OCCASION.search(frame.text):
            start = frame.spans[0].start
            yield (
                found.lastgroup or "",
                Place(frame.report, (Span(start + found.start(), start + found.end()),), found[0]),
            )


def _same_words(one: Wording, other: Wording) -> bool:
    return likeness_of(one, other)[0] >= VERBATIM and run_of(one, other) >= LONG


def _another_speaker(one: Voiced, other: Voiced) -> bool:
    """Whether both reports name the speaker, and not the same: "he said" proves nothing, nor an agency."""
    if same_speaker(one.words, other.words) != "another" or not (_names_speaker(one) and _names_speaker(other)):
        return False
    a, b = (folded(side.words.speaker or "").split() for side in (one, other))
    return not set(a) & set(b) and not _initials(a, b) and not _otherwise_spelled(a[-1], b[-1])


def _names_speaker(one: Voiced) -> bool:
    own = folded(one.words.speaker or "").split()
    named = one.words.speaker_type == "person" or one.words.party not in (None, one.words.speaker)
    return named and bool(own) and own[-1] in folded(one.source).split()


def _initials(a: Sequence[str], b: Sequence[str]) -> bool:
    """ "ONS" for "Office for National Statistics"."""
    short, whole = sorted(("".join(a), "".join(b)), key=len)
    letters = {"".join(word[0] for word in side if len(word) > least) for side in (a, b) for least in (0, 3)}
    return short in letters and short != whole


def _another_day(one: Voiced, other: Voiced) -> bool:
    """Whether both print a day of the week or the month, and not the same."""
    printed = DATED.search(one.day) and DATED.search(other.day)
    return bool(printed and one.words.dated and other.words.dated and days_apart(one.words, other.words))


def _wordings(base: Voiced, others: Sequence[Voiced]) -> Iterator[Disagreement]:
    """Against the base, and among themselves those that are told in other words than the base."""
    like = [one for one in others if whole_likeness(base.words, one.words) >= SAME_WORDS]
    yield from _wording(base, like)
    rest = [one for one in others if one not in like]
    if len(rest) > 1:
        yield from _wordings(rest[0], [one for one in rest[1:] if _may_differ(rest[0], one)])


def _wording(base: Voiced, others: Iterable[Voiced]) -> Iterator[Disagreement]:
    found: dict[DisagreementKind, list[tuple[Voiced, list[Variant]]]] = {}
    for other in others:
        like = whole_likeness(base.words, other.words)
        pair = _Pair(base.words, other.words, like)
        differing = [one for one in variants(base.words, other.words) if pair.counts(one)]
        if differing and like >= SAME_WORDS and _enough(base.words, other.words):
            kind: DisagreementKind = "number" if _figures(base.words, other.words) else "wording"
            if (
                kind == "number"
                or like >= NEARLY_THE_SAME
                or (like >= SAME_PROMISE and any(map(pair.changes_force, differing)))
            ):
                found.setdefault(kind, []).append((other, differing))
    for kind, each in sorted(found.items()):
        every = [one for _, differing in each for one in differing]
        heavy = kind == "number" or any(
            _Pair(base.words, other.words, 1.0).changes_force(one) for other, differing in each for one in differing
        )
        why = "; ".join(dict.fromkeys(f"{one.base_text or 'nothing'} / {one.text or 'nothing'}" for one in every))
        yield _told(kind, _text(base.words), [base, *(one for one, _ in each)], "serious" if heavy else "slight", why)


def _enough(one: Wording, other: Wording) -> bool:
    like, shared = likeness_of(one, other)
    return shared >= LITTLE or (like >= VERBATIM and shared >= COURTESY)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two wordings of one utterance, and how alike they are: which of their variants are disagreements."""

    base: Wording
    other: Wording
    like: float

    def counts(self, variant: Variant) -> bool:
        """Whether a variant is more than what translating, shortening and retelling bring about."""
        if variant.kind in ("tense", "order", "punctuation") or _bare(variant.base_text) == _bare(variant.text):
            return False
        ours, theirs = tokens(variant.base_text), tokens(variant.text)
        if variant.kind == "number":
            return self._changes_number(ours, theirs)
        if max(len(ours), len(theirs)) > (MOST_REPLACED if ours and theirs else MOST_LEFT_OUT):
            # What is shortened by half a sentence loses such words with it; that is no disagreement.
            return False
        if self.changes_force(variant):
            return True
        # "She gave out a" for "the envoy's note was": a sentence begun in another way, not another name.
        told = _tell_apart(ours, theirs) and _tell_apart(theirs, ours) and not spelled_alike(ours, theirs)
        quoted = _quoted(self.base, variant.base_spans) and _quoted(self.other, variant.spans)
        verbatim = self.like >= WORD_FOR_WORD and likeness_of(self.base, self.other)[1] >= MUCH
        return bool(told) and (quoted or verbatim)

    def _changes_number(self, ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
        """Another figure, or one for several in what is otherwise the same; "an offer" for "offers" is neither."""
        figures = [{one.stem for one in side if one.printed[:1].isdigit()} for side in (ours, theirs)]
        if any(one.stem[0].isdigit() for one in (*ours, *theirs)):
            people = any(one.weight == NAME_WEIGHT for one in (*ours, *theirs))
            return all(figures) and figures[0] != figures[1] and not people
        several = len(ours) == len(theirs) == 1 and self.like >= VERBATIM
        return several and likeness_of(self.base, self.other)[1] >= LITTLE

    def changes_force(self, variant: Variant) -> bool:
        """Whether one side has a word that changes what is promised, and the other report has none such anywhere."""
        ours, theirs = force_of(variant.base_text), force_of(variant.text)
        if (variant.base_text and variant.text) or self.like < WORD_FOR_WORD:
            ours, theirs = ours - HOW_MANY, theirs - HOW_MANY
        return bool((ours - theirs) - force_of(_text(self.other)) or (theirs - ours) - force_of(_text(self.base)))


def _quoted(wording: Wording, spans: Spans) -> bool:
    """Whether the words stand between quotation marks of the report."""
    if wording.kind != "mixed":
        return wording.kind == "direct"
    marked = [
        Span(outer.start + found.start(), outer.start + found.end())
        for outer, text in zip(wording.spans, wording.slices, strict=True)
        for found in QUOTED.finditer(text)
    ]
    return all(any(mark.covers(span) for mark in marked) for span in spans)


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w", text.lower()))


def force_of(text: str) -> set[str]:
    words = {_word(one) for one in tokens(IDIOM.sub(" ", text))}
    return {FORCE[word] for word in words if word in FORCE}


def _word(token: Token) -> str:
    return token.stem if token.stem == "not" else token.printed.lower()


def _tell_apart(words: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether the words say something that the others do not, and do not only name or introduce someone."""
    if any(one.sense in SAYING for one in words):
        return False
    stems = {one.stem for one in others}
    own = (one for one in words if one.stem not in stems)
    return any((one.weight >= TELLING and one.weight != NAME_WEIGHT) or _word(one) in FORCE for one in own)


def spelled_alike(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """ "Gen." for "General", "favorable" for "favourable", "large-scale" for "largescale"."""
    a, b = sorted(("".join(folded(one.printed) for one in side).replace(" ", "") for side in (ours, theirs)), key=len)
    return bool(a) and ((b.startswith(a) and len(ours) == len(theirs)) or OSA.distance(a, b) <= 1 + (len(a) > 6))


def _figures(a: Wording, b: Wording) -> list[str]:
    """What the two count by other figures: "boats" in "40 boats" and "70 boats"."""
    ours, theirs = _counted(a), _counted(b)
    return sorted(what for what in ours.keys() & theirs.keys() if ours[what].isdisjoint(theirs[what]))


def _counted(wording: Wording) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    every = tokens_of(wording)
    for at, one in enumerate(every):
        if one.printed[:1].isdigit():
            after = next((two for two in every[at + 1 : at + 4] if two.weight >= COUNTED), None)
            what = "%" if one.stem.endswith("%") else after.sense if after else ""
            if what and not what[0].isdigit() and what not in MONTHS:
                found.setdefault(what, set()).add(one.stem)
    return found


def _otherwise_spelled(a: str, b: str) -> bool:
    return a == b or OSA.distance(a, b) <= 2 or spelled(a).sounds == spelled(b).sounds


def _told(kind: DisagreementKind, about: str, readings: Sequence[Voiced], weight: Weight, why: str) -> Disagreement:
    return Disagreement(kind, about, tuple(dict.fromkeys(_place(one.words) for one in readings)), weight, why)


def _place(one: Wording) -> Place:
    return Place(one.report, one.spans, _text(one), one.statement or None)


def _text(one: Wording) -> str:
    return " … ".join(one.slices)
