"""Names of bodies: states, organisations, groups; whether two are of one."""

from __future__ import annotations

from functools import lru_cache

from onrecord.collating.spelling import folded, sound
from onrecord.model import Form

COMPANY = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag nv bv pty spa".split()
)
# What the army of a people is called by: "the Norlandic military", "the Norlandic armed forces".
ARMED = (("military",), ("armed", "forces"))
OF_A_PEOPLE = ("ian", "ean", "an", "ish", "ese", "ch", "i", "ic")
SHORTEST_BRAND = 3  # letters


def bodies_alike(a: Form, b: Form) -> tuple[float, str]:
    """How likely two names are of one body (0..1), and why."""
    if folded_body(a.name) == folded_body(b.name):
        return 1.0, "same name"
    if a.type != "state" and len(sound_of(a.name)) >= 8 and sound_of(a.name) == sound_of(b.name):
        return 0.93, "same name, otherwise spelled"
    return 0.0, "different names"


@lru_cache(maxsize=65536)
def folded_body(name: str) -> str:
    """The name without "the" before it, and without what only says that it is a company: "Norr Inc.", "the Norr
    company". The military of a people is its army."""
    words = folded(name).split()
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    while len(words) > 1 and words[-1] in COMPANY and len(words[0]) >= SHORTEST_BRAND:
        words.pop()
    for called in ARMED:
        if len(words) == len(called) + 1 and tuple(words[1:]) == called and words[0].endswith(OF_A_PEOPLE):
            words = [words[0], "army"]
    return " ".join(words)


def sound_of(name: str) -> str:
    """What the transliterations of a body's name have in common, its words run together."""
    return "".join(sound(word) for word in folded_body(name).split())
