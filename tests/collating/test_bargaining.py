"""Tests onrecord.collating.bargaining: which stances of a statement are a party's position."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.collating.bargaining import is_introduced_as_onlooker, looks_on, speaks_for_party, stands
from onrecord.collating.said import Said
from onrecord.model import ActorRef, ActorType, IssueStance, Span, Stance, Statement


def said(text: str, source: str, cue: str, content: str, held: tuple[IssueStance, ...] = ()) -> Said:
    def place(words: str) -> tuple[Span, ...]:
        at = text.index(words)
        return (Span(at, at + len(words)),)

    statement = Statement(
        "s", place(source), place(cue), place(content), "indirect", "assertion", 1.0, ActorRef("a", source, "person"),
        stances=held,
    )  # fmt: skip
    return Said("r", statement, "Velmora", "2024-09-12", text=text)


def done(text: str, stance: Stance, *evidence: str, confidence: float = 0.9) -> IssueStance:
    spans = sorted(Span(text.index(words), text.index(words) + len(words)) for words in evidence)
    return IssueStance("talks", stance, confidence, tuple(spans))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance", "evidence"),
    [
        # The issue stands in another sentence.
        ("The talks went on past midnight. Ruiz condemned the raid on the mill.", "Ruiz", "condemned",
         "the raid on the mill", "accuses", ("talks", "condemned")),
        # Act and issue stand in clauses of their own.
        ("Ruiz said the raid was criminal; the harvest is in, but nobody talks.", "Ruiz", "said",
         "the raid was criminal; the harvest is in, but nobody talks", "accuses", ("criminal", "talks")),
        # What somebody plans or hints at is offered to nobody.
        ("Ruiz plans to greet the captives at the port.", "Ruiz", "plans", "to greet the captives at the port",
         "proposes", ("plans", "captives")),
        ("Ruiz hinted that a truce was near.", "Ruiz", "hinted", "that a truce was near", "proposes",
         ("hinted", "truce")),
        # What another is hoped to do is not offered.
        ("Ruiz is hoping Torland will give up its missiles.", "Ruiz", "is hoping",
         "Torland will give up its missiles", "proposes", ("hoping Torland will", "missiles")),
        # What was or was not considered is no open question.
        ("Ruiz said talks would not have been considered a year ago.", "Ruiz", "said",
         "talks would not have been considered a year ago", "undecided", ("talks", "considered")),
        # What another one says that he would do, he would.
        ("Ruiz said Oster says he is ready to open talks.", "Ruiz", "said", "Oster says he is ready to open talks",
         "accepts", ("ready to", "talks")),
        # What one must still do one has not done.
        ("Velmora's senate must approve any deal.", "senate", "must approve", "any deal", "accepts",
         ("approve", "deal")),
        # What was so for ages is not said of today.
        ("Velmora has historically resisted talks.", "Velmora", "has historically resisted", "talks", "rejects",
         ("resisted", "talks")),
        # Who denies that something happened refuses nobody anything.
        ("Ruiz denied that the talks had failed.", "Ruiz", "denied", "that the talks had failed", "rejects",
         ("denied", "talks")),
        # Praise is no yes.
        ("Ruiz commended Torland for its part in the talks.", "Ruiz", "commended", "Torland for its part in the talks",
         "accepts", ("commended", "talks")),
        # Courtesy grants nothing.
        ("Ruiz called the talks constructive.", "Ruiz", "called", "the talks constructive", "accepts", ("called",)),
        # A threat is no yes, whatever it hangs on.
        ("If the talks fail, Velmora will walk out.", "Velmora", "will", "talks", "accepts-conditionally",
         ("will", "talks")),
        # Nor is a guess.
        ("Ruiz said both sides might be able to agree to talks.", "Ruiz", "said",
         "both sides might be able to agree to talks", "accepts", ("agree to", "talks")),
        # What a text calls for, nobody demands by telling it.
        ("Ruiz said the accord calls for talks on the mill.", "Ruiz", "said", "the accord calls for talks on the mill",
         "demands", ("calls for", "talks")),
        # What is yet to be done has not been.
        ("The king will go once the senate approves new talks.", "senate", "approves", "new talks", "accepts",
         ("approves", "talks")),
        ("The king will go after the senate approves new talks.", "senate", "approves", "new talks", "accepts",
         ("approves", "talks")),
        # What others make of it, the party has not said.
        ("Torland takes it as a sign that Velmora wants talks.", "Velmora", "wants", "talks", "proposes",
         ("wants", "talks")),
    ],
)  # fmt: skip
def test_no_position(text: str, source: str, cue: str, content: str, stance: Stance, evidence: tuple[str, ...]) -> None:
    assert not stands(said(text, source, cue, content), done(text, stance, *evidence))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance", "evidence"),
    [
        ("On the talks, Ruiz said that Torland must come.", "Ruiz", "said", "that Torland must come", "demands",
         ("talks", "must")),
        ("Ruiz refused an offer of the U.S. and the E.U. to hold talks.", "Ruiz", "refused",
         "an offer of the U.S. and the E.U. to hold talks", "rejects", ("refused", "talks")),
        ("Ruiz plans to open the pass.", "Ruiz", "plans", "to open the pass", "proposes", ("plans to", "pass")),
        ("Velmora welcomed the talks.", "Velmora", "welcomed", "the talks", "accepts", ("welcomed", "talks")),
        ("If the talks go on, Velmora will withdraw its troops.", "Velmora", "will", "talks", "accepts-conditionally",
         ("will", "talks")),
        ("Ruiz called the talks constructive and agreed to a truce.", "Ruiz", "called",
         "the talks constructive and agreed to a truce", "accepts", ("agreed to", "talks")),
        ("The guns spoke again after Velmora rejected the talks.", "Velmora", "rejected", "the talks", "rejects",
         ("rejected", "talks")),
        ("Ruiz hopes for talks in May.", "Ruiz", "hopes for", "talks in May", "proposes", ("hopes", "talks")),
        ("Ruiz said she was considering new talks.", "Ruiz", "said", "she was considering new talks", "undecided",
         ("considering", "talks")),
        ("Ruiz said Velmora said yes to talks.", "Ruiz", "said", "Velmora said yes to talks", "accepts",
         ("yes", "talks")),
    ],
)  # fmt: skip
def test_a_position(text: str, source: str, cue: str, content: str, stance: Stance, evidence: tuple[str, ...]) -> None:
    assert stands(said(text, source, cue, content), done(text, stance, *evidence))


def test_a_judgement_points_back() -> None:
    text = "The talks drag on in the old town hall. They are of no use, said Ruiz."
    held = done(text, "rejects", "talks", "of no use", confidence=0.78)
    assert stands(said(text, "Ruiz", "said", "They are of no use"), held)


def test_what_reading_itself_doubts_is_none() -> None:
    text = "Ruiz accepted the talks."
    one = said(text, "Ruiz", "accepted", "the talks")
    doubtful = replace(one, statement=replace(one.statement, confidence=0.4))
    held = done(text, "accepts", "accepted", "talks")
    assert stands(one, held)
    assert not stands(doubtful, held)


def test_what_must_stop_is_demanded_and_not_blamed() -> None:
    text = "Ruiz said the aggression must end."
    blame = done(text, "accuses", "aggression", confidence=0.7)
    both = (blame, done(text, "demands", "must", confidence=0.69))
    assert not stands(said(text, "Ruiz", "said", "the aggression must end", both), blame)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Velmora's state news agency", True), ("VelNews", True), ("The Aldmoor Times", True),
     ("Velmora Post", False), ("Lindholm Economics", True),
     ("University of Aldmoor", False), ("Velmora", False), ("Mill Workers' Union", False)],
)  # fmt: skip
def test_who_looks_on(name: str, expected: bool) -> None:
    assert looks_on(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, a Velmora expert at the University of Aldmoor, called it a victory.", True),
        ("So said Ana Ruiz, a former palace spokeswoman. Later, Ruiz left.", True),
        ("The policy analyst Ana Ruiz called it a victory.", True),
        ("Former Velmora ambassador Ana Ruiz called it a victory.", True),
        ("Ana Ruiz, a political scientist, called it a victory.", True),
        ("Prime minister Ana Ruiz, a former ambassador, called it a victory.", False),
        ("President Ana Ruiz, a former economist, called it a victory.", False),
        ("President Ana Ruiz, a former army officer, called it a victory.", False),
        ("Ana Ruiz met an expert.", False),
    ],
)
def test_whom_a_report_introduces_as_an_onlooker(text: str, expected: bool) -> None:
    assert is_introduced_as_onlooker(text, "Ana Ruiz") == expected


@pytest.mark.parametrize(
    ("kind", "side", "expected"),
    [("person", "Torland", False), ("person", "Velmora", True), ("person", None, True), ("state", "Torland", True)],
)
def test_a_person_whom_the_reports_put_on_another_side(kind: ActorType, side: str | None, expected: bool) -> None:
    speaker = ActorRef("a", "Ana Ruiz", kind)
    statement = Statement("s", (), (), (Span(0, 3),), "indirect", "assertion", 1.0, speaker)
    assert speaks_for_party(Said("r", statement, "Velmora", None, side=side)) == expected
