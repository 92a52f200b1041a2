"""codebook.fields: each report is read with the codebooks of its field."""

import pytest

from onrecord.codebook import FieldFinder, check, joined, load, parse

PEACE = FieldFinder(load("auto"))
STRIKE = (
    "The ferrymen's union rejected a pay offer of four per cent. The union said its members would stay on strike. "
    "The company withdrew the night roster and the union leader spoke of a walkout without end. "
)
TARIFFS = (
    "Ostia will put a tariff on glass. Exports fell; imports rose. A trade deal would lower the tariffs on cheese. "
)
WAR = "The ceasefire holds. Velmora demands that the troops withdraw from the territory, and that prisoners go free. "


def issues(text: str) -> set[str]:
    return {hit.issue for hit in PEACE(text)}


def test_a_report_of_a_strike_is_read_by_labours_issues_only() -> None:
    assert {"pay", "hours", "strike"} <= issues(STRIKE)
    assert "territory" not in issues(STRIKE)


def test_a_report_of_tariffs_is_read_by_trades() -> None:
    assert "tariffs" in issues(TARIFFS)


def test_strikes_from_the_air_make_no_labour_dispute() -> None:
    assert issues(WAR + "The air strikes went on, and two more strikes hit the port. Strikes are no talks.") >= {
        "ceasefire",
        "prisoners",
    }
    assert "strike" not in issues(WAR + "The air strikes went on, and two more strikes hit the port.")


def test_a_report_of_both_is_read_by_both() -> None:
    assert {"ceasefire", "tariffs"} <= issues(WAR + WAR + TARIFFS)


def test_hits_stand_in_the_order_of_the_text_once() -> None:
    hits = PEACE(STRIKE + WAR + TARIFFS)
    assert [hit.span.start for hit in hits] == sorted(hit.span.start for hit in hits)
    assert len(set(hits)) == len(hits)


def test_the_joined_codebook_has_every_issue_once_and_no_problem() -> None:
    book = load("auto")
    ids = [issue.id for issue in book.issues]
    assert len(set(ids)) == len(ids)
    assert {issue.id for name in ("peace", "trade", "labour") for issue in load(name).issues} == set(ids)
    assert check(book) == []


@pytest.mark.parametrize("name", ["trade", "labour"])
def test_a_part_alone_needs_no_marks(name: str) -> None:
    assert load(name).parts == ()
    assert load(name).marks


def test_what_has_one_id_in_two_codebooks_has_both_ones_cues() -> None:
    one = parse("name: a\nissues: [{id: x, label: X, definition: d, cues: [salt], examples: [Salt.]}]", "a")
    two = parse(
        "name: b\nmarks: [fish*, net*]\nissues: [{id: x, label: Y, definition: d, cues: [fish*], examples: []}]", "b"
    )
    [both] = joined("c", [one, two]).issues
    assert (both.label, both.cues) == ("X", ("salt", "fish*"))
    assert {hit.issue for hit in FieldFinder(joined("c", [one, two]))("Salt, fish, nets and fishing nets.")} == {"x"}
