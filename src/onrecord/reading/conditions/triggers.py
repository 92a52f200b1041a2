"""Words that can open a condition, found in one pass over a text in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.model import Span

TriggerKind = Literal[
    "if", "provided", "until", "when", "before", "without", "exchange", "depends", "only", "deal-must", "points-need",
    "red-line", "key-point", "preconditions", "with", "first", "limits",
]  # fmt: skip


class Trigger(NamedTuple):
    span: Span
    kind: TriggerKind


_NO = (
    r"(?:(?:will|would|can|could|shall) ?(?:not|never)|cannot|won['’]t|can['’]t|wouldn['’]t|will no longer|wo n['’]t|"
    r"ca n['’]t|never)"
)
_PATTERNS: tuple[tuple[TriggerKind, str], ...] = (
    ("provided", r"(?:(?:but|and) )?(?:only )?(?:provided|providing)(?: that)?"),
    ("provided", r"unless|(?:as|so) long as|on (?:the |one |a )?(?:strict |sole |clear )?condition(?: that)?"),
    ("if", r"(?:(?:but|and) )?(?:only )?if|assuming that|in the event(?: that| of)?"),
    ("if", r"should(?= \w+ (?:fail|refuse|reject)\b)"),
    ("until", r"(?:until|till)(?: after)?"),
    ("when", r"(?:only )?(?:when|once|after)|as soon as|the moment"),
    ("before", r"before|prior to"),
    ("without", r"(?:but )?(?:not )?without"),
    ("exchange", r"in (?:exchange|return)(?: for)?"),
    ("depends", r"(?:depend(?:s|ed|ent)?|conting\w+|conditional|conditioned) (?:up)?on|subject to(?! change)"),
    ("depends", r"(?:hing(?:e|es|ed|ing)|predicated|premised) (?:up)?on"),
    ("only", r"(?:but )?only (?:alongside|as part of|with|under|together with|in tandem with|within)"),
    ("first", r"first(?=[.,;\"'”’]| (?:and|before|if)\b|$)"),
    ("preconditions", r"pre-?conditions?|prerequisites?|(?<=\w )conditions"),
    (
        "red-line",
        _NO + r" (?:ever |be able to )?(?:accept|agree to|recogni[sz]e|sign|consent to|compromise|"
        r"negotiate on|give up|settle for)",
    ),
    (
        "key-point",
        r"(?:key|main|central|core|chief|crucial|basic|principal|first|most important|sole|only) "
        r"(?:point|demand|condition|requirement|precondition|prerequisite)s?",
    ),
    ("with", r"with (?:\w+ ){0,2}?(?:guarantees|assurances|safeguards|conditions|strings)"),
)


def _compiled(source: str) -> re.Pattern[str]:
    """A pattern in which a space means any white space."""
    return re.compile(re.sub(r"\n\s*", "", source).replace(" ", r"\s"))


_ANY = _compiled(
    "(?<![\\w-])(?:" + "|".join(f"(?P<t{i}>{source})" for i, (_, source) in enumerate(_PATTERNS)) + ")(?![\\w-])"
)
_DEAL = r"""(?:cease-?fire|cease fire|truce|armistice|cessation|deal|agreement|accord|settlement|treaty|pact|memorandum|
    peace|solution|resolution|halt|pause|contract|arrangement|framework|plan|proposal|talks|negotiations?|dialogue|
    withdrawal|exchange|swap|roadmap|document|process)s?"""
_NEED = r"""(?:must|(?:needs?|needed|has|have|had|ought|will have|would have|would need|will need) to|should|requires?|
    required)"""
_POINTS = r"""(?:issues|details|questions|points|nuances|aspects|matters|modalities|mechanisms|terms|problems|
    conditions|obstacles|differences|concerns|things|topics|a (?:number|series|slew|list|host|range) of)"""
_SETTLE = r"""(?:clarif\w+|discuss\w*|resolv\w+|settl\w+|sort\w+|work(?:ed|ing)? out|address\w*|answer\w*|agree\w*|
    negotiat\w+|iron\w+|consider\w*|decid\w+|define\w*|think\w*|look\w*|talk\w*|solv\w+|clear\w*|tackl\w+|
    finali[sz]\w+|met|fulfil\w*)"""
# 'a pause of any kind must end ...', 'the pact would have to include ...', 'this pause should be such that ...'
_DEAL_MUST = _compiled(
    r"(?<!\w)(?:any|such|an?|the|(?:this|that)(?! (?:any|such|an?|the|every|its|their|our|no|each|all) )|every|its|"
    r"their|our|no|each) (?:[\w-]+ ){0,4}?"
    rf"{_DEAL} (?:\w+ ){{0,3}}?(?P<must>{_NEED})\b"
)
# 'a list of issues that need settling', 'several points had yet to be cleared up', 'gaps exist', 'questions remain'
_POINTS_NEED = _compiled(
    r"(?<!\w)(?:(?:there (?:are|were|remain)|many|some|several|certain|other|a few|numerous|further|these|those|the|"
    r"still) ){0,6}"
    rf"(?:(?<![\w-])[\w-]+ )?{_POINTS}\b(?:(?: [\w’'-]+){{0,9}}?,? "
    r"(?P<need>need(?:s|ed|ing)?|must|have|has|had|should|remain\w*|(?:were|are|is) to)\b"
    rf"(?: \w+){{0,3}}? {_SETTLE}"
    rf"| (?P<exist>(?:still )?(?:exist|remain|persist)(?:s|ed|ing)?\b|to be {_SETTLE}))"
)


def find_triggers(low: str) -> Iterator[Trigger]:
    """Triggers in the order of the text. `low` is the text in lower case, letter for letter."""
    for match in _ANY.finditer(low):
        name = match.lastgroup
        if name is not None:
            yield Trigger(Span(*match.span()), _PATTERNS[int(name[1:])][0])


def find_musts(low: str) -> Iterator[tuple[Span, Trigger]]:
    """Where a deal "must" be something: the clause's start, and the trigger."""
    for match in _DEAL_MUST.finditer(low):
        yield Span(*match.span()), Trigger(Span(*match.span("must")), "deal-must")
    for match in _POINTS_NEED.finditer(low):
        which = "need" if match["need"] else "exist"
        yield Span(*match.span()), Trigger(Span(*match.span(which)), "points-need")
