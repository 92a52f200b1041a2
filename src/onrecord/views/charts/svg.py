"""SVG, written element by element. Text and attributes are escaped here, and nowhere else."""

from __future__ import annotations

import re
from html import escape

from onrecord.views.harmless import one_line

# XML 1.0 has no place for these, not even escaped; `harmless` shows controls, but knows nothing of the last two.
_UNFIT = re.compile("[\ufffe\uffff]")
LONGEST = 280
LETTER = 0.6  # of the font's size: the mean width of a letter in the sans-serif faces that systems have


def element(name: str, *within: str, **attributes: str | float | None) -> str:
    """An element around what is already SVG. `_` in an attribute's name stands for `-`, `class_` for `class`."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{fit(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(within)
    return f"<{name}{told}>{body}</{name}>" if body else f"<{name}{told}/>"


def text(words: str, x: float, y: float, **attributes: str | float | None) -> str:
    return element("text", fit(words), x=x, y=y, fill="currentColor", **attributes)


def fit(words: str) -> str:
    """One harmless line, escaped, of characters that XML has a place for."""
    return escape(_UNFIT.sub("\ufffd", one_line(words)))


def shortened(words: str, width: float, size: float) -> str:
    """As much of the words as fits into so many units at this size of font."""
    most = max(1, int(width / (size * LETTER)))
    line = one_line(words)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def in_short(words: str) -> str:
    """One line, cut where it grows longer than anybody reads beside a chart."""
    line = one_line(words)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
