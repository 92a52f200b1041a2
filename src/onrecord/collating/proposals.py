"""Which reports name the same proposal: a pure function of all of them, whatever their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from onrecord.model import identity
from onrecord.model.edtf import bounds
from onrecord.model.proposal import FOR, STEM, WITH, Maker, Proposal

WINDOW = 60  # days after which "the 30-day truce" is another one
NEAR = 30  # days within which "the Norland proposal" may be one with another mark
SHORT = 3  # letters from which on an abbreviation stands for one name
_PARTED = re.compile(r"[\s/\u2013\u2014-]+")
_PLAN = re.compile(r"\bplans?\b", re.IGNORECASE)
LASTING = frozenset({"accord", "memorandum"})


@dataclass(frozen=True)
class Named:
    """A proposal as one report names it; its makers as the record knows them. `day` is the report's, or null."""

    report: str
    day: str | None
    proposal: Proposal

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset(maker.party or maker.name for maker in self.proposal.makers)

    @cached_property
    def hands(self) -> frozenset[str]:
        """Its makers by name: a leader, or a state."""
        return frozenset(maker.name for maker in self.proposal.makers)

    @property
    def is_plan(self) -> bool:
        return _PLAN.search(self.proposal.name) is not None

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(mark for mark in self.proposal.marks if mark[0].isdigit() and not mark.isdigit())

    @cached_property
    def years(self) -> frozenset[str]:
        return frozenset(mark for mark in self.proposal.marks if mark.isdigit())

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(mark for mark in self.proposal.marks if not mark[0].isdigit())

    @cached_property
    def initials(self) -> str:
        """What its name is short for: "rvta" of "River Valley Trade Agreement"; empty where that could be any."""
        words = [part for word in _PARTED.split(self.proposal.name) if (part := word.replace(".", ""))[:1].isupper()]
        letters = "".join(word if word.isupper() and len(word) < SHORT else word[0] for word in words)
        return letters.lower() if len(letters) >= SHORT else ""

    @cached_property
    def about(self) -> frozenset[str]:
        """What it is about: a truce is about a truce."""
        words = (one for one in self.proposal.about if not one.startswith((FOR, WITH)))
        return frozenset({*words, *(("truce",) if self.proposal.kind == "truce" else ())})

    @cached_property
    def purposes(self) -> frozenset[str]:
        """The stems of the words for what it is for."""
        told = (one.removeprefix(FOR) for one in self.proposal.about if one.startswith(FOR))
        return frozenset(word[:STEM] for word in told)

    @cached_property
    def others(self) -> frozenset[str]:
        """The parties beside its maker that the sentences which name it tell of."""
        return frozenset(one.removeprefix(WITH) for one in self.proposal.about if one.startswith(WITH))

    @cached_property
    def ordinal(self) -> int | None:
        """The day's number, to count days by."""
        found = bounds(self.day)
        return date.fromisoformat(found[0]).toordinal() if found else None

    @property
    def look(self) -> tuple[object, ...]:
        """All by which it is compared with others, but the day itself."""
        told = (self.about, self.purposes, self.others, self.parties, self.hands, self.is_plan)
        return self.ordinal is None, *told, self.proposal.marks

    @property
    def place(self) -> tuple[str, str, str]:
        return self.day or "", self.report, self.proposal.name


@dataclass(frozen=True, slots=True)
class Joined:
    """One proposal across reports: all that name it, by day and report; `name` tells it from every other one."""

    name: str
    members: tuple[Named, ...]

    @property
    def id(self) -> str:
        marks = sorted({mark for one in self.members for mark in one.proposal.marks})
        parties = sorted({party for one in self.members for party in one.parties})
        return identity("proposal", self.name, marks, parties, self.first_day)

    @property
    def first_day(self) -> str | None:
        return min((one.day for one in self.members if one.day), default=None)

    @property
    def names(self) -> tuple[str, ...]:
        """All names printed, the most frequent first."""
        return _names(self.members)

    @property
    def makers(self) -> tuple[Maker, ...]:
        """As most reports tell them that tell any; the first of equals."""
        told = Counter(one.proposal.makers for one in self.members if one.proposal.makers)
        return min(told, key=lambda makers: (-told[makers], -len(makers), makers_key(makers)), default=())

    @property
    def made_on(self) -> str | None:
        told = Counter(one.proposal.made_on for one in self.members if one.proposal.made_on)
        return min(told, key=lambda day: (-told[day], -len(day), day), default=None)


def makers_key(makers: Sequence[Maker]) -> tuple[tuple[str, str], ...]:
    return tuple((maker.name, maker.party or "") for maker in makers)


def joined(named: Iterable[Named]) -> tuple[Joined, ...]:
    """Proposals by the first day they are named.

    Reports name one proposal where they share a mark (a number, a year, a name) or a maker, nothing that both tell
    differs, and the time fits: a truce or a plan lasts for two months, an accord for good. What could be one with two
    that differ is joined to neither.
    """
    every = sorted(set(named), key=lambda one: one.place)
    groups = [
        *_lasting([one for one in every if one.proposal.kind == "accord"]),
        *_memoranda([one for one in every if one.proposal.kind == "memorandum"]),
        *_passing([one for one in every if one.proposal.kind not in LASTING]),
    ]
    found = [Joined(_names(group)[0], tuple(sorted(group, key=lambda one: one.place))) for group in groups]
    return tuple(_told_apart(sorted(found, key=lambda one: (one.first_day or "", one.name, one.members[0].place))))


def _lasting(named: Sequence[Named]) -> list[list[Named]]:
    """Accords: one where they share a name, and no year differs. Where years do, a name without one joins none."""
    by_year = _linked([one for one in named if one.years], _same_accord)
    return _placed([one for one in named if not one.years], by_year, _same_accord, _same_accord)


def _same_accord(one: Named, other: Named) -> bool:
    if one.years and other.years and not one.years & other.years:
        return False
    if _is_slip(one, other) or _is_slip(other, one):
        return True
    shared = one.names & other.names
    if (one.initials and one.initials in other.names) or (other.initials and other.initials in one.names):
        return True
    return (bool(shared) and shared in (one.names, other.names)) or (
        bool(one.years & other.years) and one.names == other.names
    )


def _is_slip(one: Named, other: Named) -> bool:
    """'The RTVA deal' is a slip for the RVTA deal: two letters beside each other have changed places."""
    if len(one.names) != 1 or len(other.names) != 1:
        return False
    (short,), (long,) = one.names, other.names
    if len(short) <= SHORT or short.upper() not in one.proposal.name or long.upper() not in other.proposal.name:
        return False
    return any(short[:at] + short[at + 1] + short[at] + short[at + 2 :] == long for at in range(len(short) - 1))


def _memoranda(named: Sequence[Named]) -> list[list[Named]]:
    dated = [one for one in named if one.ordinal is not None]
    groups = _linked([one for one in dated if one.others], _same_memorandum, WINDOW)
    groups = _placed([one for one in dated if not one.others], groups, _same_memorandum, _same_memorandum)
    return _placed([one for one in named if one.ordinal is None], groups, _same_memorandum, _same_memorandum)


def _same_memorandum(one: Named, other: Named) -> bool:
    apart = one.others and other.others and not one.others & other.others
    return _fit(one, other) and not apart


def _passing(named: Sequence[Named]) -> list[list[Named]]:
    """Truces and plans: those with marks and makers first, then what fits one of them alone; what has no day last."""
    dated = [one for one in named if one.ordinal is not None]
    groups = _linked([one for one in dated if one.proposal.marks and one.parties], _same_plan, WINDOW)
    groups = _placed([one for one in dated if one.proposal.marks and not one.parties], groups, _same_marks, _same_marks)
    plain = [one for one in dated if not one.proposal.marks]
    groups = _placed([one for one in plain if one.others], groups, _same_maker, _same_unmarked, NEAR)
    groups = _placed([one for one in plain if not one.others], groups, _same_maker, _same_unmarked, NEAR)
    return _placed([one for one in named if one.ordinal is None], groups, _same_marks_or_maker, _same_marks_or_maker)


def _same_plan(one: Named, other: Named) -> bool:
    return _same_marks(one, other) and bool(one.parties & other.parties)


def _same_marks(one: Named, other: Named) -> bool:
    return bool((one.numbers & other.numbers) or (one.names & other.names)) and _fit(one, other)


def _same_maker(one: Named, other: Named) -> bool:
    return bool(one.parties & other.parties) and _fit(one, other) and _same_matter(one, other)


def _same_matter(one: Named, other: Named) -> bool:
    """What only its maker tells from others is one with another where both are for the same, or with much the same
    parties, if they tell that: a state makes many proposals in a week, though one truce.

    One that has a name beside its maker ("the Torland Aldmoor plan") is that name's, and "the Voss plan" is none of
    her state's "Torland proposals".
    """
    if one.purposes and other.purposes:
        return bool(one.purposes & other.purposes)
    if (one.names or other.names) and not one.about & other.about:
        return False
    if one.hands.isdisjoint(other.hands) and one.is_plan != other.is_plan:
        return False
    most = max(len(one.others), len(other.others))
    if one.proposal.kind == other.proposal.kind == "truce":
        return True
    return not one.others or not other.others or 2 * len(one.others & other.others) >= most


def _same_unmarked(one: Named, other: Named) -> bool:
    return _same_maker(one, other) and not other.proposal.marks


def _same_marks_or_maker(one: Named, other: Named) -> bool:
    return _same_marks(one, other) if one.proposal.marks else _same_maker(one, other)


def _fit(one: Named, other: Named) -> bool:
    """Nothing that both tell differs."""
    pairs = (
        (one.numbers, other.numbers),
        (one.names, other.names),
        (one.years, other.years),
        (one.parties, other.parties),
        (one.about, other.about),
    )
    return all(not here or not there or here & there for here, there in pairs)


Same = Callable[[Named, Named], bool]


def _placed(
    named: Sequence[Named], groups: Sequence[list[Named]], fits: Same, beside: Same, window: int = WINDOW
) -> list[list[Named]]:
    """Each to the one group that it fits within the window; the others are grouped by themselves."""
    grown = [list(group) for group in groups]
    faces = [list(_by_look(group).values()) for group in groups]
    rest: list[Named] = []
    for same in _by_look(named).values():
        at = [(n, [face for face in group if fits(same[0], face[0])]) for n, group in enumerate(faces)]
        like = [(n, group) for n, group in at if group]
        for one in same:
            near = [n for n, group in like if any(_is_near(one, face, window) for face in group)]
            (grown[near[0]] if len(near) == 1 else rest).append(one)
    lasting = any(one.proposal.kind == "accord" for one in named)
    return grown + _linked(sorted(rest, key=lambda one: one.place), beside, None if lasting else WINDOW)


def _by_look(named: Iterable[Named]) -> dict[tuple[object, ...], list[Named]]:
    """Those that look alike, by day; what is alike in all but the day is compared once."""
    found: dict[tuple[object, ...], list[Named]] = defaultdict(list)
    for one in sorted(named, key=lambda one: (one.ordinal or 0, one.place)):
        found[one.look].append(one)
    return found


def _is_near(one: Named, face: Sequence[Named], window: int) -> bool:
    """Whether one of these, which are in order of day, is within so many days; what has no day, and accords, always."""
    if one.ordinal is None or one.proposal.kind == "accord":
        return True
    at = bisect_left(face, one.ordinal - window, key=lambda other: other.ordinal or 0)
    return at < len(face) and (face[at].ordinal or 0) <= one.ordinal + window


def _linked(named: Sequence[Named], same: Same, window: int | None = None) -> list[list[Named]]:
    """Groups in which each is linked to another, by looks: what looks alike is one as long as the days go on."""
    looks = list(_by_look(named).values())
    leader = list(range(len(named)))
    number = {id(one): at for at, one in enumerate(named)}
    for n, one in enumerate(looks):
        for other in looks[n:]:
            if same(one[0], other[0]):
                _link(leader, number, one if one is other else [*one, *other], window)
    groups: dict[int, list[Named]] = defaultdict(list)
    for at, each in enumerate(named):
        groups[_root(leader, at)].append(each)
    return list(groups.values())


def _link(leader: list[int], number: dict[int, int], together: Iterable[Named], window: int | None) -> None:
    """Links each to the next in order of day, if the window reaches it."""
    ordered = sorted(together, key=lambda one: one.ordinal or 0)
    for one, after in pairwise(ordered):
        if window is None or (after.ordinal or 0) - (one.ordinal or 0) <= window:
            leader[_root(leader, number[id(after)])] = _root(leader, number[id(one)])


def _root(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at


def _names(members: Sequence[Named]) -> tuple[str, ...]:
    """The names printed, each in its most frequent writing: by frequency, then the longest."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for one in members:
        written[" ".join(one.proposal.name.lower().replace("-", " ").split())][one.proposal.name] += 1
    ranked = sorted(written.values(), key=lambda forms: (-forms.total(), -max(map(len, forms)), min(forms)))
    return tuple(min(forms, key=lambda name: (-forms[name], name)) for forms in ranked)


def _told_apart(found: Sequence[Joined]) -> Iterator[Joined]:
    """No two of one name: the later takes another of its names, or its day beside it."""
    taken: set[str] = set()
    for one in found:
        free = next((name for name in one.names if name.lower() not in taken), None)
        name = free or f"{one.name} ({one.first_day or one.members[0].report})"
        taken.add(name.lower())
        yield replace(one, name=name)
