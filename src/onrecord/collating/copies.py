"""Which reports are copies of one another, whole or in part: the same wire story under several names. Pure.

After Broder (1997): the share of runs of words ("shingles") that stand in both, of those of the shorter. What stands
between quotation marks is left out, because two reporters in one room print the same quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,1500}[”\"»]")
RUN = 4
# Copies share most of their runs, independent reports of one event hardly one in fifty.
COPIED = 0.2
LEAST = 25


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of four words outside quotation marks; of the whole text, where hardly any stand outside."""
    own = _runs(QUOTED.sub(" | ", text))
    return own if len(own) >= LEAST else _runs(text)


def _runs(text: str) -> frozenset[int]:
    words = [word.lower() for word in WORD.findall(text)]
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def copied(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter's runs that the other has as well: 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= LEAST else float(one == other and bool(one))


def origins(
    texts: Mapping[str, frozenset[int]], pairs: Iterable[tuple[str, str]], ranks: Mapping[str, tuple[int, str]]
) -> dict[str, str]:
    """The report that each is likely a copy of (or itself), by pairs that may be copies; the first by rank is it.

    The result does not depend on the order of the pairs.
    """
    of = {id: id for id in texts}

    def root(id: str) -> str:
        while of[id] != id:
            id = of[id]
        return id

    for one, other in pairs:
        a, b = root(one), root(other)
        if a != b and copied(texts[one], texts[other]) >= COPIED:
            of[max(a, b)] = min(a, b)
    groups: dict[str, list[str]] = {}
    for id in texts:
        groups.setdefault(root(id), []).append(id)
    return {id: min(group, key=lambda each: (*ranks[each], each)) for group in groups.values() for id in group}
