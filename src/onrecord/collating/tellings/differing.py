"""How reports that tell of one thing differ: other figures, another day, a firmer or a vaguer yes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.collating.tellings.judging import keys, same_thing
from onrecord.collating.tellings.retold import contrasts, rounded
from onrecord.model import Span
from onrecord.model.disagreement import Disagreement, DisagreementKind, Place, Weight
from onrecord.model.telling import Differing, Telling, TellingKind

HEDGE = re.compile(
    r"\b(?:(?P<least>more than|over|at least|no fewer than|above|exceeding)"
    r"|(?P<most>less than|fewer than|under|up to|as many as|below|nearly|almost|close to)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated))\s*$",
    re.IGNORECASE,
)
# "More than 120" and "150" may both be right; "more than 120" and "300" tell two things.
ABOUT = 0.12
BOUND = 0.35
KINDS: Mapping[TellingKind, DisagreementKind] = {
    "figure": "number",
    "event": "date",
    "answer": "wording",
    "plan": "attribution",
    "sentence": "wording",
}


def differing(
    fresh: Iterable[Telling], near: Iterable[Telling], shared: Mapping[str, Iterable[int]] | None = None
) -> list[Differing]:
    """Every pair of a fresh telling and one of another report, fresh or near, that differ on one thing; sorted.

    `shared` has the keys that each of the near ones shares with the fresh, by its id, where that is known already.
    """
    new = {one.id: one for one in fresh}
    by_key: dict[int, list[Telling]] = {}
    for one in new.values():
        for key in keys(one):
            by_key.setdefault(key, []).append(one)
    for one in near:
        for key in keys(one) if shared is None else shared[one.id]:
            by_key.setdefault(key, []).append(one)
    pairs = {
        ((one.id, other.id) if one.id < other.id else (other.id, one.id)): (one, other)
        for one in new.values()
        for key in keys(one)
        for other in by_key[key]
        if one.report != other.report and (one.value != other.value or not one.value)
    }
    either_way = ((pair, *(ends if ends[0].id == pair[0] else ends[::-1])) for pair, ends in pairs.items())
    return sorted(Differing(*pair) for pair, one, other in either_way if _differ(one, other) and same_thing(one, other))


def _differ(one: Telling, other: Telling) -> bool:
    if one.kind == "sentence":
        return one.text != other.text
    if one.kind != "figure":
        return bool(one.value) or one.mark_text.lower() != other.mark_text.lower()
    return other_figures(one, other)


def other_figures(one: Telling, other: Telling) -> bool:
    """Whether two figures differ by more than rounding, and by more than either is hedged."""
    a, b = float(one.value), float(other.value)
    if rounded(a, b) == b or rounded(b, a) == a:
        return False
    return not (_may_mean(one, b) or _may_mean(other, a)) or _hedge(one) == _hedge(other)


def _may_mean(one: Telling, value: float) -> bool:
    """Whether the figure, as hedged, may be said of the value: "more than 120" of 150, not of 300."""
    own, hedge = float(one.value), _hedge(one)
    if hedge == "least":
        return own <= value <= own * (1 + BOUND)
    if hedge == "most":
        return own * (1 - BOUND) <= value <= own
    return hedge == "about" and abs(own - value) <= ABOUT * own


def _hedge(one: Telling) -> str:
    found = HEDGE.search(one.text[: one.mark.start - one.span.start])
    return (found.lastgroup or "") if found else ""


def differences(tellings: Iterable[Telling], pairs: Iterable[Differing]) -> Iterator[Disagreement]:
    """One disagreement for all tellings that such pairs lead to; sorted by id of the first."""
    by_id = {one.id: one for one in tellings}
    groups = {id: {id} for id in by_id}
    every = list(pairs)
    for pair in every:
        one, other = groups[pair.a], groups[pair.b]
        if one is not other:
            one |= other
            groups |= dict.fromkeys(other, one)
    whole = {min(group): group for group in groups.values() if len(group) > 1}
    for first, group in sorted(whole.items()):
        if by_id[first].kind == "sentence":
            yield _retold(by_id[first], [by_id[id] for id in sorted(group - {first})])
        else:
            yield _disagreement([by_id[id] for id in group])


def _retold(first: Telling, others: Iterable[Telling]) -> Disagreement:
    """A sentence beside those that tell it otherwise; each report once, and what differs."""
    beside = {one.report: one for one in sorted(others, key=_order, reverse=True)}
    told = sorted(beside.values(), key=_order)
    differing = [one for each in told for one in contrasts(first, each)]
    every = dict.fromkeys(f"{one.ours} / {one.theirs}" for one in differing)
    kinds = {one.kind for one in differing}
    kind: DisagreementKind = "date" if "date" in kinds else "number" if "number" in kinds else "wording"
    places = tuple(Place(one.report, (one.span,), one.text, one.statement) for one in (first, *told))
    said = first.statement is not None and any(one.statement for one in told)
    weight: Weight = "serious" if any(one.heavy for one in differing) else "slight" if said else "trifling"
    return Disagreement(kind, first.text, places, weight, "; ".join(every))


def _order(one: Telling) -> tuple[str, str, str, Span]:
    return one.value if one.kind == "event" else one.day or "", one.mark_text, one.report, one.mark


def _disagreement(group: Sequence[Telling]) -> Disagreement:
    """The tellings by day, the first of each report and value; the words at their marks tell what differs."""
    first: dict[tuple[str, str], Telling] = {}
    for one in sorted(group, key=lambda one: (one.report, one.mark)):
        first.setdefault((one.report, one.value or one.mark_text), one)
    told = sorted(first.values(), key=_order)
    dated = told[0].kind == "event" and told[0].value
    why = " / ".join(dict.fromkeys(one.value if dated else one.mark_text for one in told))
    places = tuple(Place(one.report, (one.span,), one.text, one.statement) for one in told)
    kind = "wording" if told[0].kind == "event" and not dated else KINDS[told[0].kind]
    return Disagreement(kind, told[0].text, places, "slight" if not told[0].value else "serious", why)
