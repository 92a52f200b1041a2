"""Tests onrecord.reading.stances on sentences as a paper would print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook import Finder, load
from onrecord.model import Actor, ActorRef, Span, Statement, statement_id
from onrecord.reading.conditions import find_conditions
from onrecord.reading.page import Page
from onrecord.reading.sentences import paragraphs, sentences
from onrecord.reading.stances import Judged, judge

FIND = Finder(load("peace"))


def page_of(text: str) -> Page:
    blocks = paragraphs(text)
    return Page(text, blocks, tuple(one for block in blocks for one in sentences(text, block)))


def slice_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def said(text: str, cue: str, content: str, *, party: str | None = "Velmora", name: str = "Ana Ruiz") -> Statement:
    cues, contents = (slice_of(text, cue),) if cue else (), (slice_of(text, content),)
    kind = "direct" if content.startswith("“") else "indirect"
    id_ = statement_id(text, (), cues, contents, kind)
    return Statement(id_, (), cues, contents, kind, "assertion", 1.0, ActorRef(name, name, "person"), party=party)


def actors_in(text: str) -> list[Actor]:
    return [
        Actor(name, name, "state", party=name, mentions=(slice_of(text, name),))
        for name in ("Velmora", "Torland")
        if name in text
    ]


def judged(text: str, *statements: Statement) -> tuple[Judged, ...]:
    hits, page, actors = FIND(text), page_of(text), actors_in(text)
    return judge(page, statements, hits, find_conditions(page, statements, hits, actors), actors)


def of(text: str, cue: str, content: str) -> Judged:
    return judged(text, said(text, cue, content))[0]


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("Ruiz accepted the 20-day truce.", "accepted", "the 20-day truce", "accepts"),
        ("Ruiz said Velmora is in favour of a truce.", "said", "Velmora is in favour of a truce", "accepts"),
        ("Ruiz welcomed the peace plan.", "welcomed", "the peace plan", "accepts"),
        ("“We agree with the ceasefire,” Ruiz said.", "said", "“We agree with the ceasefire,”", "accepts"),
        ("Ruiz said Velmora was open to unarmed guards.", "said", "Velmora was open to unarmed guards", "accepts"),
        ("Velmora rejected the peace plan.", "rejected", "the peace plan", "rejects"),
        ("Ruiz said it will not accept foreign troops.", "said", "it will not accept foreign troops", "rejects"),
        ("Ruiz said Velmora has not agreed to a truce.", "said", "Velmora has not agreed to a truce", "rejects"),
        ("“A truce is out of the question,” Ruiz said.", "said", "“A truce is out of the question,”", "rejects"),
        ("“We don't want a pause,” Ruiz said.", "said", "“We don't want a pause,”", "rejects"),
        ("Ruiz proposed talks in the old customs house.", "proposed", "talks in the old customs house", "proposes"),
        ("Ruiz said she might call the king.", "said", "she might call the king", "proposes"),
        ("Ruiz said she hopes to meet the king.", "said", "she hopes to meet the king", "proposes"),
        ("Ruiz said Velmora will present a peace plan.", "said", "Velmora will present a peace plan", "proposes"),
        ("Ruiz demanded the return of all prisoners.", "demanded", "the return of all prisoners", "demands"),
        ("Ruiz said Torland must withdraw its troops.", "said", "Torland must withdraw its troops", "demands"),
        ("Ruiz urged the king to lift the siege.", "urged", "the king to lift the siege", "demands"),
        ("Ruiz would like to see Torland agree to talks.", "would like to see", "Torland agree to talks", "demands"),
        ("Ruiz threatened a blockade.", "threatened", "a blockade", "threatens"),
        (
            "Ruiz said that if there is no truce, we will walk off the job.",
            "said",
            "that if there is no truce, we will walk off the job",
            "threatens",
        ),
        ("Ruiz said the opposition was ready for talks.", "said", "the opposition was ready for talks", "accepts"),
        ("Ruiz said it voiced its opposition to talks.", "said", "it voiced its opposition to talks", "rejects"),
        ("Ruiz said there was opposition to the truce.", "said", "there was opposition to the truce", None),
        ("Ruiz said she regrets that a truce was scrapped.", "said", "she regrets that a truce was scrapped", None),
        ("Ruiz said the demands for a truce were known.", "said", "the demands for a truce were known", None),
        ("Ruiz warned that Velmora will hit the ports.", "warned", "that Velmora will hit the ports", "threatens"),
        ("Ruiz said she is ready to strike if shelled.", "said", "she is ready to strike if shelled", "threatens"),
        ("Ruiz accused Torland of breaking the truce.", "accused", "Torland of breaking the truce", "accuses"),
        ("“They violated the ceasefire,” Ruiz said.", "said", "“They violated the ceasefire,”", "accuses"),
        ("Ruiz said the truce plan is under review, no decision yet.", "said",
         "the truce plan is under review, no decision yet", "undecided"),
    ],
)  # fmt: skip
def test_what_a_statement_does(text: str, cue: str, content: str, stance: str) -> None:
    assert of(text, cue, content).stance == stance


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ruiz said Velmora accepts the truce if the port opens.", "Velmora accepts the truce if the port opens"),
        ("Ruiz said Velmora accepts the truce, but details need to be settled.",
         "Velmora accepts the truce, but details need to be settled"),
        ("Ruiz said she backs the truce provided that it lasts.", "she backs the truce provided that it lasts"),
        ("Ruiz said Velmora is ready for a truce within the framework of a treaty.",
         "Velmora is ready for a truce within the framework of a treaty"),
        ("Ruiz said Velmora will free the captives in exchange for grain.",
         "Velmora will free the captives in exchange for grain"),
        ("Ruiz said Velmora will not sign a truce until the port opens.",
         "Velmora will not sign a truce until the port opens"),
        ("Ruiz said Velmora is willing to end the war once the hostages return.",
         "Velmora is willing to end the war once the hostages return"),
        ("Ruiz said Velmora agrees to the truce only as part of a peace deal.",
         "Velmora agrees to the truce only as part of a peace deal"),
        ("Ruiz said the idea is right, although the truce must be watched by inspectors.",
         "the idea is right, although the truce must be watched by inspectors"),
        ("Ruiz said Velmora agrees with the truce in principle.", "Velmora agrees with the truce in principle"),
        ("Ruiz said Velmora agrees to the truce and will only sign what is good for its fishermen.",
         "Velmora agrees to the truce and will only sign what is good for its fishermen"),
    ],
)  # fmt: skip
def test_a_yes_with_a_condition_is_no_plain_yes(text: str, content: str) -> None:
    got = of(text, "said", content)
    assert got.stance == "accepts-conditionally"
    assert "accepts" not in {one.stance for one in got.stances}


def test_a_but_in_the_next_statement_limits_the_yes() -> None:
    text = "“We agree with the truce,” Ruiz said. “But it should be such that nobody fires,” Ruiz added."
    yes = said(text, "said", "“We agree with the truce,”")
    but = said(text, "added", "“But it should be such that nobody fires,”")
    assert judged(text, yes, but)[0].stance == "accepts-conditionally"


@pytest.mark.parametrize(
    "content",
    [
        "Velmora welcomes the truce, but the talks were long",
        "Velmora agrees to the truce, the only plan that all of them have read",
        "Velmora accepts the truce, although it is late",
    ],
)
def test_a_mere_but_or_only_is_no_condition(content: str) -> None:
    assert of(f"Ruiz said {content}.", "said", content).stance == "accepts"


def test_one_yes_with_its_condition_does_not_limit_another() -> None:
    filler = "The harbour was quiet. " * 12
    first, second = "Ruiz said Velmora agrees to the truce.", "Ruiz said Velmora agrees to it if the truce is watched."
    text = f"The talks went on.\n\n{first}\n\n{filler}\n\n{second}"
    plain = said(text, "said", "Velmora agrees to the truce")
    limited = said(text, "said", "Velmora agrees to it if the truce is watched")
    assert [one.stance for one in judged(text, plain, limited)] == ["accepts", "accepts-conditionally"]


def test_a_harm_that_could_come_about_is_no_yes() -> None:
    content = "children could die in the forts if Torland does not let the truce go on"
    assert of(f"Ruiz said {content}.", "said", content).stance != "accepts-conditionally"


def test_a_headline_is_limited_by_the_text_below() -> None:
    filler = "The harbour was quiet. " * 12
    text = f"Ruiz in favour of truce\n\n{filler}\n\nRuiz said Velmora agrees to the truce if the port opens."
    head = said(text, "", "in favour of truce")
    body = said(text, "said", "Velmora agrees to the truce if the port opens")
    assert judged(text, head, body)[0].stance == "accepts-conditionally"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ruiz said the king’s answer was rather hopeful but not whole.", "said",
         "the king’s answer was rather hopeful but not whole"),
        ("Ruiz thanked the king for his work to end the strike.", "thanked", "the king for his work to end the strike"),
        ("Ruiz said the bridge is 200 metres long.", "said", "the bridge is 200 metres long"),
        ("Ruiz asked: “Will they accept the truce?”", "asked", "“Will they accept the truce?”"),
    ],
)  # fmt: skip
def test_praise_facts_and_questions_are_no_stance(text: str, cue: str, content: str) -> None:
    assert of(text, cue, content).stance is None


def test_an_unlikely_yes_is_a_no() -> None:
    text = "It is unlikely that Ruiz would agree to a truce."
    assert of(text, "agree to", "a truce").stance == "rejects"


def test_anothers_yes_is_not_the_speakers() -> None:
    text = "Ruiz said Torland has agreed to a truce."
    assert of(text, "said", "Torland has agreed to a truce").stance is None


def test_a_yes_and_a_demand_stand_side_by_side() -> None:
    text = "Ruiz said Velmora agrees to a truce, but that any truce must end the blockade."
    got = of(text, "said", "Velmora agrees to a truce, but that any truce must end the blockade")
    assert {one.stance for one in got.stances} == {"accepts-conditionally", "demands"}


def test_issues_come_from_the_content() -> None:
    text = "After the truce, Ruiz demanded the return of all prisoners."
    assert of(text, "demanded", "the return of all prisoners").issues == ("prisoners",)


def test_it_takes_its_issue_from_what_stands_before() -> None:
    text = "The king offered a truce. “We support it,” Ruiz said."
    assert of(text, "said", "“We support it,”").issues == ("ceasefire",)


def test_evidence_is_the_words_themselves() -> None:
    text = "Ruiz said Velmora rejects the truce."
    (one,) = of(text, "said", "Velmora rejects the truce").stances
    assert [span.text(text) for span in one.evidence] == ["rejects", "truce"]


WORDS = "we they will not agree accept truce but if unless must reject “ ” . , until port peace said Velmora".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_whatever_is_said_is_judged_and_a_plain_yes_has_no_condition(words: list[str]) -> None:
    text = " ".join(words)
    (got,) = judged(text, said(text, "", text))
    assert all(0 <= span.start <= span.end <= len(text) for one in got.stances for span in one.evidence)
    assert (got.stance is None) == (not got.stances)
    if {"unless", "until"} & set(words) and "." not in words:
        assert "accepts" not in {one.stance for one in got.stances}


def test_a_condition_beside_the_content_limits_the_yes() -> None:
    text = "People close to the talks say Velmora is open to a truce, provided it leads to a treaty."
    outer = said(text, "say", text[text.index("Velmora") : -1], party=None, name="people")
    inner = said(text, "is open to", "a truce")
    assert judged(text, outer, inner)[1].stance == "accepts-conditionally"


def test_what_another_must_do_first_is_demanded() -> None:
    text = "Velmora will stop the shelling if Torland frees the prisoners, Ruiz said."
    got = of(text, "said", "Velmora will stop the shelling if Torland frees the prisoners")
    assert {one.issue: one.stance for one in got.stances} == {
        "ceasefire": "accepts-conditionally",
        "prisoners": "demands",
    }


def test_what_a_truce_must_be_like_is_no_demand_of_its_own() -> None:
    text = "Ruiz said Velmora would accept a truce provided it leads to a lasting peace."
    got = of(text, "said", "Velmora would accept a truce provided it leads to a lasting peace")
    assert {one.stance for one in got.stances} == {"accepts-conditionally"}


def test_where_only_what_is_asked_is_named_the_yes_is_on_nothing() -> None:
    text = "Ruiz said Velmora would leave the hills if Torland frees the prisoners."
    got = of(text, "said", "Velmora would leave the hills if Torland frees the prisoners")
    assert {one.issue: one.stance for one in got.stances} == {None: "accepts-conditionally", "prisoners": "demands"}


def test_a_yes_to_what_the_condition_names_is_on_that() -> None:
    text = "“If there is a chance of a truce, we will take it,” Ruiz said."
    got = of(text, "said", "“If there is a chance of a truce, we will take it,”")
    assert {one.issue: one.stance for one in got.stances} == {"ceasefire": "accepts-conditionally"}


FAR = "“We welcome the truce. It is a fine day. The guards are tired. Many came. {rest}” Ruiz said."


@pytest.mark.parametrize(
    ("rest", "stance"),
    [
        ("They leave no later than dawn unless it rains.", "accepts"),
        ("But first the prisoners must come home once again.", "accepts"),
    ],
)
def test_what_stands_far_from_a_yes_does_not_limit_it(rest: str, stance: str) -> None:
    text = FAR.format(rest=rest)
    got = of(text, "said", text[: text.index(" Ruiz")])
    assert next(one.stance for one in got.stances if one.issue == "ceasefire") == stance


@pytest.mark.parametrize(
    "content",
    [
        "Velmora supports the truce once and for all",
        "Velmora supports the truce, for hundreds if not thousands died",
        "Velmora supports a truce without any preconditions",
        "Velmora supports the truce at a time when grain is cheap",
    ],
)
def test_words_that_may_limit_a_yes_do_not_always(content: str) -> None:
    assert of(f"Ruiz said {content}.", "said", content).stance == "accepts"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ruiz warned hunger could spread unless the siege ends.",
            "warned",
            "hunger could spread unless the siege ends",
        ),
        ("Ruiz said hunger could spread if the siege goes on.", "said", "hunger could spread if the siege goes on"),
        (
            "Ruiz said Velmora may leave the talks if they drag on.",
            "said",
            "Velmora may leave the talks if they drag on",
        ),
    ],
)
def test_what_is_feared_is_no_yes(text: str, cue: str, content: str) -> None:
    assert of(text, cue, content).stance not in ("accepts", "accepts-conditionally")


IN_RETURN = "The truce is near. Ruiz spoke at noon. {said} Ruiz said."


@pytest.mark.parametrize(
    "said_",
    [
        "“They can have their truce. We ask in return that prisoners come home,”",
        "“Sixty days is what they can have. We ask in return that prisoners come home,”",
        "“We will open the gate. In return we want the prisoners back,”",
        "“In return for the truce, we want the prisoners back,”",
    ],
)
def test_what_is_asked_in_return_limits_the_yes_and_is_demanded(said_: str) -> None:
    got = of(IN_RETURN.format(said=said_), "said", said_)
    assert got.stance == "accepts-conditionally"
    assert {one.issue: one.stance for one in got.stances} == {
        "ceasefire": "accepts-conditionally",
        "prisoners": "demands",
    }


def test_nothing_asked_in_return_limits_no_yes() -> None:
    said_ = "“We accept the truce and ask for nothing in return,”"
    assert of(IN_RETURN.format(said=said_), "said", said_).stance == "accepts"
