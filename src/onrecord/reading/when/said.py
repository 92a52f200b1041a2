"""When was it said: from the statement's own sentence, from the occasion it belongs to, or not at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from onrecord.model import Date, Event, Span, edtf
from onrecord.reading.page import Page
from onrecord.reading.places import lies_in
from onrecord.reading.when.attaching import Passage, anchor, around, aspect, day_in_words, is_view, own_dates
from onrecord.reading.when.candidates import Surroundings
from onrecord.reading.when.choosing import Pick, best, choose, shipped
from onrecord.reading.when.earlier import SOON, TimesTold, is_told_again, tells_another_time
from onrecord.reading.when.going_on import goes_on
from onrecord.reading.when.headings import from_dateline, from_heading
from onrecord.reading.when.idle import without_idle
from onrecord.reading.when.news import from_news
from onrecord.reading.when.scenes import Scene, scenes
from onrecord.reading.when.speakers import mentioned, names_of, rough_speakers
from onrecord.reading.when.telling import LEAD, UNKNOWN, Heard, SaidOn, Told, is_fresh

GRACE = datetime.timedelta(days=1)
LAST_YEAR = 9000
WEEK = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
REMEMBERED = 60  # statements among which one may be told again
SAME_DAY = re.compile(
    rf"\b(?:later|also|then|afterwards?|meanwhile|subsequently|in response|in reply)\b|{SOON.pattern}", re.IGNORECASE
)
WHILE = re.compile(r"\b(?:as|while|although|though)\s(?:the\s)?$")
ANSWER = re.compile(
    r"\b(?:responding|reacting|replying|in (?:response|reaction|reply)) to\b|\bcommenting on\b", re.IGNORECASE
)
RETOLD = re.compile(r"\b(?:after|before|when|since|as|while)\s(?:[A-Z][\w\u2019'-]+\s){0,3}$")
SPOKEN = frozenset({"news conference", "interview", "speech", "summit", "talks"})
NAMED_AGAIN = r"\b(?:at|in|during|after|following|of)\s(?:the|that|this|their|his|her)\s(?:same\s|\w+\s)?{}\b"
WORD = re.compile(r"[A-Za-z]{4,}")


def when_said(
    page: Page,
    passages: Sequence[Passage],
    dates: Sequence[Date],
    published: str | None,
    *,
    speakers: Sequence[str | None] | None = None,
    parties: Sequence[str | None] | None = None,
    events: Sequence[Event] = (),
    pick: Pick | None = None,
) -> list[SaidOn]:
    """For each passage, in their order, the day as EDTF with the spans that show it; null where nothing does.

    Rules first (`_by_rules`); where they give none, a trained scorer chooses among the days that stand near, or none
    (`choosing`; `pick` chooses otherwise). Then what was said for the press has about the day of the report's news,
    what an agency reports about that of its dateline, and what is spoken in a transcript that of its heading.

    `speakers` and `parties` are any keys that agree for the same one, null where not known, one for each passage;
    without them, surnames and pronouns are followed roughly.
    """
    outers = _outers(passages)
    past = _not_after(without_idle(page, dates), published)
    who = list(speakers) if speakers is not None else rough_speakers(page, passages)
    told = [
        Told(place, p, who[place], page.sentence_at(anchor(p).start), aspect(page, p), outers[place])
        for place, p in enumerate(passages)
    ]
    in_order = sorted(told, key=lambda one: (anchor(one.passage).start, one.place))
    names = names_of(page, [(one.passage, one.speaker) for one in in_order])
    for rule in _by_rules(page, in_order, past, published, names, parties, events):
        for one in in_order:
            one.by = one.by or (rule if one.said[0] else "")
    told_of = TimesTold(page, told, past)
    for one in in_order:
        if one.said[0] is None and one.outer is None and one.aspect == "said":
            one.said = told_of.of_talks(one)
    open_ones = {o.place for o in in_order if _may_take_another_day(page, o)}
    choose(Surroundings(page, in_order, past, published, names, parties), in_order, open_ones, pick or best(shipped()))
    for one in in_order:
        if one.place in open_ones and one.said[0] and told_of.is_long_before(one, one.said):
            one.said = UNKNOWN
    from_news(page, in_order, past, published, told_of)
    from_dateline(page, in_order, past)
    from_heading(page, in_order, past)
    if page.turns:
        _from_outer(page, in_order, told)
    return [one.said for one in told]


def _may_take_another_day(page: Page, one: Told) -> bool:
    """Not so what has a day by the rules, what is told within other words, and what was said "at the time"."""
    return not (one.said[0] or one.aspect == "will say" or one.outer is not None or tells_another_time(page, one))


def _by_rules(
    page: Page,
    in_order: list[Told],
    past: list[Date],
    published: str | None,
    names: dict[str, str],
    parties: Sequence[str | None] | None,
    events: Sequence[Event],
) -> Iterator[str]:
    """Gives days by one rule after the other, each to those that have none, and tells the rule's name when it has.

    First a date of its own sentence that belongs to the cue, or "today" among the quoted words; else the day of the
    occasion: what its speaker said before on one day carries on until another day is told of; the lead takes the day
    of what it sums up; words of the same party in the next sentence take theirs; "later", "in response" take the day
    before them; an occasion named once with its day ("the news conference") its own; words for the press without a
    day, about that of the report's news. Standing views ("has long said", "wants") have no day, unless they stand
    within words that have one.
    """
    told = sorted(in_order, key=lambda one: one.place)
    passages = [one.passage for one in told]
    for one in in_order:
        one.said = _own(page, one, passages, past)
    _retold(page, in_order)
    yield "own"
    told_of = scenes(page, passages, past)
    _carry_on(page, in_order, told_of, names, published)
    yield "on"
    _carry_back(page, in_order, told_of, names, published)
    yield "back"
    _from_party(page, in_order, parties, published)
    yield "party"
    _from_before(page, in_order, past, published)
    yield "before"
    _from_events(page, in_order, events)
    yield "event"
    _from_outer(page, in_order, told)
    yield "outer"


def _not_after(dates: Sequence[Date], published: str | None) -> list[Date]:
    """Nothing was said after the report of it; a day's grace for reports that are updated and for other time zones.

    What was said "this week" was said by the report's day.
    """
    last = edtf.latest(published) if published else None
    if last is None or last.year > LAST_YEAR:
        return list(dates)
    known = (d for d in dates if (first := edtf.earliest(d.value)) is None or first <= last + GRACE)
    return [_up_to(one, last) for one in known]


def _up_to(one: Date, last: datetime.date) -> Date:
    first, end = edtf.earliest(one.value), edtf.latest(one.value)
    if not WEEK.fullmatch(one.value) or first is None or end is None or not first <= last < end:
        return one
    return Date(one.span, last.isoformat() if first == last else edtf.interval(first, last))


def _own(page: Page, one: Told, passages: Sequence[Passage], dates: Sequence[Date]) -> SaidOn:
    if one.aspect == "will say":
        return UNKNOWN
    around = None if one.outer is None else passages[one.outer].content
    for date in own_dates(page, one.passage, dates):
        if one.aspect == "says" and _is_beside(page, one.passage, date):
            continue
        # A date outside the words that this one is told in belongs to the telling.
        if around is None or any(part.covers(date.span[0]) for part in around):
            return date.value, date.span
    today = day_in_words(page, one.passage, dates) if one.aspect == "said" and one.outer is None else None
    if today is None:
        return UNKNOWN
    # Which day "today" is, the writer tells; the day of the report is but a guess at it.
    told = any(date.value == today.value and not lies_in(page.quotations, date.span[0]) for date in dates)
    return (today.value if told else edtf.roughly(today.value)), today.span


def _is_beside(page: Page, passage: Passage, date: Date) -> bool:
    """Does the date belong to another clause? "Marn left on Tuesday, as Norhaven reviews the plan"."""
    at = (passage.source or passage.cue or passage.content)[0].start
    return date.span[0].start < at and bool(WHILE.search(page.text, max(0, at - 12), at))


def _retold(page: Page, in_order: list[Told]) -> None:
    """ "Hours after Marn said she hoped for a truce": words told of a second time have their first day."""
    for index, one in enumerate(in_order):
        if one.said[0] or one.aspect not in ("said", "had said"):
            continue
        sentence = around(page, anchor(one.passage))
        at = (one.passage.source or one.passage.cue or one.passage.content)[0].start
        if not RETOLD.search(page.text[sentence.start : at]):
            continue
        words = _words(page, one.passage)
        for other in reversed(in_order[max(0, index - REMEMBERED) : index]):
            if other.speaker == one.speaker and other.said[0] and _alike(words, _words(page, other.passage)):
                one.said = other.said
                break


def _carry_on(
    page: Page, in_order: list[Told], told_of: list[Scene], names: dict[str, str], published: str | None
) -> None:
    """A speaker's day holds for what he says next, until he is told of on another day."""
    heard: dict[str, Heard] = {}
    waiting = list(told_of)
    for one in in_order:
        while waiting and waiting[0].sentence <= one.sentence:
            scene = waiting.pop(0)
            for key, said in _there(page, scene, names, in_order).items():
                heard[key] = Heard(said, scene.sentence)
        if one.outer is not None:
            continue
        open_ = one.said[0] is None and one.aspect in ("said", "had said")
        if open_ and one.speaker in heard and not tells_another_time(page, one):
            one.said = heard[one.speaker].at(one.sentence, published)
        if one.said[0] is None and one.aspect == "said":
            one.said = _answered(page, one, names, heard)
        if one.said[0] and one.speaker and one.aspect != "has said":
            before = heard.get(one.speaker)
            heard[one.speaker] = before.then(one.said, one.sentence) if before else Heard(one.said, one.sentence)


def _there(page: Page, scene: Scene, names: dict[str, str], in_order: list[Told]) -> dict[str, SaidOn]:
    """Who is named where a day is told of is there on that day."""
    said: SaidOn | None = scene.said
    if said is None and scene.after is not None:
        after = (t for t in in_order if t.sentence == scene.sentence and anchor(t.passage).start >= scene.after)
        said = next((t.said for t in after if t.said[0]), None)
    if said is None:
        return {}
    return dict.fromkeys(mentioned(page, page.sentences[scene.sentence], names), said)


def _answered(page: Page, one: Told, names: dict[str, str], heard: dict[str, Heard]) -> SaidOn:
    """ "Responding to Marn's remarks, Dorn said": on the day of Marn's."""
    sentence = around(page, anchor(one.passage))
    answer = ANSWER.search(page.text, sentence.start, anchor(one.passage).start)
    if answer is None:
        return UNKNOWN
    named = mentioned(page, Span(answer.end(), anchor(one.passage).start), names)
    return next((heard[key].said for key in named if key in heard and key != one.speaker), UNKNOWN)


def _carry_back(
    page: Page, in_order: list[Told], told_of: list[Scene], names: dict[str, str], published: str | None
) -> None:
    """The lead sums up what comes, and "X said ... X also said on Thursday" is one occasion, if it is the news."""
    soonest: dict[str, tuple[int, SaidOn]] = {}
    newest: dict[str, SaidOn] = {}
    waiting = [(scene.sentence, _there(page, scene, names, in_order)) for scene in told_of]

    def note(key: str, sentence: int, said: SaidOn) -> None:
        if not is_fresh(said[0], published):
            soonest.pop(key, None)
            return
        soonest[key] = (sentence, said)
        day = edtf.day_of(said[0])
        if day and (said[0] or "") > (newest.get(key, UNKNOWN)[0] or ""):
            newest[key] = said

    for one in reversed(in_order):
        while waiting and waiting[-1][0] > one.sentence:
            sentence, there = waiting.pop()
            for key, said in there.items():
                note(key, sentence, said)
        if one.outer is not None or one.speaker is None:
            continue
        if one.said[0] is None and one.aspect != "will say" and not is_told_again(page, one):
            # What the lead tells is the news: the latest of its speaker's occasions.
            if one.sentence < LEAD:
                one.said = newest.get(one.speaker, UNKNOWN)
            elif one.aspect == "said" and one.speaker in soonest and soonest[one.speaker][0] - one.sentence <= 2:
                one.said = soonest[one.speaker][1]
        elif one.said[0]:
            note(one.speaker, one.sentence, one.said)


def _from_before(page: Page, in_order: list[Told], dates: Sequence[Date], published: str | None) -> None:
    """ "Dorn later said", or two who are told of in one sentence: the day of the words before."""
    dated = [o.said[0] is not None and o.outer is None for o in in_order]
    for index, one in enumerate(in_order):
        if one.said[0] or one.outer is not None or one.aspect != "said" or is_told_again(page, one):
            continue
        near = [in_order[i] for i in (index - 1, index + 1) if 0 <= i < len(in_order) and dated[i]]
        sentence = around(page, anchor(one.passage))
        tail = page.text[max(anchor(one.passage).end + 12, one.passage.content[-1].end) : sentence.end]
        soon = SAME_DAY.search(page.text[sentence.start : anchor(one.passage).end + 12]) or SOON.search(tail)
        for other in near:
            before = anchor(other.passage).start < anchor(one.passage).start
            later = before and one.sentence - other.sentence <= 2 and soon
            fresh = is_fresh(other.said[0], published)
            if _dated_between(page, one, other, dates):
                continue
            on = before and goes_on(page, one, other, published)
            if other.sentence == one.sentence or (later and fresh) or on:
                one.said = other.said
                break


def _dated_between(page: Page, one: Told, other: Told, dates: Sequence[Date]) -> bool:
    """Does the writer tell of another time in between? '"It is over," Marn said on Friday. In May, Norhaven left.'"""
    start, end = sorted((anchor(one.passage).start, anchor(other.passage).start))
    spoken = sorted((*one.passage.content, *other.passage.content))
    return any(
        start < date.span[0].start < end and date.span != other.said[1] and not lies_in(spoken, date.span[0])
        for date in dates
    )


def _from_party(page: Page, in_order: list[Told], parties: Sequence[str | None] | None, published: str | None) -> None:
    """An aide's words beside his government's dated ones were said on about their day."""
    if parties is None:
        return
    for index, one in enumerate(in_order):
        party = parties[one.place]
        if one.said[0] or one.outer is not None or one.aspect != "said" or party is None or one.speaker is None:
            continue
        if is_told_again(page, one):
            continue
        for other in (*in_order[index + 1 : index + 2], *in_order[max(0, index - 1) : index]):
            if parties[other.place] != party or other.outer is not None or not _near(one, other):
                continue
            day = other.said[0]
            if is_fresh(day, published):
                one.said = (edtf.roughly(day) if day and edtf.day_of(day) else day, other.said[1])
                break


def _from_events(page: Page, in_order: list[Told], events: Sequence[Event]) -> None:
    """Words said "at the news conference" were said on its day, where the report tells of only one with a day."""
    days: dict[str, set[str]] = {}
    for event in events:
        if edtf.day_of(event.on):
            days.setdefault(event.kind, set()).add(event.on)
    firsts = {e.kind: e for e in reversed(events) if e.kind in SPOKEN and days.get(e.kind) == {e.on}}
    sure = [(re.compile(NAMED_AGAIN.format(kind), re.IGNORECASE), first) for kind, first in firsts.items()]
    for one in in_order:
        if one.said[0] or one.outer is not None or one.aspect != "said":
            continue
        sentence = around(page, anchor(one.passage))
        again = (
            e
            for named, e in sure
            for m in named.finditer(page.text, sentence.start, sentence.end)
            if not lies_in(one.passage.content, Span(*m.span()))
        )
        if (known := next(again, None)) is not None:
            one.said = known.on, known.on_evidence


def _from_outer(page: Page, in_order: list[Told], told: list[Told]) -> None:
    """What another thinks, by words with a day, he thinks on that day; what he said may have been said before."""
    for one in in_order:
        if one.outer is not None and one.said[0] is None and is_view(page, one.passage):
            one.said = told[one.outer].said


def _outers(passages: Sequence[Passage]) -> list[int | None]:
    """For each passage, the least one within whose content it is told."""
    parts = sorted((part.start, part.end, index) for index, p in enumerate(passages) for part in p.content)
    sizes = [sum(part.end - part.start for part in p.content) for p in passages]
    outers: list[int | None] = [None] * len(passages)
    open_parts: list[tuple[int, int, int]] = []
    next_part = 0
    for place in sorted(range(len(passages)), key=lambda each: anchor(passages[each])):
        at = anchor(passages[place])
        while next_part < len(parts) and parts[next_part][0] <= at.start:
            open_parts.append(parts[next_part])
            next_part += 1
        open_parts = [part for part in open_parts if part[1] > at.start]
        around = [(sizes[index], index) for _, end, index in open_parts if index != place and end >= at.end]
        outers[place] = min(around)[1] if around else None
    return outers


def _near(one: Told, other: Told) -> bool:
    return abs(one.sentence - other.sentence) <= 1


def _words(page: Page, passage: Passage) -> set[str]:
    return {word.lower() for part in passage.content for word in WORD.findall(part.text(page.text))}


def _alike(one: set[str], other: set[str]) -> bool:
    shared = len(one & other)
    return shared >= 3 and shared >= 0.5 * min(len(one), len(other))
