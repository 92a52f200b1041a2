"""What people complain of in tools that find quotations, read by the whole reader in small reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from onrecord.model import Report, Spans
from onrecord.reading.reader import load

DASH = "\u2014"


class Said(NamedTuple):
    source: str
    content: str
    kind: str


Read = Callable[[str], list[Said]]


@pytest.fixture(scope="session")
def read() -> Read:
    reader = cache(load)()

    def found(text: str) -> list[Said]:
        def words(spans: Spans) -> str:
            return " / ".join(part.text(text) for part in spans)

        return [Said(words(s.source), words(s.content), s.kind) for s in reader(Report(text)).statements]

    return found


LEDE = "The mayor of Esk met the ferry crews on Tuesday, and the port stayed shut for a third day."


def test_a_quotation_runs_on_through_paragraphs(read: Read) -> None:
    text = (
        f"{LEDE}\n\n“We waited all winter,” said Ada Norr, who speaks for the crews.\n\n"
        "“Nobody called us. Nobody wrote.\n\n“So we shut the port.”\n\nThe crews meet again on Friday."
    )
    ((source, content, kind),) = read(text)
    assert source.startswith("Ada Norr")
    assert content == "“We waited all winter,” / “Nobody called us. Nobody wrote. / “So we shut the port.”"
    assert kind == "direct"


def test_a_quotation_in_one_piece_runs_on_without_a_verb_in_the_next_paragraph(read: Read) -> None:
    text = (
        f"{LEDE}\n\nAda Norr told reporters at the gate: “We waited all winter, and nobody called.\n\n"
        "“So we shut the port, and it will stay shut until somebody does.”\n\nThe crews meet again on Friday."
    )
    (norr,) = read(text)
    assert norr.source == "Ada Norr"
    assert norr.content.endswith(
        "“We waited all winter, and nobody called. / “So we shut the port, and it will stay shut until somebody does.”"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{LEDE}\nRoy “Duke” Hanley, who owns the Green Mile hotel, left early.",
        f"{LEDE}\nThe so-called “river tax” was paid by 400 skippers last year.",
        f"{LEDE}\nHer novel “The Quiet Harbour” won a prize in Esk, and the film “Low Water” opens in May.",
        f"{LEDE}\nThe “new” ferry is older than its captain.",
        f"{LEDE}\nThe ship, the “Lady Agnes”, sank off Esk in 1961.",
    ],
    ids=["nickname", "so-called", "titles", "scare quotes", "ship"],
)
def test_quotation_marks_alone_are_no_speech(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"“The port stays shut” {DASH} Norr",
        "Norr: “The port stays shut”",
        "“The port stays shut”: Norr",
        "‘The port stays shut’, says Norr",
        "“The port stays shut,” Norr says",
    ],
    ids=["dash", "colon before", "colon behind", "says", "says behind"],
)
def test_a_headline_names_its_speaker(read: Read, text: str) -> None:
    found = read(f"{text}\n\n{LEDE} The crews will meet again at the end of the week.\n\nBoats lay idle all day.")
    assert [(one.source, one.content.strip("“”‘’, ")) for one in found] == [("Norr", "The port stays shut")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{LEDE}\n\n“We shut the port because nobody called.” {DASH} Ada Norr, crew chief", "Ada Norr, crew chief"),
        (f"{LEDE}\n\n“We shut the port because nobody called.”\n{DASH}Ada Norr", "Ada Norr"),
        (f"{LEDE}\n\nAda Norr: “We shut the port because nobody called.”", "Ada Norr"),
        (f"{LEDE}\n\nAda Norr, crew chief: “We shut the port because nobody called.”", "Ada Norr, crew chief"),
    ],
    ids=["dash behind", "dash below", "colon", "colon and role"],
)
def test_a_dash_or_a_colon_is_enough(read: Read, text: str, source: str) -> None:
    assert Said(source, "“We shut the port because nobody called.”", "direct") in read(text)


def test_dashes_around_the_words_of_telling_are_no_speech(read: Read) -> None:
    text = f"{LEDE}\n\nThe port {DASH} Norr said {DASH} will stay shut until somebody calls the crews."
    ((source, content, kind),) = read(text)
    assert (source, kind) == ("Norr", "indirect")
    assert "said" not in content


@pytest.mark.parametrize(
    "text",
    [
        '"We will shut the port, said Ada Norr. The crews meet again on Friday in the old customs house.',
        'We will shut the port," said Ada Norr. The crews meet again on Friday in the old customs house.',
        '"We will shut the port," said Ada Norr". The crews meet again on Friday in the old customs house.',
    ],
    ids=["never closed", "never opened", "one too many"],
)
def test_an_odd_mark_spoils_no_other_quotation(read: Read, text: str) -> None:
    found = read(f'{LEDE}\n\n{text}\n\n"We shall not call them," Mayor Paul Varga said. "Let them row."')
    assert Said("Mayor Paul Varga", '"We shall not call them," / "Let them row."', "direct") in found
    assert any("Norr" in one.source and "We will shut the port" in one.content for one in found)
    assert not any("meet again on Friday" in one.content for one in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("‘We don’t row at night, and it’s not the crews’ fault,’ said Ada Norr.", None),
        ("'We don't row at night, and it's not the crews' fault,' said Ada Norr.", None),
        ("Ada Norr said the crews’ patience with the mayor’s office wasn’t endless.", "indirect"),
        ("Ada Norr said that since the ’90s the dockers’ wives hadn’t seen a better year.", "indirect"),
    ],
    ids=["single quotation", "straight", "possessives", "elision"],
)
def test_an_apostrophe_is_no_quotation_mark(read: Read, text: str, content: str | None) -> None:
    ((source, found, kind),) = read(f"{LEDE}\n\n{text}\n\nThe crews meet again on Friday.")
    assert source == "Ada Norr"
    if content is None:
        assert (found, kind) == (text.removesuffix(" said Ada Norr."), "direct")
    else:
        assert kind == "indirect"


POST = (
    "The crews answered on Thursday.\n"
    "The mayor has our number and we have the keys to the port.\n"
    f"{DASH} Ada Norr / Ада Норр (@adanorr) March 6, 2031\n"
    "The mayor’s office gave no answer."
)


def test_an_embedded_post_belongs_to_who_signed_it(read: Read) -> None:
    post = Said("Ada Norr", "The mayor has our number and we have the keys to the port.", "direct")
    assert post in read(POST)


def test_a_post_may_stand_in_one_line_with_its_signature(read: Read) -> None:
    spaced = POST.replace("port.\n", "port . ").replace("(@adanorr) March 6, 2031", "( @ adanorr ) March 6 , 2031")
    assert Said("Ada Norr", "The mayor has our number and we have the keys to the port .", "direct") in read(spaced)


def test_a_post_is_read_once(read: Read) -> None:
    assert sum("keys to the port" in one.content for one in read(POST)) == 1


INTERVIEW = (
    "Interview: Ada Norr on the port\n\n"
    "Esk Herald: Why did the crews shut the port?\n\n"
    "Ada Norr: Because nobody called us. The mayor told us last year that he would.\n\n"
    "Esk Herald: And if he calls now?\n\n"
    "Ada Norr: Then we talk."
)


def test_an_interview_has_questions_and_answers(read: Read) -> None:
    found = read(INTERVIEW)
    turns = [
        ("Esk Herald", "Why did the crews shut the port?"),
        ("Ada Norr", "Because nobody called us. The mayor told us last year that he would."),
        ("Esk Herald", "And if he calls now?"),
        ("Ada Norr", "Then we talk."),
    ]
    assert [(one.source, one.content) for one in found if one.kind == "direct"] == turns
    assert [one.source for one in found if one.kind != "direct"] == ["The mayor"]


def test_what_was_asked_and_what_was_answered_in_prose(read: Read) -> None:
    text = (
        f"{LEDE}\n\nAsked whether the crews would row at night, Norr replied: “Not for the mayor.”\n\n"
        "“Will you resign?” a reporter asked Varga.\n\n“No,” he said."
    )
    found = read(text)
    assert Said("Norr", "“Not for the mayor.”", "direct") in found
    assert [one.content[:18] for one in found if one.source == "a reporter"] == ["“Will you resign?”"]
    assert Said("he", "“No,”", "direct") in found


TRANSCRIPT = (
    "Remarks on the port of Esk\n\n"
    "THE MAYOR:  Good morning. The port opens on Friday.\n\n"
    "I have called the crews.\n\n"
    "Q    Did they answer?\n\n"
    "THE MAYOR:  Ms. Norr said that the crews would vote tonight.\n\n"
    "MS. NORR:  And we will.\n\n"
    "END\n\nPrinted by the city."
)


def test_a_transcript_is_its_speakers_turns(read: Read) -> None:
    found = [one for one in read(TRANSCRIPT) if one.kind == "direct"]
    assert found == [
        Said("THE MAYOR", "Good morning. The port opens on Friday. / I have called the crews.", "direct"),
        Said("Q", "Did they answer?", "direct"),
        Said("THE MAYOR", "Ms. Norr said that the crews would vote tonight.", "direct"),
        Said("MS. NORR", "And we will.", "direct"),
    ]


def test_what_a_turn_tells_of_anothers_words_is_a_statement_within_it() -> None:
    statements = load()(Report(TRANSCRIPT)).statements
    turn = next(s for s in statements if s.content[0].text(TRANSCRIPT).startswith("Ms. Norr said"))
    inside = [s for s in statements if s.within == turn.id]
    assert [s.source[0].text(TRANSCRIPT) for s in inside] == ["Ms. Norr"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor’s office has not commented.",
        "Norr declined to comment.",
        "The ministry did not respond to a request for comment.",
    ],
)
def test_silence_is_no_statement(read: Read, sentence: str) -> None:
    assert read(f"{LEDE}\n\n{sentence}") == []


def test_quotations_under_one_verb_are_one_statement(read: Read) -> None:
    text = (
        f"{LEDE}\n\n“We burn doors,” said Mirko, a teacher, in a long talk by telephone. "
        "“After the doors we burn the chairs.”"
    )
    assert "“We burn doors,” / “After the doors we burn the chairs.”" in [one.content for one in read(text)]


def test_a_headline_does_not_run_on_into_the_next_line(read: Read) -> None:
    text = (
        "Regulator doubts promise on ferry fares\n\nFrom our business staff\n\n"
        "The Ferry Regulator doubts that Esk Lines will keep its fares down, papers released on Wednesday show."
    )
    assert not any("staff" in one.content for one in read(text))


def test_one_label_is_one_speaker_and_a_bare_question_nobody() -> None:
    text = (
        "Remarks by President Ada Norr on the port of Esk\n\n"
        "THE PRESIDENT:  Good morning. I spoke to President Paul Varga.\n\n"
        "Q    Is President Varga well?\n\n"
        "THE PRESIDENT:  He listened.\n\n"
        "Q    And then?\n\n"
        "THE PRESIDENT:  Then President Varga laughed."
    )
    statements = [s for s in load()(Report(text)).statements if s.within is None]
    assert [s.speaker.name if s.speaker else None for s in statements] == [
        "Ada Norr",
        None,
        "Ada Norr",
        None,
        "Ada Norr",
    ]


def test_a_label_in_capitals_is_the_person_of_that_name() -> None:
    text = (
        "Remarks by President Ada Norr and Minister Paul Varga\n\n"
        "PRESIDENT NORR:  Good morning.\n\n"
        "MS. LUND:  Good morning, all.\n\n"
        "MINISTER VARGA:  Thank you, Ada.\n\n"
        "PRESIDENT NORR:  Let us begin."
    )
    names = [s.speaker.name for s in load()(Report(text)).statements if s.speaker and s.within is None]
    assert [name.removeprefix("Ms. ") for name in names] == ["Ada Norr", "Lund", "Paul Varga", "Ada Norr"]
