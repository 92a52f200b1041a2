"""Yes, but: an acceptance with something that must hold for it is no plain one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Condition, IssueStance, Span, Stance, Statement, envelope
from onrecord.reading.page import Page
from onrecord.reading.stances.judged import Judged

SENTENCES = 2  # how many sentences further on the same speaker's condition still belongs to the yes
_RED_LINE = re.compile(r"\b(?:accept|agree to|tolerate|recogni|sign|consent|compromise|give up)")
# Words that limit a yes where no condition was found. Of 62 labelled yeses with a mere "but", "only" or "yet", three
# were conditional: "She supports the truce, but only her party does".
_LIMITS = re.compile(
    r"\b(?:with (?:some )?(?:reservations|caveats)|in principle|not (?:without|complete\w*|entirely|unconditional\w*)|"
    r"(?:will|would|ll) only|only if|unless|provided that|(?:as|so) long as|"
    r"(?<!at )once (?:all|it|they|he|she|we|you|these|those|the|its|their)\b|(?<!nothing )in (?:exchange|return)|"
    r"(?:certain|clear|some|several|specific|strict|own|following) conditions|"
    r"on (?:the |one )?condition|conditional\w*|"
    r"(?<!without )(?<!without any )(?<!no )preconditions?|within the framework|subject to|depend\w*|contingent)\b|"
    r"\buntil\b(?! now)|(?<!time )\bwhen (?:\S+ ){1,5}(?:is|are|has|have|stops?|returns?|ends?|agrees?|meets?)\b|"
    r"\bif\b[^.;:?!]{0,100}\b(?:we|i|he|she|it)(?: (?:will|would|can|could)\b|['’](?:ll|d)\b)|"
    r"\b(?:we|i|he|she|it)(?: (?:will|would|can|could)\b|['’](?:ll|d)\b)[^.;:?!]{0,100}\bif\b"
)
_YES: tuple[Stance, ...] = ("accepts",)


def with_conditions(
    page: Page, low: str, statements: Sequence[Statement], judged: Sequence[Judged], conditions: Sequence[Condition]
) -> tuple[Judged, ...]:
    """The judgements, every yes that something limits made conditional.

    What limits: a condition in the statement, in its sentence, or in the same speaker's next sentences; words that
    limit by themselves; and for a yes in the headline, a conditional one of the same party on the same issue below it.
    """
    by_id = {one.id: one for one in statements}
    first = []
    for statement, one in zip(statements, judged, strict=True):
        yes = [each for each in one.stances if each.stance in _YES] if statement.content else []
        held = [each for each in yes if _is_limited(page, low, statement, each, conditions, by_id)]
        first.append(_conditional(one, held) if held else one)
    limited: set[tuple[str | None, str | None]] = {
        key for statement, one in zip(statements, first, strict=True) for key in _limited(statement, one)
    }
    return tuple(
        _conditional(one, [each for each in one.stances if (statement.party, each.issue) in limited])
        if statement.party and _says_yes(one) and _is_in_headline(page, statement)
        else one
        for statement, one in zip(statements, first, strict=True)
    )


def _says_yes(one: Judged) -> bool:
    return one.stance in _YES or any(stance.stance in _YES for stance in one.stances)


def _limited(statement: Statement, one: Judged) -> Iterator[tuple[str, str]]:
    for stance in one.stances:
        if statement.party is not None and stance.issue is not None and stance.stance == "accepts-conditionally":
            yield statement.party, stance.issue


def _is_in_headline(page: Page, statement: Statement) -> bool:
    return bool(statement.content) and page.sentence_at(statement.content[0].start) == 0


def _conditional(one: Judged, limited: Sequence[IssueStance]) -> Judged:
    stances = tuple(
        replace(stance, stance="accepts-conditionally") if stance.stance in _YES and stance in limited else stance
        for stance in one.stances
    )
    changed = any(stance.stance == "accepts-conditionally" for stance in stances)
    main: Stance | None = "accepts-conditionally" if one.stance in _YES and changed else one.stance
    return replace(one, stance=main, stances=stances)


def _is_limited(
    page: Page,
    low: str,
    statement: Statement,
    yes: IssueStance,
    conditions: Sequence[Condition],
    by_id: Mapping[str, Statement],
) -> bool:
    """Where much is said, only what stands near the yes limits it: "We welcome the truce. [...] If taxes rise, ..."."""
    whole = envelope(statement.content)
    said = envelope(tuple(span for span in yes.evidence if whole.covers(span)) or statement.content[:1])
    own, reach, near = _reach(page, said, 0), _reach(page, said, SENTENCES), _reach(page, said, SENTENCES, back=1)
    for condition in conditions:
        where = envelope(condition.span)
        if whole.overlaps(where) and near.overlaps(where):
            return True
        holder = by_id.get(condition.statement or "")
        anothers = holder is not None and holder.party is not None and holder.party != statement.party
        if own.overlaps(where) and not anothers:
            return True
        same = holder is not None and holder.speaker is not None and holder.speaker == statement.speaker
        same = same or (condition.party is not None and condition.party == statement.party)
        red_line = condition.trigger and _RED_LINE.search(low, *condition.trigger[0])
        if same and not red_line and reach.overlaps(where):
            return True
    return any(_LIMITS.search(low, max(part.start, near.start), min(part.end, near.end)) for part in statement.content)


def _reach(page: Page, said: Span, further: int, back: int = 0) -> Span:
    """The sentences of what is said, and so many after and before them."""
    first, last = page.sentence_at(said.start), page.sentence_at(said.end - 1)
    if first < 0:
        return said
    start = page.sentences[max(0, first - back)].start
    return Span(min(said.start, start), max(said.end, page.sentences[min(last + further, len(page.sentences) - 1)].end))
