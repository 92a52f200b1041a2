"""Ids are hashes of content, so that two runs, in any order and on any machine, agree."""

from __future__ import annotations

import hashlib
import json

DIGITS = 16
SHARED = 6


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, 64 hex digits. Lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identity(kind: str, *parts: object) -> str:
    """`kind-` and 16 hex digits of a hash over the parts.

    The parts go through JSON, so no separator in a text can make two different lists of parts look alike.
    """
    return f"{kind}-{_hashed(parts)[:DIGITS]}"


def identity_within(kind: str, whole: str, *parts: object) -> str:
    """The same for a part of what has the id `whole`: the first six digits are those of the whole.

    So what one report holds lies together in every index by id, and a store changes one page for it, not one for each.
    """
    own = whole.rpartition("-")[2][:SHARED]
    return f"{kind}-{own}{_hashed((whole, *parts))[: DIGITS - len(own)]}"


def _hashed(parts: tuple[object, ...]) -> str:
    canonical = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
