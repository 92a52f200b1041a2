"""Which mentions of a plan or a treaty tell that it is bargained over, and which name it by the way."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.proposals.phrases import Phrase

BEFORE, AFTER = 60, 70  # characters beside a name that tell of it
FRESH = 2  # years for which a treaty with its year may be told as news
_LITTLE = r"(?:[^\s,.;:()]+\s){0,4}"  # "withdrew from the much-praised", "an end to the nearly"
_CLAUSE = re.compile(r"[;:]\s|[—–]\s|,\s(?:and|but|while|which|who)\s|\s(?:after|before|because|although|while)\s")

# "Norland withdraws the offers that it made in its last proposal": all that its clause tells is gone.
_WITHDRAWN = re.compile(
    r"(?<!not )(?<!n’t )(?<!n't )\b(?:withdrew|withdrawn|withdrawing|withdraws|retract(?:ed|ing|s)|rescind(?:ed|ing|s)|"
    r"revok(?:ed|ing|es)|(?:took|taken|taking|pulled|pulling) back|shelv(?:ed|ing))\s(?!from\b)"
    r"(?:(?!(?:and|but|or|as|if|from)\b)[\w’'-]+\s){0,9}$"
)
_IS_WITHDRAWN = re.compile(
    r"(?:\s(?:has|have|had))?\s(?:was|were|is|are|been)\s(?:now\s|since\s|later\s)?"
    r"(?:withdrawn|retracted|rescinded|revoked|shelved|off the table|no longer on the table)\b"
)
# "since it broke the two-month truce": a truce that is over is no offer of one.
_ENDED = re.compile(
    r"\b(?:end(?:ed|ing)|broke|broken|breaking|shatter(?:ed|ing)|the (?:collapse|breakdown|end|expiry|breach) of|"
    r"(?:during|throughout|since|despite) (?:the|an?) (?:\w+ly )?(?:earlier|previous|last|first|initial|brief))\s"
    r"(?:(?:the|an?|nearly|almost|about|roughly|its|their|that|this|\w+ly)\s)*$"
)
# "The truce has ended", and not "offered a truce after the bridge collapsed": no other clause's verb.
_HAS_ENDED = re.compile(
    r"(?:\s(?!(?:after|before|once|when|since|as|while|until|because|and|but)\b)[\w’'-]+){0,6}?\s"
    r"(?:that |which |had |has )?(?:ended|collapsed|expired|broke down|lapsed|fell apart|was broken|unravell?ed)\b"
)
_VIOLATED = re.compile(r"\s(?:violation|breach|line)")

# What is done to a treaty that is bargained over now, however old it is.
_REOPENED = re.compile(
    r"(?<![\w-])(?:re-?negotiat\w+|re-?work\w*|re-?writ\w+|overhaul\w*|moderni[sz]\w+|updat\w+|amend\w*|"
    r"revis(?:e|es|ed|ing|ions?)|reviv\w+|restor\w+|re-?open\w*|rejoin\w*|return(?:ing|s)? to|salvag\w+|sav(?:e|ing)|"
    r"rescu\w+|scrap(?:s|ping)?|(?:tear|rip)(?:ping|ing|s)? up|terminat(?:e|es|ing|ion)|suspend(?:s|ing)?|suspension|"
    r"review(?:s|ed|ing)?|extend(?:ing|s)?|extension|withdraw(?:ing|s|al)? from|leav(?:e|es|ing)|quit(?:s|ting)?|"
    r"(?:pull|get)(?:ting|ing|s|back)? (?:\S+ ){0,2}(?:out of|back from)|exit(?:s|ing)?|walk(?:ing|s)? away from|"
    r"ratif(?:y|ies|ying|ication)|rest(?:s|ed)? on|on the basis of|based on|differences (?:on|over)|"
    r"(?:talks|negotiations|vote) on|yielded on)\s"
    rf"{_LITTLE}$"
)
# What is done to a treaty when it is made: news, if it is made now.
_MADE_NOW = re.compile(
    r"(?<![\w-])(?:sign(?:s|ed|ing)?|approv\w+|pass(?:es|ed|ing)?|finali[sz]\w+|reach\w*|strik\w+|struck|clos\w+|"
    r"conclu\w+|clinch\w*|seal\w*|negotiat\w+|draft\w*|discuss\w*|propos\w+|agree\w*|accept\w*|reject\w*|refus\w*|"
    r"oppos\w+|endors\w+|back(?:s|ed|ing)?|support\w*|implement\w*|talks (?:on|over|about)|demand\w*|push\w* for|"
    r"call\w* for|ratified|welcom\w+|prais\w+|hail\w*|condemn\w*|denounc\w+|critici[sz](?:e|es|ed|ing)|against|"
    r"embrac\w+|violat\w+|new|proposed|(?:fate|future) of|sell|put)\s"
    rf"{_LITTLE}$"
)
_TOLD_AFTER = re.compile(
    r"\s?,?\s(?:(?:that|which)\s)?(?:(?:is|was|are|were|has been|have been|be|being|just|now)\s)*(?:\w+ly\s)?"
    r"(?:negotiat(?:ed|ions)|talks|renegotiat\w+|vote|bill|ratification|review|would|will|could|should|must|may|might|"
    r"requires?|calls for|needs?|gives|faces|dead|at risk|in doubt|signed (?:this|last|on)|reached (?:this|last|on))\b"
)
# What tells that a treaty is of another time, or another matter.
_OF_OLD = re.compile(
    r"(?<![\w-])(?:(?:ha[ds]|have|[’']\s?s) (?:signed|joined|ratified|left|quit|withdrawn from|pulled out of)|"
    r"withdrew (?:\S+ ){0,2}from|pulled (?:\S+ ){0,2}out of|abandoned|(?:after|since) (?:the )?signing|former|then|old|"
    r"replac(?:e|es|ed|ing)|replacements? (?:for|of|to)|predecessor(?: of| to)?|successor to|unlike|like|such as|"
    r"similar to|(?:aligned|compared) (?:to|with)|criticisms? of|since|historic|under|within|pursuant to|"
    r"in (?:line|accordance|keeping|compliance) with|article \w+ of|enshrined in|guaranteed (?:by|in)|governed by|"
    r"signator(?:y|ies) (?:to|of)|part(?:y|ies) to|members? of|obligations|commitments|restrictions|violated)\s"
    r"(?:(?:the|an?|its|their|his|her|that|of|to|under|in|by|with|from|united|nations?[’']?s?|\S+[’']s?)\s)*$"
)
_OF_OLD_AFTER = re.compile(
    r"[”\"]?(?:\s?\([\w-]+\))?(?:\s?[’']s?\s(?:restrictions|limits|obligations|provisions|terms|article)|"
    r"\sof\s(?:19|20)\d\d|,?\s(?:[\w’'-]+\s){0,5}?(?:decades|years) ago|"
    r"\s(?:countries|members|signatories|states|nations)\b|[^.;]{0,60}?\bin the (?:19|20)\d0s\b|"
    r",?\s(?:(?:from )?which|that)\s[^.,;]{0,40}?\b(?:withdr[ae]wn?|left|abandoned|quit)\b|"
    r",?\s(?:\w+\s){0,2}?(?:signed|adopted|reached|concluded|agreed|brokered)\s(?:back\s)?in\s(?:19|20)\d\d)"
)
_ERA = re.compile(r"-era\b")
_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d(?![\w-])")


def is_gone(low: str, sentence: Span, phrase: Phrase) -> bool:
    """Whether the words beside it tell that a plan is withdrawn, or that a truce is over."""
    before = low[max(sentence.start, phrase.span.start - 2 * BEFORE) : phrase.span.start]
    if phrase.kind == "truce":
        return bool(_ENDED.search(before) or _HAS_ENDED.match(low, phrase.span.end, sentence.end))
    return phrase.kind == "plan" and bool(
        _WITHDRAWN.search(before) or _IS_WITHDRAWN.match(low, phrase.span.end, sentence.end)
    )


def is_violated(low: str, phrase: Phrase) -> bool:
    """'Norland's truce violations' are Norland's; the truce is not."""
    return phrase.kind == "truce" and _VIOLATED.match(low, phrase.span.end) is not None


def is_bargained(text: str, low: str, sentence: Span, phrase: Phrase, year: int | None) -> bool:
    """Whether a treaty is on the table where it is named: made, changed or left now, and not of old.

    One that is printed like a title ("the River Shipping Treaty") has long been there, if nothing tells otherwise; the
    "Aldmoor deal" is today's. `year` is that of the report, or null.
    """
    before, after = _beside(low, sentence, phrase)
    if _REOPENED.search(before):
        return True
    if _is_of_old(low, sentence, phrase, before, after, year):
        return False
    told = _MADE_NOW.search(before) or _TOLD_AFTER.match(after)
    return told is not None or text[phrase.head.start].islower()


def _beside(low: str, sentence: Span, phrase: Phrase) -> tuple[str, str]:
    before = low[max(sentence.start, phrase.span.start - BEFORE) : phrase.span.start]
    cuts = [cut.end() for cut in _CLAUSE.finditer(before)]
    return before[cuts[-1] if cuts else 0 :], low[phrase.span.end : min(sentence.end, phrase.span.end + AFTER)]


def _is_of_old(low: str, sentence: Span, phrase: Phrase, before: str, after: str, year: int | None) -> bool:
    if _ERA.search(low, *phrase.span) or _OF_OLD.search(before) or _OF_OLD_AFTER.match(after):
        return True
    if year is None:
        return False
    told = [int(mark) for mark in phrase.marks if mark.isdigit()] or [
        int(found[0]) for found in _YEAR.finditer(low, sentence.start, sentence.end)
    ]
    return bool(told) and max(told) + FRESH <= year
