"""Whom a sentence is about."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.reading.who.mentioning.mentions import Mentions


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
