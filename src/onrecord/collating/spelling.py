"""How names are spelled: whether two spellings are of one name, whatever the alphabet or the transliteration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from anyascii import anyascii
from rapidfuzz.distance import OSA

from onrecord.model.sounding import sound as sound

SUFFIXES = frozenset("jr sr ii iii iv junior senior".split())
PARTICLES = frozenset(
    "al el ad an ar as ash at bin ben ibn abu de da di del della der den la le van von dos du y".split()
)
# Words that a scraper glued to a name where a line break went missing: 'spokesmanJohn Doe', 'Doesaid'.
GLUED_BEFORE = re.compile(r"^(?:video|photo|general|president|minister|spokesman|ukraine|russia)(?=[a-z]{4})")
GLUED_AFTER = re.compile(r"(?<=[a-z]{4})(?:said|says|told|corporal|private|sergeant|senior|video|photo)$")

LONG_SURNAME = 7  # sounds: in a shorter one no slip changes the first
SHORT_SURNAME = 4  # letters: surnames that come first are short, as in Korea, China and Vietnam
SHORTEST_MISSPELLED, TWICE_MISSPELLED = 4, 7  # sounds of a given name
VOWELS = re.compile(r"[aeiou]+")
WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A person's name as it compares: words folded to ASCII, and the sound of each."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    suffix: str = ""

    @property
    def given(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def surname(self) -> str:
        return self.words[-1] if self.words else ""


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """The name in lower-case ASCII letters and figures, one space between words: 'Türkiye' is 'turkiye'."""
    ascii_name = re.sub(r"['\"’`.]", "", anyascii(name)).lower()
    return " ".join(WORDS.findall(ascii_name))


@lru_cache(maxsize=16384)
def _parted(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name that count, and what it ends in: junior, senior, the third."""
    words = [GLUED_AFTER.sub("", GLUED_BEFORE.sub("", word)) for word in folded(name).split()]
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words.pop()
    # "Anna Le" bears the surname Le: a particle stands before a name, and never last.
    kept = [word for word in words[:-1] if word not in PARTICLES] + words[-1:]
    return tuple(kept), suffix


@lru_cache(maxsize=16384)
def spelled(name: str) -> Spelled:
    words, suffix = _parted(name)
    return Spelled(words, tuple(sound(word) for word in words), suffix)


@lru_cache(maxsize=1)
def _given_names() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    table = files("onrecord.collating").joinpath("given_names.txt").read_text(encoding="utf-8")
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    for number, line in enumerate(lines):
        for word in line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@lru_cache(maxsize=1)
def _common_surnames() -> frozenset[str]:
    table = files("onrecord.collating").joinpath("common_surnames.txt").read_text(encoding="utf-8")
    return frozenset(word for line in table.splitlines() if not line.startswith("#") for word in line.split())


def is_common(surname: str) -> bool:
    """Whether many people bear this surname (folded), so that it alone tells nobody."""
    return surname in _common_surnames()


@lru_cache(maxsize=1)
def _given_sounds() -> dict[str, frozenset[int]]:
    sounds: dict[str, frozenset[int]] = {}
    for word, groups in sorted(_given_names().items()):
        sounds[sound(word)] = sounds.get(sound(word), frozenset()) | groups
    return sounds


@lru_cache(maxsize=16384)
def given_groups(word: str) -> frozenset[int]:
    """The groups of given names that are one name in several languages, or its short forms, to which a word belongs.

    A long word one letter away from known names belongs to theirs: 'volodmyr'.
    """
    known = _given_names().get(word)
    if known is not None:
        return known
    its_sound = sound(word)
    if len(its_sound) < 4:
        return frozenset()
    sounds = _given_sounds()
    if its_sound in sounds:
        return sounds[its_sound]
    if len(its_sound) < 6:
        return frozenset()
    near = (groups for other, groups in sounds.items() if OSA.distance(its_sound, other, score_cutoff=1) == 1)
    return frozenset(number for groups in near for number in groups)


def likeness(a: Spelled, b: Spelled) -> tuple[float, str]:
    """How likely two full names are one name (0..1), and why. 0 where they contradict each other."""
    if a.suffix != b.suffix:
        return 0.0, "one is called junior or senior"
    if a.words == b.words:
        return 1.0, "same name"
    if sorted(a.words) == sorted(b.words) or "".join(a.sounds) == "".join(b.sounds):
        return 0.97, "same words"
    if len(a.words) < 2 or len(b.words) < 2:
        return 0.0, "no given name"
    if set(a.sounds) == set(b.sounds):
        return 0.95, "same words, otherwise spelled"
    straight = _alike_in_order(a, b)
    if straight[0] or len(a.words) != 2 or len(b.words) != 2:
        return straight
    if given_groups(a.words[0]) and given_groups(b.words[0]):
        return straight
    # Either may be the one whose surname comes first, and of that order may not matter.
    score, why = max(_alike_in_order(a, _turned(b)), _alike_in_order(b, _turned(a)))
    return round(score * 0.97, 3), f"{why}, surname first"


def _turned(name: Spelled) -> Spelled:
    return Spelled(name.words[::-1], name.sounds[::-1])


def _alike_in_order(a: Spelled, b: Spelled) -> tuple[float, str]:
    if a.sounds[-1][:1] != b.sounds[-1][:1] and min(len(a.sounds[-1]), len(b.sounds[-1])) < LONG_SURNAME:
        return 0.0, "different names"
    family, why_family = _surnames_alike(a, b)
    given, why_given = _given_alike(a, b) if family else (0.0, "")
    if not given or _middle_names_differ(a, b):
        return 0.0, "different names"
    return round(family * given, 3), f"{why_family}, {why_given}"


def _surnames_alike(a: Spelled, b: Spelled) -> tuple[float, str]:
    one, two = a.sounds[-1], b.sounds[-1]
    if a.surname == b.surname:
        return 1.0, "same surname"
    if one == two:
        return 0.97, "surname otherwise transliterated"
    length = min(len(one), len(two))
    if length < 4:
        return 0.0, ""
    distance = OSA.distance(one, two, score_cutoff=2)
    # Four sounds tell "Kelly" from "Kerry", so only swapped letters count as a slip there.
    if distance == 1 and (length >= 5 or sorted(one) == sorted(two)) and (one[0] == two[0] or length >= 7):
        return (0.9 if length >= 6 else 0.85), "surname misspelled by a letter"
    if distance == 2 and length >= 7 and one[0] == two[0]:
        return 0.85, "surname misspelled by two letters"
    if length >= 7 and (one.startswith(two) or two.startswith(one)) and abs(len(one) - len(two)) <= 3:
        return 0.8, "one surname goes on"
    return 0.0, ""


def _given_alike(a: Spelled, b: Spelled) -> tuple[float, str]:
    best = (0.0, "")
    for i, (one, one_sound) in enumerate(zip(a.words[:-1], a.sounds[:-1], strict=True)):
        for j, (two, two_sound) in enumerate(zip(b.words[:-1], b.sounds[:-1], strict=True)):
            if (
                i == j or min(len(one), len(two)) > 1
            ):  # an initial stands where its name would: "Min L. Han" is no "Lee Han"
                best = max(best, _one_given_alike(one, two, one_sound, two_sound))
    return best


def _one_given_alike(one: str, two: str, one_sound: str, two_sound: str) -> tuple[float, str]:
    if one == two:
        return (1.0, "same given name") if len(one) > 1 else (0.8, "same initial")
    if given_groups(one) & given_groups(two):
        return 0.97, "one given name in two forms"
    if one_sound == two_sound:
        return 0.95, "given name otherwise transliterated"
    if (len(one) == 1 or len(two) == 1) and one[0] == two[0]:
        return 0.8, "initial"
    length = min(len(one_sound), len(two_sound))
    if given_groups(one) and given_groups(two):
        return 0.0, ""
    distance = OSA.distance(one_sound, two_sound, score_cutoff=2)
    if (distance == 1 and length >= SHORTEST_MISSPELLED) or (distance == 2 and length >= TWICE_MISSPELLED):
        return 0.88, "given name misspelled"
    if length >= 6 and (one_sound.endswith(two_sound) or two_sound.endswith(one_sound)):
        return 0.85, "a word glued to the given name"
    return 0.0, ""


def _middle_names_differ(a: Spelled, b: Spelled) -> bool:
    """'George W.' is not 'George H. W.': the first middle names must agree where both have one."""
    one, two = a.words[1:-1], b.words[1:-1]
    if not one or not two or a.words[0] != b.words[0]:
        return False
    short = min(len(one[0]), len(two[0]))
    return one[0][:short] != two[0][:short]


def contradict(a: Spelled, b: Spelled) -> bool:
    """Whether two names cannot be one person's, even if a third name is like both: 'George W.' and 'George H. W.'."""
    if likeness(a, b)[0]:
        return False
    if a.suffix != b.suffix or _middle_names_differ(a, b):
        return True
    return not any(
        given_groups(one) & given_groups(two) or OSA.normalized_similarity(sound(one), sound(two)) >= 0.5
        for one in a.words[:-1]
        for two in b.words[:-1]
    )


def surnames(name: Spelled) -> tuple[str, ...]:
    """How the words sound that may be the surname: the last, and a short first one that is no given name ('Kim').

    The short one goes by its letters ("=kim"): so short, what sounds alike is mostly another name ("Ya" is no Aya).
    """
    if not name.sounds:
        return ()
    if len(name.words) == 1:
        return name.sounds[-1], f"={name.words[-1]}"
    if len(name.words) > 1 and len(name.words[0]) <= SHORT_SURNAME and not given_groups(name.words[0]):
        return name.sounds[-1], f"={name.words[0]}"
    return (name.sounds[-1],)


@lru_cache(maxsize=16384)
def is_short(name: str) -> bool:
    """Whether a name is of one word only, which several people may share."""
    return len(_parted(name)[0]) < 2
