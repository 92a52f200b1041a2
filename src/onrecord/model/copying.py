"""Copies: reports that print another's story, whole or in part."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECOND_LEVEL = [[name] for name in ("co", "com", "org", "gov", "ac", "net", "edu", "or", "go")]
HOST = re.compile(r"[a-z]+://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shingled:
    """A report as copies are told by: the hashes of its runs of words, and whose page it is."""

    report: str
    hashes: frozenset[int]
    url: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class CopyPair:
    """Two reports that have much of their own words in common; `of_a`, `of_b` is what share of each. Ids are sorted."""

    a: str
    b: str
    of_a: float
    of_b: float


@dataclass(frozen=True, slots=True, order=True)
class Copied:
    """A report that is likely a copy of another, the origin; `share` is how much of it stands there (0 to 1)."""

    report: str
    origin: str
    share: float


def site_of(url: str | None, outlet: str | None) -> str | None:
    """Whose page it is: the host's name without what changes from part to part, or else the outlet."""
    host = HOST.match(url or "")
    if host is None:
        return outlet
    labels = host[1].lower().split(".")
    return ".".join(labels[-3:] if labels[-2:-1] in SECOND_LEVEL else labels[-2:])
