"""Text of a report on its way to a screen, a spreadsheet, a Markdown page or a JSON line: shown, never obeyed."""

from __future__ import annotations

import json
import re

# Controls (a terminal obeys them), bidirectional overrides and isolates (they show a text in an order in which it does
# not stand), line separators, byte order marks, tag characters, lone surrogates (no terminal can encode them).
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff"
)
_CONTROLS = re.compile(f"[{_UNSAFE}]")
_WHITE = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~&])")
_PICTURES = 0x2400


def harmless(text: str) -> str:
    """The text with every character that a terminal would obey shown instead: ESC as `␛`, U+202E as `<U+202E>`.

    Newlines and tabs stay. Nothing else changes, so a text of ordinary characters comes out as it is.
    """
    return _CONTROLS.sub(_shown, text)


def one_line(text: str) -> str:
    """Harmless, and with every run of white space as one blank, for a cell or a line."""
    return harmless(_WHITE.sub(" ", text.strip()))


def csv_cell(text: str) -> str:
    """Harmless, and with an apostrophe before what a spreadsheet would take for a formula (`=`, `+`, `-`, `@`)."""
    shown = harmless(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def markdown_cell(text: str) -> str:
    """One harmless line in which no character means anything to Markdown or HTML."""
    return _MARKDOWN.sub(r"\\\1", one_line(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")


def json_line(value: object) -> str:
    """One line of JSON in which unsafe characters stand as escapes, so that it reads back equal and prints harmless."""
    return _CONTROLS.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(", ", ": ")))


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1] if ord(found.group()) != 0x7F else "\\u007f"
