"""What a person corrected in a statement, found again by its place whatever reads the report. Pure.

A judgement on a statement has the report's id as its subject, and as its object the statement's place in the text: so
it holds as well for the statement that a later reading finds there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import ActorRef, Form, IssueStance, Judgement, Reading, Span, Spans, Statement
from onrecord.model.jsonread import STANCES, one_of

SET_SPEAKER, SET_STANCE, MOVE = "set-speaker", "set-stance", "move"
STATEMENT_KINDS = (SET_SPEAKER, SET_STANCE, MOVE)
# "It is about that, but takes no stance there", and "it is not about that at all".
NO_STANCE, NOT_ABOUT = "none", "off"
ALIKE = 0.5  # how much two places must have in common, of what both cover, for the one to be taken for the other
FOR_ITSELF = frozenset({"state", "organisation", "group"})


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """What a person judged of a statement: the kind of judgement, what is believed, by whom and why.

    `value` reads as a person would put it: the speaker's name, "ceasefire=accepts", "apart" or the id of the report
    that has the other wording; null where the speaker is not known.
    """

    kind: str
    value: str | None
    judge: str
    why: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A statement as it was read, as it is believed, and what made the difference, the oldest first."""

    read: Statement
    believed: Statement
    by: tuple[Correction, ...] = ()


def place(spans: Spans) -> str:
    """`15-40,52-60`: the spans as a judgement keeps them."""
    return ",".join(f"{one.start}-{one.end}" for one in spans)


def spans_at(told: str) -> Spans:
    """The spans of a place. Raises ValueError for what is none."""
    pairs = (one.split("-", 1) for one in told.split(","))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def sentence(content: Spans, spans: Spans) -> str:
    """The place of one sentence of a statement: the statement's own, and its sentence's."""
    return f"{place(content)}/{place(spans)}"


def meant(told: str, among: Iterable[tuple[str, Spans]]) -> str | None:
    """The id of what lies at the place, or at most of it; null where nothing does."""
    wanted = spans_at(told)
    ranked = sorted((-_likeness(wanted, spans), id) for id, spans in among)
    return ranked[0][1] if ranked and -ranked[0][0] >= ALIKE else None


def _likeness(one: Spans, two: Spans) -> float:
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in two)
    either = sum(a.end - a.start for a in (*one, *two)) - both
    return both / either if either else 0.0


def statement_meant(judgement: Judgement, statements: Iterable[tuple[str, Spans]]) -> str | None:
    """The id of the statement that a judgement is about."""
    return meant((judgement.object or "").partition("/")[0], statements)


def corrected(
    reading: Reading, judgements: Sequence[Judgement], forms: Mapping[str, Form]
) -> tuple[Reading, tuple[Corrected, ...]]:
    """The reading with what people corrected in it, and each statement that they did; judgements are oldest first.

    Of two words on one thing the later stands. A speaker is one of `forms`; one that is not among them leaves the
    statement as it was read.
    """
    places = [(one.id, one.content) for one in reading.statements]
    by: dict[str, list[Judgement]] = {}
    for one in judgements:
        if one.object is not None and (id := statement_meant(one, places)) is not None:
            by.setdefault(id, []).append(one)
    found = {one.id: _corrected(one, by[one.id], forms) for one in reading.statements if one.id in by}
    believed = tuple(found[one.id].believed if one.id in found else one for one in reading.statements)
    return replace(reading, statements=believed), tuple(found.values())


@dataclass
class _Last:
    """The last word on each thing: the speaker, the stance on each issue, the place among utterances."""

    words: dict[str, Judgement] = field(default_factory=dict)

    def hear(self, one: Judgement) -> None:
        about = (one.value or "").partition("=")[0] if one.kind == SET_STANCE else ""
        about = (one.object or "") if one.kind == MOVE else about
        self.words.pop(f"{one.kind} {about}", None)
        self.words[f"{one.kind} {about}"] = one


def _corrected(read: Statement, judgements: Sequence[Judgement], forms: Mapping[str, Form]) -> Corrected:
    last = _Last()
    for one in judgements:
        last.hear(one)
    believed, by = read, []
    for one in last.words.values():
        value = one.value
        if one.kind == SET_SPEAKER:
            if one.value is not None and one.value not in forms:
                continue
            form = forms[one.value] if one.value is not None else None
            believed, value = _spoken_by(believed, form), form.name if form else None
        elif one.kind == SET_STANCE and one.value is not None:
            believed = _taking(believed, *one.value.split("=", 1))
        elif one.kind == MOVE:
            value = one.value.partition(":")[0] if one.value else "apart"
        by.append(Correction(one.kind, value, one.judge, one.why))
    return Corrected(read, believed, tuple(by))


def _spoken_by(read: Statement, form: Form | None) -> Statement:
    """On whose behalf follows from who speaks; what the report told of another's party counts no more."""
    if form is None:
        return replace(read, speaker=None, speakers=(), candidates=(), party=None, speaker_confidence=None)
    ref = ActorRef(form.id, form.name, form.type)
    party = form.party or form.name if form.type in FOR_ITSELF else None
    return replace(read, speaker=ref, speakers=(ref,), candidates=(), party=party, speaker_confidence=1.0)


def _taking(read: Statement, issue: str, stance: str) -> Statement:
    """With this stance on this issue, in the place of what was read there, or on no issue that the codebook knows."""
    held = list(read.stances)
    if not held and read.stance is not None:
        held = [IssueStance(one, read.stance, read.confidence) for one in read.issues]
    before = next((one for one in held if one.issue == issue), None)
    held = [one for one in held if one.issue not in (issue, None)]
    issues = [one for one in read.issues if one != issue or stance != NOT_ABOUT]
    if stance != NOT_ABOUT and issue not in issues:
        issues.append(issue)
    if stance not in (NO_STANCE, NOT_ABOUT):
        proposal = before.proposal if before else None
        judged = IssueStance(issue, one_of(stance, STANCES), 1.0, (), proposal, judged=True)
        held.insert(0, judged)
    chosen = max(held, key=lambda one: one.confidence, default=None)
    return replace(read, issues=tuple(issues), stances=tuple(held), stance=chosen.stance if chosen else None)
