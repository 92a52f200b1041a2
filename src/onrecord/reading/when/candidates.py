"""Which days may be that of a statement, and what speaks for and against each: the features that `choosing` weighs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import Date, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.attaching import NOT_THEN, anchor, around
from onrecord.reading.when.earlier import VAGUE
from onrecord.reading.when.headings import is_dateline
from onrecord.reading.when.mentions import OCCASION, Mention, age, mention
from onrecord.reading.when.news import FOR_THE_PRESS
from onrecord.reading.when.opening import LEADS_ELSEWHERE
from onrecord.reading.when.scenes import LIVES
from onrecord.reading.when.setting import MARKER
from onrecord.reading.when.speakers import PRONOUNS, mentioned
from onrecord.reading.when.telling import LEAD, SaidOn, Told

BACK, ON = 5, 2  # sentences before and after a statement's own whose dates may be its day
NEXT = 3  # sentences on to a statement with a day of its own
MOST = 10  # candidates of one statement
COARSE = frozenset({"year", "decade", "century"})  # dates that hold in their own sentence only
FRESH = frozenset({"age 0", "age 1", "age 2"})
EDGE = 4  # characters at the beginning of a content
CUES = frozenset(
    """
    said says say told added according announced wrote warned called noted asked adding saying noting stated argued
    claimed described insisted posted showed found agreed pledged promised accused rejected criticized urged denied
    believes wants thinks hopes reported replied responded explained ruled ordered welcomed condemned none
    """.split()
)
GAPS = ((16, "16"), (40, "40"), (90, "90"), (200, "200"))  # characters between cue and date
QUOTES = ('"', "\u201c", "`")


@dataclass(slots=True)
class Candidate:
    """A day that may be the statement's, the words that show it, and what there is to weigh."""

    said: SaidOn
    features: set[str] = field(default_factory=set)


@dataclass
class Past:
    """What was decided of the statements before: each speaker's last day, and the last statement of all."""

    speakers: dict[str, tuple[SaidOn, int]] = field(default_factory=dict)
    undated: dict[str, int] = field(default_factory=dict)
    last: Told | None = None

    def add(self, one: Told) -> None:
        self.last = one
        if one.speaker and one.said[0]:
            self.speakers[one.speaker] = (one.said, one.sentence)
            self.undated.pop(one.speaker, None)
        elif one.speaker:
            self.undated[one.speaker] = one.sentence


class Surroundings:
    """A report's dates, and its statements with the days that the rules gave them, laid out for looking around."""

    def __init__(
        self,
        page: Page,
        in_order: Sequence[Told],
        dates: Sequence[Date],
        published: str | None,
        names: dict[str, str],
        parties: Sequence[str | None] | None,
    ) -> None:
        self.page, self._names, self._parties = page, names, parties
        self._published = edtf.latest(published) if published else None
        contents = sorted(part for one in in_order for part in one.passage.content)
        self._anchors = sorted(anchor(one.passage).start for one in in_order)
        self._speaking: dict[int, list[Told]] = {}
        for one in in_order:
            self._speaking.setdefault(one.sentence, []).append(one)
        self._mentions = [
            mention(page, one, self._published, inside=lies_in(contents, one.span[0]))
            for one in dates
            if edtf.earliest(one.value) and not _tells_nothing(page, one)
        ]
        self._starts = [one.start for one in self._mentions]
        self._reporters_own = [one for one in self._mentions if not one.inside]
        self._own_starts = [one.start for one in self._reporters_own]
        self._named: dict[str, list[int]] = {}
        for each in self._reporters_own:
            self._named.setdefault(each.day, []).append(each.sentence)
        self._days_of_words = Counter(one.said[0].rstrip("~") for one in in_order if one.said[0] and one.by == "own")
        self._next = _next_dated(in_order)
        fresh = [one for one in self._mentions if one.precision == "day" and FRESH.intersection(one.marks)]
        self._fresh = sorted({one.day for one in fresh})
        self._lead = next((one for one in fresh if one.sentence <= LEAD and not one.inside), None)

    def candidates(self, one: Told, past: Past) -> list[Candidate]:
        """The days that may be the statement's: what the rules gave, then the nearest dates, then those around."""
        found: dict[str, Candidate] = {}

        def note(said: SaidOn, features: Iterable[str]) -> None:
            found.setdefault((said[0] or "").rstrip("~"), Candidate(said)).features.update(features)

        if one.said[0]:
            about = " about" if one.said[0].endswith("~") else ""
            note(one.said, (f"rule {one.by}", f"rule {one.by}{about} {one.aspect}"))
        for near in self._near(one):
            note((near.date.value, near.date.span), self._of_place(one, near))
        for said, features in (*self._of_speaker(one, past), *self._of_last(one, past), *self._of_next(one)):
            note(said, features)
        if self._lead:
            note((self._lead.date.value, self._lead.date.span), self._of_lead(one, self._lead))
        common = list(self._of_statement(one, past))
        chosen = list(found.values())[:MOST]
        for each in chosen:
            each.features.update(common, self._of_day(each.said[0] or "", one))
        return chosen

    def _near(self, one: Told) -> list[Mention]:
        """The dates of its sentence and of those around, the nearest first."""
        sentences = self.page.sentences
        first = sentences[max(0, one.sentence - BACK)].start
        last = sentences[min(len(sentences) - 1, one.sentence + ON)].end
        here = self._mentions[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        at = anchor(one.passage).start
        holding = (each for each in here if self._may_hold(one, each))
        return sorted(holding, key=lambda each: abs(each.start - at))

    def _may_hold(self, one: Told, near: Mention) -> bool:
        """Not so a "today" among the words, which the rules know, nor a date that another clause of its sentence has:
        "Marn, who resigned on Monday, said"."""
        if near.inside and "words present" in near.marks:
            return False
        if near.sentence != one.sentence:
            return near.precision not in COARSE
        text, at, span = self.page.text, anchor(one.passage), near.date.span[0]
        if any(part.overlaps(span) for part in one.passage.content):
            return True
        if NOT_THEN.search(text, max(0, span.start - 16), span.start):
            return False
        if span.start >= at.end:
            told = any(at.end <= part.start < span.start for part in one.passage.content)
            return not told and not LEADS_ELSEWHERE.search(text, at.end, span.start)
        head = text[self.page.sentences[one.sentence].start : at.start]
        return not LEADS_ELSEWHERE.search(head)

    def _of_place(self, one: Told, near: Mention) -> Iterator[str]:
        """How the date stands to the statement."""
        if near.sentence == one.sentence:
            place = self._place_in_sentence(one, near)
            yield from self._between(one, near, place)
        else:
            place = f"{near.sentence - one.sentence:+d}"
            yield from self._elsewhere(one, near, place)
            if near.inside:
                place = "before inside" if near.sentence < one.sentence else "after inside"
        yield f"at {place}"
        for mark in near.marks:
            yield f"{place} {mark}"

    def _place_in_sentence(self, one: Told, near: Mention) -> str:
        span = near.date.span[0]
        for part in one.passage.content:
            if part.overlaps(span):
                ends = "ends" if part.end - near.date.span[-1].end <= EDGE // 2 else "in"
                edge = "starts" if span.start - part.start <= EDGE else ends
                return f"{edge} {'quoted' if lies_in(self.page.quotations, span) else 'told'} content"
        return "after" if span.start >= anchor(one.passage).start else "before"

    def _between(self, one: Told, near: Mention, place: str) -> Iterator[str]:
        at, span = anchor(one.passage), near.date.span[0]
        gap = self.page.text[at.end : span.start] if span.start >= at.start else self.page.text[span.end : at.start]
        yield f"{place} {one.aspect}"
        yield f"{place} gap {next((name for most, name in GAPS if len(gap) <= most), 'far')}"
        if LEADS_ELSEWHERE.search(gap):
            yield f"{place} elsewhere"
        if MARKER.search(gap):
            yield f"{place} a verb between"
        low, high = sorted((at.start, span.start))
        if bisect_left(self._anchors, high) > bisect_left(self._anchors, low + 1):
            yield f"{place} a cue between"
        if near.inside and "content" not in place:
            yield f"{place} in other words"

    def _elsewhere(self, one: Told, near: Mention, place: str) -> Iterator[str]:
        there = self._speaking.get(near.sentence, ())
        who = "the same" if self._speaks(one, near) else "another" if there else "nobody"
        yield f"{place} {who} speaks"
        yield f"{place} {who} {one.aspect}"
        if self._names_speaker(one, near):
            yield f"{'before' if near.sentence < one.sentence else 'after'} names the speaker"
        if self.page.paragraph_at(near.start) == self.page.paragraph_at(anchor(one.passage).start):
            yield f"{place} same paragraph"

    def _of_speaker(self, one: Told, past: Past) -> Iterator[tuple[SaidOn, list[str]]]:
        """The day on which its speaker was heard before."""
        if one.speaker not in past.speakers:
            return
        said, sentence = past.speakers[one.speaker]
        far, value = _far(one.sentence - sentence), said[0] or ""
        features = ["his", f"his {far}", f"his {one.aspect}", f"his age {age(value, self._published)}"]
        features += [f"his told {self._since(one, value)}", f"his {_source(self.page, one)}"]
        if past.last is not None and past.last.speaker == one.speaker:
            features.append(f"his goes on {far}")
        yield said, features

    def _of_last(self, one: Told, past: Past) -> Iterator[tuple[SaidOn, list[str]]]:
        """The day of the statement before, whoever made it."""
        last = past.last
        if last is None or last.said[0] is None:
            return
        who, far, told = self._who(one, last), _far(one.sentence - last.sentence), self._since(one, last.said[0])
        on = self.page.paragraph_at(anchor(one.passage).start) - self.page.paragraph_at(anchor(last.passage).start)
        yield (
            last.said,
            [
                f"last {who} {far}",
                f"last {who} {one.aspect}",
                f"last {far} {_source(self.page, one)}",
                f"last told {told}",
                f"last {who} told {told}",
                f"last {who} aspect {'alike' if last.aspect == one.aspect else 'other'}",
                f"last {who} paragraph {min(on, 3)}",
            ],
        )

    def _of_next(self, one: Told) -> Iterator[tuple[SaidOn, list[str]]]:
        """The day of the next words that have one of their own."""
        later = self._next.get(one.place)
        if later is not None:
            who = "same" if later.speaker == one.speaker else "other"
            far = _far(later.sentence - one.sentence)
            yield later.said, [f"next {who}", f"next {who} {far}", f"next {who} {one.aspect}"]

    def _of_lead(self, one: Told, lead: Mention) -> Iterator[str]:
        yield f"lead {one.aspect}"
        yield f"lead {_source(self.page, one)}"
        if self._speaks(one, lead):
            yield "lead is his"
        elif self._names_speaker(one, lead):
            yield "lead names him"

    def _of_day(self, value: str, one: Told) -> Iterator[str]:
        day = value.rstrip("~")
        yield f"age {age(value, self._published)} {one.aspect}"
        yield f"precision {edtf.parse(value).precision}"
        yield f"own {min(self._days_of_words[day], 3)}"
        if self._days_of_words[day] and len(self._days_of_words) == 1:
            yield "the only own"
        before = bisect_left(self._own_starts, anchor(one.passage).start)
        if before and self._reporters_own[before - 1].day == day:
            yield f"named last {self._reporters_own[before - 1].marks[0]}"
        if self._fresh and day == self._fresh[-1]:
            yield "the news"
            if len(self._fresh) == 1:
                yield "the only day"

    def _of_statement(self, one: Told, past: Past) -> Iterator[str]:
        """What speaks for or against any day."""
        text, passage = self.page.text, one.passage
        yield "any"
        yield one.aspect
        yield f"source {_source(self.page, one)}"
        cue = (passage.cue[0].text(text).lower().split() if passage.cue else []) or ["none"]
        yield from (f"cue {word}" for word in (cue[0], cue[-1]) if word in CUES)
        if passage.source and OCCASION.search(passage.source[0].text(text)):
            yield "a paper speaks"
        here = around(self.page, anchor(passage))
        if VAGUE.search(text, here.start, here.end):
            yield "vague"
        if FOR_THE_PRESS.search(text, here.start, here.end):
            yield "for the press"
        if OCCASION.search(text, here.start, here.end):
            yield "an occasion"
        if one.outer is not None:
            yield "within"
        if one.sentence < LEAD:
            yield "leads"
        if not self._reporters_own:
            yield "no dates"
        if passage.content and text.startswith(QUOTES, passage.content[0].start):
            yield "direct"
        if one.speaker in past.undated:
            yield f"undated {_far(one.sentence - past.undated[one.speaker])}"
        if past.last is not None and past.last.said[0] is None:
            yield "last undated"

    def _who(self, one: Told, other: Told) -> str:
        if other.speaker == one.speaker:
            return "same"
        party = self._parties[one.place] if self._parties else None
        return "ally" if party and self._parties and self._parties[other.place] == party else "other"

    def _speaks(self, one: Told, there: Mention) -> bool:
        return one.speaker is not None and any(
            each.speaker == one.speaker for each in self._speaking.get(there.sentence, ())
        )

    def _names_speaker(self, one: Told, there: Mention) -> bool:
        sentence = self.page.sentences[max(0, there.sentence)]
        return one.speaker is not None and one.speaker in mentioned(self.page, sentence, self._names)

    def _since(self, one: Told, value: str) -> str:
        """How many sentences ago the reporter named that day."""
        named = self._named.get(value.rstrip("~"), [])
        before = bisect_left(named, one.sentence + 1)
        return _far(one.sentence - named[before - 1]) if before else "never"


def _next_dated(in_order: Sequence[Told]) -> dict[int, Told]:
    """For each statement the next one with a day of its own, as the rules left it, if that is near."""
    found: dict[int, Told] = {}
    later: Told | None = None
    for one in reversed(in_order):
        if later is not None and later.sentence - one.sentence <= NEXT:
            found[one.place] = later
        if one.by == "own":
            later = replace(one)
    return found


def _tells_nothing(page: Page, one: Date) -> bool:
    """A dateline's day is that of the report; one on which somebody died is that of his death."""
    sentence = page.sentences[max(0, page.sentence_at(one.span[0].start))]
    return is_dateline(page, one) or LIVES.search(page.text, sentence.start, sentence.end) is not None


def _far(sentences: int) -> str:
    return str(sentences) if sentences < 3 else "6" if sentences <= 6 else "more"


def _source(page: Page, one: Told) -> str:
    if not one.passage.source:
        return "none"
    words = one.passage.source[0].text(page.text)
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "name" if words[:1].isupper() and not words.startswith(("The ", "A ", "An ")) else "noun"
