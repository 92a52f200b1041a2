"""Scoring who spoke, for whom and when in statements that were labelled."""

from __future__ import annotations

import pytest

from onrecord.evaluation.speakers import Labelled, Score, read_labelled
from onrecord.model import ActorRef, Span, Spans, Statement

TEXT = "Ana Kolt and Oleh Drach said on Monday that the docks would open. The fleet sailed at noon."
KOLT, DRACH = ActorRef("actor-1", "Ana Kolt", "person"), ActorRef("actor-2", "Drach", "person")


def at(passage: str) -> Spans:
    return (Span(TEXT.index(passage), TEXT.index(passage) + len(passage)),)


def said(*speakers: ActorRef, party: str | None = None, said_on: str | None = None) -> Statement:
    content, source = at("that the docks would open"), at("Ana Kolt and Oleh Drach")
    return Statement(
        "statement-1", source, at("said"), content, "indirect", "assertion", 0.9, *speakers[:1], party=party,
        said_on=said_on, speakers=speakers,
    )  # fmt: skip


def labelled(*speakers: str, party: str | None = None, said_on: str | None = None) -> Labelled:
    told = party is not None and ";" in party
    return Labelled(at("Ana Kolt"), at("the docks would open"), True, speakers, party, told, said_on)


def measures(wanted: Labelled, *got: Statement) -> dict[str, float]:
    score = Score()
    score.add(TEXT, [wanted], got)
    return dict(score.lines())


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        (("Ana Kolt", "Oleh Drach"), (KOLT, DRACH), 1.0),
        (("Ana Kolt",), (KOLT, DRACH), 0.0),
        (("Oleh Drach",), (DRACH,), 1.0),
        (("Oleh Drach",), (), 0.0),
    ],
)
def test_each_speaker_is_asked(wanted: tuple[str, ...], got: tuple[ActorRef, ...], right: float) -> None:
    assert measures(labelled(*wanted), said(*got))["speaker"] == right


def test_a_party_of_several_sides_is_not_asked() -> None:
    assert measures(labelled("Ana Kolt", party="Tesk; Norland"), said(KOLT))["party asked"] == 0
    assert measures(labelled("Ana Kolt", party="Tesk"), said(KOLT, party="Tesk"))["party"] == 1.0


@pytest.mark.parametrize(
    ("wanted", "got", "missing", "more"),
    [("Tesk", None, 1, 0), (None, "Tesk", 0, 1), ("Tesk", "Norland", 0, 0), (None, None, 0, 0)],
)
def test_a_missing_party_and_one_too_many_are_counted_apart(
    wanted: str | None, got: str | None, missing: int, more: int
) -> None:
    found = measures(labelled("Ana Kolt", party=wanted), said(KOLT, party=got))
    assert (found["party missing"], found["party where none is told"]) == (missing, more)


def test_a_day_that_no_report_tells_is_counted_apart() -> None:
    found = measures(labelled("Ana Kolt"), said(KOLT, said_on="2031-04-02"))
    assert (found["day asked"], found["days that no report tells"]) == (0, 1)


def test_a_day_is_right_though_it_is_about_that_day() -> None:
    assert measures(labelled("Ana Kolt", said_on="2031-04-02"), said(KOLT, said_on="2031-04-02~"))["day"] == 1.0


def test_what_ascribes_nothing_is_asked_for_nothing_else() -> None:
    nothing = Labelled((), at("The fleet sailed"), False, (), None, False, None)
    found = measures(nothing, said(KOLT))
    assert (found["labelled not ascribed"], found["not ascribed, still found"], found["speaker asked"]) == (1, 0.0, 0)


def test_the_sets_share_no_report() -> None:
    sets = read_labelled()
    assert {name: len(labels) for name, labels in sets.items()} == {"learned from": 124, "held out": 36}
    assert not sets["learned from"].keys() & sets["held out"].keys()
