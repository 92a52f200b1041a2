"""What the words after a proposal's name tell of it: what it is for, and by what other name it goes."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.model.proposal import STEM
from onrecord.reading.proposals.phrases import Phrase

FAR = 160  # characters between two names of one thing in a sentence
LEAST = 4  # letters that a word that tells anything has
# "the Torland proposal for the ports, which is based on the Voss framework"
_SAME = re.compile(
    r"(?:\s(?:for|to|of|on)\s[^.;:,“”\"]{1,90}?)?(?:\s?[\u2013\u2014]\s?an?\s|,?\s(?:(?:which|that)\s(?:is|was)\s(?:\w+ly\s)?)?"
    r"(?:based on|known as|dubbed|called|referred to as|described as|better known as)\s(?:the\s|a\s)?)[“\"‘'`\s]*"
)
_FOR = re.compile(r"\s(?:to|for|on|about|of)\s(?P<what>[^.;:,“”\"()]{3,60}(?!\w))")
_OVER = re.compile(
    r"\b(?:that|which|who|could|would|will|is|was|are|were|has|had|after|before|when|while|if|by|as|and|during|amid|under)\b"
)
_WORD = re.compile(r"[a-z][\w-]+")
_EMPTY = frozenset(
    """with this their from have been into over more than they them also only work make help some without monday tuesday
    wednesday thursday friday saturday sunday week month year""".split()
)


def is_same_thing(low: str, one: Phrase, other: Phrase) -> bool:
    """Whether the sentence says that the second is the first, or what the first comes from."""
    gap = low[one.span.end : other.opening] if other.opening - one.span.end <= FAR else ""
    return bool(gap) and one.kind == other.kind and _SAME.fullmatch(gap) is not None


def purpose_of(low: str, sentence: Span, phrase: Phrase) -> set[str]:
    """The words that tell what it is for; empty where none do."""
    told = _FOR.match(low, phrase.span.end, sentence.end) if phrase.kind == "plan" else None
    words = _WORD.findall(_OVER.split(told["what"], maxsplit=1)[0]) if told else []
    return {word for word in words if len(word) >= LEAST and word not in _EMPTY}


def may_be_one(some: set[str], others: set[str]) -> bool:
    """Whether nothing that both are for differs."""
    return not some or not others or bool({word[:STEM] for word in some} & {word[:STEM] for word in others})
