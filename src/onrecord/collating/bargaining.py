"""Who can take a position for a party: whoever looks on, or spoke for it once, can not.

Their words stay in the record as statements.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.collating.said import Said

SENTENCE = 90  # characters behind a name in which it is told who that is

# "according to Velmora's state news agency": who tells news bargains for nobody. A "Velmora Post" may carry letters.
_OUTLET = re.compile(
    r"(?i:\b(?:news|news ?agency|newspaper|daily|gazette|broadcaster|radio|television|wire service|magazine)$|"
    r"\b(?:news agency|state media|state television|newspaper)\b)|"
    r"\w(?:News|Times|Post|TV)$|^(?:The )?\w+ (?:Times|Herald)$"
)
# "Lindholm Economics said the duties would hurt": it looks on. A university or a fund may be a side
# ("the lecturers' union and the University of Aldmoor"), so their words are not here.
_ONLOOKER = re.compile(
    r"\b(?:Economics|Institute|Research|Watch|Think Tank|Analytics|Polling|Polls?|Observatory)\b|"
    r"\b(?:Foundation|Cent(?:er|re)) for\b|\bCouncil on\b|\bAffairs Council\b"
)
_WHO = (
    r"(?:experts?|analysts?|professor|scholar|lecturer|historian|(?:political\s(?:scientist|economist))|economist|"
    r"strategist|pollster|commentator|columnist|blogger|pundit|(?:senior|research|visiting)\sfellow|researcher|correspondent)\b"
)
# "a former adviser" spoke for it once; "the king, a former economist" speaks for it now.
_ART = r"(?:an? |the )?"
_PAST = r"(?:[Ff]ormer|[Rr]etired|[Oo]ne-time)\s"
_ONCE = rf"{_PAST}(?:[\w.’'&/-]+\s){{0,5}}?(?:spokes\w+|advis[eo]rs?|officials?)\b"
# "former ambassador Ana Ruiz" holds the office no more; "the prime minister, a former ambassador" holds another.
_LEFT = (
    rf"{_PAST}(?:[\w.’'&/-]+\s){{0,4}}?(?:ambassador|envoy|negotiator|mediator|diplomat|"
    r"(?:vice[\s-])?(?:president|premier)|(?:prime\s|foreign\s|finance\s|defen[cs]e\s)?minister|chancellor|secretary|"
    r"governor|lawmaker|senator|congress(?:man|woman))\b"
)
# "Ana Ruiz, a Velmora expert at the University of Aldmoor, calls the deal a victory", "Ruiz, a former adviser, said"
_BESIDE = re.compile(
    rf"\s?[,(]\s?(?:who (?:is|was) )?(?:{_ART}{_ONCE}|(?!{_ART}{_PAST}){_ART}(?:[\w.’'&/-]+\s){{0,5}}{_WHO})",
    re.IGNORECASE,
)
# "former spokeswoman Ana Ruiz", "policy analyst Ana Ruiz"
_TITLE = re.compile(rf"(?:{_ONCE}|\b{_LEFT}|\b{_WHO})\s(?:[A-Z][\w.-]*\s)?$")

# "Sen. Ana Ruiz called the truce a disgrace": of 92 such words that were judged none was her state's position. Who is
# told to hold an office too ("Trade Representative Ruiz", "Secretary Ruiz") speaks for it, as a member for a party.
_NAMES = r"\s(?:[A-Z][\w.’-]*\s+){0,2}$"
_LAWMAKER = re.compile(
    r"(?<!\w)(?:Sens?\.?|Reps?\.?|[Ss]enators?|(?<!rade\s)(?<!pecial\s)(?<!igh\s)Representatives?|"
    r"[Cc]ongress(?:man|woman|men|member)|[Ll]awmakers?|[Ll]egislators?|MPs?|MEPs?|[Aa]ssembly(?:man|woman)|"
    rf"[Cc]ouncil(?:man|woman|lor)|[Bb]ackbencher){_NAMES}"
)
_LAWMAKER_BESIDE = re.compile(
    r"\s?[,(]\s?(?i:(?:who is )?(?:(?:an?|the)\s)?(?:[\w.'’&/-]+\s){0,5}?(?:lawmaker|legislator|senator|"
    r"congress(?:man|woman)|member of (?:the )?(?:parliament|congress|house|senate))\b)|"
    r"\s?[,(]\s?\(?[RDI]-[A-Z]|\s?\([RD]\)"
)
_OFFICE = re.compile(
    r"(?<!ormer\s)(?<!ex-)\b(?:[Mm]inister|(?<!Senate\s)Secretary|President|[Cc]hancellor|[Pp]remier|[Ee]nvoy|[Aa]mbassador|"
    rf"[Ss]pokes\w+|[Nn]egotiator|[Aa]dvis[eo]r|Speaker|Trade\sRepresentative){_NAMES}"
)
_MEMBERS = re.compile(
    r"\b(?:Party|Committee|Congress|Senate|House|Parliament|Caucus|Democrats|Republicans|Labour|Conservatives|Greens|"
    r"Liberals|Union|Council|Front|Movement|Alliance|Bloc)\b"
)


def looks_on(name: str) -> bool:
    """Whether whoever goes by this name tells or judges what others bargain about."""
    return _OUTLET.search(name) is not None or _ONLOOKER.search(name) is not None


def speaks_for_party(one: Said) -> bool:
    """Whether the speaker is one who can take a position for the party.

    Not one who looks on, nor who spoke for it once, nor a single lawmaker for a state, nor a person whom the reports
    together put on another side: where "the spokesman, Ana Ruiz" stands right behind "Torland", one report may have
    her speak for it.
    """
    speaker = one.statement.speaker
    if speaker is None:
        return True
    if looks_on(one.party or ""):
        return False
    if speaker.type != "person":
        return not looks_on(speaker.name)
    astray = one.side is not None and one.side != one.party
    if astray or is_introduced_as_onlooker(one.text, speaker.name):
        return False
    return _MEMBERS.search(one.party or "") is not None or not is_lawmaker(one.text, speaker.name)


@lru_cache(maxsize=1024)
def is_introduced_as_onlooker(text: str, name: str) -> bool:
    """Whether a report somewhere calls a person an expert, or one who held an office before."""
    last = name.split()[-1]
    at = text.find(last)
    while at >= 0:
        end = at + len(last)
        if _BESIDE.match(text, end, end + SENTENCE) or _TITLE.search(text, max(0, at - SENTENCE), at):
            return True
        at = text.find(last, end)
    return False


@lru_cache(maxsize=1024)
def is_lawmaker(text: str, name: str) -> bool:
    """Whether a report somewhere calls a person a member of a parliament, and nowhere the holder of another office."""
    last = name.split()[-1]
    at, found = text.find(last), False
    while at >= 0:
        end, start = at + len(last), max(0, at - SENTENCE)
        if _OFFICE.search(text, start, at):
            return False
        found = found or bool(_LAWMAKER.search(text, start, at) or _LAWMAKER_BESIDE.match(text, end, end + SENTENCE))
        at = text.find(last, end)
    return found
