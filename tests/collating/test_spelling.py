"""collating.spelling: whether two spellings are of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collating.name_keys import full_keys
from onrecord.collating.spelling import contradict, folded, likeness, spelled

# Made-up given names and surnames, of which no list knows which is which.
NAMES = ("Fuza", "Hemaci", "Fupa", "Hemasi", "Tokodi", "Tokudi", "Vunukom", "Vunokom", "Lise", "Lisse")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oleksiy Hrynkovskyy", "Oleksiy Hrynkovskiy"),
        ("Oleksiy Hrynkovskyy", "Aleksei Grynkovsky"),
        ("Oleksiy Hrynkovskyy", "Олексій Гриньковський"),
        ("Oleksiy Hrynkovskyy", "Oleksiy Hrynkovskiyy"),
        ("Oleksiy Hrynkovskyy", "Oleksiy Hrynokvskyy"),
        ("Dmitry Belov", "Dmytro Byelov"),
        ("Mateo Ruvalcába", "Mateo Ruvalcaba"),
        ("Joseph Tarrant", "Joe Tarrant"),
        ("Margaret A. Tarrant", "Margaret Tarrant"),
        ("Margaret Tarrant", "M. Tarrant"),
        ("Pak Song Ho", "Pak Song-ho"),
        ("Tanigawa Fumiko", "Fumiko Tanigawa"),
        ("Khalid al-Morwani", "Khaled Morwani"),
        ("Recep Tahsin Ergunlu", "Tahsin Ergünlü"),
        ("Anna Dovzhenkova", "videoAnna Dovzhenkovasaid"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert likeness(spelled(one), spelled(other))[0] >= 0.7
    assert full_keys(one).meet(full_keys(other)) or full_keys(other).meet(full_keys(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jake Tarrant", "John Tarrant"),
        ("Jake Tarrant", "Dan Tarrant"),
        ("George W. Tarrant", "George H. W. Tarrant"),
        ("Pak Song Ho", "Pak Song Il"),
        ("Pak Song Ho", "Pak Yo Song"),
        ("Tom Ferry", "Tom Felly"),
        ("Wladimir Borshko", "Vitali Borshko"),
        ("Yulia Timko", "Yuriy Timko"),
        ("Ilya Belov", "Maria Belova"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert likeness(spelled(one), spelled(other))[0] < 0.7


def test_junior_is_not_senior() -> None:
    assert likeness(spelled("Robert Tarrant Jr."), spelled("Robert Tarrant"))[0] < 0.7


def test_a_third_spelling_does_not_reconcile_two_people() -> None:
    assert contradict(spelled("George W. Tarrant"), spelled("George H. W. Tarrant"))
    assert not contradict(spelled("Volodmyr Belov"), spelled("Vlodymir Belov"))


def test_folding_leaves_letters_of_any_alphabet_as_ascii() -> None:
    assert folded("  Türkiye’s   Şahin ") == "turkiyes sahin"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_surname_that_comes_first_does_so_from_both_sides(a: str, b: str, c: str, d: str) -> None:
    one, other = spelled(f"{a} {b}"), spelled(f"{c} {d}")
    assert likeness(one, other)[0] == likeness(other, one)[0]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_compares_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(spelled(one), spelled(one))[0] == 1.0
    assert (likeness(spelled(one), spelled(other))[0] > 0) == (likeness(spelled(other), spelled(one))[0] > 0)
