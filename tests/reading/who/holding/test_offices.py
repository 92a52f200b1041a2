"""reading.who.holding.offices: offices printed without their state."""

import pytest

from tests.reading.who.marked import last, read

MANY = 400


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("Norway shut its ports. Norway's neighbours slept. ⟦Finance Minister Ana Kolt⟧ said so.", "Norway"),
        ("⟦President Ana Kolt⟧ flew to Oslo to meet with Drach.", None),
        ("The Kolt administration sleeps in Norway. Norway waits. Norway hopes. ⟦Ana Kolt⟧ said so.", "Norway"),
    ],
)
def test_the_state_that_stands_out_is_told(marked: str, party: str | None) -> None:
    assert last(marked, Ana_Kolt="person", Kolt="person").party == party


def test_many_ministers_each_have_the_state_beside_them() -> None:
    letters = "abcdefghij"
    names = [f"Ana K{letters[n // 100]}{letters[n // 10 % 10]}{letters[n % 10]}t" for n in range(MANY)]
    states = ("Norway", "Chile")
    told = [
        f"{states[n % 2]} waited. ⟦{states[n % 2]}'s finance minister, {name},⟧ said so."
        for n, name in enumerate(names)
    ]
    _, found = read(" ".join(told), **{name.replace(" ", "_"): "person" for name in names})
    assert [one.party for one in found.readings] == [states[n % 2] for n in range(MANY)]
