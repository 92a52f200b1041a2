"""Tests onrecord.codebook: loading, finding issues, and what `check` tells of a user's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook import BUILT_IN, CodebookError, Finder, check, load, on_its_field, parse
from onrecord.codebook.book import Codebook, Issue
from onrecord.codebook.cues import CueError, compile_cue, openings
from onrecord.codebook.finding import outermost
from onrecord.model import IssueHit, Span

PEACE = Finder(load("peace"))


def issues_in(sentence: str) -> set[str]:
    return {hit.issue for hit in PEACE(sentence) if not hit.hint}


@pytest.mark.parametrize("name", BUILT_IN)
def test_shipped_codebooks_have_no_problems(name: str) -> None:
    assert check(load(name)) == []


def test_the_peace_book_has_the_promised_issues() -> None:
    promised = """ceasefire monitoring peacekeeping territory security-guarantees alliance-membership arms-supply
    mobilisation sanctions settlement talks limited-truce prisoners humanitarian refugees accountability
    reconstruction culture-and-language leadership-and-elections nuclear disarmament use-of-force relations
    military-posture human-rights"""
    assert [issue.id for issue in load("peace").issues] == promised.split()


@pytest.mark.parametrize(
    ("sentence", "issues"),
    [
        ("Velmora accepts the cease-fire.", {"ceasefire"}),
        ("Velmora accepts the ceasefire.", {"ceasefire"}),
        ("Any cease fire must be watched by inspectors.", {"ceasefire", "monitoring"}),
        ("The energy truce holds.", {"limited-truce"}),
        ("Torland must drop its threat of military action.", {"use-of-force"}),
        ("The attack on the market town was ours, they said.", {"use-of-force"}),
        ("The ceasefire must end the attacks.", {"ceasefire"}),
        ("It was a personal attack on me.", set()),
        ("The deal comes into force in May.", set()),
        ("Velmora wants to restore diplomatic relations.", {"relations"}),
        ("The party fears for its public relations with voters.", set()),
        ("The joint naval exercises must end.", {"military-posture"}),
        ("Girls' education and human rights are part of it.", {"human-rights"}),
        ("They held peace talks.", {"talks"}),
        ("Torland wants its prisoners home.", {"prisoners"}),
        ("The power stations run again.", set()),
        ("A POW came home.", {"prisoners"}),
        ("The powder was wet.", set()),
        ("Chemical weapons and the stockpile's end", {"nuclear"}),
        ("The militia must hand over its weapons.", {"disarmament"}),
        ("Torland is ready to end combat.", {"ceasefire"}),
        ("Velmora will let food and fuel through.", {"humanitarian"}),
        ("Velmora pulls its troops out of the hills.", {"territory"}),
        ("Torland is pulling back from the nuclear accord.", {"nuclear"}),
    ],
)
def test_issues_are_found_by_their_cues(sentence: str, issues: set[str]) -> None:
    assert issues_in(sentence) == issues


def test_a_hit_is_the_words_themselves() -> None:
    text = "Torland, he said, is for a lasting peace."
    assert [hit.span.text(text) for hit in PEACE(text)] == ["lasting peace"]


def test_a_hint_is_marked() -> None:
    assert [(hit.issue, hit.hint) for hit in PEACE("Not an inch of land.")] == [("territory", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Torland wants to rebuild the old alliance.",
        "The two must rebuild trust.",
        "It was the dawn of the nuclear era.",
        "The investigation goes on.",
        "He told a press conference in the capital.",
        "She spoke to reporters at the gate.",
        "Velmora will withdraw from the treaty.",
        "Guns were heard in the region.",
        "Sensors watch on land and at sea.",
        "It gives her peace of mind.",
        "Observers say the harvest was good.",
        "He stood up during the meeting.",
        "She is closely monitoring the situation.",
        "They pulled out of the summit.",
        "Torland waits until after the election.",
    ],
)
def test_a_word_in_another_sense_is_no_hit(sentence: str) -> None:
    assert issues_in(sentence) == set()


def test_a_report_on_something_else_has_no_hits() -> None:
    text = "The fair of the village church opened. " + "Cakes and cows were shown on the green all day long. " * 20
    assert PEACE(text)
    assert on_its_field(PEACE(text), text) == ()


def test_a_hint_counts_only_in_a_report_that_names_its_issue() -> None:
    alone, backed = "A truce; not an inch of land.", "Velmora cedes nothing; not an inch of land."
    assert [hit.issue for hit in on_its_field(PEACE(alone), alone)] == ["ceasefire"]
    assert [hit.issue for hit in on_its_field(PEACE(backed), backed)] == ["territory", "territory"]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("cease-fire*", "Cease\u2011fires"),
        ("halt* (the)? fighting", "halting fighting"),
        ("halt* (the)? fighting", "halt the fighting"),
        ("(peace)? summit", "summit"),
        ("send ... troops", "send a few hundred more troops"),
        ("regions?", "region"),
        ("labo(u)?r", "labor"),
        ("it's", "it’s"),
    ],
)
def test_cue_matches(cue: str, text: str) -> None:
    assert compile_cue(cue).match(text)
    assert text.lower().startswith(tuple(openings(cue)))


@pytest.mark.parametrize(("cue", "text"), [("halt", "halted"), ("POW", "pow"), ("send ... troops", "send. The troops")])
def test_cue_does_not_match(cue: str, text: str) -> None:
    assert not compile_cue(cue).match(text)


@pytest.mark.parametrize("cue", ["", "(a", "a)", "... a", "a ...", "(a)? (b)?"])
def test_unreadable_cues_say_so(cue: str) -> None:
    with pytest.raises(CueError):
        compile_cue(cue)


BROKEN = """
name: ferry
issues:
  - {id: Fares, label: Fares, definition: What a crossing costs., cues: [fare*], examples: [The fare rises.]}
  - {id: routes, label: Routes, definition: Where ships go., cues: ["(route"], examples: [A new route.]}
  - {id: routes, label: Routes, definition: Where ships go., cues: [lane*], examples: [The port is full.]}
"""


def test_check_names_each_problem() -> None:
    problems = "\n".join(check(parse(BROKEN, "ferry.yaml")))
    assert "'Fares' is not lower-case words" in problems
    assert "2 issues have this id" in problems
    assert "the cue '(route' cannot be read" in problems


def test_check_reads_the_examples() -> None:
    book = parse(
        BROKEN.replace("(route", "route*").replace("Fares,", "fares,").replace("id: routes", "id: lanes", 1), "f"
    )
    assert check(book) == [
        "routes: none of its cues stands in its example 'The port is full.' (found there: nothing)",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("issues: [", "not YAML"),
        ("[]", "not a mapping"),
        ("name: x", "no issues"),
        ("issues: [{id: a, cues: [1]}]", "is no text"),
        ("issues: [{id: a}]\nstances: [{id: maybe}]", "'maybe' is no stance"),
    ],
)
def test_what_is_no_codebook_says_why(text: str, says: str) -> None:
    with pytest.raises(CodebookError, match=says):
        parse(text, "mine.yaml")


def test_a_users_own_file_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "ferry.yaml"
    file.write_text("issues: [{id: fares, label: Fares, definition: d, cues: [fare*], examples: [Fares]}]", "utf-8")
    book = load(file)
    assert check(book) == []
    assert [hit.issue for hit in Finder(book)("The fare doubled.")] == ["fares"]


def test_a_missing_file_names_the_books_there_are() -> None:
    with pytest.raises(CodebookError, match="peace, trade, labour"):
        load("nowhere.yaml")


@given(st.text(alphabet="truce peacetalks(*)-.\n’", max_size=200))
def test_hits_lie_in_the_text_in_order(text: str) -> None:
    hits = PEACE(text)
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in hits)
    assert list(hits) == sorted(hits, key=lambda hit: hit.span.start)


WORDS = "the anti-truce cease fire ceasefire Talks on talks: prisoner-swap 5,000 7 truce fires"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join))
def test_a_cue_is_found_wherever_a_word_begins(text: str) -> None:
    cues = ("*fire", "*-truce", "talks on", "cease-fire", "(prisoner-)?swap")
    book = Codebook("book", "1", tuple(Issue(cue, cue, "", (cue,)) for cue in cues), ())
    starts = [word.start() for word in re.finditer(r"(?<!\w)\w", text)]
    ends = {cue: [compile_cue(cue).match(text, start) for start in starts] for cue in cues}
    told = [IssueHit(Span(*m.span()), cue, hint=False) for cue, found in ends.items() for m in found if m and m.group()]
    assert Finder(book)(text) == outermost(told)


@pytest.mark.parametrize(
    ("book", "issue"),
    [
        ("labour", "strike"),
        ("trade", "tariffs"),
        ("trade", "retaliation"),
        ("peace", "sanctions"),
        ("peace", "use-of-force"),
        ("peace", "arms-supply"),
        ("peace", "mobilisation"),
        ("peace", "nuclear"),
    ],
)
def test_a_label_names_both_ways_so_that_a_yes_is_no_yes_to_the_hostile_one(book: str, issue: str) -> None:
    found = load(book).issue(issue)
    assert found is not None
    assert " or " in found.label
