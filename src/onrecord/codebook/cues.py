"""Cues as regular expressions. A cue is words as one would type them into a search, with a few signs.

`*` any further letters, `(a|b)` a choice, `?` what stands before it may be missing, `...` up to four words between,
`-` a hyphen, a space or nothing. Case is ignored, but a cue all in capitals is meant as it stands.
"""

from __future__ import annotations

import re

OPENING = 5  # letters; how many of a word's first letters decide which cues are tried on it
_GAP = r"(?:\s+[^\s.!?;]+){0,4}?"
_SIGNS = {"*": r"\w*", "(": "(?:", ")": ")", "|": "|", "?": "?", "-": r"[-\u2010-\u2013\s]?", "'": "['’]"}


class CueError(ValueError):
    """A cue that cannot be read, and why."""


def compile_cue(cue: str) -> re.Pattern[str]:
    """The cue as a pattern to be matched where a word begins. Raises CueError."""
    items = _items(cue)
    if items[0] == "..." or items[-1] == "...":
        raise CueError("'...' stands at an end, where it says nothing")
    if all(_may_be_missing(item) for item in items):
        raise CueError("nothing in it must be there")
    source, first = "", True
    for item in items:
        if item == "...":
            source += _GAP
        elif _may_be_missing(item):
            body = _translated(item[:-1])
            source += rf"(?:{body}\b\s*)?" if first else rf"(?:\s+{body})?"
        else:
            source += ("" if first else r"\s+") + _translated(item)
            first = False
    if cue.upper() == cue and cue.lower() != cue:
        source = f"(?-i:{source})"
    try:
        return re.compile(rf"{source}(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise CueError(str(error)) from error


def openings(cue: str) -> frozenset[str]:
    """The first letters, at most `OPENING` and in lower case, with which a match can begin; "" where any may."""
    found: set[str] = set()
    for item in _items(cue):
        found |= _item_openings(item)
        if not _may_be_missing(item):
            break
    return frozenset(found)


def _items(cue: str) -> list[str]:
    """The cue cut at its spaces, save those inside parentheses. Raises CueError."""
    items, depth, word = [], 0, ""
    for sign in cue.strip():
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            raise CueError("a ')' without its '('")
        if sign.isspace() and depth == 0:
            items.append(word)
            word = ""
        else:
            word += sign
    if depth:
        raise CueError("a '(' without its ')'")
    items = [item for item in [*items, word] if item]
    if not items:
        raise CueError("it is empty")
    return items


def _may_be_missing(item: str) -> bool:
    """`(the)?` may; `regions?` may not, and nor may `(a|b)(s)?`."""
    return item.startswith("(") and item.endswith(")?") and _closing(item) == len(item) - 2


def _closing(item: str) -> int:
    depth = 0
    for at, sign in enumerate(item):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at
    return -1


def _translated(item: str) -> str:
    return "".join(_SIGNS.get(sign) or (r"\s+" if sign.isspace() else re.escape(sign)) for sign in item)


def _item_openings(item: str) -> set[str]:
    if item.startswith("("):
        closing = _closing(item)
        after = item[closing + 1 :]
        inside = {found for choice in _choices(item[1:closing]) for found in _item_openings(choice)}
        if after.startswith("?"):
            inside |= _item_openings(after[1:]) if after[1:] else set()
        return inside
    letters = re.match(r"\w*", item)
    found = letters.group() if letters else ""
    if item[len(found) :].startswith("?"):
        found = found[:-1]
    return {found[:OPENING].lower()}


def _choices(inside: str) -> list[str]:
    choices, depth, word = [], 0, ""
    for sign in inside:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            choices.append(word)
            word = ""
        else:
            word += sign
    return [*choices, word]
