"""Tags of quotations that nobody marked: '"It is over," the ministry noted.', '"Never!" snapped Ana Kolt.'"""

from __future__ import annotations

from onrecord.reading.who.holding.roles import ENDS
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.words import Words

SAYS = frozenset(
    """said says added adds noted notes continued continues told explained explains stated states asked asks replied
    wrote writes concluded stressed emphasized emphasised recalled insisted argued warned claimed announced joked
    responded declared elaborated underlined underscored quipped remarked commented reiterated""".split()
)
CLOSING = frozenset("”\"'’»")
CLOSED = frozenset(".,!?")
LONGEST = 7  # words of a source
STOPS = frozenset('.;:()"“”«»!?—–')


def tag_after(words: Words, at: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Source and cue, as ranges of words, where the words from `at` on tag the quotation that ends there."""
    opens = at
    while at < len(words) and words.words[at] in CLOSING | CLOSED:
        at += 1
    if at + 1 >= len(words) or at - opens > 3 or not (set(words.words[max(0, opens - 2) : at]) & CLOSING):
        return None
    if words.lower[at] in SAYS:
        return _turned(words, at)
    if words.lower[at] in ENDS - {"he", "she", "they", "it"}:
        return None  # "which nobody said"
    for cue in range(at + 1, min(at + LONGEST + 1, len(words))):
        if words.lower[cue] in SAYS:
            return (at, cue), (cue, cue + 1)
        if words.words[cue] in STOPS or words.words[cue] == "," or words.lower[cue] in ENDS:
            return None
    return None


def _turned(words: Words, cue: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """'..., said the minister': the source goes to the first mark, or to what is no part of a name or noun phrase."""
    end = cue + 1
    while end < min(cue + 1 + LONGEST, len(words)):
        plain = words.words[end].isalnum() or words.words[end] in POSSESSIVE or "-" in words.words[end][1:]
        if not plain or words.lower[end] in ENDS or words.lower[end] in ("in", "at", "on", "to", "during", "of"):
            break
        end += 1
    return ((cue + 1, end), (cue, cue + 1)) if end > cue + 1 else None
