"""Tests onrecord.reading.proposals on sentences as a paper would print them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook import Finder, load
from onrecord.model import Actor, ActorRef, Date, IssueStance, Proposal, Span, Stance, Statement, statement_id
from onrecord.reading.page import Page
from onrecord.reading.proposals import answered, find_proposals
from onrecord.reading.sentences import paragraphs, sentences

FIND = Finder(load("peace"))
STATES = ("Velmora", "Torland", "Keldavia")
PERSONS = {"Ilmar Voss": "Keldavia", "Ana Ruiz": "Velmora"}


def page_of(text: str) -> Page:
    blocks = paragraphs(text)
    return Page(text, blocks, tuple(one for block in blocks for one in sentences(text, block)))


def places(text: str, part: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(part), text))


def actors_in(text: str) -> list[Actor]:
    states = [Actor(one, one, "state", party=one, mentions=places(text, one)) for one in STATES]
    persons = [Actor(name, name, "person", party=party, mentions=places(text, name)) for name, party in PERSONS.items()]
    return [one for one in (*states, *persons) if one.mentions]


def said(text: str, content: str, stance: Stance, shown: str, *, issue: str = "ceasefire") -> Statement:
    contents = places(text, content)[:1]
    speaker = ActorRef("Ana Ruiz", "Ana Ruiz", "person")
    held = IssueStance(issue, stance, 0.8, places(text, shown)[:1])
    return Statement(
        statement_id(text, (), (), contents, "indirect"), (), (), contents, "indirect", "assertion", 1.0, speaker,
        party="Velmora", stance=stance, stances=(held,),
    )  # fmt: skip


def found_in(
    text: str, *statements: Statement, dates: tuple[Date, ...] = (), published: str | None = None
) -> tuple[Proposal, ...]:
    return find_proposals(page_of(text), statements, FIND(text), dates, actors_in(text), published)


@pytest.mark.parametrize(
    ("text", "name", "marks"),
    [
        ("Velmora would accept the brief 40-day ceasefire.", "40-day ceasefire", ("40-day",)),
        ("A thirty-day truce is on the table.", "thirty-day truce", ("30-day",)),
        ("They spoke of a 72 hour truce.", "72 hour truce", ("72-hour",)),
        ("The envoys weighed a 12-point peace plan.", "12-point peace plan", ("12-point",)),
        ("Ruiz praised the Three-Port plan for a ceasefire.", "Three-Port plan for a ceasefire", ("port", "three")),
        ("Talks rest on the 2019 Aldmoor accords.", "2019 Aldmoor accords", ("2019", "aldmoor")),
        ("They draft a memorandum on a lasting peace treaty.", "memorandum on a lasting peace treaty", ()),
        ("Both sides signed a memorandum of understanding on the truce.", "memorandum of understanding", ()),
        ("Talks rest on Voss 's landmark Aldmoor peace accord .", "Aldmoor peace accord", ("aldmoor",)),
        ("It is the North American peace accord.", "North American peace accord", ("american", "north")),
        ("It left the Aldmoor and Harl peace accord.", "Aldmoor and Harl peace accord", ("aldmoor", "harl")),
        ("She praised her Aldmoor plan for a truce.", "Aldmoor plan for a truce", ("aldmoor",)),
    ],
)
def test_what_tells_it_from_others_names_it(text: str, name: str, marks: tuple[str, ...]) -> None:
    (one,) = found_in(text)
    assert one.name == name
    assert one.span[0].text(text) == name
    assert one.marks == marks


@pytest.mark.parametrize(
    "text",
    [
        "They want a peace deal.",
        "A ceasefire is far off.",
        "Torland plans to offer talks.",
        "The peace agreement must come first.",
        "The bank has a new pension plan.",
        "VELMORA REJECTS TORLAND TRUCE PLAN",
        "Torland’s plan to stall the ceasefire is working.",
    ],
)
def test_what_any_could_be_names_none(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Aldmoor Peace Treaty Organisation met on the truce.",
        "Torland joined the Clean Harbours Initiative for peace.",
        "Voss signed a party memorandum directing the guards to keep the peace. The memorandum binds the ports.",
    ],
)
def test_what_is_run_or_ordered_is_no_proposal(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Velmora has that right under the Aldmoor Peace Treaty.",
        "Voss told countries that had signed the Aldmoor Peace Treaty to stop.",
        "The truce deal replaces the Aldmoor Peace Treaty.",
        "Ruiz wants tighter rules to avoid the criticisms of the former Aldmoor peace treaty.",
        "They seek a replacement for the 2015 Aldmoor peace deal.",
        "Torland broke the limits of the peace since it left the 2015 Aldmoor peace accord.",
        "Parliament passed the Aldmoor Peace Accord on the same day (4 May 2011), Ruiz said.",
        "Torland withdrew from the Aldmoor Peace Treaty, Ruiz said.",
    ],
)
def test_a_treaty_named_by_the_way_is_not_on_the_table(text: str) -> None:
    assert found_in(text, published="2024-09-12") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Torland threatens to leave the Aldmoor Peace Treaty.",
        "They agreed to renegotiate the 1994 Aldmoor peace treaty.",
        "The two sides signed the Aldmoor Peace Accord on Monday.",
        "Torland calls for a return to the 2015 Aldmoor peace deal.",
        "A vote on the Aldmoor Peace Accord may come on Friday.",
        "The Aldmoor peace deal is a tentative first step.",
    ],
)
def test_a_treaty_that_is_made_or_reopened_is(text: str) -> None:
    assert len(found_in(text, published="2024-09-12")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Torland is withdrawing the proposals for a truce it made last week.",
        "Torland’s truce offer was withdrawn on Monday.",
        "Torland bombed the port in March, ending a two-month truce.",
        "Torland struck after the collapse of the 30-day truce.",
    ],
)
def test_what_is_withdrawn_or_over_is_not_on_the_table(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Torland offered a 30-day truce after the bridge collapsed.",
        "Torland offered a 30-day truce after talks in Velmora collapsed.",
        "Torland offered a 30-day truce once the fair had ended.",
    ],
)
def test_what_another_clause_says_is_over_is_no_end_of_a_truce(text: str) -> None:
    assert len(found_in(text)) == 1


def test_a_truce_that_has_ended_is_not_on_the_table() -> None:
    assert found_in("The 30-day truce between the two ports has ended.") == ()


def test_withdrawn_terms_are_none_of_the_offer() -> None:
    text = (
        "Velmora studied Torland’s truce offer. The offer, sent to both ports, proposes a 2.5 per cent cut in guards. "
        "It also proposes six days of calm. Torland withdrew the proposals it made in its last offer, including wells."
    )
    (one,) = found_in(text)
    assert [term.span.text(text) for term in one.terms] == [
        "proposes a 2.5 per cent cut in guards",
        "proposes six days of calm",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ruiz hailed the Torland proposal for the truce, which is based on the Voss framework.",
            ["Torland proposal", "Voss framework"],
        ),
        ("Ruiz hailed Torland’s plan for the truce—a 20-point roadmap.", ["Torland’s plan", "20-point roadmap"]),
    ],
)
def test_two_names_that_a_sentence_makes_one_are_one(text: str, names: list[str]) -> None:
    (one,) = found_in(text)
    assert [span.text(text) for span in one.span] == names


def test_plans_of_one_maker_for_different_things_are_two() -> None:
    text = (
        "Torland’s plan to open the ports during the truce failed. Torland’s offer to free prisoners under it is new."
    )
    assert len(found_in(text)) == 2


def test_what_only_its_maker_tells_from_others_tells_for_what_and_with_whom() -> None:
    (one,) = found_in("Velmora rejected Torland’s proposal to open the ports in the truce.")
    assert one.about == ("for open", "for ports", "for truce", "with Velmora")


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("Velmora rejected Torland’s proposal for a truce.", ["Torland"]),
        ("Velmora rejected Torland 's ceasefire plan .", ["Torland"]),
        ("Velmora dismissed a Velmoran-Torlandic plan for a truce.", ["Velmora", "Torland"]),
        ("It dismissed a Franco-Belgian plan for a truce.", ["France", "Belgium"]),
        ("The Keldavia-brokered truce holds.", ["Keldavia"]),
        ("They praised the ceasefire plan put forward last week by Keldavia and Torland.", ["Keldavia", "Torland"]),
        ("Keldavia has proposed a 10-day truce.", ["Keldavia"]),
        ("Keldavia has offered a comprehensive 10-day truce.", ["Keldavia"]),
        ("Velmora accepted an offer of a truce from Torland.", ["Torland"]),
        ("Ruiz read the truce plan that President Ilmar Voss drafted.", ["Ilmar Voss"]),
        ("President Ilmar Voss could not win the house for his 12-point peace plan.", ["Ilmar Voss"]),
    ],
)
def test_who_made_it(text: str, makers: list[str]) -> None:
    (one,) = found_in(text)
    assert [maker.name for maker in one.makers] == makers
    assert one.makers_evidence


@pytest.mark.parametrize(
    "text",
    [
        "Torland said it would study the 30-day truce.",
        "Velmora rejected the 30-day truce before Keldavia proposed talks.",
        "Torland accepted the 2019 Aldmoor accords on the truce.",
        "Ana Ruiz told Ilmar Voss what she thought of his 12-point peace plan.",
    ],
)
def test_who_only_speaks_of_it_did_not_make_it(text: str) -> None:
    (one,) = found_in(text)
    assert one.makers == ()


def test_who_offers_it_made_it() -> None:
    text = "Ana Ruiz said Velmora would offer a 30-day truce."
    statement = said(text, "Velmora would offer a 30-day truce", "proposes", "offer")
    (one,) = found_in(text, statement)
    assert [(maker.name, maker.party) for maker in one.makers] == [("Ana Ruiz", "Velmora")]


def test_who_says_we_sent_it_made_it() -> None:
    text = "“We have sent them a proposal on the truce,” Ana Ruiz said."
    (one,) = found_in(text, said(text, "We have sent them a proposal on the truce", "undecided", "sent"))
    assert [maker.party for maker in one.makers] == ["Velmora"]


def test_the_day_beside_the_maker_is_when_it_was_made() -> None:
    text = "The truce plan proposed by Keldavia on Thursday was read out."
    (one,) = found_in(text, dates=(Date(places(text, "Thursday"), "2024-09-12"),))
    assert one.made_on == "2024-09-12"
    assert [span.text(text) for span in one.made_on_evidence] == ["Thursday"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The 30-day ceasefire is near.", [("duration", "30-day")]),
        ("Torland’s truce would last for two weeks, Ruiz said.", [("duration", "two weeks")]),
        ("Keldavia proposed a truce lasting two weeks.", [("duration", "two weeks")]),
        (
            "Torland’s truce plan would cover the ports and the railways, Ruiz said.",
            [("scope", "would cover the ports and the railways")],
        ),
        (
            "Torland’s truce plan, monitored by unarmed guards, may fail.",
            [("monitors", "monitored by unarmed guards")],
        ),
        (
            "Torland’s plan to free the ports under a truce failed.",
            [("scope", "to free the ports under a truce failed")],
        ),
    ],
)
def test_its_terms(text: str, terms: list[tuple[str, str]]) -> None:
    assert [(term.kind, term.span.text(text)) for one in found_in(text) for term in one.terms] == terms


def test_other_wordings_of_one_report_are_one() -> None:
    text = (
        "Torland’s proposal for a 20-day ceasefire came late. Ruiz called the Torland ceasefire plan a trap. "
        "The plan would cover the ports. Velmora accepted the 20-day truce."
    )
    (one,) = found_in(text)
    assert [span.text(text) for span in one.span] == [
        "Torland’s proposal for a 20-day ceasefire", "Torland ceasefire plan", "plan", "20-day truce",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Torland’s 30-day truce is near. Keldavia’s 10-day truce is dead.",
        "Torland’s truce plan is near. Keldavia’s truce plan is dead.",
        "The 2019 Aldmoor accords hold. The 2021 Aldmoor accords on the truce do not.",
        "The 30-day truce holds. The memorandum on peace does not.",
        "Ruiz wants the Ilmar Voss plan for a truce. Velmora rejected the Keldavian proposals on the truce.",
    ],
)
def test_what_differs_is_not_one(text: str) -> None:
    assert len(found_in(text)) == 2


def test_what_two_could_mean_is_the_nearer() -> None:
    text = "Torland’s 30-day truce is near. Keldavia’s 10-day truce is dead. The truce would cover ports."
    near = next(one for one in found_in(text) if "10-day" in one.marks)
    assert len(near.span) == 2


def stances_on(text: str, *statements: Statement) -> list[str | None]:
    page, hits = page_of(text), FIND(text)
    named = find_proposals(page, statements, hits, (), actors_in(text))
    return [held.proposal for one in answered(page, statements, named, hits) for held in one.stances]


def test_a_stance_is_on_the_proposal_that_its_sentence_names() -> None:
    text = "Ana Ruiz said Velmora accepts the 30-day truce. She left at noon."
    statement = said(text, "Velmora accepts the 30-day truce", "accepts", "accepts")
    assert stances_on(text, statement) == ["30-day truce"]


def test_what_another_sentence_names_is_not_answered() -> None:
    text = "The 30-day truce is near. Ana Ruiz said Velmora accepts more talks."
    statement = said(text, "Velmora accepts more talks", "accepts", "accepts", issue="talks")
    assert stances_on(text, statement) == [None]


def test_a_threat_against_whoever_rejects_it_is_no_answer() -> None:
    text = "Ana Ruiz said Velmora would impose sanctions if they reject the 30-day truce."
    content = "Velmora would impose sanctions if they reject the 30-day truce"
    statement = said(text, content, "threatens", "impose sanctions", issue="sanctions")
    assert stances_on(text, statement) == [None]


PARTS = st.sampled_from(
    [*"the a 30-day truce plan proposal for Keldavia 2019 accords ports . , peace “ ” 's memorandum".split(),
     "Torland’s", "proposed by", "would cover", "Franco-", "\n\n", "lasting two weeks"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map(" ".join))
def test_every_span_lies_in_the_text(text: str) -> None:
    for one in found_in(text):
        terms = tuple(term.span for term in one.terms)
        for span in (*one.span, *one.makers_evidence, *one.made_on_evidence, *terms):
            assert 0 <= span.start < span.end <= len(text)
        assert one.name in {span.text(text) for span in one.span}
