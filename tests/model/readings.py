"""Arbitrary readings, for property tests: every field filled or empty, every span inside the text."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from onrecord.model import (
    Actor,
    ActorRef,
    Candidate,
    Condition,
    Date,
    Furniture,
    Maker,
    Proposal,
    Quantity,
    Reading,
    Role,
    Span,
    Spans,
    Statement,
    Term,
    identity,
    statement_id,
)
from onrecord.model.event import Event
from onrecord.model.jsonread import (
    ACTOR_TYPES,
    EVENT_KINDS,
    FURNITURE_KINDS,
    KINDS,
    PROPOSAL_KINDS,
    STANCES,
    TERM_KINDS,
    TYPES,
)
from onrecord.model.statement import IssueStance

# Readings are large to make, and the machine may be busy.
UNHURRIED = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

TEXT = "Ada Voss, the envoy, said on 12 September: “We accept 30 days” … and 𐍈 no more. " * 3
REPORT_ID = identity("report", TEXT, None, None)

# What both databases can keep: any text but NUL and half surrogate pairs.
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=12)


SCORES = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
ISSUES = st.lists(st.sampled_from(["ceasefire", "territory", "talks"]), unique=True).map(tuple)
DAYS = st.sampled_from(["2024-09-12", "2024-09", "2024-09-10/2024-09-16", "2024~"])


def _span(pair: tuple[int, int]) -> Span:
    return Span(min(pair), max(pair) + 1)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(0, len(TEXT) - 1)).map(_span)


def some(least: int = 0) -> st.SearchStrategy[Spans]:
    return st.lists(SPANS, min_size=least, max_size=2).map(tuple)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    name, type_, party = draw(WORDS), draw(st.sampled_from(ACTOR_TYPES)), draw(st.none() | WORDS)
    roles = st.lists(st.builds(Role, WORDS, some(1)), max_size=2).map(tuple)
    id_ = identity("actor", type_, name, party)
    return Actor(id_, name, type_, party, draw(st.none() | WORDS), draw(roles), draw(some()))


@st.composite
def statements(draw: st.DrawFn, known: list[Actor]) -> Statement:
    speakers: st.SearchStrategy[ActorRef | None] = st.sampled_from([None, *(one.ref() for one in known)])
    source, cue, content, kind = draw(some()), draw(some()), draw(some(1)), draw(st.sampled_from(KINDS))
    speaker = draw(speakers)
    return Statement(
        id=statement_id(REPORT_ID, source, cue, content, kind),
        source=source,
        cue=cue,
        content=content,
        kind=kind,
        type=draw(st.sampled_from(TYPES)),
        confidence=draw(SCORES),
        speaker=speaker,
        speakers=tuple(one.ref() for one in known[:2]) if speaker and draw(st.booleans()) else (),
        candidates=draw(st.lists(st.builds(Candidate, WORDS, WORDS, SCORES), max_size=2).map(tuple)),
        party=draw(st.none() | WORDS),
        said_on=draw(st.none() | DAYS),
        said_on_evidence=draw(some()),
        relayed_by=draw(speakers),
        within=draw(st.none() | WORDS),
        issues=draw(ISSUES),
        stance=draw(st.none() | st.sampled_from(STANCES)),
        stances=draw(st.lists(ISSUE_STANCES, max_size=2).map(tuple)),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    known = draw(st.lists(actors(), max_size=3, unique_by=lambda one: one.id))
    return Reading(
        report=REPORT_ID,
        language=draw(st.none() | WORDS),
        unread=draw(st.none() | WORDS),
        title=draw(st.none() | WORDS),
        published=draw(st.none() | DAYS),
        published_from=draw(st.none() | st.sampled_from(["given", "text"])),
        published_evidence=draw(some()),
        paragraphs=draw(some()),
        sentences=draw(some()),
        furniture=draw(st.lists(st.builds(Furniture, SPANS, st.sampled_from(FURNITURE_KINDS)), max_size=2).map(tuple)),
        statements=tuple(draw(st.lists(statements(known), max_size=4, unique_by=lambda one: one.id))),
        dates=draw(st.lists(st.builds(Date, some(1), DAYS), max_size=2).map(tuple)),
        quantities=draw(st.lists(QUANTITIES, max_size=2).map(tuple)),
        conditions=draw(st.lists(CONDITIONS, max_size=2).map(tuple)),
        actors=tuple(known),
        events=draw(st.lists(EVENTS, max_size=2).map(tuple)),
        proposals=draw(st.lists(PROPOSALS, max_size=2).map(tuple)),
    )


ISSUE_STANCES = st.builds(IssueStance, st.none() | WORDS, st.sampled_from(STANCES), SCORES, some(), st.none() | WORDS)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
QUANTITIES = st.builds(Quantity, some(1), NUMBERS, st.none() | WORDS, some())
CONDITIONS = st.builds(Condition, some(1), some(), st.none() | WORDS, st.none() | WORDS, ISSUES)
EVENTS = st.builds(Event, some(1), st.sampled_from(EVENT_KINDS), DAYS, some(), some())
PROPOSALS = st.builds(
    Proposal,
    span=some(1),
    name=WORDS,
    kind=st.sampled_from(PROPOSAL_KINDS),
    marks=st.lists(WORDS, max_size=2).map(tuple),
    about=st.lists(WORDS, max_size=2).map(tuple),
    makers=st.lists(st.builds(Maker, WORDS, st.none() | WORDS, st.none() | WORDS), max_size=2).map(tuple),
    makers_evidence=some(),
    made_on=st.none() | DAYS,
    made_on_evidence=some(),
    terms=st.lists(st.builds(Term, st.sampled_from(TERM_KINDS), SPANS), max_size=2).map(tuple),
)
