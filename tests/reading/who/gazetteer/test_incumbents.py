"""reading.who.gazetteer.incumbents: who held which office of which state or body, and when."""

import pytest

from onrecord.model.edtf import bounds
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.gazetteer.incumbents import LATEST, parse, shipped

TABLE = parse(
    """# name\tothers\tof\toffice\tsince\tuntil
Ana Kolt\t\tNO\tprime minister\t2021-10\t2025-03
Ana Kolt\t\tHarbour League\tsecretary-general\t2025-04\t
Mohammed al-Drach\tAbu Salt\tLV\tforeign minister\t2019\t
Jan Petr Orm\t\tPL\tmember of parliament\t2010\t
Jan Petr Orm\t\tPL\tminister of fisheries\t2024-02\t2024-06
Lena Vask\t\tEE\tSpeaker of the Riigikogu\t2023\t
Kim Sol Ra\t\tKR\tpresident\t2022-05\t
Oleh Brand\t\tUA\tking\t2022\t
Oleh Brand\t\tFI\tambassador\t2022\t
Eva Norr\t\tSE\tforeign minister\t2022\t
Jan Korvynsky\t\tUA\tpresident\t2022\t
Ida Tiller\t\tDockers\tchairwoman\t2022\t
Ida Tiller\t\tSE\tmember of parliament\t2022\t
Ola Norr\t\tDK\tprime minister\t2023\t2023
""".splitlines()
)


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Ana Kolt", "2024-01-02", "Norway"),
        ("Ana Kolt", "2024-01", "Norway"),
        ("Ana Kolt", "2025-03-20", "Norway"),
        ("Ana Kolt", "2025-06-01", "Harbour League"),
        ("Ana Kolt", "2019-06-01", None),
        ("Ana Kolt", None, None),
        ("Ana M. Kolt", "2024-01-02", "Norway"),
        ("Ana Kolt Jr.", "2024-01-02", None),
        ("Ina Kolt", "2024-01-02", None),
        ("Kolt", "2024-01-02", None),
        ("Muhammad Drach", "2024-01-02", "Latvia"),
        ("Mohamad al-Drach", None, "Latvia"),
        ("Abu Salt", "2018-01-01", None),
        ("Jan Orm", "2024-04-01", "Poland"),
        ("Jan Orm", "2020-04-01", None),
        ("Jan Eskil Orm", "2024-04-01", None),
        ("Lena Vask", "2024-04-01", None),
        ("Oleh Brand", "2024-04-01", None),
        ("", "2024-04-01", None),
    ],
)
def test_a_full_name_is_asked_for_its_office_on_a_day(name: str, day: str | None, party: str | None) -> None:
    found = TABLE.on(day).in_office(name)
    assert (found and found.party) == party


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Kolt", "2024-01-02", "Norway"),
        ("Kolt", "2026-01-02", "Harbour League"),
        ("Kolt", None, None),
        ("Kim", "2024-01-02", "South Korea"),
        ("Sol", "2024-01-02", None),
        ("Orm", "2024-04-01", "Poland"),
        ("Norr", "2024-04-01", "Sweden"),
        ("Norr", "2023-04-01", None),
        ("Drach", "2024-04-01", "Latvia"),
        ("Drack", "2024-04-01", None),
        ("Korvynskiy", "2024-04-01", "Ukraine"),
        ("Tiller", "2024-04-01", "Dockers"),
    ],
)
def test_a_surname_alone_is_a_leaders(name: str, day: str | None, party: str | None) -> None:
    """Or that of a minister or envoy, if nobody else in the table is called so."""
    found = TABLE.on(day).leading(name)
    assert (found and found.party) == party


@pytest.mark.parametrize(
    ("name", "title", "party"),
    [
        ("Ana Kolt", "Prime Minister", "Norway"),
        ("Ana Kolt", "PM", "Norway"),
        ("Ana Kolt", "foreign minister", None),
        ("Mohammed Drach", "foreign secretary", "Latvia"),
    ],
)
def test_a_title_tells_which_office_of_a_bearer_is_meant(name: str, title: str, party: str | None) -> None:
    found = TABLE.on("1999-01-01").titled(name, [title])
    assert (found and found.party) == party


def test_an_office_without_an_end_is_not_held_for_ever() -> None:
    assert TABLE.on("2099-01-01").in_office("Mohammed al-Drach") is None


@pytest.mark.parametrize(
    "row",
    ["Ana Kolt\t\tNO\tenvoy\t2024\t2023", "Ana Kolt\t\tNO\tenvoy\tonce\t", "Ana Kolt\t\tNO", "\t\tNO\tenvoy\t2024\t"],
)
def test_a_row_that_is_no_tenure_is_told_with_its_line(row: str) -> None:
    with pytest.raises(ValueError, match="line 1 of the table of offices"):
        parse([row])


def test_the_shipped_table_has_no_row_twice_and_no_unknown_code() -> None:
    rows = shipped().tenures
    assert len({(one.name, one.of, one.office, one.since) for one in rows}) == len(rows)
    assert {one.state for one in rows} - {None} <= gazetteer().states.keys()


def test_no_office_of_the_shipped_table_begins_after_it_was_written() -> None:
    days = [bounds(one.since) for one in shipped().tenures]
    assert all(day is not None and day[0] <= LATEST for day in days)


def test_another_table_has_another_key() -> None:
    line = "Ana Kolt\t\tNorlandic Fishers\tleader\t2031\t"
    assert parse([line]).key == parse([line]).key != parse([line.replace("2031", "2032")]).key
