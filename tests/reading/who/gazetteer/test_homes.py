"""reading.who.gazetteer.homes: where an outlet is at home."""

import pytest

from onrecord.reading.who import resolve
from onrecord.reading.who.gazetteer.homes import home_of
from tests.reading.who.marked import Passage, actor, page


@pytest.mark.parametrize(
    ("outlet", "url", "home"),
    [
        ("BBC", None, "GB"),
        ("bbc-world", None, "GB"),
        ("The Guardian", None, "GB"),
        ("Harbour Wire", "https://www.nytimes.com/a/b.html", "US"),
        ("Harbour Wire", "https://harbourwire.co.uk/a", "GB"),
        ("Harbour Wire", "harbourwire.no/a", "NO"),
        ("Harbour Wire", "https://harbourwire.tv/a", None),
        ("Harbour Wire", "https://harbourwire.com/a", None),
        ("Reuters", "https://www.reuters.com/a", None),
        ("Harbour Wire", "/home/ana/a.uk", None),
        ("Harbour Wire", "", None),
        (None, None, None),
    ],
)
def test_a_home_is_told_by_the_name_the_site_or_the_country_of_the_address(
    outlet: str | None, url: str | None, home: str | None
) -> None:
    assert home_of(outlet, url) == home


@pytest.mark.parametrize(("home", "party"), [("NO", "Norway"), (None, None)])
def test_an_outlet_at_home_need_not_name_its_state(home: str | None, party: str | None) -> None:
    text = "The port is shut. Education Minister Ana Kolt said so. Education Minister Ana Kolt said more."
    found = resolve(page(text), [], [Passage(())], report="r", home=home)
    assert actor(found, "Ana Kolt").party == party
