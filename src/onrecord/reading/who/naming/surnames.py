"""Words that are surnames: "Kolt", and "May", which is a month elsewhere."""

from __future__ import annotations

from onrecord.reading.who.wording.words import CAPITALISED_ANYWAY, Words

POSSESSIVE = frozenset(("'s", "’s", "' s", "’ s"))
MONTHS = frozenset("april may june august march".split())
BEFORE_MONTHS = frozenset("in on of since until by from last next this early late mid through to and between".split())
AFTER_SURNAMES = frozenset(
    """said says has had is was will would told wants wanted tells added insisted warned asked argued called faces faced
    hopes plans agreed refused and who also made met did does must could should herself himself""".split()
)


def is_no_month(words: Words, at: int, *, titled: bool) -> bool:
    """'Ana May' is named, and 'May said', 'Mrs May's plan': she, and no month."""
    lower, before = words.lower, words.lower[at - 1] if at else ""
    if lower[at] not in MONTHS or words.words[at].isupper() or before in BEFORE_MONTHS or before[:1].isdigit():
        return False
    following = words.words[at + 1] if at + 1 < len(words) else ""
    return following in POSSESSIVE or following in AFTER_SURNAMES or titled


def is_plain_word(words: Words, at: int, *, titled: bool) -> bool:
    """Whether a capital tells nothing of this word, where somebody bears it as a surname too."""
    return words.lower[at] in CAPITALISED_ANYWAY and not is_no_month(words, at, titled=titled)


def is_surname(word: str, surnames: set[str]) -> bool:
    """'Kolt', and 'KOLT' of a headline, where Ana Kolt is named."""
    return word in surnames or (len(word) > 2 and word.isupper() and word.capitalize() in surnames)
