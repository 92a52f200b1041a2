"""Unit: collating.disagreements, which tells where reports differ on the same thing."""

from __future__ import annotations

import pytest

from onrecord.collating.disagreements import of_actor, of_sentences, of_utterance
from onrecord.model import Span
from onrecord.model.disagreement import Named, Place, Sentence
from tests.collating.utterances.wordings import wording

BASE = "“We hold less than 200 square kilometres of the delta,”"


@pytest.mark.parametrize(
    ("base", "other", "kind", "weight"),
    [
        (BASE, "“We hold less than 300 square kilometres of the delta,”", "number", "serious"),
        (
            "he might write to the board about the toll",
            "he will write to the board about the toll",
            "wording",
            "serious",
        ),
        ("“We agree to cease hostilities,”", "“We agree to stop hostilities,”", "wording", "slight"),
        ("“The offer is good but not complete,”", "“The offer is good but complete,”", "wording", "serious"),
    ],
)
def test_readings_of_one_utterance_that_differ(base: str, other: str, kind: str, weight: str) -> None:
    (found,) = of_utterance([wording(base), wording(other, report="b")])
    assert (found.kind, found.weight) == (kind, weight)


@pytest.mark.parametrize(
    ("base", "other"),
    [
        (BASE, '"We hold less than 200 square kilometres of the delta."'),
        ("“We want a cease-fire now,”", "“We want a ceasefire now,”"),
        ("“I will write to the board,”", "he would write to the board"),
        ("“We will open the canal before winter, and the locks,”", "“We will open the canal”"),
    ],
)
def test_no_disagreement(base: str, other: str) -> None:
    assert list(of_utterance([wording(base), wording(other, report="b")])) == []


def test_the_same_words_of_another_speaker() -> None:
    (found,) = of_utterance([wording(BASE), wording(BASE, speaker="Ora Tann", party="Velmora", report="b")])
    assert found.kind == "attribution"


def test_the_same_words_on_another_day() -> None:
    (found,) = of_utterance([wording(BASE), wording(BASE, day="2024-09-13", report="b")])
    assert found.kind == "date"


def named(report: str, name: str, role: str | None = None, day: str = "2024-09-12") -> Named:
    roles = (Place(report, (Span(0, len(role)),), role),) if role else ()
    return Named(report, name, Place(report, (Span(0, len(name)),), name), roles, day)


def test_a_name_otherwise_spelled() -> None:
    (found,) = of_actor([named("a", "Danylo Korvenskyy"), named("b", "Danylo Korvensky")])
    assert (found.kind, len(found.readings)) == ("spelling", 2)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Keldavian president", "President", False),
        ("special envoy", "special envoy to the southern islands", False),
        ("peace envoy", "special envoy to the southern islands", True),
        ("alliance chief", "alliance secretary general", True),
        ("spokesman", "spokesperson", False),
    ],
)
def test_roles(one: str, other: str, differ: bool) -> None:
    found = list(of_actor([named("a", "Ilmar Voss", one), named("b", "Ilmar Voss", other)]))
    assert bool(found) == differ


def test_roles_of_other_years_do_not_disagree() -> None:
    every = [named("a", "Ilmar Voss", "mayor"), named("b", "Ilmar Voss", "president", day="2031-01-01")]
    assert list(of_actor(every)) == []


def sentence(report: str, text: str, frame: str | None = None, utterance: str | None = None) -> Sentence:
    around = wording(frame, report=f"{report} frame") if frame else None
    return Sentence(wording(text, report=report), around, frozenset([utterance] if utterance else []))


def test_the_same_event_in_other_words() -> None:
    one = "Envoy Ora Tann was in Port Aldis to meet Voss and discuss the canal."
    two = "Envoy Ora Tann arrived in Port Aldis to meet with Voss and discuss the canal."
    (found,) = of_sentences([sentence("a", one)], [sentence("b", two)])
    assert found.kind == "wording"


def test_other_figures_in_the_same_sentence() -> None:
    one, two = (f"The flood drowned {n} cattle in the northern delta on Monday." for n in (40, 70))
    (found,) = of_sentences([sentence("a", one)], [sentence("b", two)])
    assert found.kind == "number"


def test_sentences_of_two_things_do_not_disagree() -> None:
    one, two = "The ferry to Port Aldis was late on Monday.", "The mayor of Port Aldis resigned on Tuesday."
    assert list(of_sentences([sentence("a", one)], [sentence("b", two)])) == []
