"""Where an outlet is at home: by its name, by its site, or by the country of its address."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from onrecord.reading.who.gazetteer import gazetteer

WORD = re.compile(r"[^\W_]+")
HOST = re.compile(r"^(?:[a-z]+://)?([\w.-]+)", re.IGNORECASE)
SITES = frozenset("www en m amp mobile news edition com co org net gov ac".split())
# Country codes of the net, where they are another's than in ISO, or sold to anybody.
CODES = {"uk": "GB"}
SOLD = frozenset("ai am at be cc co eu fm gg im in io is it la ly me sh st to tv vc ws".split())
TOLD_BY_SITE = frozenset("at be in is it".split())  # countries of their own, though words too


def home_of(outlet: str | None, url: str | None) -> str | None:
    """The ISO code of the state in which an outlet writes for its own people, if that is known."""
    names = [WORD.findall(outlet.lower())] if outlet else []
    site = HOST.match(url.lower()) if url else None
    labels = site.group(1).split(".") if site else []
    names += [[label] for label in labels if label not in SITES]
    for words in names:
        for end in range(len(words), 0, -1):
            if (code := _homes().get("".join(words[:end]))) is not None:
                return code
    last = labels[-1] if len(labels) > 1 else ""
    if len(last) != 2 or last in SOLD - TOLD_BY_SITE:
        return None
    code = CODES.get(last, last.upper())
    return code if code in gazetteer().states else None


@lru_cache(maxsize=1)
def _homes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in files(__package__).joinpath("homes.txt").read_text(encoding="utf-8").splitlines():
        code, bar, names = line.partition("|")
        for name in names.split(",") if bar and not line.startswith("#") else ():
            found.setdefault("".join(WORD.findall(name.lower())), code)
    return found
