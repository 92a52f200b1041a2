"""Names as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORDS = re.compile(r"\w+")


def folded(name: str) -> str:
    """` vladimir putin `: the words in small letters, a blank around each, so that whole words can be looked for."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return f" {' '.join(_WORDS.findall(plain))} "
