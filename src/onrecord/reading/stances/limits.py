"""Yes, but: an acceptance with something that must hold for it is no plain one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Condition, Span, Stance, Statement, envelope
from onrecord.reading.page import Page
from onrecord.reading.stances.judged import Judged

SENTENCES = 2  # how many sentences further on the same speaker's condition still belongs to the yes
_RED_LINE = re.compile(r"\b(?:accept|agree to|tolerate|recogni|sign|consent|compromise|give up)")
# Words that limit a yes where no condition was found. Of 62 labelled yeses with a mere "but", "only" or "yet", three
# were conditional: "She supports the truce, but only her party does".
_LIMITS = re.compile(
    r"\b(?:with (?:some )?(?:reservations|caveats)|in principle|not (?:without|complete\w*|entirely|unconditional\w*)|"
    r"(?:will|would|can|could|shall|may|ll) only|if|unless|until|provided|providing|(?:as|so) long as|once|"
    r"(?<!nothing )in (?:exchange|return)|conditions?|conditional\w*|preconditions?|within the framework|"
    r"subject to|depend\w*|contingent|when (?:\S+ ){1,5}(?:is|are|has|have|stops?|returns?|ends?|agrees?|meets?))\b"
)
_YES: tuple[Stance, ...] = ("accepts",)


def with_conditions(
    page: Page, low: str, statements: Sequence[Statement], judged: Sequence[Judged], conditions: Sequence[Condition]
) -> tuple[Judged, ...]:
    """The judgements, every yes that something limits made conditional.

    What limits: a condition in the statement, in its sentence, or in the same speaker's next sentences; words that
    limit by themselves; and for a yes in the headline, a conditional one of the same party on the same issue below it.
    """
    first = [
        _conditional(one) if _says_yes(one) and _is_limited(page, low, statements, at, conditions) else one
        for at, one in enumerate(judged)
    ]
    limited = {key for statement, one in zip(statements, first, strict=True) for key in _limited(statement, one)}
    return tuple(
        _conditional(one, {issue for party, issue in limited if party == statement.party})
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


def _conditional(one: Judged, only: set[str] | None = None) -> Judged:
    stances = tuple(
        replace(stance, stance="accepts-conditionally")
        if stance.stance in _YES and (only is None or stance.issue in only)
        else stance
        for stance in one.stances
    )
    changed = any(stance.stance == "accepts-conditionally" for stance in stances)
    main: Stance | None = "accepts-conditionally" if one.stance in _YES and changed else one.stance
    return replace(one, stance=main, stances=stances)


def _is_limited(
    page: Page, low: str, statements: Sequence[Statement], at: int, conditions: Sequence[Condition]
) -> bool:
    statement = statements[at]
    if not statement.content:
        return False
    whole = envelope(statement.content)
    own, reach = _reach(page, whole, 0), _reach(page, whole, SENTENCES)
    by_id = {one.id: one for one in statements}
    for condition in conditions:
        where = envelope(condition.span)
        if whole.overlaps(where):
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
    return any(_LIMITS.search(low, *part) for part in statement.content)


def _reach(page: Page, whole: Span, further: int) -> Span:
    """The statement's sentences, and so many after them."""
    first, last = page.sentence_at(whole.start), page.sentence_at(whole.end - 1)
    if first < 0:
        return whole
    end = page.sentences[min(last + further, len(page.sentences) - 1)].end
    return Span(min(whole.start, page.sentences[first].start), max(whole.end, end))
