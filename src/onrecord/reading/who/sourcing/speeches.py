"""A speech or statement that a report gives in full: whose it is, and where it begins."""

from __future__ import annotations

from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.wording.words import Words

TEXTS = frozenset("statement speech remarks address letter message intervention".split())
WHOSE = frozenset(("his", "her"))
ADDRESSED = frozenset("mr mrs ms mister madam madame".split())
CHAIRS = frozenset("president chairman chairwoman chairperson chair speaker minister secretary-general".split())
HEADING = 40  # words in which "Statement by Ana Kolt" heads the text
OPEN = 400  # characters in which a quotation is opened
REACH = 12  # words from "statement by" to the name: titles, styles and offices stand between


def speech(mentions: Mentions) -> tuple[int, int] | None:
    """The first word of the speech and who gives it: 'Here is the text of her speech:'."""
    lower = mentions.cast.words.lower
    for at in range(len(lower) - 3):
        if lower[at] == "text" and lower[at + 1] == "of" and TEXTS & set(lower[at + 2 : at + 5]):
            whose = mentions.by_first.get(at + 2) if lower[at + 2] in WHOSE else None
            giver = whose.of[0] if whose is not None and len(whose.of) == 1 else _named(mentions, at + 2)
            return (at, giver) if giver is not None else None
        if at < HEADING and lower[at] in TEXTS and lower[at + 1] in ("by", "of"):
            giver = _named(mentions, at + 2)
            if giver is not None:
                return at, giver
    return None


def _named(mentions: Mentions, at: int) -> int | None:
    """The first person named from this word on."""
    for mention in mentions.between(at, at + REACH):
        if mention.kind == "name" and len(mention.of) == 1 and mentions.cast.entities[mention.of[0]].kind == "person":
            return mention.of[0]
    return None


def is_address(words: tuple[str, ...]) -> bool:
    """'Mr. President' and 'Madam Chair' speak to somebody."""
    plain = tuple(word for word in words if word != ".")
    return len(plain) == 2 and plain[0] in ADDRESSED and plain[1] in CHAIRS


def is_open(words: Words, start: int) -> bool:
    """Whether a quotation begins shortly before this character and nothing closes it: "`` I said so"."""
    before = words.text[max(0, start - OPEN) : start]
    opened = max(before.rfind("``"), before.rfind("\u201c"))
    return opened >= 0 and not any(mark in before[opened:] for mark in ("''", "\u201d"))
