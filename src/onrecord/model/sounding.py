"""How words of names sound: what their transliterations have in common."""

from __future__ import annotations

import re
from functools import lru_cache

# What transliterations of one letter have in common, in the order in which they are told apart.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|cz", "q"),
        (r"shch|schch|shsch|sch|sh", "x"),
        (r"ch", "q"),
        (r"dzh|dj", "j"),
        (r"zh", "z"),
        (r"^x(?=[aeiou])", "kh"),
        (r"kh|gh|g(?!e)|h", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ts|tz", "s"),
        (r"w", "v"),
        (r"ck|c(?![eiy])|q(?=u)", "k"),
        (r"[cz]", "s"),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"[yij]+a", "a"),
        (r"[yij]+u", "u"),
        (r"[yij]+e", "e"),
        (r"[yij]+o", "o"),
        (r"ou|oo", "u"),
        (r"[yij]+|ee", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """What the transliterations of a word have in common: 'zelenskyy', 'zelenskiy' and 'zelens’kyi' sound alike."""
    for pattern, into in SOUNDS:
        word = pattern.sub(into, word)
    return word
