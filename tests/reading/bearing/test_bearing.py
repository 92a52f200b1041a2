"""Tests onrecord.reading.bearing: what the network is shown of a stance, and of which stances it is asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.codebook import Finder, load
from onrecord.model import IssueStance, Span, Stance, Statement, statement_id
from onrecord.reading.attribution.pieces import CLS, SEP, load_tokenizer
from onrecord.reading.attribution.tagger import FOLDER, Tagger
from onrecord.reading.bearing import Bearing, shipped
from onrecord.reading.bearing.network import VERDICTS, WORTH
from onrecord.reading.bearing.views import ISSUE, MOST, NAMED, SHOWS, SOURCE, BearingViewer, View
from onrecord.reading.layout import lay_out
from onrecord.reading.stances.views import CONTENT, CUE, Viewer

TAGGER, TOKENIZER, FIND = Tagger(), load_tokenizer(FOLDER), Finder(load("peace"))
TEXT = (
    "The ferry sailed at noon. Ana Ruiz of Velmora rejected the truce after the sanctions on grain. Nobody else spoke."
)


class Half:
    """Finds everything as likely as not, and remembers what it was shown."""

    key = "half"

    def __init__(self) -> None:
        self.views: list[View] = []

    def __call__(self, view: View) -> float:
        self.views.append(view)
        return 0.5


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def said(text: str = TEXT, content: str = "the truce after the sanctions on grain") -> Statement:
    spans = (
        (span(text, "Joe Keld" if "Joe Keld" in text else "Ana Ruiz"),),
        (span(text, "rejected"),),
        (span(text, content),),
    )
    key = statement_id(text, *spans, "indirect")
    return Statement(key, *spans, "indirect", "assertion", 1.0, party="Velmora", stances=(stance(text),))


def stance(text: str = TEXT, issue: str = "ceasefire", does: Stance = "rejects") -> IssueStance:
    return IssueStance(issue, does, 0.9, (span(text, "rejected"), span(text, "truce")))


def view_of(held: IssueStance, text: str = TEXT, content: str = "the truce after the sanctions on grain") -> View:
    page = lay_out(text)
    view = BearingViewer(page, Viewer(TAGGER(page)), FIND(text), TOKENIZER)(said(text, content), held)
    assert view is not None
    return view


def test_a_view_names_issue_and_stance_and_marks_where_they_stand() -> None:
    view = view_of(stance())
    named = TOKENIZER.encode("ceasefire : rejects", add_special_tokens=False).ids
    assert view.ids[: len(named) + 2].tolist() == [CLS, *named, SEP]
    assert set(view.parts[: len(named) + 2]) == {NAMED}
    assert {SOURCE, CUE, CONTENT} <= set(view.parts.tolist())
    assert view.parts[view.marks == SHOWS].tolist() == [CUE]
    assert len(view.ids) == len(view.parts) == len(view.marks)
    assert (view.marks == ISSUE).sum() >= 1


def test_of_two_issues_the_one_that_is_asked_about_is_marked() -> None:
    truce, sanctions = view_of(stance()), view_of(replace(stance(issue="sanctions"), evidence=()))
    at = [np.flatnonzero(view.marks == ISSUE) - len(view.ids) for view in (truce, sanctions)]
    assert at[0].max() < at[1].min()


def test_who_is_named_is_not_shown() -> None:
    other = TEXT.replace("Ana Ruiz", "Joe Keld")
    assert np.array_equal(view_of(stance()).ids, view_of(stance(other), other).ids)


def test_a_long_sentence_is_cut_around_the_issue() -> None:
    ahead = "that the port and the road and the ferry " * 30
    text = f"Ana Ruiz rejected the idea, saying {ahead} and the truce were lost."
    view = view_of(stance(text), text, f"the idea, saying {ahead} and the truce were lost")
    assert (view.parts == CONTENT).sum() <= MOST
    assert (view.marks == ISSUE).any()


def weighed(statement: Statement, judge: Half) -> Statement:
    page = lay_out(TEXT)
    return Bearing(judge).on(page, TAGGER(page), FIND(TEXT))(statement)


def test_what_is_heard_is_kept_with_the_stance() -> None:
    (held,) = weighed(said(), Half()).stances
    assert held == replace(stance(), heard=held.heard)
    assert held.heard == pytest.approx(0.5, abs=0.1)


def test_an_issue_of_the_background_is_heard_more_faintly_and_yet_told() -> None:
    far = "Ana Ruiz of Velmora rejected the truce and, in the week in which grain and wool were under sanctions, left."
    content = far[far.index("the truce") : far.index(", left")]
    both = (stance(far), IssueStance("sanctions", "rejects", 0.9, (span(far, "rejected"), span(far, "sanctions"))))
    page = lay_out(far)
    near, told = Bearing(Half()).on(page, TAGGER(page), FIND(far))(replace(said(far, content), stances=both)).stances
    assert (near.heard or 0) > (told.heard or 0)


@pytest.mark.parametrize(
    "statement",
    [
        replace(said(), party=None),
        replace(said(), stances=(replace(stance(), issue=None),)),
        replace(said(), stances=(replace(stance(), confidence=0.3),)),
        replace(said(), stances=()),
    ],
)
def test_nobody_asks_of_what_is_no_position(statement: Statement) -> None:
    judge = Half()
    assert weighed(statement, judge) == statement
    assert not judge.views


def test_what_ships_gives_a_chance_and_always_the_same() -> None:
    view = view_of(stance())
    assert 0.0 < shipped()(view) < 1.0
    assert shipped()(view) == shipped()(view)
    assert len(VERDICTS) == len(WORTH)


def test_what_ships_prefers_the_issue_that_something_is_done_to() -> None:
    assert shipped()(view_of(stance())) > shipped()(view_of(replace(stance(issue="sanctions"), evidence=())))
