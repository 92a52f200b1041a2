"""Unit: collating.disagreements and collating.appellations, which tell where reports differ on words and persons."""

from __future__ import annotations

import pytest

from onrecord.collating.appellations import of_person
from onrecord.collating.disagreements import of_utterance
from onrecord.model import Span
from onrecord.model.disagreement import Called, Disagreement, Place, Voiced
from onrecord.model.utterance import Wording
from tests.collating.utterances.wordings import wording

BASE = "“We hold less than 340 square kilometres of the delta,”"


def found(
    *wordings: Wording, sources: tuple[str, ...] = ("", ""), days: tuple[str, ...] = ("", "")
) -> list[Disagreement]:
    return list(of_utterance([Voiced(*one) for one in zip(wordings, sources, days, strict=True)]))


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
        ("“We agree to cease dredging,”", "“We agree to stop dredging,”", "wording", "slight"),
        ("“The offer is good but not complete,”", "“The offer is good but complete,”", "wording", "serious"),
        (
            "“We support the plan for the delta very much,”",
            "“We support the plan for the delta,”",
            "wording",
            "serious",
        ),
        (
            "he would write to the board about the issues",
            "he would write to the board about the issue",
            "wording",
            "slight",
        ),
        (
            "forty ships in the delta could sink in the next 48 hours if pilots do not reach them",
            "that forty ships in the delta could sink in the next 48 hours unless pilots were allowed in",
            "wording",
            "slight",
        ),
    ],
)
def test_readings_of_one_utterance_that_differ(base: str, other: str, kind: str, weight: str) -> None:
    (one,) = found(wording(base), wording(other, report="b"))
    assert (one.kind, one.weight) == (kind, weight)


@pytest.mark.parametrize(
    ("base", "other"),
    [
        (BASE, '"We hold less than 340 square kilometres of the delta."'),
        ("“We want a cease-fire now,”", "“We want a ceasefire now,”"),
        ("“They don’t want our harbour,”", "“They do n't want our harbour,”"),
        (
            "the toll on the river and the empty granaries were pushing some of the oldest towns to their limits",
            "the toll and the empty granaries were pushing the towns to their limits",
        ),
        ("“I will write to the board,”", "he would write to the board"),
        ("“We will open the canal before winter, and the locks,”", "“We will open the canal”"),
        ("“Thank you very much,”", "“Thank you,”"),
        ("“We favour large-scale trade on the delta,”", "“We favor largescale trade on the delta,”"),
    ],
)
def test_no_disagreement(base: str, other: str) -> None:
    assert found(wording(base), wording(other, report="b")) == []


def test_two_that_are_told_otherwise_than_the_base_differ_among_themselves() -> None:
    base = wording("that he may well pick up “a letter from the harbour master”")
    one, other = (f"he might write to the board about the {which}" for which in ("issues", "issue"))
    (told,) = found(base, wording(one, report="b"), wording(other, report="c"), sources=("",) * 3, days=("",) * 3)
    assert ({place.report for place in told.readings}, told.why) == ({"b", "c"}, "issues / issue")


def test_two_figures_of_one_report_are_of_two_things() -> None:
    here, there = (f"“Of {n} wards that vote in the delta the mayor is sure”" for n in (9, 14))
    every = [wording(here), wording(there), wording(there, report="b")]
    assert found(*every, sources=("", "", ""), days=("", "", "")) == []


def test_what_nobody_quotes_may_be_told_in_other_words() -> None:
    one = wording("the ferry line plans to keep its fares in the delta this winter", kind="indirect")
    other = wording("the owners intend to leave the fares in the delta alone", kind="indirect", report="b")
    assert found(one, other) == []


def test_what_nobody_quotes_but_two_reports_have_word_for_word() -> None:
    one, other = (
        f"all watch posts at the northern locks and the flat-bottomed {which} boats would be withdrawn by October"
        for which in ("patrol", "repair")
    )
    (told,) = found(wording(one, kind="indirect"), wording(other, kind="indirect", report="b"))
    assert (told.kind, told.why) == ("wording", "patrol / repair")


def test_the_same_words_of_another_speaker() -> None:
    other = wording(BASE, speaker="Ora Tann", party="Velmora", report="b")
    (one,) = found(wording(BASE), other, sources=(wording(BASE).speaker or "", "Ms. Tann"))
    assert one.kind == "attribution"


@pytest.mark.parametrize("source", ["she", "the minister"])
def test_who_is_not_named_is_no_other_speaker(source: str) -> None:
    other = wording(BASE, speaker="Ora Tann", party="Velmora", report="b")
    assert found(wording(BASE), other, sources=(wording(BASE).speaker or "", source)) == []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            " Voss told reporters in Brennick",
            " Voss said in a televised speech",
            "told reporters in Brennick / in a televised speech",
        ),
        (
            " he said after talks with Ora Tann",
            " he said in an interview with the Courier",
            "after talks with Ora Tann / in an interview with the Courier",
        ),
        (" Voss told reporters", " he said at a news conference", ""),
        (" Voss told reporters", " he added", ""),
    ],
)
def test_the_same_words_on_another_occasion(one: str, other: str, why: str) -> None:
    frames = [(Place(report, (Span(0, len(text)),), text),) for report, text in (("a", one), ("b", other))]
    told = [Voiced(wording(BASE, report=report), frame=frame) for report, frame in zip("ab", frames, strict=True)]
    assert [each.why for each in of_utterance(told)] == ([why] if why else [])


def test_the_same_words_on_another_day() -> None:
    (one,) = found(wording(BASE), wording(BASE, day="2024-09-13", report="b"), days=("Thursday", "Friday"))
    assert one.kind == "date"


def test_a_day_that_nobody_prints_is_no_other_day() -> None:
    assert found(wording(BASE), wording(BASE, day="2024-09-13", report="b"), days=("Thursday", "")) == []


def called(report: str, text: str, *, role: bool = False) -> Called:
    return Called(text, Place(report, (Span(0, len(text)),), text), role)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Danylo Korvenskyy", "Danylo Korvensky", True),
        ("Mohamed Sadri", "Mohammed Sadry", True),
        ("Arnold Welter", "Arno Weltre", False),
        ("Ada Roe", "Ada Roes", False),
        ("Ada Macall", "Ada Mafall", False),
    ],
)
def test_a_name_otherwise_spelled(one: str, other: str, differ: bool) -> None:
    kinds = [each.kind for each in of_person([called("a", one), called("b", other)], [])]
    assert kinds == (["spelling"] if differ else [])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Keldavian president", "President", False),
        ("special envoy", "special envoy to the southern islands", False),
        ("peace envoy", "special envoy to the southern islands", True),
        ("alliance chief", "alliance secretary general", True),
        ("spokesman", "spokesperson", False),
        ("foreign minister", "deputy foreign minister", True),
        ("president", "businessman", False),
        ("harbour minister", "went further than her minister", False),
        ("president", "president’s brother", False),
        ("ISLES army spokeswoman", "ISLES navy spokeswoman", False),
        ("ISLES policy chief", "ISLES top diplomat", False),
    ],
)
def test_roles(one: str, other: str, differ: bool) -> None:
    every = list(of_person([], [called("a", one, role=True), called("b", other, role=True)]))
    assert bool(every) == differ


@pytest.mark.parametrize(
    ("one", "other"), [("Orsolo Vélez Prada", "Orsolo Velez Prada"), ("Hadi al-Karam", "Hadi Karam")]
)
def test_accents_and_an_article_are_trifles(one: str, other: str) -> None:
    (found,) = of_person([called("a", one), called("b", other)], [])
    assert (found.kind, found.weight) == ("spelling", "trifling")


@pytest.mark.parametrize(("one", "other"), [("Sun Dong-hal", "Sun Dong Hal"), ("Orsolo Vélez Jr", "Orsolo Vélez Jr.")])
def test_hyphens_and_points_are_none(one: str, other: str) -> None:
    assert list(of_person([called("a", one), called("b", other)], [])) == []
