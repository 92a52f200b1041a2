"""reading.who.behalf.in_office: for whom somebody speaks whose office everybody knows."""

import pytest

from onrecord.model import Span
from onrecord.reading.who import Resolved, resolve
from onrecord.reading.who.gazetteer.incumbents import parse
from onrecord.reading.who.naming.names import NameSpan
from tests.reading.who.marked import Passage, actor, page

TABLE = parse(
    """Ana Kolt\t\tNO\tforeign minister\t2021-10\t
Oleh Drach\t\tPL\tspokesman of the foreign ministry\t2019\t
May Orm\t\tNO\tprime minister\t2023\t
Ida Norr\t\tLV\tpresident\t2022\t
Ula Norr\t\tHarbour League\tpresident\t2022\t
Jan Vask\t\tHarbour League\tsecretary-general\t2022\t
""".splitlines()
)
PEOPLE = ("Ana Kolt", "Eva Kolt", "Kolt", "Oleh Drach", "Drach", "Orm", "Jan Vask", "Norr")


def read(text: str, day: str | None = "2024-05-06", **also: str) -> Resolved:
    tagged = [
        NameSpan(Span(at, at + len(name)), "person")
        for name in PEOPLE
        for at in range(len(text))
        if text.startswith(name, at) and not (name == "Kolt" and text[at - 4 : at] in ("Ana ", "Eva "))
    ]
    at = text.find("Harbour League")
    tagged += [NameSpan(Span(at, at + 14), "organisation")] if at >= 0 else []
    return resolve(page(text), tagged, [Passage(())], report="r", incumbents=TABLE.on(day), **also)


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Norway closed its ports. Ana Kolt said so.", "Ana Kolt", "Norway"),
        ("Norway closed its ports. Kolt said so.", "Kolt", "Norway"),
        ("The ports are closed. Ana Kolt said so.", "Ana Kolt", None),
        ("The ports are closed. Kolt said so.", "Kolt", None),
        ("Norway waits. Foreign Minister Ana Kolt said so.", "Ana Kolt", "Norway"),
        ("Norway waits. Former foreign minister Ana Kolt said so.", "Ana Kolt", None),
        ("Norway waits. Ana Kolt, a docker, said so.", "Ana Kolt", None),
        ("Norway waits. Ana Kolt, a teacher, said so.", "Ana Kolt", None),
        ("Norway waits. Ana Kolt, 43, said so.", "Ana Kolt", None),
        ("Norway waits. Opposition leader Ana Kolt said so.", "Ana Kolt", "opposition"),
        ("Norway waits. Ana Kolt, the Polish envoy, said so.", "Ana Kolt", "Poland"),
        ("Norway waits. Kolt said so. So did Oleh Drach and Eva Kolt.", "Eva Kolt", None),
        ("Poland waits. Oleh Drach said so.", "Oleh Drach", "Poland"),
        ("Poland waits. Drach said so.", "Drach", None),
        ("Norway waits. Orm said so.", "Orm", "Norway"),
        ("Norway and the Harbour League wait. Jan Vask said so.", "Jan Vask", "Harbour League"),
        ("Norway and the Harbour League wait. Norr said so.", "Norr", "Harbour League"),
        ("Latvia waits. Norr said so.", "Norr", "Latvia"),
        ("Latvia and the Harbour League wait. Norr said so.", "Norr", None),
        ("Norway waits. Jan Vask said so.", "Jan Vask", None),
        ("Poland's envoy and Norwegian Foreign Minister Ana Kolt said so.", "Ana Kolt", "Norway"),
        ("Norway waits. The Polish envoy, Ana Kolt, said so.", "Ana Kolt", "Poland"),
        ("Poland met Norway. Poland's president and his foreign minister, Ana Kolt, said so.", "Ana Kolt", "Norway"),
    ],
)
def test_the_table_tells_what_the_report_does_not_print(text: str, name: str, party: str | None) -> None:
    assert actor(read(text), name).party == party


def test_whoever_left_before_the_day_of_the_report_speaks_for_nobody() -> None:
    assert actor(read("Norway waits. Ana Kolt said so.", "2020-05-06"), "Ana Kolt").party is None


def test_a_title_that_is_printed_tells_whatever_the_day_is_taken_to_be() -> None:
    found = read("Norway waits. Foreign Secretary Ana Kolt said so.", "2010-05-06")
    assert (
        actor(found, "Ana Kolt").party_from
        == "by the table of office holders (foreign minister of Norway, since 2021-10)"
    )


def test_how_it_is_known_stands_with_it() -> None:
    one = actor(read("Norway waits. Ana Kolt said so."), "Ana Kolt")
    assert one.party_from == "by the table of office holders (foreign minister of Norway, since 2021-10)"
    assert one.party_likely
