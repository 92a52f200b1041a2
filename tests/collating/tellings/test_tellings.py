"""Unit: collating.tellings, which holds what reports tell of one thing side by side: figures, days, a yes, a plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.tellings.differing import differences, differing
from onrecord.collating.tellings.finding import tellings
from onrecord.model import Actor, ActorRef, Quantity, Reading, Report, Span, Statement, identity
from onrecord.model.disagreement import Disagreement
from onrecord.model.event import Event
from onrecord.model.statement import IssueStance
from onrecord.model.telling import Telling


def spans(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def but_sentences(reading: Reading, text: str, day: str) -> list[Telling]:
    return [one for one in tellings(reading, text, day) if one.kind != "sentence"]


def figure(
    text: str, words: str, value: float, unit: str | None = None, of: str = "", day: str = "2024-09-13"
) -> list[Telling]:
    report = Report(text, outlet=identity("outlet", text, day))
    quantity = Quantity(spans(text, words), value, unit, spans(text, of) if of else ())
    return but_sentences(Reading(report.id, sentences=(Span(0, len(text)),), quantities=(quantity,)), text, day)


def met(text: str, words: str, day: str, printed: str, kind: str = "visit") -> list[Telling]:
    report = Report(text)
    known = "visit" if kind == "visit" else "call"
    event = Event(spans(text, words), known, day, spans(text, printed), spans(text, "Ora Tann"))
    return but_sentences(Reading(report.id, sentences=(Span(0, len(text)),), events=(event,)), text, "2024-09-14")


def answered(text: str, content: str, day: str | None = "2024-09-12") -> list[Telling]:
    report = Report(text)
    voss = ActorRef("actor-voss", "Ilmar Voss", "person")
    said = Statement(
        identity("statement", report.id),
        (),
        (),
        spans(text, content),
        "indirect",
        "assertion",
        0.9,
        speaker=voss,
        party="Keldavia",
        said_on=day,
        stances=(IssueStance("ceasefire", "accepts", 0.9),),
    )
    return but_sentences(Reading(report.id, sentences=(Span(0, len(text)),), statements=(said,)), text, "2024-09-13")


def planned(text: str, *makers: str) -> list[Telling]:
    report = Report(text)
    actors = tuple(Actor(f"actor-{name}", name, "state", mentions=spans(text, name)) for name in makers)
    return but_sentences(Reading(report.id, sentences=(Span(0, len(text)),), actors=actors), text, "2024-09-13")


def between(one: list[Telling], other: list[Telling]) -> list[Disagreement]:
    return list(differences([*one, *other], differing(one, other)))


HOLDS = "Velmora holds {} square kilometres on the Keldavian bank of the Orla."
KILLED = "The shelling of Maren by Keldavian gunboats killed {} people near the old harbour."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            figure(HOLDS.format(240), "240 square kilometres", 240, "km2"),
            figure(HOLDS.format(210), "210 square kilometres", 210, "km2"),
        ),
        (
            figure(HOLDS.format(240), "240 square kilometres", 240, "km2"),
            figure(
                "Velmora now has a strip of less than 180 square kilometres on the Keldavian side, its foes say.",
                "180 square kilometres",
                180,
                "km2",
            ),
        ),
        (
            figure(KILLED.format("at least 17"), "17", 17, of="people"),
            figure(KILLED.format("at least 44"), "44", 44, of="people"),
        ),
        (
            figure("Velmora lost 5.1% of its Keldavian ground since August.", "5.1%", 5.1, "%"),
            figure("Velmora lost 4.7% of its Keldavian ground since August.", "4.7%", 4.7, "%"),
        ),
    ],
)
def test_other_figures_of_one_thing(one: list[Telling], other: list[Telling]) -> None:
    assert [(found.kind, found.weight) for found in between(one, other)] == [("number", "serious")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # More than so many, and so many: both may be right.
        (
            figure(KILLED.format("more than 120"), "120", 120, of="people"),
            figure(KILLED.format("150"), "150", 150, of="people"),
        ),
        # Rounded.
        (
            figure("Torland gave $2.6 million to the harbour of Maren.", "$2.6 million", 2.6e6, "USD"),
            figure("Torland gave $2.63 million to the harbour of Maren.", "$2.63 million", 2.63e6, "USD"),
        ),
        # Others were hurt.
        (
            figure(KILLED.format("17"), "17", 17, of="people"),
            figure(KILLED.format("44").replace("killed", "injured"), "44", 44, of="people"),
        ),
        # Of another time.
        (
            figure(KILLED.format("17"), "17", 17, of="people"),
            figure(KILLED.format("44").replace(".", " in the past week."), "44", 44, of="people"),
        ),
        (
            figure(HOLDS.format(240), "240 square kilometres", 240, "km2"),
            figure(HOLDS.format(210), "210 square kilometres", 210, "km2", day="2024-12-01"),
        ),
        # A 30-day plan and a two-month plan are two things.
        (
            figure("Keldavia wants a 30-day truce on the Orla.", "30-day", 30, "day"),
            figure("Keldavia wants a 60-day truce on the Orla.", "60-day", 60, "day"),
        ),
        # Two tolls in one sentence, in another order.
        (
            figure("Keldavia wants 25% of the tolls on Orla grain and 10% of those on Orla salt.", "25%", 25, "%"),
            figure("Keldavia wants 10% of the tolls on Orla salt and 25% of those on Orla grain.", "10%", 10, "%"),
        ),
    ],
)
def test_figures_that_do_not_disagree(one: list[Telling], other: list[Telling]) -> None:
    assert between(one, other) == []


def test_what_a_figure_was_before_is_none() -> None:
    text = "Velmora has 180 square kilometres, down from 900 square kilometres at its peak."
    assert figure(text, "900 square kilometres", 900, "km2") == []


def test_an_event_on_another_day() -> None:
    one = met("The envoy, Ora Tann, visited Brennick on Wednesday.", "visited", "2024-09-11", "Wednesday")
    other = met("The envoy, Ora Tann, visited Brennick on Thursday.", "visited", "2024-09-12", "Thursday")
    (found,) = between(one, other)
    assert (found.kind, found.why) == ("date", "2024-09-11 / 2024-09-12")


def test_a_visit_told_in_quite_other_words() -> None:
    text = (
        "After nine days at sea with a cargo of salt, Ora Tann visited Brennick on Thursday, a clerk of the port wrote."
    )
    one = met("Ora Tann visited Brennick on Wednesday.", "visited", "2024-09-11", "Wednesday")
    assert [found.kind for found in between(one, met(text, "visited", "2024-09-12", "Thursday"))] == ["date"]


def test_a_day_of_no_known_year_is_no_fault() -> None:
    one = met("Ora Tann visited Brennick on 11 September.", "visited", "XXXX-09-11", "11 September")
    assert between(one, met("Ora Tann visited Brennick on Thursday.", "visited", "2024-09-12", "Thursday")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The council sat on Thursday, a day after Ora Tann visited Brennick.",
        "Envoy Ora Tann visited Brennick on Thursday and Friday.",
    ],
)
def test_a_day_that_is_not_the_events(text: str) -> None:
    assert met(text, "visited", "2024-09-12", "Thursday") == []


def test_another_event() -> None:
    one = met("The envoy, Ora Tann, visited Brennick on Wednesday.", "visited", "2024-09-11", "Wednesday")
    other = met("The envoy, Ora Tann, visited Port Aldis on Thursday.", "visited", "2024-09-12", "Thursday")
    assert between(one, other) == []


def test_there_or_arrived() -> None:
    one = "Envoy Ora Tann was in Brennick to meet Ilmar Voss."
    two = "Envoy Ora Tann has arrived in Brennick to meet Ilmar Voss."
    (found,) = between(
        *(tellings(Reading(Report(text).id, sentences=(Span(0, len(text)),)), text, None) for text in (one, two))
    )
    assert (found.kind, found.weight, found.why) == ("wording", "slight", "has arrived in / was in")


AGREES = "Keldavia agrees with the plan for a truce on the Orla"
OPEN = "Keldavia is open to a truce on the Orla"


def test_a_firmer_and_a_vaguer_yes() -> None:
    one, other = (answered(f"{text}, Ilmar Voss said.", text) for text in (AGREES, OPEN))
    (found,) = between(one, other)
    assert (found.kind, found.weight) == ("wording", "serious")


@pytest.mark.parametrize(
    "text",
    [
        "Keldavia does not agree with the plan for a truce on the Orla",
        "Keldavia accepts no truce on the Orla",
        "Velmora agrees with the plan for a truce on the Orla",
        "Keldavia asked for a truce on the Orla",
    ],
)
def test_no_yes_of_the_party(text: str) -> None:
    assert answered(f"{text}, Ilmar Voss said.", text) == []


def test_a_yes_without_a_day_is_held_against_none() -> None:
    assert answered(f"{OPEN}, Ilmar Voss said.", OPEN, day=None) == []


def test_whose_plan_it_is() -> None:
    one = planned("He spoke of the Torland proposal for a 60-day truce.", "Torland")
    other = planned("He spoke of a 60-day truce plan proposed by Torland and Velmora.", "Torland", "Velmora")
    (found,) = between(one, other)
    assert (found.kind, found.weight) == ("attribution", "serious")
    third = planned("He spoke of the Velmora proposal for a 30-day truce.", "Velmora")
    assert between(one, third) == []


@given(st.permutations([180, 210, 240, 240, 300]))
def test_the_order_of_reports_does_not_matter(values: list[int]) -> None:
    every = [
        one
        for day, value in enumerate(sorted(values), 10)
        for one in figure(HOLDS.format(value), f"{value} square kilometres", value, "km2", day=f"2024-09-{day}")
    ]
    shuffled = sorted(every, key=lambda one: values.index(int(one.value)))
    pairs = [pair for at, one in enumerate(shuffled) for pair in differing([one], shuffled[:at])]
    assert sorted(pairs) == differing(every, [])
    assert list(differences(shuffled, pairs)) == list(differences(every, differing(every, [])))
