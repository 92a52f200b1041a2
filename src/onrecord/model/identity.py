"""Ids are hashes of content, so that two runs, in any order and on any machine, agree."""

from __future__ import annotations

import hashlib
import json


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, 64 hex digits. Lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identity(kind: str, *parts: object) -> str:
    """`kind-` and 16 hex digits of a hash over the parts.

    The parts go through JSON, so no separator in a text can make two different lists of parts look alike.
    """
    canonical = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return f"{kind}-{hashlib.sha256(canonical.encode('ascii')).hexdigest()[:16]}"
