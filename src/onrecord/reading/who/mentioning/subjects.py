"""Whom "his" and "its" mean, and whom a sentence is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.mentioning.pronouns import GENDER


def whose_by(mentions: Mentions) -> Callable[[int], int | None]:
    """Whom 'his', 'her', 'its' or 'their' at a word means, if that is clear."""

    def whose(at: int) -> int | None:
        word = mentions.cast.words.lower[at]
        if word == "its" and (of_subject := subject_before(mentions, at)) is not None:
            return of_subject
        pronoun = {"its": "it", "their": "they"}.get(word, word)
        of = mentions.meant_by(pronoun, at)[0] if pronoun in GENDER else ()
        return of[0] if len(of) == 1 else None

    return whose


def subject_before(mentions: Mentions, at: int) -> int | None:
    """The state or body that the sentence is about, before a tag: 'Norland will close it, [its] minister said'."""
    words = mentions.cast.words
    if at < 2 or not (words.words[at - 1] == "," or words.lower[at - 2 : at] == ("according", "to")):
        return None
    opens = bisect_left(mentions.sentence_of, mentions.sentence_of[at])
    subject = next((mention for mention in mentions.between(opens, at) if mention.subject), None)
    if subject is None or subject.kind != "name" or len(subject.of) != 1:
        return None
    return subject.of[0] if mentions.cast.entities[subject.of[0]].kind in ("state", "organisation") else None
