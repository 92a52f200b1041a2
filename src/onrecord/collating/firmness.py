"""How firmly something is put, by the words that bind or soften it."""

from __future__ import annotations

import re

BINDING = re.compile(
    r"\b(?:must|never|insist\w*|demand\w*|categorical\w*|non-negotiable|under no circumstances|red lines?|ultimatum|"
    r"immediately|at once|unconditional\w*|absolutely|firm(?:ly)?|have to|has to|"
    r"(?:will not|won ?['’]t|cannot|can ?['’]t|would not|refus\w+ to)\s(?:ever\s)?(?:accept|agree|recogni[sz]e|allow|"
    r"tolerate|surrender|negotiate|compromise|withdraw|give|yield|sign|budge|abandon|discuss|talk|retreat|stop|leave))\b",
    re.IGNORECASE,
)
SOFT = re.compile(
    r"\b(?:might|may|could|would like|hop(?:e|es|ed|ing)|open to|consider\w*|perhaps|possib\w+|willing to (?:discuss|"
    r"consider|talk|look)|in principle|ideally|prefer\w*|explor\w+|some day|at some point|need not)\b",
    re.IGNORECASE,
)


def strength(text: str) -> int:
    """1 where words bind ("must", "never") and none soften, -1 the other way round, else 0."""
    binds, softens = BINDING.search(text) is not None, SOFT.search(text) is not None
    return int(binds) - int(softens)
