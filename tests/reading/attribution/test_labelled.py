"""Quotations under a name, as lists of what people say print them."""

from __future__ import annotations

import pytest

from onrecord.reading.attribution.labelled import labelled
from onrecord.reading.layout import lay_out


def found_in(text: str) -> list[tuple[str, str]]:
    return [
        (source.text(text), " / ".join(part.text(text) for part in content))
        for source, _, content in labelled(lay_out(text))
    ]


@pytest.mark.parametrize(
    "label",
    [
        "[{}](https://esk.example/17):",
        "**{}:**",
        "**{}**:",
        "- [**{}**](https://esk.example/17):",
        "{}:",
        "{} on Radio Esk:",
    ],
)
@pytest.mark.parametrize("name", ["Harbour Minister Ada Norr", "Gen. Paul Varga (ret.)", "Union of Pilots"])
def test_a_name_and_a_colon_introduce_a_quotation(label: str, name: str) -> None:
    text = f"What they are saying.\n\n{label.format(name)} “The river is open.”\n\nNobody else spoke."
    assert found_in(text) == [(name, "“The river is open.”")]


def test_a_heading_names_the_speaker_of_the_list_below() -> None:
    text = (
        "### **Minister Ada Norr on Radio Esk**\n\n"
        "-   “The river is open.”\n    ([Listen](https://esk.example/17))\n"
        "-   “The port is not.”\n\n"
        "The ferries sail on Monday.\n\n“Who said this?”"
    )
    assert found_in(text) == [
        ("Minister Ada Norr", "“The river is open.”"),
        ("Minister Ada Norr", "“The port is not.”"),
    ]


def test_a_quotation_goes_on_until_it_closes() -> None:
    text = "Minister Ada Norr: “The river is open.\n\n“So is the port.”\n\n“And who is this?”"
    assert found_in(text) == [("Minister Ada Norr", "“The river is open. / “So is the port.”")]


@pytest.mark.parametrize(
    "text",
    [
        "Warning: “Keep out.”",
        "Ada Norr added: “The river is open.”",
        "Ada Norr: “The river” is what they call it.",
        "The question was simple: “Is the river open?”",
    ],
)
def test_what_is_no_name_and_no_whole_quotation_is_left_to_others(text: str) -> None:
    assert found_in(f"The port.\n\n{text}\n\nThe end.") == []
