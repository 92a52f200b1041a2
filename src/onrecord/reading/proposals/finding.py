"""Proposals of one report: what is named, joined across the report's own wordings, with makers and terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from onrecord.model import Actor, Date, IssueHit, Span, Statement
from onrecord.model.proposal import FOR, WITH, Maker, Proposal, Term
from onrecord.reading.page import Page
from onrecord.reading.proposals.background import is_bargained, is_gone, is_violated
from onrecord.reading.proposals.beside import is_same_thing, may_be_one, purpose_of
from onrecord.reading.proposals.cast import Cast
from onrecord.reading.proposals.making import Made, is_ours, made_by
from onrecord.reading.proposals.phrases import Phrase, find_phrases
from onrecord.reading.proposals.terms import terms_after, terms_of
from onrecord.reading.words import lowered

NEAR = 200  # characters around its sentence in which an issue must be touched
REACH = 1200  # characters back to which "the plan" may point
MOST_TERMS = 6
LONGEST_NAME = 90
# Which kinds a word of a kind may point back to: "the agreement" may be a truce, "the truce" is no treaty.
POINTS_TO = {
    "truce": {"truce"},
    "plan": {"plan", "truce", "memorandum"},
    "accord": {"accord", "truce", "plan"},
    "memorandum": {"memorandum"},
}


@dataclass
class _Named:
    """One proposal while it is gathered."""

    phrases: list[Phrase]
    made: list[Made]
    pointing: list[Phrase] = field(default_factory=list)
    purposes: set[str] = field(default_factory=set)
    bargained: bool = False

    def take(self, other: _Named) -> None:
        """What the other was named by: they are one."""
        self.phrases += other.phrases
        self.made += other.made
        self.purposes |= other.purposes
        self.bargained |= other.bargained

    @property
    def every(self) -> list[Phrase]:
        return sorted([*self.phrases, *self.pointing], key=lambda one: one.span)

    @property
    def kinds(self) -> set[str]:
        kinds: set[str] = {one.kind for one in self.phrases}
        return kinds | {"truce" for one in self.phrases if "truce" in one.about}

    @property
    def marks(self) -> set[str]:
        return {mark for one in self.phrases for mark in one.marks}

    @property
    def about(self) -> set[str]:
        return {mark for one in self.phrases for mark in one.about}

    @property
    def makers(self) -> tuple[Maker, ...]:
        return next((one.makers for one in self.made if one.makers), ())

    @property
    def parties(self) -> set[str]:
        return {maker.party or maker.name for maker in self.makers}


def find_proposals(
    page: Page,
    statements: Sequence[Statement],
    hits: Sequence[IssueHit],
    dates: Sequence[Date],
    actors: Sequence[Actor],
    published: str | None = None,
) -> tuple[Proposal, ...]:
    """Proposals in the order in which they are first named. Pure.

    What is withdrawn or over, and a treaty that is only named by the way, is on no table and left out; `published` is
    the report's day, by which a treaty's year is old or new.

    `hits` are the places that touch issues: what touches none is no proposal that anybody negotiates over. `statements`
    have their stances: who proposes "a 30-day truce" has made it.
    """
    low = lowered(page.text)
    cast = Cast(page.text, actors)
    year = int(published[:4]) if published and published[:4].isdigit() else None
    named: list[_Named] = []
    waiting: list[Phrase] = []
    last: tuple[Phrase, _Named] | None = None
    for phrase, sentence in _open(page, low, cast, hits):
        made = _by_speaker(statements, low, phrase, sentence, made_by(low, sentence, phrase, cast, dates))
        if _is_named(phrase, made) and not is_violated(low, phrase):
            same = last[1] if last and is_same_thing(low, last[0], phrase) else None
            one = _put(named, _with_maker(phrase, made), made, purpose_of(low, sentence, phrase), same)
            one.bargained |= _may_pass(phrase) or is_bargained(page.text, low, sentence, phrase, year)
            last = phrase, one
        elif phrase.definite and (not phrase.plural or low.startswith("proposal", phrase.head.start)):
            waiting.append(phrase)
    for phrase in waiting:
        _point_back(named, phrase)
    found = [_proposal(page, one, cast, tuple(_terms(page, low, one))) for one in named if one.bargained]
    return tuple(sorted(found, key=lambda one: one.span[0]))


def _open(page: Page, low: str, cast: Cast, hits: Sequence[IssueHit]) -> Iterator[tuple[Phrase, Span]]:
    """The phrases near what touches an issue, each with its sentence, but for what is withdrawn or over."""
    starts = [hit.span.start for hit in hits]
    for phrase in find_phrases(page, low, cast):
        sentence = page.sentences[page.sentence_at(phrase.span.start)]
        touches = bisect_left(starts, sentence.start - NEAR) != bisect_left(starts, sentence.end + NEAR)
        if touches and not is_gone(low, sentence, phrase):
            yield phrase, sentence


def _may_pass(phrase: Phrase) -> bool:
    """Whether it is no treaty, and of no year: it is bargained over wherever it is named."""
    return phrase.kind != "accord" and not any(mark.isdigit() for mark in phrase.marks)


def _is_named(phrase: Phrase, made: Made) -> bool:
    return phrase.is_named or (bool(made.makers) and phrase.kind in ("plan", "truce"))


def _with_maker(phrase: Phrase, made: Made) -> Phrase:
    """A "truce" that nothing else tells from others is named with what does: "truce brokered by Norland"."""
    for span in made.evidence:
        if not phrase.is_named and 0 <= span.start - phrase.span.end <= 1:
            return replace(phrase, span=Span(phrase.span.start, span.end))
    return phrase


def _by_speaker(statements: Sequence[Statement], low: str, phrase: Phrase, sentence: Span, made: Made) -> Made:
    """'Norland would like a 30-day truce', 'We have sent them a proposal': the party that makes it, if none is told."""
    if made.makers or phrase.definite or phrase.plural or phrase.kind == "accord":
        return made
    ours = is_ours(low, sentence, phrase)
    if not ours and not phrase.marks:
        return made
    for one in statements:
        if one.party and one.speaker and any(part.covers(phrase.span) for part in one.content):
            offers = (held.evidence for held in one.stances if held.stance == "proposes")
            if ours or any(sentence.covers(span) for shown in offers for span in shown):
                return replace(made, makers=(Maker(one.speaker.name, one.party, one.speaker.id),), evidence=one.source)
    return made


def _put(named: list[_Named], phrase: Phrase, made: Made, purpose: set[str], same: _Named | None) -> _Named:
    """Beside the one that it is said to be, or the first that it may be one with, or by itself."""
    fits = next((one for one in named if _is_one(one, phrase, made, purpose)), None)
    one = same or fits
    if one is None:
        one = _Named([], [])
        named.append(one)
    elif fits is not None and fits is not one:
        named.remove(fits)
        one.take(fits)
    one.phrases.append(phrase)
    one.made.append(made)
    one.purposes |= purpose
    return one


def _is_one(one: _Named, phrase: Phrase, made: Made, purpose: set[str]) -> bool:
    """They share a mark or a maker, and nothing tells them apart."""
    marks, parties = set(phrase.marks), {maker.party or maker.name for maker in made.makers}
    if not _agree(_sorted_out(one.marks), _sorted_out(marks)) or not _kin(one, phrase):
        return False
    if one.parties and parties and not one.parties & parties:
        return False
    if one.about and phrase.about and not one.about & set(phrase.about) and not marks & one.marks:
        return False
    if marks & one.marks or phrase.kind == "memorandum":
        return True
    return bool(one.parties & parties) and may_be_one(one.purposes, purpose) and _of_one_hand(one, phrase, made)


def _of_one_hand(one: _Named, phrase: Phrase, made: Made) -> bool:
    """Whether a leader's plan and her state's proposals are not told as two.

    "Ruiz wants the Ilmar Voss plan for a truce. Velmora rejected the Keldavian proposals on the truce." names two,
    though Voss speaks for Keldavia.
    """
    names, others = {maker.name for maker in made.makers}, {maker.name for maker in one.makers}
    return bool(names & others) or any(each.is_plan == phrase.is_plan for each in one.phrases)


def _kin(one: _Named, phrase: Phrase) -> bool:
    """A memorandum or a treaty is never a truce; a plan may be a plan for one."""
    lasting = {"accord", "memorandum"}
    return (phrase.kind in lasting) == bool(one.kinds & lasting) and (
        phrase.kind not in lasting or phrase.kind in one.kinds
    )


def _sorted_out(marks: set[str]) -> tuple[set[str], set[str], set[str]]:
    """Numbers ("30-day"), years, names."""
    years = {mark for mark in marks if mark.isdigit()}
    numbers = {mark for mark in marks - years if mark[0].isdigit()}
    return numbers, years, marks - years - numbers


def _agree(one: tuple[set[str], ...], other: tuple[set[str], ...]) -> bool:
    """Whether no kind of mark is told by both, and told otherwise."""
    return all(not here or not there or here & there for here, there in zip(one, other, strict=True))


def _point_back(named: Sequence[_Named], phrase: Phrase) -> None:
    """'the plan', 'these proposals': the nearest before it that it may mean; or the only one, if it says what about."""
    fits = [one for one in named if _may_mean(one, phrase)]
    near = sorted((_distance(one, phrase), at) for at, one in enumerate(fits))
    if near and near[0][0] <= REACH:
        fits[near[0][1]].pointing.append(phrase)
    elif len(fits) == 1 and phrase.about:
        fits[0].pointing.append(phrase)


def _may_mean(one: _Named, phrase: Phrase) -> bool:
    if not one.kinds & POINTS_TO[phrase.kind] or not _agree(_sorted_out(one.marks), _sorted_out(set(phrase.marks))):
        return False
    return not phrase.about or bool(set(phrase.about) & (one.about | one.kinds))


def _distance(one: _Named, phrase: Phrase) -> int:
    ends = [each.span.end for each in one.every if each.span.end <= phrase.span.start]
    return phrase.span.start - max(ends) if ends else REACH + 1


def _terms(page: Page, low: str, one: _Named) -> Iterator[Term]:
    seen: set[tuple[str, str]] = set()
    for phrase in one.every:
        at = page.sentence_at(phrase.span.start)
        told = [terms_of(low, page.sentences[at], phrase)]
        if at + 1 < len(page.sentences):
            told.append(terms_after(low, page.sentences[at], phrase, page.sentences[at + 1]))
        for term in chain.from_iterable(told):
            words = (term.kind, term.span.text(low).replace("-", " ").rstrip("s"))
            if words not in seen and len(seen) < MOST_TERMS:
                seen.add(words)
                yield term


def _about(page: Page, one: _Named, cast: Cast) -> tuple[str, ...]:
    """The words; and of what no mark tells from another, what for, and with whom, as its sentences tell."""
    if one.marks or "accord" in one.kinds:
        return tuple(sorted(one.about))
    sentences = {page.sentences[page.sentence_at(phrase.span.start)] for phrase in one.phrases}
    others = {party for sentence in sentences for party in cast.parties_in(sentence.start, sentence.end)}
    purposes = (FOR + word for word in sorted(one.purposes))
    return (*sorted(one.about), *purposes, *(WITH + party for party in sorted(others - one.parties)))


def _proposal(page: Page, one: _Named, cast: Cast, terms: tuple[Term, ...]) -> Proposal:
    best = min(one.phrases, key=lambda each: _fullness(each))
    told = next((each for each in one.made if each.makers), Made())
    dated = next((each for each in one.made if each.day), Made())
    return Proposal(
        span=tuple(sorted({each.span for each in one.every})),
        name=best.span.text(page.text),
        kind=best.kind,
        marks=tuple(sorted(one.marks)),
        about=_about(page, one, cast),
        makers=told.makers,
        makers_evidence=told.evidence,
        made_on=dated.day,
        made_on_evidence=dated.day_evidence,
        terms=terms,
    )


def _fullness(phrase: Phrase) -> tuple[bool, int, int, Span]:
    told = 2 * len(phrase.marks) + 2 * len(phrase.makers) + len(phrase.about)
    length = phrase.span.end - phrase.span.start
    return length > LONGEST_NAME, -told, -length, phrase.span
