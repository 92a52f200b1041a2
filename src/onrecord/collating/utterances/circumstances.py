"""Who said two wordings, and when: the same, as far as the two reports tell?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from onrecord.collating.spelling import contradict, folded, spelled
from onrecord.collating.utterances.signals import Who
from onrecord.model.utterance import Wording

JOINING = frozenset("of the for and in at on".split())
OWNER = re.compile(r"(\w+)['’]s\b")


def days_apart(one: Wording, other: Wording) -> int:
    """Days between the two at the least; 0 where they may be of one day, or nothing tells."""
    if not (one.first and one.last and other.first and other.last):
        return 0
    if one.first <= other.last and other.first <= one.last:
        return 0
    later, earlier = (one.first, other.last) if one.first > other.last else (other.first, one.last)
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def same_speaker(one: Wording, other: Wording) -> Who:
    """Whether the two are of one speaker, as far as the two reports tell."""
    return same_one(one.speaker, one.speaker_type, one.party, other.speaker, other.speaker_type, other.party)


@lru_cache(maxsize=65536)
def same_one(
    a: str | None, a_type: str | None, a_party: str | None, b: str | None, b_type: str | None, b_party: str | None
) -> Who:
    """Whether two names, each with its type and party, are of one speaker."""
    if a is None or b is None or "unnamed" in (a_type, b_type):
        return "not told" if not (a_party and b_party) or folded(a_party) == folded(b_party) else "another"
    if folded(a) == folded(b) or _one_person(a, b):
        return "same"
    sides = {folded(a), folded(a_party or a)} & {folded(b), folded(b_party or b)}
    return "same side" if sides or _of_one_house(a, b) else "another"


def _one_person(a: str, b: str) -> bool:
    """Whether two names, of which either may be of several speakers together, have a person in common.

    Whoever goes by the surname alone in one report may be who has it in the other.
    """
    for one in a.split(" and "):
        for two in b.split(" and "):
            x, y = spelled(one), spelled(two)
            bare = len(x.words) == 1 or len(y.words) == 1
            if x.sounds and y.sounds and x.sounds[-1] == y.sounds[-1] and (bare or not contradict(x, y)):
                return True
    return False


def _of_one_house(a: str, b: str) -> bool:
    """ "Harbour Alliance" and "Alliance of Harbour Towns"; "Ilmar Voss" and "Voss’s office"."""
    one, two = (set(folded(name).split()) - JOINING for name in (a, b))
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    if len(small) > 1 and small <= large:
        return True
    return bool(_owners(a) & set(folded(b).split()[-1:]) or _owners(b) & set(folded(a).split()[-1:]))


def _owners(name: str) -> set[str]:
    return {folded(word) for word in OWNER.findall(name)}


def last_names(wording: Wording) -> tuple[str, ...]:
    """By which words its speakers go: the last ones of their names; none for those who are not named."""
    if wording.speaker is None or wording.speaker_type == "unnamed":
        return ()
    return _last_names(wording.speaker)


@lru_cache(maxsize=8192)
def _last_names(speakers: str) -> tuple[str, ...]:
    names = (folded(name).split() for name in speakers.split(" and "))
    return tuple(sorted({words[-1] for words in names if words}))
