"""Finding quantities: the number, its unit, and the words that say of what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Quantity
from onrecord.reading.page import Page
from onrecord.reading.quantities import find_quantities
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs, sentences
from onrecord.reading.when import find_dates


def found(text: str) -> tuple[Quantity, ...]:
    lines = paragraphs(text)
    page = Page(text, lines, tuple(s for line in lines for s in sentences(text, line)), quotations(text, lines))
    return find_quantities(page, find_dates(page, "2031-03-14"))


def shown(text: str) -> list[tuple[str, float, str | None, str]]:
    return [(q.span[0].text(text), q.value, q.unit, " ".join(s.text(text) for s in q.of)) for q in found(text)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of"),
    [
        ("A fence of 3,100 kilometres divides them.", "3,100 kilometres", 3100, "km", ""),
        ("They watch the 1,700-kilometer river border.", "1,700-kilometer", 1700, "km", "river border"),
        ("It farms under 350 square kilometres in Kerrin.", "350 square kilometres", 350, "km2", ""),
        ("Some 450 sq km were lost.", "450 sq km", 450, "km2", ""),
        ("They shipped 12 million tonnes of grain.", "12 million tonnes", 12e6, "t", "grain"),
        ("Output fell to 9.5 million barrels per day.", "9.5 million barrels per day", 9.5e6, "bbl/day", ""),
        ("Fires burned 3,400 hectares of forest.", "3,400 hectares", 3400, "ha", "forest"),
        ("A 30-day ceasefire was offered.", "30-day", 30, "day", "ceasefire"),
        ("They had a two-hour call.", "two-hour", 2, "hour", "call"),
        ("A wary one-month lull followed.", "one-month", 1, "month", "lull"),
        ("They are four years into a strike.", "four years", 4, "year", ""),
        ("It ends a three-year-old dispute in Norhaven.", "three-year-old", 3, "year", "dispute"),
        ("He has 70-plus years behind him.", "70-plus years", 70, "year", ""),
        ("Freight rose to 6.3% that spring.", "6.3%", 6.3, "%", ""),
        ("A tariff of 25 per cent on steel was set.", "25 per cent", 25, "%", ""),
        ("Some 83% of islanders want peace.", "83%", 83, "%", "islanders want peace"),
        ("Rates rose 25 basis points.", "25 basis points", 25, "bp", ""),
        ("They mow nearly a fifth of its meadows.", "a fifth", 0.2, "fraction", "meadows"),
        ("Two-thirds of the members agreed.", "Two-thirds", 0.666667, "fraction", "members"),
        ("Half of the island is flooded.", "Half", 0.5, "fraction", "island"),
        ("A loan of $1.5 billion was signed.", "$1.5 billion", 1.5e9, "USD", ""),
        ("It cost €4.75m in all.", "€4.75m", 4.75e6, "EUR", ""),
        ("A 3 billion euro fund was set up.", "3 billion euro", 3e9, "EUR", "fund"),
        ("She promised 40,000 yen each.", "40,000 yen", 40000, "JPY", ""),
        ("A 22-point peace plan lies on the table.", "22-point", 22, "point", "peace plan lies"),
    ],
)
def test_measures(text: str, words: str, value: float, unit: str, of: str) -> None:
    assert shown(text) == [(words, value, unit, of)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of"),
    [
        ("She led tens of thousands of troops.", "tens of thousands", 10_000, "troops", "troops"),
        ("Hundreds of thousands of people fled.", "Hundreds of thousands", 100_000, "people", "people"),
        ("They freed 180 prisoners.", "180", 180, "prisoners", "prisoners"),
        ("Some 14,000 Kerrini civilians are trapped.", "14,000", 14_000, "civilians", "Kerrini civilians"),
        ("Six million people live there.", "Six million", 6e6, "people", "people"),
        ("Three ships were hit.", "Three", 3, "ships", "ships"),
        ("Shelling killed at least 15 on the quay.", "15", 15, None, "killed"),
        ("More than a dozen countries came.", "a dozen", 12, "countries", "countries"),
        ("It spent billions of dollars.", "billions", 1e9, "USD", "dollars"),
    ],
)
def test_counts(text: str, words: str, value: float, unit: str | None, of: str) -> None:
    assert shown(text) == [(words, value, unit, of)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They cut 25,000 to 30,000 posts.", [(25_000, "posts"), (30_000, "posts")]),
        ("It takes 60 to 90 days.", [(60, "day"), (90, "day")]),
        ("Prices rose 10-20%.", [(10, "%"), (20, "%")]),
        ("It costs $5-6 million.", [(5e6, "USD"), (6e6, "USD")]),
        ("A deal of $25 billion or $35 billion was named.", [(25e9, "USD"), (35e9, "USD")]),
        ("They held it for two or three weeks.", [(2, "week"), (3, "week")]),
    ],
)
def test_a_range_gives_both_its_ends(text: str, values: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in found(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The 2029 accords of March 13, 2030 stand.",
        "He left two days ago.",
        "She is a 46-year-old teacher from Kerrin.",
        "Marn, 46, a builder, was there.",
        "Article 5 of the treaty and Resolution 1701 hold.",
        "The G7 and the F-16 were named.",
        "At 10:30 they met at 10 Downing Street.",
        "It began at 5 p.m. on the 3rd floor.",
        "The two sides met; both of the two leaders spoke.",
        "One country said no, and one of them yes.",
        "A third party and the third quarter.",
        "A day later he was gone.",
        "Flight 370 and Boeing 737 were named.",
        "Copyright 2031 NNC. All rights reserved.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert shown(text) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789$%€-., ofkmabtwoahdy\n", max_size=80))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [q.span[0] for q in found(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert spans == sorted(spans)
