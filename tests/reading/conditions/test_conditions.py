"""Tests onrecord.reading.conditions on sentences as a paper would print them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook import Finder, load
from onrecord.model import Actor, ActorRef, Condition, Span, Statement, statement_id
from onrecord.reading.conditions import find_conditions, list_items
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs, sentences

FINDERS = {name: Finder(load(name)) for name in ("peace", "trade", "labour")}


def page_of(text: str) -> Page:
    blocks = paragraphs(text)
    return Page(text, blocks, tuple(one for block in blocks for one in sentences(text, block)))


def said(text: str, *contents: str, party: str | None = "Velmora", name: str = "Ana Ruiz") -> Statement:
    """A statement whose content is these slices of the text; without any, the whole of it."""
    content = tuple(Span(text.index(one), text.index(one) + len(one)) for one in contents) or (Span(0, len(text)),)
    id_ = statement_id(text, (), (), content, "indirect")
    return Statement(id_, (), (), content, "indirect", "assertion", 1.0, ActorRef("a", name, "person"), party=party)


def conditions(text: str, book: str = "peace") -> list[Condition]:
    return list(find_conditions(page_of(text), [said(text)], FINDERS[book](text)))


def found(text: str, book: str = "peace") -> list[str]:
    return [one.span[0].text(text) for one in conditions(text, book)]


SIEGES_AND_TRUCES = [
    ("Velmora will sign a truce if the river is opened.", "if the river is opened"),
    ("Torland could hold its fire unless its convoys are attacked.", "unless its convoys are attacked"),
    ("It accepts the ceasefire provided that both bridges stay open.", "provided that both bridges stay open"),
    ("The marshal is open to a truce, provided it leads to a treaty, aides say.", "provided it leads to a treaty"),
    ("The siege will go on until the last gun is handed over.", "until the last gun is handed over"),
    ("There can be no talks until the prisoners are home.", "until the prisoners are home"),
    ("The guns cannot fall silent until terms are met, including a halt to arms deliveries.",
     "until terms are met, including a halt to arms deliveries"),
    ("They want calm, but only alongside firm guarantees.", "but only alongside firm guarantees"),
    ("Velmora backs the plan, but that any truce must end the blockade.", "any truce must end the blockade"),
    ("Any ceasefire must heal the old quarrels of the valley.",
     "Any ceasefire must heal the old quarrels of the valley"),
    ("This ceasefire should be such that the ports reopen.",
     "This ceasefire should be such that the ports reopen"),
    ("We will observe the truce as long as Torland does.", "as long as Torland does"),
    ("So long as the shelling goes on, there will be no talks.", "So long as the shelling goes on"),
    ("He agreed to the withdrawal on condition that observers stay.", "on condition that observers stay"),
    ("She accepted talks on the condition that they are held at sea.", "on the condition that they are held at sea"),
    ("The rebels offered to free forty captives in exchange for grain.", "in exchange for grain"),
    ("It would lift the siege in return for the northern forts.", "in return for the northern forts"),
    ("Velmora requires a map of the mines before agreeing to a truce.",
     "requires a map of the mines before agreeing to a truce"),
    ("The queen would need to free the ferrymen before a ceasefire could be signed.",
     "need to free the ferrymen before a ceasefire could be signed"),
    ("Torland must disarm its men before any talks can begin.", "must disarm its men before any talks can begin"),
    ("There will be no peace without the return of the refugees.", "without the return of the refugees"),
    ("Without guarantees, the envoy said, no truce is possible.", "Without guarantees"),
    ("Velmora supports the truce, but not without its own conditions.", "but not without its own conditions"),
    ("The ceasefire depends on an end to the raids.", "depends on an end to the raids"),
    ("A pullback would be contingent on a vote of the council.", "contingent on a vote of the council"),
    ("The truce is conditional on free passage of ships.", "conditional on free passage of ships"),
    ("Any withdrawal hinges on the mine maps.", "hinges on the mine maps"),
    ("When the seal on the depot is broken, we will discuss a truce.", "When the seal on the depot is broken"),
    ("We will resume talks once the crossing is open.", "once the crossing is open"),
    ("The guns will stop only when the fort surrenders.", "only when the fort surrenders"),
    ("It will talk peace only after the marshal resigns.", "only after the marshal resigns"),
    ("He will come to the talks only if the border is open.", "only if the border is open"),
    ("Torland needs to free the prisoners first.", "Torland needs to free the prisoners first"),
    ("We are for the truce, but obstacles exist.", "but obstacles exist"),
    ("Velmora is for the ceasefire, but many details need to be settled.", "many details need to be settled"),
    ("There are matters that we have to settle before the truce.",
     "There are matters that we have to settle before the truce"),
    ("It will not accept foreign troops on its soil.", "It will not accept foreign troops on its soil"),
    ("Velmora says it would never agree to cede the southern valley.",
     "it would never agree to cede the southern valley"),
    ("A key demand for Velmora is the opening of the two crossings.", "the opening of the two crossings"),
    ("Velmora wants a peace with guarantees for its fishermen.", "with guarantees for its fishermen"),
    ("Ruiz is setting new preconditions for the talks.", "Ruiz is setting new preconditions for the talks"),
    ("Sanctions will not be lifted until the last barge has left.", "until the last barge has left"),
    ("If the council approves, the prisoners will be freed on Friday.", "If the council approves"),
    ("“If they want a truce, they will have to open the port,” he said.", "If they want a truce"),
    ("Torland threatened to strike again if the truce was broken.", "if the truce was broken"),
    ("He may order new sanctions if Torland does not sign a peace deal.", "if Torland does not sign a peace deal"),
    ("Velmora warned of a ground offensive unless the rockets stop.", "unless the rockets stop"),
    ("The rebels are ready to disarm in the event of a general amnesty.", "in the event of a general amnesty"),
    ("They will continue the offensive until the enclave surrenders, he said.", "until the enclave surrenders"),
]  # fmt: skip

TRADE = [
    ("Maravia will cut its duties if Ostia does the same.", "if Ostia does the same"),
    ("Ostia could avoid the tariffs if it grants concessions on dairy.", "if it grants concessions on dairy"),
    ("Maravia offered to lift its quotas in exchange for grain purchases.", "in exchange for grain purchases"),
    ("There is no trade deal without labour standards.", "without labour standards"),
    ("Duties on glass will rise to 12 percent unless a deal is struck by May.", "unless a deal is struck by May"),
    ("The exemption is subject to a yearly review.", "subject to a yearly review"),
    ("Ostia accepts the tariff cap provided that steel is left out.", "provided that steel is left out"),
    ("The minister wants the levy scrapped before he will resume talks.",
     "wants the levy scrapped before he will resume talks"),
    ("The agreement must include a panel for disputes.", "The agreement must include a panel for disputes"),
    ("Maravia will not accept a sunset clause in the pact.", "Maravia will not accept a sunset clause in the pact"),
    ("The waiver holds only as long as talks continue.", "as long as talks continue"),
    ("The bloc would drop its levies only if the subsidies end.", "only if the subsidies end"),
    ("Retaliation will follow if the duties on wine take effect.", "if the duties on wine take effect"),
]  # fmt: skip

STRIKES = [
    ("The union will call off the strike if the mill reopens the canteen.", "if the mill reopens the canteen"),
    ("Drivers will walk out on Monday unless the company returns to the talks.",
     "unless the company returns to the talks"),
    ("The ferrymen accept the pay offer, provided the night shifts stay voluntary.",
     "provided the night shifts stay voluntary"),
    ("No one will go back to work until the sacked bakers are reinstated.", "until the sacked bakers are reinstated"),
    ("The company offered a raise in return for longer shifts.", "in return for longer shifts"),
    ("Any contract must protect the pension plan.", "Any contract must protect the pension plan"),
    ("The nurses would end the walkout on condition that staffing levels rise.",
     "on condition that staffing levels rise"),
    ("Management will not agree to a four-day week.", "Management will not agree to a four-day week"),
    ("The deal is contingent on a vote of the members.", "contingent on a vote of the members"),
    ("The strike can be averted only if both sides move on pay.", "only if both sides move on pay"),
    ("The union is ready to talk as long as the lockout is lifted.", "as long as the lockout is lifted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "condition"), SIEGES_AND_TRUCES)
def test_conditions_in_sieges_and_truces(text: str, condition: str) -> None:
    assert condition in found(text)


@pytest.mark.parametrize(("text", "condition"), TRADE)
def test_conditions_in_trade_talks(text: str, condition: str) -> None:
    assert condition in found(text, "trade")


@pytest.mark.parametrize(("text", "condition"), STRIKES)
def test_conditions_in_strikes(text: str, condition: str) -> None:
    assert condition in found(text, "labour")


@pytest.mark.parametrize(
    "text",
    [
        "Asked if he would sign the truce, the marshal laughed.",
        "He did not know if the ceasefire would hold.",
        "We will see if they want peace.",
        "The rebels wondered if talks would resume.",
        "It looks as if the truce will hold.",
        "Even if the talks fail, the queen will go home.",
        "Few, if any, prisoners will be freed.",
        "The truce will be long, if not perfect.",
        "If you look at the map, the border is clear.",
        "It is unclear if the inspectors can come.",
        "The king provided the army with new weapons.",
        "Aid was provided by the harbour town, and the truce will hold.",
        "Talks will last until Friday.",
        "The truce will not begin until Monday.",
        "The convoy waited until dawn, before the ceasefire.",
        "The truce began after the marshal resigned.",
        "The envoy spoke on condition of anonymity about the truce.",
        "He spoke on the condition that he not be named, as the talks are secret.",
        "Before the war, Torland held the valley.",
        "The marshal left without a word about the truce.",
        # What only goes together with something hangs on nothing.
        "Velmora will not accept a slow truce, she said without a doubt in her voice.",
        "Without the port, Velmora cannot feed its towns during the truce.",
        # It is otherwise, so nothing hangs on it.
        "If there was no hope of a truce, we would not be here.",
        "The truce would have been easier if the two had had envoys.",
        "The date of the truce could be subject to change, she warned.",
        "She lost her job when the siege began.",
        "Prisoners are held in poor health conditions.",
        "First, the truce will be read aloud.",
        "The truce will last for as long as two months.",
        "If the queen had signed, the truce would have held.",
    ],
)
def test_no_condition(text: str) -> None:
    assert found(text) == []


def test_a_sentence_on_no_issue_has_none() -> None:
    assert found("The baker will close if it rains.") == []


def test_two_needs_are_two_conditions() -> None:
    text = "Velmora agrees, but that any truce must end the blockade and several points needed to be cleared up."
    assert found(text) == ["any truce must end the blockade", "several points needed to be cleared up"]


def test_a_later_sentence_of_the_speaker_limits_the_yes() -> None:
    text = (
        "“We support the truce,” Ruiz said.\n“But there are matters that we have to settle. And we must ask the fleet.”"
    )
    yes, but = said(text, "“We support the truce,”"), said(text, text[text.index("“But") :])
    got = find_conditions(page_of(text), [yes, but], FINDERS["peace"](text))
    assert [one.span[0].text(text) for one in got] == [
        "there are matters that we have to settle",
        "And we must ask the fleet",
    ]


def test_the_condition_belongs_to_the_inner_speaker() -> None:
    text = "People close to the talks say Velmora accepts a truce if the port opens."
    outer = said(text, text[text.index("Velmora") : -1], party=None, name="people close to the talks")
    inner = said(text, "a truce if the port opens")
    (condition,) = find_conditions(page_of(text), [outer, inner], FINDERS["peace"](text))
    assert (condition.party, condition.statement) == ("Velmora", inner.id)


def test_it_says_on_what_it_hangs() -> None:
    (condition,) = conditions("Velmora will free the prisoners if the border opens.")
    assert condition.on == ("prisoners",)


def test_the_trigger_lies_in_the_span() -> None:
    text = "Velmora will free the prisoners if the border opens."
    (condition,) = conditions(text)
    assert condition.trigger[0].text(text) == "if"
    assert condition.span[0].covers(condition.trigger[0])


def test_an_analyst_without_a_party_sets_no_condition() -> None:
    text = "The truce will fail if the marshal stays, a professor of history said."
    statement = said(text, party=None, name="a professor")
    assert find_conditions(page_of(text), [statement], FINDERS["peace"](text)) == ()


def test_list_items_are_told_apart() -> None:
    text = "until terms are met, including a halt to arms, an open port and free elections"
    assert [one.text(text) for one in list_items(text, Span(0, len(text)))] == [
        "a halt to arms",
        "an open port",
        "free elections",
    ]


def test_no_list_is_one_item() -> None:
    text = "if the port opens"
    assert list_items(text, Span(0, len(text))) == (Span(0, len(text)),)


@given(
    st.lists(st.sampled_from("truce if unless but must provided the that until , . “ ” and agree need first".split()))
)
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(["peace", *words])
    spans = [one.span[0] for one in conditions(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_whoever_says_yes_for_himself_sets_conditions_though_no_party_is_named() -> None:
    text = "“We agree to a truce, but only if the lawsuits are dropped first,” said Ana Ruiz."
    content = text[: text.index(" said")]
    direct = replace(said(text, content, party=None), kind="direct")
    (only,) = find_conditions(page_of(text), [direct], FINDERS["peace"](text))
    assert only.span[0].text(text) == "but only if the lawsuits are dropped first"


def test_whose_a_condition_is_that_somebody_tells_of_another_is_not_guessed() -> None:
    text = "Ruiz said her country backs Torland’s plan, but that any truce must end the blockade."
    outer = said(text, text[10:], party=None)
    ref = ActorRef("b", "her country", "unnamed")
    inner = replace(said(text, text[28:], party=None), speaker=ref, within=outer.id)
    at = text.index("Torland")
    torland = Actor("t", "Torland", "state", mentions=(Span(at, at + 7),), party="Torland")
    (one,) = find_conditions(page_of(text), [outer, inner], FINDERS["peace"](text), [torland])
    assert (one.statement, one.party) == (inner.id, None)
