"""Language: English by its words, others by py3langid."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.language import language_of

ENGLISH = "The envoys met for six hours on the river island, and they said that nothing had been signed."
GERMAN = "Die Gesandten berieten sechs Stunden auf der Flussinsel, und unterschrieben wurde am Ende nichts."
FRENCH = "Les émissaires se sont réunis pendant six heures sur l’île, et rien n’a été signé, ont-ils dit."
RUSSIAN = "Посланники заседали шесть часов на острове посреди реки, и ничего не было подписано, сказали они."
CHINESE = (
    "特使们在河心岛上会谈了六个小时，没有签署任何文件，他们说会谈将于星期一继续进行。"
    "双方都没有公布更多细节，但水坝将在周五之前保持关闭。"
)


@pytest.mark.parametrize(
    "text, language", [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (RUSSIAN, "ru"), (CHINESE, "zh")]
)
def test_the_text_tells(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text, given, language",
    [
        (ENGLISH, "en-GB", "en"),
        (ENGLISH, "fr", "en"),
        (GERMAN, "en", "de"),
        (GERMAN, "DE_at", "de"),
        (GERMAN, "nds", "nds"),
        ("Nothing signed", "en", "en"),
        ("Nichts unterschrieben", "de", "de"),
        ("", "fr", "fr"),
    ],
)
def test_what_was_given_counts_where_the_text_does_not_tell(text: str, given: str, language: str) -> None:
    assert language_of(text, given) == language


def test_no_words_have_no_language() -> None:
    assert language_of("1, 2, 3 …") is None


def test_boilerplate_in_another_language_at_the_foot() -> None:
    assert language_of(ENGLISH * 30 + FRENCH * 20) == "en"


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert language_of(text) is None or language_of(text, "xx") is not None
