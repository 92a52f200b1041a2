"""Small things that several steps of reading need."""

from __future__ import annotations


def lowered(text: str) -> str:
    """In lower case, but as long as before: a letter whose lower case is longer stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
