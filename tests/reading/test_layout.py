"""Layout: a report's text as a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.layout import lay_out

PROSE = "The envoys met for six hours on the river island, and nothing was signed."


def marked(text: str, kind: str, title: str | None = None) -> list[str]:
    return [part.span.text(text) for part in lay_out(text, title=title).furniture if part.kind == kind]


def sentences(text: str) -> list[str]:
    return [span.text(text) for span in lay_out(text).sentences]


def prose(text: str) -> list[str]:
    return [span.text(text) for span in lay_out(text).prose]


@pytest.mark.parametrize(
    "line",
    [
        "Norland open to Esk truce ‘if terms are met’: Report",
        "Will the dams be opened?",
        "Envoy calls terms 'a start'",
        "Norland Opens the Upper Dams After Talks in Port Esk.",
    ],
)
def test_a_first_line_that_reads_as_a_headline_is_the_title(line: str) -> None:
    assert marked(f"{line}\n\n{PROSE}", "title") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Norland is open to a truce, its envoy said on Monday.",
        "“We will sign,” the envoy said.",
        "- Envoys meet on the island",
        "MINISTER ROE:",
        "4:00 P.M. EST",
        "Select Language:",
    ],
)
def test_a_first_line_of_prose_is_no_title(line: str) -> None:
    assert marked(f"{line}\n\n{PROSE}", "title") == []


def test_a_given_title_is_found_where_it_is_printed() -> None:
    assert marked(f"NORLAND opens dams\n{PROSE}", "title", "Norland Opens Dams") == ["NORLAND opens dams"]
    assert marked(f"Norland opens dams {PROSE}", "title", "Norland opens dams") == ["Norland opens dams"]
    assert marked(PROSE, "title", "Norland opens dams") == []


def test_a_line_between_paragraphs_is_a_headline_and_may_be_read() -> None:
    text = f"{PROSE}\nWhat Norland wants from Esk\n{PROSE}"
    assert marked(text, "headline") == ["What Norland wants from Esk"]
    assert "What Norland wants from Esk" in prose(text)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Roe",
        "By Ann Roe and Bo Q. Doe",
        "BY ANN ROE",
        "Ann Roe in Port Esk",
        "Ann Roe and Bo Doe in Esk",
        "Ann Roe, Diplomatic Correspondent",
        "By Reuters",
        "By Ann Roe, Esk Tribune",
    ],
)
def test_bylines(line: str) -> None:
    assert marked(f"Dams open after talks\n{line}\n{PROSE}", "byline") == [line]


@pytest.mark.parametrize(
    "text, found",
    [
        (
            f"World Advertisement Supported by The dams open. By Ann Roe Reporting from Esk {PROSE}",
            "By Ann Roe Reporting from Esk",
        ),
        (f"The dams open. By Ann Roe and Bo Doe {PROSE}", "By Ann Roe and Bo Doe"),
    ],
)
def test_bylines_run_into_a_text_without_lines(text: str, found: str) -> None:
    assert marked(text, "byline") == [found]


@pytest.mark.parametrize("line", ["By Monday the talks were over.", "Envoys and Ministers Meet In One Room."])
def test_lines_that_are_no_byline(line: str) -> None:
    assert marked(f"Dams open after talks\n{line}\n{PROSE}", "byline") == []


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ESK/NORLAND CITY —",
        "PORT ESK (AP) -",
        "PORT ESK, Norland, May 3 (Reuters) -",
        "ESKBY, May 3. /TASS/.",
        "ESKBY, May 3 (MNA) –",
        "ESKBY:",
        "ST. ESK, Norland --",
        "Port Esk (CNN)",
        "( CNN )",
        "Eskby —",
    ],
)
def test_datelines(dateline: str) -> None:
    text = f"Dams open after talks\n{dateline} {PROSE}"
    assert marked(text, "dateline") == [dateline]
    assert prose(text)[-1] == PROSE


@pytest.mark.parametrize("line", ["March 13, 2025", "Published 13 March 2025 10:00 GMT", "2025-03-13"])
def test_a_line_with_a_day_only_is_a_dateline(line: str) -> None:
    assert marked(f"Dams open after talks\n{line}\n{PROSE}", "dateline") == [line]


@pytest.mark.parametrize(
    "opening", ["EXCLUSIVE: ", "BREAKING - ", "NATO - ", "ANN ROE: We met.\nBO DOE: We did.\nANN ROE: Good.\n"]
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert marked(opening + PROSE, "dateline") == []


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Roe; editing by Bo Doe)",
        "Agencies - Xinhua",
        "Ann Roe and Bo Doe contributed reporting.",
        "With files from Reuters",
        "Source: Esk Tribune",
        "Ann Roe is a foreign correspondent for the Esk Tribune.",
        "This report was originally published in Danish.",
    ],
)
def test_credits_at_the_foot(line: str) -> None:
    assert marked(f"{PROSE}\n{PROSE}\n{line}", "credit") == [line]
    assert marked(f"{PROSE} {PROSE} {line}", "credit") == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "The drought has contributed to the dispute over the dams.",
        "The envoy is building a network of journalists abroad.",
        "Reporters waited outside.",
    ],
)
def test_prose_at_the_foot_is_no_credit(sentence: str) -> None:
    assert marked(f"{PROSE} {PROSE} {sentence}", "credit") == []


@pytest.mark.parametrize(
    "line",
    [
        "Select Language:",
        "Read more",
        "Read more: Envoy says the dams will open",
        "ALSO READ: Envoy says the dams will open",
        "Advertisement",
        "Sign up for our newsletter and never miss a story.",
        "You agree to receive our weekly offers.",
        "We believe quality journalism is for all who pay for it.",
        "Facebook Twitter WhatsApp Email Print",
        "Share 12 Comments",
        "© 2025 Esk Tribune. All rights reserved.",
        "Copyright 2025 Esk Tribune.",
        "These pages may not be reproduced, copied or sold.",
        "Follow us on Telegram",
        "We use cookies to improve your experience.",
        "Get the day's top stories delivered to your inbox.",
        "This is a developing story.",
        "The rest is for subscribers only.",
        "You have 62.5% of this article left to read.",
        "Esk Wire publishes over 90 reports a day from all coasts.",
        "We operate from Esk, Sarov, Torvik and Velmora.",
        "Reports that name the Esk Courier as their publisher are its own.",
        "Check out more of the games on eskcourier.com.",
        "The next edition of Esk at Noon will soon be in your inbox.",
        "Story tips can be sent to desk@esk.example.",
        "You can reach her at roe@esk.example.",
        "Follow him on Bluesky.",
        "<figure></figure>",
    ],
)
def test_boilerplate_on_a_line_of_its_own(line: str) -> None:
    text = f"{PROSE}\n{line}\n{PROSE}"
    assert "".join(marked(text, "boilerplate")).replace(" ", "") == line.replace(" ", "")
    assert prose(text) == [PROSE, PROSE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow the plan or leave the table, the envoy said.",
        "“Sign up to the deal now,” she told them.",
        "“We ask one thing. Join us on the island. Share the water.”",
        "Related talks on the dams go on in Esk.",
        "Read the terms, Norland told Esk on Monday.",
        "Cookies were served at the talks.",
        "More dams will be opened.",
        "Share prices fell after the talks.",
        "We operate from Esk and shall not leave.",
        "The rest is for subscribers to decide.",
        "Story tips the balance.",
        "Related coverage of the strike angered the dockers.",
        "More on the talks: Norland will sign, Roe wrote.",
        "Just watched by the guards, the envoys met.",
        "Play video of the raid, and they fall silent.",
        "You can reach them by ferry.",
        "Find them on the quay.",
    ],
)
def test_prose_is_never_boilerplate(sentence: str) -> None:
    assert marked(f"{PROSE} {sentence} {PROSE}", "boilerplate") == []
    assert marked(f"{PROSE}\n{sentence}\n{PROSE}", "boilerplate") == []


@pytest.mark.parametrize(
    "text, found",
    [
        (f"{PROSE} CLICK HERE TO GET THE ESK APP Norland agreed.", ["CLICK HERE TO GET THE ESK APP"]),
        (
            f"{PROSE} To watch this video please enable scripts, or try a newer browser Ministers met again.",
            ["To watch this video please enable scripts, or try a newer browser"],
        ),
        (
            f'{PROSE} Click here to read all of the story that we have "No deal," he shouted.',
            ["Click here to read all of the story that we have"],
        ),
        (f"World Advertisement Supported by {PROSE}", ["World Advertisement Supported by"]),
        (f"{PROSE} Log in. Want more? Subscribe.", ["Log in.", "Want more?", "Subscribe."]),
        ("Nothing was signed. © Esk Tribune", ["© Esk Tribune"]),
        (
            "All is shut. Please try again later. • Ann Roe (Esk) leads the group of envoys.",
            ["Please try again later."],
        ),
        ("They met. Send us your questions The talks on the dams of the river go on.", ["Send us your questions"]),
        ("They sold the prize-winning rÃ©sumÃ© of the envoy.", []),
    ],
)
def test_boilerplate_run_into_prose(text: str, found: list[str]) -> None:
    assert marked(text, "boilerplate") == found


HEADLINES = (
    "How the harbour is losing its ships Norland says the dams will open by spring In Esk, fear of the floods is near "
    "The last ferry to the islands sails at dawn What the council of the river wants from its neighbours "
)


def test_a_run_of_headlines_without_a_stop_is_boilerplate() -> None:
    assert marked(f"{HEADLINES * 3}Why nobody counts the boats. {PROSE}", "boilerplate") != []
    assert prose(f"{HEADLINES * 3}Why nobody counts the boats. {PROSE}") == [PROSE]
    assert marked(f"{HEADLINES} {PROSE}", "boilerplate") == []


def test_the_signature_of_an_embedded_post() -> None:
    signature = "— Ann Roe / Анна Ро (@annroe) March 13, 2025"
    text = f"{PROSE}\nThe talks were good.\n{signature}\nWe go on… pic.twitter.com/AbC123\n{PROSE}"
    assert marked(text, "post") == [signature]
    assert marked(text, "markup") == ["pic.twitter.com/AbC123"]
    assert "The talks were good." in prose(text)


def test_front_matter_stands_in_no_paragraph() -> None:
    text = f"---\ntitle: Dams open\nquote: “We won”\n---\n\n{PROSE}\n"
    page = lay_out(text)
    assert [span.text(text) for span in page.paragraphs] == [PROSE]
    assert marked(text, "markup") == [text[: text.index("\n\n") + 1]]


def test_addresses_of_links_are_markup() -> None:
    text = "The [plan](https://esk.example/plan) was signed."
    assert marked(text, "markup") == ["](https://esk.example/plan)"]
    assert sentences(text) == [text]


def test_lines_broken_to_a_width_are_joined() -> None:
    block = (
        "The envoys of Norland and Esk met for six long hours on the river\nisland, and signed nothing, they\nsaid. "
    )
    text = "\n\n".join([block.strip()] * 6) + "\n\n-   The dams\n-   The ferries of the\n    lower river"
    page = lay_out(text)
    assert [span.text(text) for span in page.paragraphs[5:]] == [
        block.strip(),
        "-   The dams",
        "-   The ferries of the\n    lower river",
    ]


def test_one_paragraph_a_line_stays_so() -> None:
    text = f"{PROSE}\n{PROSE}\n{PROSE}"
    assert len(lay_out(text).paragraphs) == 3


def test_a_byte_order_mark_is_in_no_sentence() -> None:
    assert sentences("\ufeffDams open.") == ["Dams open."]


SCRAPS = """---|\n|MR. ROE:|Q   |By Ann Roe|ESK —|(Reporting by|“|”|"|Read more|©| said. |The envoy|](https://|    |
pic.twitter.com/a|— A (@b)|\ufeff|(AP)|contributed|All rights reserved|Sign up for """.split("|")


@pytest.mark.parametrize(
    "scrap", ["!", "“", "a\n", "---\r\n", "By Ann Roe, ", "](", "‘a ", "CLICK HERE ", "Q: a\n", "© "]
)
def test_long_runs_take_no_longer_than_prose(scrap: str) -> None:
    assert lay_out("---\r\n" + scrap * 5000).sentences


@settings(deadline=None)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.none() | st.text(max_size=20),
)
def test_any_text_gives_a_page_in_order(text: str, title: str | None) -> None:
    page = lay_out(text, title=title)
    for spans in (page.paragraphs, page.sentences, page.quotations, tuple(part.span for part in page.furniture)):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for sentence in page.sentences:
        assert any(paragraph.covers(sentence) for paragraph in page.paragraphs)
        assert sentence.text(text) == sentence.text(text).strip()
    for turn in page.turns:
        assert 0 <= turn.label.start < turn.label.end <= turn.content.start < turn.content.end <= len(text)


def test_a_stop_glued_to_the_next_sentence_ends_it_also_behind_a_share() -> None:
    assert sentences("Prices in Esk fell by 7.2%.The firm said so.") == [
        "Prices in Esk fell by 7.2%.",
        "The firm said so.",
    ]


@pytest.mark.parametrize("gap", ["  ", "   ", " \u00a0"])
def test_a_narrow_gap_behind_the_headline_is_the_break_of_a_line(gap: str) -> None:
    text = f"Norland condemns statement calling for truce{gap}Shells fell on the port of Esk on Monday, a guard said."
    assert [line.text(text) for line in lay_out(text).paragraphs] == text.split(gap)


def test_two_spaces_further_down_are_no_break() -> None:
    text = f"{'The lock at Esk is shut. ' * 10}The envoy  Norr came."
    assert len(lay_out(text).paragraphs) == 1


LIST = (
    "Norland plans a new lock to keep out the far tide At the trial of Ada Roe, the last words of a guard Bakers at "
    "Esk raise the price of bread Minister walks out over plan for high tolls on the river "
)


def test_a_question_without_a_stop_before_it_tells_a_list_of_headlines() -> None:
    text = f"{PROSE} {LIST}How does the council pick the new harbour master? {PROSE}"
    assert marked(text, "boilerplate") == [f"{LIST}How does the council pick the new harbour master?"]


def test_a_headline_between_two_lists_of_headlines_is_one_of_them() -> None:
    one = f"{LIST}How does the council pick the new harbour master?"
    lone = "River fairs: From the lock of 1855 to Esk in 2025, what are they for?"
    assert lone in marked(f"{PROSE} {one} {lone} {one} {PROSE}", "boilerplate")
    assert lone not in marked(f"{PROSE} {one} {lone} {PROSE}", "boilerplate")


@pytest.mark.parametrize(
    "sentence",
    [
        LIST.replace(" At ", " and at ").strip() + ", “What Is Left of Esk” by Ona Marn tells a family of readers.",
        LIST + "which is what the council said.",
        LIST.replace(" ", ", ", 4) + "How does it end?",
    ],
)
def test_titles_and_what_is_said_are_no_list_of_headlines(sentence: str) -> None:
    assert marked(f"{PROSE} {sentence} {PROSE}", "boilerplate") == []
