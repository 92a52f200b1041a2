"""How a sentence opens with a time or an occasion, on which what follows was said."""

from __future__ import annotations

import re

FAR = 90  # characters
FEW = 3  # words before a time that opens a sentence: "Speaking back in January"

LEADS_ELSEWHERE = re.compile(
    r"\b(?:as|while|when|after|before|who|whom|whose|which|that|where|since|because|until|although|though|despite|following"
    r"|ahead of|whether|if|and then|in which|but)\b|[;:]"
)
COARSE_LEADS = re.compile(
    r"(?:^|[,;]|\b(?:in|early in|late in|back in|earlier|later|last|that|also))\s*$", re.IGNORECASE
)
# A year alone may be a name's: "at the 2031 dyke fair".
BARE = re.compile(r"\d{4}")
# "In a speech earlier this week, Marn said", "At last year's summit, Marn said".
OPENS = re.compile(r"\W*(?:[A-Z][a-z]+\s)?(?:in|at|during|on|speaking\s[a-z]+)\s[^,;:]{0,60}$", re.IGNORECASE)
SPOKEN_AT = re.compile(
    r"\b(?:conference|briefing|interview|hearing|speech|address|statement|meeting|summit|talks|call|session|debate|report"
    r"|letter|memo|post|tweet|ruling|announcement|visit|testimony|appearance|trial|remarks|comments|message|video|op-ed"
    r"|essay|column|article|email|podcast|rally|negotiations|trip|tour)\b",
    re.IGNORECASE,
)
# "When Marn met Dorn last month, she said"; "In January, when Marn met Dorn, she said".
WHEN = re.compile(r"\W*When\s[^,;]{0,100}$")
THAT_TIME = re.compile(r"^\s?,\s(?:when|after|as)\s[^,;]{0,140},")
# "Last week, Marn met Dorn and said"; not "Last week, Marn met Dorn, and Orsk said".
ANOTHER_CLAUSE = re.compile(r",\s(?:and|but|so|or|with|as)\b")
BY_OCCASION = re.compile(r"\W*(?:In|On|At|During|By|With|Amid|Upon|Speaking|Writing|Back)\s")
# "Last week, Marn — who leads the board — said"; "in a letter last week that was seen by Dorn, Marn said".
ASIDE = re.compile(r"\s[\u2014\u2013-]\s[^\u2014\u2013]{0,120}?\s[\u2014\u2013-](?=\s)")
OF_IT = re.compile(r"^\s(?:that|which)\s(?:was|were|had been)\s[^,;]{0,60}(?=,)")


def is_opening(head: str) -> bool:
    """Is what stands before a time no clause: "Speaking in", "In a letter of", and not "Jailed for a march in"?"""
    return len(head.split()) <= FEW or bool(BY_OCCASION.match(head) or SPOKEN_AT.search(head))


def is_bare_year(words: str) -> bool:
    return BARE.fullmatch(words) is not None


def opens_with(head: str, gap: str) -> bool:
    """Does a sentence open with a time (`head` is what stands before it), or with an occasion and its time, and go on
    to who spoke? `gap` is what stands between the time and him, or and the word of saying."""
    plain = THAT_TIME.sub(",", OF_IT.sub("", ASIDE.sub("", gap)))
    phrase, comma, clause = plain.partition(",")
    if LEADS_ELSEWHERE.search(plain) or ANOTHER_CLAUSE.search(plain):
        return False
    if COARSE_LEADS.search(head):
        return is_opening(head) and not phrase.strip() and (bool(comma) or plain != gap)
    return bool(comma and OPENS.match(head) and SPOKEN_AT.search(head + phrase)) and "," not in clause[FAR:]
