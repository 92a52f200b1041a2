"""Which passages of a report tell a figure, the day of an event, or an answer. Pure.

Left out is what differs from report to report as a matter of course: lengths of time and ages ("a 30-day plan" and "a
one-month plan" are two plans), how many officials were asked, the course of a currency, what a figure rose from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onrecord.collating.spelling import folded
from onrecord.collating.utterances.words import senses, stem
from onrecord.model import (
    Event,
    EventKind,
    FurnitureKind,
    Quantity,
    Reading,
    Span,
    Stance,
    Statement,
    envelope,
    identity_within,
)
from onrecord.model.telling import Telling, TellingKind

UNTOLD: frozenset[FurnitureKind] = frozenset(
    ("title", "byline", "dateline", "credit", "boilerplate", "post", "headline", "aside")
)
NOT_COUNTED = frozenset(
    "fraction second minute hour day week month year decade official officials diplomat diplomats source sources "
    "person reporters analysts experts points kopecks kopeck cents times rub point way ways questions conditions "
    "things words reports".split()
)
VAGUE = re.compile(
    r"\b(?:dozens?|scores|hundreds|thousands|millions|billions|tens|couple|several|few|half|one)\b", re.I
)
# "Down from 900 at its peak" is no figure of today; "a third of", "24 of the" count a part.
BEFORE = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|versus|than the|between|as against|out of|another|additional|extra|other"
    r"|more|next|first|last|past|another)\s+(?:\w+\s){0,1}|[-–/(]\s?)$",
    re.IGNORECASE,
)
CUT_NUMBER = re.compile(r"(?:hundred|thousand|million|billion|trillion)s?\b", re.IGNORECASE)
MORE_THAN = re.compile(r"\bmore than\s+$", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[-–]\s?\d|(?:years?|months?|days?)\b|-(?:year|day|month|week))", re.IGNORECASE)

OF_A_DAY: frozenset[EventKind] = frozenset(
    ("call", "visit", "meeting", "news conference", "speech", "interview", "signing", "vote")
)
FARTHEST_DAY = 70
COMES = re.compile(
    r"\b(?:(?:has|had|have)\s)?(?:arrived|landed)\s(?:in|at)(?=\s[A-Z])"
    r"|\b(?:will|would|to|may|might|could)\s(?:arrive|land)\s(?:in|at)(?=\s[A-Z])"
    r"|\b(?:(?:is|are|was|were|will be)\s)(?:due\s|expected\s)?in(?=\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:to|for)\b)"
    r"|\b(?:(?:will|would|to|may|might|could|has|had|have)\s)?(?:travell?(?:ed|s)?|fl(?:y|ew|ies|own)|head(?:ed|s)?)"
    r"\sto(?=\s[A-Z])"
)
ELSEWHEN = re.compile(r"\b(?:after|before|ahead|since|until|following|prior|then|when|later)\b", re.IGNORECASE)
SEVERAL_DAYS = re.compile(r"\s?(?:and|to|through|[-–])\s?[A-Z\d]")

# From the firmest yes to the vaguest: they commit a party to more or to less.
ANSWERS = {
    "agrees": r"agree[sd]?\s(?:with|to)|accept(?:s|ed)?",
    "supports": r"(?:in|to be in)\s[\"“‘«']?favou?r\sof|in\s[\"“‘«']?favou?r[\"”’»']?\sof"
    r"|support(?:s|ed)?(?!\s(?:for|of|package|from))|back(?:s|ed)(?=\s)|welcome[sd]?|put\s(?:his|her|its|their)\ssupport\sbehind|endorse[sd]?",
    "ready": r"(?:is|are|was|were|be)\s(?:fully\s)?(?:ready|willing|prepared)\s(?:to|for)",
    "open": r"(?:is|are|was|were|be)\s(?:still\s)?open\sto|would\sconsider|(?:is|are|was|were)\sconsidering",
}
ANSWER = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in ANSWERS.items()), re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:not|never|no longer|cannot|neither|nor|refus\w+|declin\w+|if|whether|would)\b|n['’]t\b", re.I
)
NOTHING = re.compile(r"\s(?:no|nothing|neither)\b", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w’'.-]+")
LONG = (
    r"(?P<days>\d+|[a-z]+)[-\s](?:day|week|month)(?:[-\s](?:long|interim|temporary|partial|total|full|unconditional))?"
)
STOP = r"(?P<what>cease-?fire|truce|armistice|pause|moratorium)"
NAMED = r"[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}"
# "The Torlandic proposal for a 60-day truce", "a 60-day truce plan proposed by Torland and Velmora".
PLAN_OF = re.compile(
    rf"(?P<who>\b{NAMED}(?:[’']s)?)\s(?:proposal|plan|offer|idea|draft)s?\s(?:for|of)\san?\s{LONG}\s{STOP}"
)
PLAN_BY = re.compile(
    rf"{LONG}\s{STOP}(?:\s(?:plan|proposal|deal|draft))?\s(?:that was\s|first\s)?"
    rf"(?:proposed|offered|drafted|suggested|tabled|put forward|brokered)\sby\s"
    rf"(?P<who>(?:the\s)?{NAMED}(?:(?:,|\sand)\s(?:the\s)?{NAMED}){{0,3}})"
)
SHORTEST, LONGEST = 40, 400  # characters of a sentence
FIGURE = re.compile(r"\d")
YES: frozenset[Stance] = frozenset(("accepts", "accepts-conditionally", "undecided"))
OWN = frozenset("he she it we they his her its our their i my".split())
NEAR_VERB = 40


def tellings(reading: Reading, text: str, published: str | None) -> list[Telling]:
    """All tellings of a report, in the order of its text; `published` is the day on which it is believed to appear."""
    page = _Page(reading, text, published)
    found = [*page.figures(), *page.events(), *page.answers(), *page.plans(), *page.told()]
    return sorted({one.id: one for one in found}.values(), key=lambda one: (one.mark, one.id))


class _Page:
    """A report with its sentences at hand."""

    def __init__(self, reading: Reading, text: str, published: str | None) -> None:
        self.reading, self.text, self.day = reading, text, published
        self.starts = [one.start for one in reading.sentences]
        self.untold = [part.span for part in reading.furniture if part.kind in UNTOLD]

    def sentence(self, at: Span) -> Span | None:
        """The sentence that holds the place, unless it is part of the page's furniture."""
        index = bisect_right(self.starts, at.start) - 1
        if index < 0 or not self.reading.sentences[index].covers(at):
            return None
        found = self.reading.sentences[index]
        return None if any(part.overlaps(found) for part in self.untold) else found

    def figures(self) -> Iterator[Telling]:
        for one in self.reading.quantities:
            mark = envelope(one.span)
            of = self._counts(one)
            sentence = self.sentence(mark)
            if of and sentence and self._is_a_figure(one, mark):
                yield self._telling("figure", of, f"{one.value:g}", sentence, mark)

    def _counts(self, one: Quantity) -> str | None:
        of = one.unit or (" ".join(span.text(self.text) for span in one.of[:1]).lower() or None)
        return None if of is None or of.lower() in NOT_COUNTED or (of[-1].isdigit() and of != "km2") else of

    def _is_a_figure(self, one: Quantity, mark: Span) -> bool:
        # "Forty-six million", of which a reading may have only the million.
        if CUT_NUMBER.match(self.text, mark.start):
            return False
        before = self.text[max(0, mark.start - 30) : mark.start]
        if BEFORE.search(before) and not MORE_THAN.search(before):
            return False
        return one.value > 1 and not VAGUE.search(mark.text(self.text)) and not AFTER.match(self.text, mark.end)

    def events(self) -> Iterator[Telling]:
        for one in self.reading.events:
            mark = envelope(one.span)
            sentence = self.sentence(mark)
            if sentence and one.kind in OF_A_DAY and self._is_dated(one, mark, sentence):
                yield self._telling("event", one.kind, one.on, sentence, mark)
        for sentence in self.reading.sentences:
            for found in COMES.finditer(self.text, *sentence):
                mark = Span(*found.span())
                if self.sentence(mark):
                    yield self._telling("event", "arrival", "", sentence, mark)

    def _is_dated(self, one: Event, mark: Span, sentence: Span) -> bool:
        """Whether the sentence says the one day of it: "met on Friday", not "on Friday, a day after they met"."""
        if len(one.on) != len("2024-09-12") or len(one.on_evidence) != 1:
            return False
        day = one.on_evidence[0]
        between = self.text[min(mark.end, day.end) : max(mark.start, day.start)]
        apart = len(between) > FARTHEST_DAY or ELSEWHEN.search(between) or SEVERAL_DAYS.match(self.text, day.end)
        return sentence.covers(day) and not apart

    def answers(self) -> Iterator[Telling]:
        for one in self.reading.statements:
            whose = one.party or (one.speaker.name if one.speaker else None)
            unnamed = one.speaker is not None and one.speaker.type == "unnamed"
            if whose is None or unnamed or one.said_on is None:
                continue
            if (found := self._answer(one, whose)) and (sentence := self.sentence(found[1])):
                for issue in sorted({each.issue for each in one.stances if each.issue and each.stance in YES}):
                    yield self._telling("answer", issue, found[0], sentence, found[1], one)

    def _answer(self, one: Statement, whose: str) -> tuple[str, Span] | None:
        """The first yes of the party itself in the words ascribed to it, or in those that ascribe them."""
        for span in (*one.cue, *one.content[:1]):
            found = ANSWER.search(self.text, span.start, span.end)
            if found is None:
                continue
            before = self.text[max(span.start, found.start() - NEAR_VERB) : found.start()]
            if NOTHING.match(self.text, found.end()):
                continue
            others = [name for name in NAME.findall(before) if not _is(name, whose, one) and name.lower() not in OWN]
            if not others and not DENIED.search(before):
                return found.lastgroup or "", Span(*found.span())
        return None

    def _statement(self, mark: Span) -> str | None:
        """The statement in whose words the mark stands, the innermost."""
        around = [
            (span.end - span.start, one.id)
            for one in self.reading.statements
            for span in one.content
            if span.covers(mark)
        ]
        return min(around, default=(0, None))[1]

    def plans(self) -> Iterator[Telling]:
        """Whose plan for so many days of what it is, where the report says so beside it."""
        for sentence in self.reading.sentences:
            for found in (*PLAN_OF.finditer(self.text, *sentence), *PLAN_BY.finditer(self.text, *sentence)):
                makers = self._named(Span(*found.span("who")))
                if makers and self.sentence(Span(*found.span())):
                    of = f"{folded(found['days'])} {_sense(found['what'])}"
                    yield self._telling("plan", of, " and ".join(makers), sentence, Span(*found.span()))

    def told(self) -> Iterator[Telling]:
        """Sentences in which somebody says something, or with a figure: another report may have one in other words."""
        for sentence in self.reading.sentences:
            if SHORTEST <= sentence.end - sentence.start <= LONGEST and self.sentence(sentence):
                said = self._said_in(sentence)
                if said is not None or FIGURE.search(self.text, *sentence):
                    yield replace(self._telling("sentence", "", "", sentence, sentence), statement=said)

    def _said_in(self, sentence: Span) -> str | None:
        """The statement that has most words of the sentence."""
        shared = [
            (min(span.end, sentence.end) - max(span.start, sentence.start), one.id)
            for one in self.reading.statements
            for span in one.content
            if span.overlaps(sentence)
        ]
        return max(shared, default=(0, None))[1]

    def _named(self, within: Span) -> list[str]:
        """The actors named there, by the names under which the reading knows them; sorted."""
        own = {one.name for one in self.reading.actors for mention in one.mentions if within.covers(mention)}
        return sorted(own)

    def _telling(
        self, kind: TellingKind, of: str, value: str, sentence: Span, mark: Span, said: Statement | None = None
    ) -> Telling:
        day = (said.said_on if said else None) or self.day
        id = identity_within("telling", self.reading.report, kind, mark, of)
        who = (said.party, said.speaker.name if said.speaker else None) if said else ()
        return Telling(
            id=id,
            report=self.reading.report,
            kind=kind,
            of=of,
            value=value,
            span=sentence,
            text=sentence.text(self.text),
            mark=mark,
            day=day and day[:10],
            statement=said.id if said else self._statement(mark),
            who=tuple(dict.fromkeys(folded(name) for name in who if name)),
        )


def _sense(word: str) -> str:
    """The word that stands for it: a cease-fire is a truce."""
    known = stem(word.lower().replace("-", ""))
    return senses().get(known, known)


def _is(name: str, whose: str, said: Statement) -> bool:
    own = folded(whose)
    speaker = folded(said.speaker.name) if said.speaker else ""
    return folded(name.rstrip(".'’s")) in f"{own} {speaker}" or own.startswith(folded(name)[:4])
