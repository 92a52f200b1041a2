"""Unit: collating.events: which tellings are of one event, which statements were made on it, which say nothing new."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.collating.events import Said, Told, folded, made_on, merged, participants
from onrecord.model import EventKind, Span, identity
from onrecord.model.event import Participant, Telling

VOSS = Participant("a1", "Ada Voss", "person", "Velmora")
LIND = Participant("a2", "Boro Lind", "person", "Keldavia")
AIDE = Participant("a3", "Cyra Maal", "person", "Keldavia")
VELMORA = Participant("a4", "Velmora", "state", "Velmora")
KELDAVIA = Participant("a5", "Keldavia", "state", "Keldavia")


def telling(report: str, *who: Participant, kind: EventKind = "call", on: str = "2024-09-12", n: int = 0) -> Telling:
    return Telling(report, n, kind, on, tuple(sorted(who)))


def events(*tellings: Telling) -> list[list[str]]:
    return [[one.report for one in event] for event in merged(tellings)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (telling("a", VOSS, LIND), telling("b", LIND, VOSS)),
        (telling("a", VOSS, LIND), telling("b", VELMORA, KELDAVIA)),
        (telling("a", VOSS, LIND), telling("b", VOSS)),
        (telling("a", VOSS, LIND), telling("b", KELDAVIA)),
        (telling("a", VOSS, kind="news conference"), telling("b", VOSS, kind="news conference")),
        (telling("a", VOSS, LIND), telling("a", n=1)),
    ],
)
def test_one_event_told_twice_is_one(one: Telling, other: Telling) -> None:
    assert len(merged([one, other])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (telling("a", VOSS, LIND), telling("b", VOSS, LIND, on="2024-09-13")),
        (telling("a", VOSS, LIND), telling("b", VOSS, LIND, kind="visit")),
        (telling("a", VOSS, LIND), telling("b", VOSS, AIDE)),
        (telling("a", VOSS), telling("b", VOSS)),
        (telling("a"), telling("b")),
        (telling("a", VOSS, LIND), telling("b")),
        (telling("a", VOSS, on="2024-09"), telling("b", VOSS, LIND, on="2024-09")),
    ],
)
def test_what_may_be_two_events_stays_two(one: Telling, other: Telling) -> None:
    assert len(merged([one, other])) == 2


def test_one_who_is_named_alone_joins_no_event_of_several() -> None:
    assert len(merged([telling("a", VOSS, LIND), telling("b", VOSS, KELDAVIA, kind="call"), telling("c", VOSS)])) == 1
    third = Participant("a9", "Ilse Horn", "person", "Norland")
    assert len(merged([telling("a", VOSS, LIND), telling("b", VOSS, third), telling("c", VOSS)])) == 3


def test_the_order_of_tellings_does_not_matter() -> None:
    told = [telling("a", VOSS, LIND), telling("b", VOSS), telling("c", VELMORA, KELDAVIA), telling("d", AIDE, VOSS)]
    assert len({str(merged(order)) for order in permutations(told)}) == 1


def test_all_who_are_named_took_part() -> None:
    assert participants([telling("a", VOSS), telling("b", LIND, VOSS)]) == (VOSS, LIND)


NONE = frozenset[str]()
TEXT = "Voss told a news conference on Thursday she agreed. After the news conference she left, Lind said."
FIRST = Span(0, TEXT.index(" After"))
SECOND = Span(TEXT.index("After"), len(TEXT))


def told(start: int, *who: Participant, kind: EventKind = "news conference") -> Told:
    at = TEXT.index("news conference", start)
    return Told(telling("a", *who, kind=kind), Span(at, at + 15), TEXT[max(0, at - 40) : at])


def spoken(word: str, speaker: Participant) -> Said:
    at = TEXT.index(word)
    return Said(identity("statement", word), "a", speaker.id, Span(at, at + len(word)))


def test_what_was_told_a_news_conference_was_said_at_it() -> None:
    assert made_on(spoken("told", AIDE), [told(0, VOSS)], (FIRST, SECOND)) == told(0, VOSS).telling


def test_what_was_said_after_it_was_not() -> None:
    assert made_on(spoken("said", LIND), [told(FIRST.end, VOSS)], (FIRST, SECOND)) is None


def test_the_only_one_that_its_speaker_gave_is_meant() -> None:
    assert made_on(spoken("said", VOSS), [told(0, VOSS)], (FIRST, SECOND)) == told(0, VOSS).telling
    assert made_on(spoken("said", VOSS), [told(0, VOSS, kind="call")], (FIRST, SECOND)) is None


def test_a_statement_that_says_no_more_than_another_is_folded_into_it() -> None:
    held = {
        "s1": frozenset({"u1", "u2"}),
        "s2": frozenset({"u1"}),
        "s3": frozenset({"u2", "u3"}),
        "s4": frozenset[str](),
    }
    assert folded(held, ["s2", "s1", "s3", "s4", "s5"]) == {"s2": "s1"}


def test_of_two_that_say_the_same_the_first_stands() -> None:
    held = {"s1": frozenset({"u1"}), "s2": frozenset({"u1"})}
    assert folded(held, ["s2", "s1"]) == {"s1": "s2"}
