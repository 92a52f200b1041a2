"""Speakers, roughly: enough to know whose day carries on, where nobody has resolved who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.model import Span
from onrecord.reading.page import Page
from onrecord.reading.when.attaching import Passage, anchor

NAME = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f][\w'-]*[^\W\d_]")
LAST_NAME = re.compile(rf"(?P<name>{NAME.pattern})(?:['\u2019]s)?\W*$")
PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "his", "her", "him"})
NO_NAME = frozenset(
    """
    The A An President Minister Prime Foreign Secretary Mr Mrs Ms Dr Sir General King Pope Senator Chancellor In On At
    Russian American British French German Ukrainian Chinese Israeli Turkish US UK EU Kremlin
    """.split()
)


def rough_speakers(page: Page, passages: Sequence[Passage]) -> list[str | None]:
    """A key for each passage's speaker: the last name of its source; a pronoun, or no source, is who spoke before."""
    keys: list[str | None] = [None] * len(passages)
    before: tuple[str | None, int] = (None, -9)
    for place in sorted(range(len(passages)), key=lambda each: anchor(passages[each]).start):
        passage = passages[place]
        sentence = page.sentence_at(anchor(passage).start)
        printed = passage.source[-1].text(page.text) if passage.source else ""
        if not printed or printed.lower() in PRONOUNS:
            keys[place] = before[0] if sentence - before[1] <= 2 else None
        else:
            names = NAME.findall(printed.replace("\u2019s", "").replace("'s", ""))
            keys[place] = names[-1] if names else printed.lower()
        if keys[place] is not None:
            before = (keys[place], sentence)
    return keys


def names_of(page: Page, pairs: Iterable[tuple[Passage, str | None]]) -> dict[str, str]:
    """The names by which sources are printed, each with the key of who it is.

    Names that two share are left out, and names of places: a day told of "in Norhaven" says nothing of its words.
    """
    found: dict[str, str] = {}
    shared: set[str] = set()
    for passage, key in pairs:
        if key is None or not passage.source:
            continue
        # "the Norland government" is no name by which one is there: the name must end the phrase.
        named = LAST_NAME.search(passage.source[-1].text(page.text))
        if named and named["name"] not in NO_NAME and found.setdefault(named["name"], key) != key:
            shared.add(named["name"])
    return {name: key for name, key in found.items() if name not in shared and not _is_place(page.text, name)}


def mentioned(page: Page, sentence: Span, names: dict[str, str]) -> list[str]:
    """The keys of those whose name stands in the sentence, in its order."""
    printed = (name.removesuffix("'s") for name in NAME.findall(page.text, sentence.start, sentence.end))
    return list(dict.fromkeys(names[name] for name in printed if name in names))


def _is_place(text: str, name: str) -> bool:
    return f" in {name}" in text or f"In {name}" in text
