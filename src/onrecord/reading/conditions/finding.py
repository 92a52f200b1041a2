"""Finds what must hold for an acceptance, an offer or a threat to count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.model import Actor, Condition, IssueHit, Span, Statement
from onrecord.reading.conditions.clauses import clause_end, trimmed
from onrecord.reading.conditions.depending import waits
from onrecord.reading.conditions.rules import RULES, Place
from onrecord.reading.conditions.setting import Setting
from onrecord.reading.conditions.triggers import Trigger, find_musts, find_triggers
from onrecord.reading.page import Page

YES = re.compile(
    r"\b(?:agree[sd]?|agreeing|accept\w*|support\w*|back(?:s|ed|ing)|endors\w*|welcom\w*|"
    r"in favou?r|ready|willing|prepared|open to|yes|correct|approv\w*|embrac\w*|consent\w*)\b"
)
# "We agree to mediation, but only if the lawsuits go," said the president of a union that this report does not name.
_OURS = re.compile(r"\b(?:we|i|our|us)\b")
_BUT = re.compile(
    r"\b(?:but|however|although|though|(?<!not )(?<!has )(?<!have )(?<!is )(?<!are )(?<!as )yet|albeit)\b"
)
_MUST = re.compile(
    r"\b(?:must|needs?(?:\sto)?|needed|needing|should(?:\sbe)?|has\sto|have\sto|had\sto|requires?|conditions?|guarantees?|nuances?|"
    r"issues|questions|details|concerns|first|caveats?|reservations?|provisos?|only)\b"
)
_IF = frozenset({"if", "when"})
# "Torland's threat of a blockade if the talks fail": nobody says it, and yet it hangs on something.
_PLEDGED = re.compile(
    r"\b(?:threats?|threatened|threatens|threatening|warn\w*|vow\w*|pledg\w*|promis\w*|offer(?:s|ed|ing)?|agree[ds]?|"
    r"propos(?:es|ed|ing)|demand(?:s|ed|ing)|insist\w*|refus\w*|prepared|ready|willing|(?:will|would)\s(?:not|only))\b"
    r"[^.;:?!“”\"]{0,120}$"
)
_HEARSAY_FREE = frozenset(
    {"provided", "until", "exchange", "points-need", "preconditions", "deal-must", "key-point", "before"}
)


def find_conditions(
    page: Page, statements: Sequence[Statement], hits: Sequence[IssueHit], actors: Sequence[Actor] = ()
) -> tuple[Condition, ...]:
    """Conditions in the order of the text.

    `hits` are the places in the page's text that touch issues, in order; `actors` help where a statement's own party
    is not known. A condition outside every statement is taken only from words that leave no doubt, with a party named.
    """
    setting = Setting(page, statements, hits, actors)
    found = opened(setting)
    return tuple(_condition(setting, span, trigger) for span, trigger in found if waits(setting, span, trigger))


Found = tuple[Span, Trigger]


def opened(setting: Setting) -> list[Found]:
    """What the rules take for conditions, each with what opens it, in the order of the text."""
    return _apart(setting, [*_triggered(setting), *_musts(setting), *_yes_but(setting)])


def _triggered(setting: Setting) -> Iterator[Found]:
    for trigger in find_triggers(setting.low):
        rule, sentence = RULES.get(trigger.kind), setting.sentence(trigger.span.start)
        scope = _scope(setting, trigger, sentence) if rule and sentence else None
        if rule is None or sentence is None or scope is None:
            continue
        span = rule(Place(setting.low, sentence, scope, trigger))
        if span is not None:
            yield span, trigger


def _scope(setting: Setting, trigger: Trigger, sentence: Span) -> Span | None:
    """The stretch that a condition may fill: the trigger's sentence, cut to the content that holds it.

    Nothing where no issue is near, or where nobody is there whose condition it could be.
    """
    at = trigger.span.start
    if not setting.is_negotiated(sentence):
        return None
    held = setting.statement_at(at)
    if held is None:
        sure = trigger.kind in _HEARSAY_FREE or (
            trigger.kind in _IF and _PLEDGED.search(setting.low, sentence.start, at) is not None
        )
        return sentence if sure and setting.party_named(sentence.start, sentence.end) is not None else None
    statement, part = held
    if setting.looks_on(statement):
        return None
    unnamed = statement.speaker is None or statement.speaker.type in ("unnamed", "group")
    nobodys = statement.party is None and not unnamed and setting.party_named(sentence.start, at) is None
    if nobodys and not setting.holds_office(statement) and not _answers_for_own(setting, statement):
        return None
    return Span(max(sentence.start, part.start), min(sentence.end, part.end))


def _answers_for_own(setting: Setting, statement: Statement) -> bool:
    """Whether somebody says yes in the first person: whoever does negotiates, be his party named or not."""
    said = [part for part in statement.content if statement.kind != "indirect"]
    return any(YES.search(setting.low, *part) and _OURS.search(setting.low, *part) for part in said)


def _musts(setting: Setting) -> Iterator[Found]:
    for clause, trigger in find_musts(setting.low):
        sentence = setting.sentence(trigger.span.start)
        scope = _scope(setting, trigger, sentence) if sentence else None
        if sentence and scope and setting.statement_at(trigger.span.start) is not None:
            start = max(sentence.start, clause.start)
            yield trimmed(setting.low, start, clause_end(setting.low, trigger.span.end, scope.end)), trigger


def _yes_but(setting: Setting) -> Iterator[Found]:
    """'We are for it, but the dates must be settled': what follows a yes in the same utterance and limits it."""
    for statement in setting.statements:
        if statement.party is None and statement.speaker is not None and not _answers_for_own(setting, statement):
            continue
        if any(YES.search(setting.low, *part) for part in (*statement.cue, *statement.content)):
            for part in statement.content:
                yield from _limits_in(setting, part)
    yield from _limits_after(setting)


def _limits_in(setting: Setting, part: Span) -> Iterator[Found]:
    for but in _BUT.finditer(setting.low, *part):
        sentence = setting.sentence(but.start())
        if sentence is None or not setting.is_negotiated(sentence):
            continue
        end = clause_end(setting.low, but.end(), min(sentence.end, part.end))
        need = _MUST.search(setting.low, but.end(), end)
        if need is not None:
            start = but.end() + len(" that") if setting.low.startswith(" that ", but.end()) else but.start()
            yield trimmed(setting.low, start, end), Trigger(Span(*but.span()), "limits")
            yield from _next_sentences(setting, sentence.end, part.end)


def _next_sentences(setting: Setting, start: int, end: int) -> Iterator[Found]:
    """What the same breath adds: 'And we have to ask our neighbours as well.'"""
    while start < end:
        sentence = setting.sentence(start + 1) or setting.sentence(start + 2)
        if sentence is None or sentence.start < start:
            return
        need = re.compile(r"\b(?:need to|must|have to|has to|first)\b").search(setting.low, sentence.start, end)
        if need is None or need.start() > sentence.end:
            return
        span = trimmed(setting.low, sentence.start, min(sentence.end, end))
        yield span, Trigger(Span(*need.span()), "limits")
        start = sentence.end


def _limits_after(setting: Setting) -> Iterator[Found]:
    """A "But ..." that opens the statement after a yes of the same speaker."""
    for yes, but in zip(setting.statements, setting.statements[1:], strict=False):
        if yes.speaker is None or but.speaker != yes.speaker or not but.content or not yes.content:
            continue
        part = but.content[0]
        opening = re.compile(r"[\s\"“‘'`]*(?:but|however|yet|at the same time|still)\b").match(setting.low, *part)
        if opening is None or part.start - yes.content[-1].end > 400:
            continue
        if not any(YES.search(setting.low, *one) for one in yes.content):
            continue
        sentence = setting.sentence(opening.end() - 1)
        if sentence is not None and setting.is_negotiated(sentence) and _MUST.search(setting.low, *part):
            end = min(sentence.end, part.end)
            span = trimmed(setting.low, opening.end(), clause_end(setting.low, opening.end(), end))
            yield span, Trigger(Span(opening.end() - 3, opening.end()), "limits")
            yield from _next_sentences(setting, sentence.end, part.end)


def _apart(setting: Setting, found: list[Found]) -> list[Found]:
    """Without overlaps: what two rules found is one condition, unless "and" joins two that stand on their own."""
    kept: list[Found] = []
    for span, trigger in sorted(found, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.end - span.start < len("if so") + 1:
            continue
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, trigger))
            continue
        last, opened = kept[-1]
        joined = re.search(r"\s(?:and|or)\s(?:that\s)?$", setting.low[last.start : span.start])
        if joined and trigger.kind in ("points-need", "deal-must", "red-line", "limits") and span.end >= last.end:
            kept[-1] = (Span(last.start, last.start + joined.start()), opened)
            kept.append((span, trigger))
    return kept


def _condition(setting: Setting, span: Span, trigger: Trigger) -> Condition:
    held = setting.statement_at(trigger.span.start) or setting.statement_at(span.start)
    statement = held[0] if held else None
    sentence = setting.sentence(span.start) or span
    party = statement.party if statement else None
    if party is None and not _is_somebody(statement) and not (statement and statement.within is not None):
        party = setting.party_named(sentence.start, span.start)
    on = _issues(setting, span, sentence, swapped=trigger.kind == "exchange")
    return Condition((span,), (trigger.span,), statement.id if statement else None, party, on)


def _is_somebody(statement: Statement | None) -> bool:
    """Whether a named person says it: for whom, other reports may tell; whoever else is named has not said it."""
    return statement is not None and statement.speaker is not None and statement.speaker.type == "person"


def _issues(setting: Setting, span: Span, sentence: Span, *, swapped: bool) -> tuple[str, ...]:
    """The issues on which it hangs: those of the rest of its sentence, else its own, else the nearest before it.

    What is `swapped` hangs on what is given for it: "We accept the truce. In return we want the prisoners back".
    """
    here = setting.hits_in(sentence.start, sentence.end)
    outside = [hit for hit in here if not span.covers(hit.span) and not hit.hint]
    inside = [hit for hit in here if span.covers(hit.span)]
    near = [hit for hit in setting.hits_in(sentence.start - 500, sentence.start) if not hit.hint][-1:]
    told = (outside or near or _mostly(setting, sentence.start) or inside) if swapped else (outside or inside or near)
    return tuple(dict.fromkeys(hit.issue for hit in told))[:3]


def _mostly(setting: Setting, end: int) -> list[IssueHit]:
    """A place of the issue that the text so far is mostly about."""
    named = [hit for hit in setting.hits_in(0, end) if not hit.hint and not hit.yields]
    often = Counter(hit.issue for hit in named)
    return sorted(named, key=lambda hit: -often[hit.issue])[:1]
