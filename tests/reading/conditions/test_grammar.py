"""Tests onrecord.reading.conditions on trade, work and sieges: what hangs on something, and what only sounds so."""

from __future__ import annotations

import pytest

from onrecord.codebook import Finder, load
from onrecord.model import Actor, ActorRef, Role, Span, Statement, statement_id
from onrecord.reading.conditions import find_conditions
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs, sentences

FINDERS = {name: Finder(load(name)) for name in ("peace", "trade", "labour")}
RUIZ = ActorRef("ruiz", "Ana Ruiz", "person")


def page_of(text: str) -> Page:
    blocks = paragraphs(text)
    return Page(text, blocks, tuple(one for block in blocks for one in sentences(text, block)))


def found(text: str, book: str, *, party: str | None = "Velmora", role: str | None = None) -> list[str]:
    """The conditions of a text that all of it is a statement of Ana Ruiz's."""
    content = (Span(0, len(text)),)
    id_ = statement_id(text, (), (), content, "indirect")
    statement = Statement(id_, (), (), content, "indirect", "assertion", 1.0, RUIZ, party=party)
    roles = (Role(role, (Span(0, 1),)),) if role else ()
    actors = [Actor("ruiz", "Ana Ruiz", "person", party, roles=roles)]
    got = find_conditions(page_of(text), [statement], FINDERS[book](text), actors)
    return [one.span[0].text(text) for one in got]


def told(text: str, book: str) -> list[str]:
    """The conditions of a text that nobody says; Torland is named where it stands in it."""
    at = text.find("Torland")
    mentions = (Span(at, at + len("Torland")),) if at >= 0 else ()
    actors = [Actor("t", "Torland", "state", "Torland", mentions=mentions)]
    return [one.span[0].text(text) for one in find_conditions(page_of(text), [], FINDERS[book](text), actors)]


@pytest.mark.parametrize(
    ("book", "text", "condition"),
    [
        ("trade", "If the quota is raised, that enables us to sign the trade deal.", "If the quota is raised"),
        ("trade", "Growers stand to enjoy lower tariffs if the pact is signed.", "if the pact is signed"),
        ("trade", "Duties will be suspended once the glass ruling is published.", "once the glass ruling is published"),
        ("trade", "Once the audit is done then the tariffs can be suspended.", "Once the audit is done"),
        ("trade", "The levy would have to be lifted as soon as the quota is met.", "as soon as the quota is met"),
        ("trade", "Ostia made it clear that if the wine duty is kept that the council will raise tariffs.",
         "if the wine duty is kept"),
        ("trade", "If the pact is not signed there will be new tariffs.", "If the pact is not signed"),
        ("trade", "The tariffs were wrong. In return, Ostia must open its grain market.",
         "In return, Ostia must open its grain market"),
        ("trade", "We accept the tariffs. In return, the council wants the grain market opened.",
         "In return, the council wants the grain market opened"),
        ("trade", "In return for lower tariffs, Ostia wants the grain market opened.",
         "Ostia wants the grain market opened"),
        ("trade", "Ostia would cut tariffs but wants the grain market opened in return.",
         "wants the grain market opened in return"),
        ("trade", "Ostia would sign the trade deal and asked for longer quotas in exchange.",
         "asked for longer quotas in exchange"),
        ("trade", "We will cut tariffs, but in exchange for that, talks should cover steel.",
         "in exchange for that, talks should cover steel"),
        ("trade", "There is no trade deal if the subsidies stay.", "if the subsidies stay"),
        ("trade", "The exemption from tariffs would only take effect if both houses agree.", "if both houses agree"),
        ("trade", "Tariffs on timber will come off only if a new treaty is signed.", "only if a new treaty is signed"),
        ("labour", "If the mill, another party to the strike, shuts its gates, drivers will walk out.",
         "If the mill, another party to the strike, shuts its gates"),
        ("labour", "The union will put the offer to a vote once the company publishes its pay scales.",
         "once the company publishes its pay scales"),
        ("labour", "Members will walk off the job unless the wage offer improves.", "unless the wage offer improves"),
        ("labour", "The bakers would return to work if the sacked are reinstated and the pension plan is kept.",
         "if the sacked are reinstated and the pension plan is kept"),
        ("labour", "A pay rise depends on longer shifts.", "depends on longer shifts"),
        ("labour", "We will talk about pay as long as nobody is locked out.", "as long as nobody is locked out"),
        ("labour", "The pay deal must be in writing before the strike can end.",
         "The pay deal must be in writing before the strike can end"),
        ("labour", "There will be no strike provided that the rota goes.", "provided that the rota goes"),
        ("labour", "The ferrymen accept the contract on condition that night work stays voluntary.",
         "on condition that night work stays voluntary"),
        ("peace", "The siege could end tomorrow if the garrison lays down its arms.",
         "if the garrison lays down its arms"),
        ("peace", "If the enclave, the last in the valley, surrenders, the shelling will stop.",
         "If the enclave, the last in the valley, surrenders"),
        ("peace", "Relations will need to be normalised once a truce is reached.", "once a truce is reached"),
        ("peace", "Civilians may leave the besieged town provided they give up their weapons.",
         "provided they give up their weapons"),
        ("peace", "We are ready to lift the blockade as long as the ferries are searched.",
         "as long as the ferries are searched"),
        ("peace", "It is ready to lift the siege once all captives are home.", "once all captives are home"),
        ("peace", "Convoys can enter once the garrison frees the prisoners.", "once the garrison frees the prisoners"),
        ("peace", "The rebels would sign a truce in return for safe passage.", "in return for safe passage"),
        ("peace", "If there is a way to end the siege by talks, we prefer that and would stop the shelling.",
         "If there is a way to end the siege by talks"),
    ],
)  # fmt: skip
def test_what_hangs_on_something(book: str, text: str, condition: str) -> None:
    assert condition in found(text, book)


@pytest.mark.parametrize(
    ("book", "text", "condition"),
    [
        ("peace", "In the background was Torland’s threat of a raid if the truce fails.", "if the truce fails"),
        ("peace", "Torland threatened a new siege unless the captives are freed.", "unless the captives are freed"),
        ("trade", "Torland offered to drop its tariffs if the canal is opened.", "if the canal is opened"),
    ],
)
def test_a_threat_or_an_offer_that_only_the_report_tells(book: str, text: str, condition: str) -> None:
    assert condition in told(text, book)


@pytest.mark.parametrize(
    ("book", "text"),
    [
        ("peace", "The truce may hold if it rains in Torland."),
        ("trade", "Growth in Torland could halve if the tariffs stay."),
    ],
)
def test_a_forecast_that_only_the_report_tells(book: str, text: str) -> None:
    assert told(text, book) == []


@pytest.mark.parametrize("role", ["prime minister", "Torland’s chief negotiator", "union spokeswoman", "rebel leader"])
def test_who_holds_an_office_bargains_though_the_party_is_not_told(role: str) -> None:
    text = "The siege will go on unless the garrison surrenders."
    assert found(text, "peace", party=None, role=role) == ["unless the garrison surrenders"]


def test_what_a_person_says_is_not_laid_to_whoever_else_is_named() -> None:
    text = "Voss warned Torland of a siege unless the garrison surrenders."
    content = (Span(text.index("a siege"), len(text)),)
    statement = Statement(
        statement_id(text, (), (), content, "indirect"), (), (), content, "indirect", "assertion", 1.0, RUIZ
    )
    actors = [
        Actor("ruiz", "Ana Ruiz", "person", roles=(Role("prime minister", (Span(0, 4),)),)),
        Actor("t", "Torland", "state", "Torland", mentions=(Span(12, 19),)),
    ]
    (one,) = find_conditions(page_of(text), [statement], FINDERS["peace"](text), actors)
    assert one.party is None


@pytest.mark.parametrize("role", ["economist", "senior fellow at an institute", "former ambassador", "baker", None])
def test_who_holds_none_does_not(role: str | None) -> None:
    assert found("The siege will go on unless the garrison surrenders.", "peace", party=None, role=role) == []


@pytest.mark.parametrize("role", ["political scientist", "retired envoy", "defence analyst"])
def test_who_looks_on_sets_no_condition_for_the_country(role: str) -> None:
    assert found("Velmora will not stop the siege unless it must.", "peace", role=role) == []


@pytest.mark.parametrize(
    ("book", "text"),
    [
        ("peace", "If you are the one who wants a truce, what would you do?"),
        ("peace", "We must ask what we will do once we are there, in the besieged town. Why?"),
        ("peace", "The besieged town has not yet taken this step, and we need to react."),
        ("peace", "He spoke on condition of not being named, as the truce is shaky."),
        ("peace", "The envoys confirmed the truce but provided no further details about the talks."),
        ("peace", "The garrison will never accept it, and the siege goes on."),
        ("peace", "The marshal says he will not agree to a ceasefire."),
        ("peace", "It keeps the forts that it depends on for its defence in the siege."),
        ("peace", "An end of the siege is good if it means peace."),
        ("peace", "It would be a great honour if the captives were freed."),
        ("peace", "If he listens to the mob, he risks the truce."),
        ("peace", "“We need to be talking to them,” Ruiz said before flying to the talks on the truce."),
        ("trade", "A lower tariff would be tremendous news if the king is serious."),
        ("trade", "Tariffs hurt growers if they hit grain."),
        ("trade", "Nobody wins if the tariffs stay."),
        ("trade", "The ministry provided few details of the tariffs."),
        ("trade", "If the tariffs had stayed, the mills would have closed."),
        ("trade", "Asked if the tariffs would stay, she laughed."),
        ("labour", "Ruiz cannot accept this, and the strike goes on."),
        ("labour", "The strike began after the pay talks collapsed."),
        ("labour", "It is unclear if the strikers will return."),
        ("labour", "The union will never agree to the offer."),
    ],
)  # fmt: skip
def test_what_only_sounds_so(book: str, text: str) -> None:
    assert found(text, book) == []
