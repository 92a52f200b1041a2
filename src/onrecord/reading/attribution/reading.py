"""Attribution: every statement of one page, with type and confidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.model import AttributionType
from onrecord.reading.attribution.edges import with_whole_contents
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.nesting import look_again
from onrecord.reading.attribution.passages import Passage, find_passages, renumbered
from onrecord.reading.attribution.passive import with_subjects
from onrecord.reading.attribution.questions import with_askers
from onrecord.reading.attribution.rows import with_whole_rows
from onrecord.reading.attribution.second_verbs import with_second_verbs
from onrecord.reading.attribution.setting import set_out
from onrecord.reading.attribution.tagger import Tagged, Tagger
from onrecord.reading.attribution.trailing import with_conditions
from onrecord.reading.attribution.wholes import with_whole_quotations
from onrecord.reading.page import Page

# "The ministry has not commented": an act of speaking that did not take place is no statement.
SILENT = re.compile(
    r"\b(?:not|n[\u2019']t|never|declined? to|refused? to|without)\b.*"
    r"\b(?:comment|respon[ds]|repl(?:y|ied)|issued?|mention|answer|elaborate|statement)",
    re.IGNORECASE | re.DOTALL,
)
# "It is known as the salt war", "the envoy needed to leave", "Norland called back its team": what a thing is called,
# what must be and what is done without a word is nobody's word. Of such acts at most one in eleven is a cue in PolNeAR.
ASCRIBES_NOTHING = re.compile(
    r"\bknown (?:as|for)$|^(?:also )?need(?:s|ed)?(?: to)?$"
    r"|\b(?:call(?:s|ed|ing)? back|slash(?:es|ed|ing)?|mark(?:s|ed)|reimburs(?:es|ed|ing)|honou?r(?:ed|s|ing)|"
    r"grant(?:s|ed)|suspend(?:s|ed)|(?:was|were|is|are|been|be|being)(?: also)? arrested)$",
    re.IGNORECASE,
)
# "The board signed a lease", "the ministers discussed the tolls", "Marn lashed out at Lind": without a quotation no
# word of it is told. Of 31 such cues that were judged 28 ascribe nothing.
DEEDS = re.compile(
    r"^(?:(?:has|have|had|is|are|been|be|being|was|were|will|would|also|already|again|first|later|recently|just)\s+)*"
    r"(?:sign(?:s|ed|ing)|hik(?:es|ed|ing)|appoint(?:s|ed|ing)|adopt(?:s|ed|ing)|discuss(?:es|ed|ing)?|seem(?:s|ed|ing)?"
    r"|(?:took|takes|taking) aim at|lash(?:es|ed|ing) out at)$|\b(?:was|were|been)(?: also)? charged$",
    re.IGNORECASE,
)
# "The Gazette cited two pilots as its sources", "citing people who know of the talks": of whom one has it is told, and
# nothing that they say.
CITES = re.compile(r"\b(?:cit|nam|list|identif|giv)(?:es?|ed|ing|ies|ied|ying|en)$|\bgave$", re.IGNORECASE)
AS_SOURCES = re.compile(
    r"[^,.;:\u201c\u201d\"]+\sas\s+(?:(?:its|his|her|their|the|a|one|chief|main|only|sole)\s+)*sources?",
    re.IGNORECASE,
)
SOURCES_ALONE = re.compile(
    r"(?:(?!(?:of|for|in|to|from|by|on|with|at)\b)[\w-]+\s+){0,4}"
    r"(?:people|persons?|officials?|diplomats?|executives?|sources?|insiders?|aides?)"
    r"(?:\s+(?:who\s+(?:is|are|was|were)\s+)?(?:familiar\s+with|close\s+to|briefed\s+on|involved\s+in|"
    r"with\s+(?:direct\s+)?knowledge\s+of)(?:\s+[\w'\u2019-]+){1,5})?",
    re.IGNORECASE,
)
# "Norr declined to comment on the report"
UNWILLING = re.compile(r"(?:declin|refus)(?:e|es|ed|ing)$", re.IGNORECASE)
# "The envoys are to discuss the tolls", "he is accused of theft": nobody's words are told yet, or nobody says whose.
MEETING = re.compile(
    r"\bto (?:discuss|greet|meet|hold)\b|\b(?:held|hold|holding)\b.*\b(?:talks|discussions|consultations)\b"
    r"|\b(?:accused of|charged with)$",
    re.IGNORECASE | re.DOTALL,
)
# Less sure than this, few unquoted passages are right: one in six on PolNeAR dev, of inner ones one in four as read.
LEAST, LEAST_WITHIN = 0.24, 0.5
TO_SPEAK = re.compile(r"to (?:comment|respond|reply|answer|elaborate|discuss|be (?:named|identified|quoted))\b")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage with what the small heads make of it."""

    passage: Passage
    type: AttributionType
    confidence: float


def attributions(page: Page, tagged: Tagged, tagger: Tagger, heads: Heads) -> list[Attribution]:
    """In the order of the text; `passage.within` is a place in this list."""
    found = _mended(page, [one for one in _judged(tagged, outermost(page, tagged), heads) if _is_likely(one, LEAST)])
    for seen, inner in look_again(tagger, page, tagged, [one.passage for one in found]):
        within = _judged(seen, with_conditions(page, with_second_verbs(page, seen, inner)), heads)
        likely = [one for one in within if _is_likely(one, LEAST_WITHIN) and not _ascribes_nothing(page, one.passage)]
        found += _mended(page, likely)
    return _in_order(found)


def _is_likely(one: Attribution, least: float) -> bool:
    """What stands in quotation marks was said by somebody; that the rest was, only its cue tells."""
    return one.confidence >= least or not one.passage.cue or one.passage.kind != "indirect"


def _judged(tagged: Tagged, passages: list[Passage], heads: Heads) -> list[Attribution]:
    types, sure = heads.types(tagged, passages), heads.confidence(tagged, passages)
    return [Attribution(p, t, c) for p, t, c in zip(passages, types, sure, strict=True)]


def _mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """With whole contents, once the heads have judged what the tagger found: they have learned from that."""
    whole = with_whole_contents(page, [one.passage for one in found])
    return [replace(one, passage=passage) for one, passage in zip(found, whole, strict=True)]


def outermost(page: Page, tagged: Tagged) -> list[Passage]:
    """All that stands in no other. What the page sets out comes before what the tagger found in the same place."""
    shown = list(set_out(page))
    taken = [part for passage in shown for part in passage.content]
    said = with_askers(page, with_whole_rows(page, find_passages(page, tagged)))
    whole = with_whole_quotations(page, with_subjects(page, said))
    tagged_here = with_conditions(page, with_second_verbs(page, tagged, whole))
    found = [p for p in tagged_here if not (_is_silence(page, p) or _ascribes_nothing(page, p))]
    return shown + [p for p in found if not any(part.overlaps(other) for part in p.content for other in taken)]


def _ascribes_nothing(page: Page, passage: Passage) -> bool:
    if not passage.cue:
        return False
    cue = passage.cue[-1].text(page.text)
    if passage.kind == "indirect" and CITES.search(cue) and _are_sources(page, passage):
        return True
    return bool(ASCRIBES_NOTHING.search(cue) or (passage.kind == "indirect" and DEEDS.search(cue)))


def _are_sources(page: Page, passage: Passage) -> bool:
    said = passage.content[0].text(page.text).strip(" ,.;")
    alone = AS_SOURCES.fullmatch(said) or SOURCES_ALONE.fullmatch(said)
    return len(passage.content) == 1 and alone is not None


def _is_silence(page: Page, passage: Passage) -> bool:
    cue = _cue_text(page, passage)
    unwilling = UNWILLING.search(cue) and TO_SPEAK.match(passage.content[0].text(page.text))
    return bool(unwilling or SILENT.search(cue) or MEETING.search(cue))


def _cue_text(page: Page, passage: Passage) -> str:
    """The cue with the two words before it, where a negation may stand."""
    if not passage.cue:
        return ""
    start, end = passage.cue[0]
    before = page.text[max(0, start - 24) : start].rsplit(None, 3)[1:]
    return " ".join(before) + " " + page.text[start : passage.cue[-1].end if passage.cue[-1].end < end + 80 else end]


def _in_order(found: list[Attribution]) -> list[Attribution]:
    """In the order of their contents, an enclosing one first; `within` follows."""
    passages = [one.passage for one in found]
    order = sorted(range(len(found)), key=lambda i: (passages[i].content[0].start, passages[i].within is not None, i))
    placed = renumbered(passages, order)
    return [replace(found[old], passage=new) for old, new in zip(order, placed, strict=True)]
