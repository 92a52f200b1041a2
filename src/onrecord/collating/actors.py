"""Who is who across reports: one actor however spelled, and never two taken for one.

A pure function of forms and judgements, so the order in which reports came does not matter. What becomes of a form
depends only on those it is `linked` to, directly or by others: a store may cluster each such neighbourhood by itself.
A form that a judgement names must stay among the forms when no reading has it any more; so the judgement outlives a
re-reading, because what is read then is joined to the old form by its name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from onrecord.collating.bodies import bodies_alike, folded_body, sound_of
from onrecord.collating.name_keys import full_keys
from onrecord.collating.spelling import (
    Spelled,
    contradict,
    folded,
    is_common,
    is_short,
    likeness,
    spelled,
    surnames,
)
from onrecord.model import Cluster, Form, Judgement, Member

ENOUGH = 0.7
RIVALS = 2
FULL = ("f:", "fa:")
BODIES = frozenset({"organisation", "group"})


class Link(NamedTuple):
    """ "These two forms are one actor": with what score in 0..1, and why. `a` and `b` are ids, sorted."""

    score: float
    a: str
    b: str
    why: str


def keys(form: Form) -> tuple[str, ...]:
    """Under which keys a form stands, to be found by its neighbours: forms that never meet under one are never one
    actor, unless judged so.

    An unnamed source shares its key with none: "officials" here and "officials" there are not one.
    """
    if form.type == "unnamed":
        return (f"u:{form.id}",)
    if form.type != "person":
        return (f"o:{sound_of(form.name)}",)
    names, party = surnames(spelled(form.name)), form.party or ""
    if not is_short(form.name):
        alone = {key for name in names for key in (f"f:{name}:{party}", f"fa:{name}")}
        return tuple(sorted(full_keys(form.name).stands | alone))
    if _must_share_party(form):
        return tuple(f"s:{name}:{party}" for name in names if party)
    return tuple(key for name in names for key in (f"s:{name}:{party}", f"sa:{name}"))


def sought(form: Form) -> tuple[str, ...]:
    """Under which keys a form looks for its neighbours: a full name looks for full names, and for bare surnames.

    So "Ana Kolt" never meets the thousand others of her surname whose given names are unlike hers, nor a bare "Kolt"
    those of other parties; but where either has no party, any may be meant.
    """
    if form.type != "person":
        return keys(form)
    names, party = surnames(spelled(form.name)), form.party or ""
    if not is_short(form.name):
        bare = {key for name in names for key in ((f"s:{name}:{party}", f"s:{name}:") if party else (f"sa:{name}",))}
        return tuple(sorted(full_keys(form.name).sought | bare))
    if _must_share_party(form):
        return tuple(key for name in names for key in (f"f:{name}:{party}", f"s:{name}:{party}") if party)
    full = {key for name in names for key in ((f"f:{name}:{party}", f"f:{name}:") if party else (f"fa:{name}",))}
    return tuple(sorted(full | {f"s:{name}:{party}" for name in names}))


def linked(a: Form, b: Form) -> bool:
    """Whether what becomes of one form may depend on the other."""
    if a.type != "person" or b.type != "person":
        return compare(a, b)[0] >= ENOUGH
    if is_short(a.name) or is_short(b.name):
        short, other = (a, b) if is_short(a.name) else (b, a)
        fits = short.party == other.party
        if _must_share_party(short):
            fits = fits and short.party is not None
        elif not is_short(other.name):
            fits = fits or short.party is None or other.party is None
        return fits and _share_a_surname(spelled(a.name), spelled(b.name))
    return compare(a, b)[0] >= ENOUGH and full_keys(a.name).meet(full_keys(b.name))


def compare(a: Form, b: Form) -> tuple[float, str]:
    """How likely two forms of full names are one actor (0..1), and why."""
    if a.type != b.type and not {a.type, b.type} <= BODIES:
        return 0.0, "of two kinds"
    if a.type == "unnamed":
        return 0.0, "unnamed"
    score, why = _people_alike(a, b) if a.type == "person" else bodies_alike(a, b)
    if not a.party or not b.party or folded(a.party) == folded(b.party) or _side(a) == _side(b):
        return score, why
    # A person may change sides, or one report may not have made clear for whom he spoke. A misspelt name is no proof.
    if a.type == "person" and score >= 0.97:
        return 0.75, f"{why}; the party differs"
    return round(score * 0.6, 3), f"{why}, but the party differs"


def is_bare(form: Form) -> bool:
    """Whether a form is a person's by one word only: what becomes of it changes nothing for any other actor than those
    that it may be, since it joins them when they are made."""
    return _is_short(form)


def may_mean(form: Form) -> tuple[str, ...]:
    """Under which of its keys the full names stand that a bare form may mean."""
    return tuple(key for key in sought(form) if key.startswith(FULL))


def enough(form: Form, possible: Mapping[str, Set[str]]) -> set[str]:
    """Of the actors that a bare form may mean, those that tell as much of it as all do; with each come the parties that
    its full names have. It is nobody's where there are two of its party, or without one."""
    of_party = sorted(id for id, parties in possible.items() if form.party in parties)
    others = sorted(id for id, parties in possible.items() if not (form.party and parties))
    return {*of_party[:RIVALS], *others[:RIVALS]} or {*sorted(possible)[:1]}


def decided(form: Form, possible: Mapping[str, Set[str]]) -> bool:
    """Whether these actors tell that it is nobody's, whoever else may be meant: two have its party, or it has none and
    there are two."""
    return sum(form.party is None or form.party in parties for parties in possible.values()) >= RIVALS


def cluster(
    forms: Iterable[Form], judgements: Iterable[Judgement] = (), kept: Mapping[str, str] | None = None
) -> tuple[Cluster, ...]:
    """The actors behind the forms, sorted by id; every form is in one of them.

    `kept` are bare forms that are not judged anew, each with a full name of the actor that it was taken for.
    Judgements of kinds `merge` and `split` (of forms `subject` and `object`; a split without object sets a form apart
    from all), `rename` and `set-party` (of the actor that `subject` belongs to) override; undone ones count no more.
    """
    known = {form.id: form for form in sorted(forms)}
    standing = sorted((j for j in judgements if j.undone_at is None and j.subject in known), key=_when)
    told, apart, alone = _told(known, standing)
    groups = _Groups(known, apart, alone)
    for link in told:
        groups.join(link, forced=True)
    for link in _full_names(list(known.values())):
        groups.join(link)
    for link in _surnames_alone(list(known.values()), groups, kept or {}):
        groups.join(link)
    actors = (_actor(group, groups.links, standing) for group in groups.all())
    return tuple(sorted(actors, key=lambda one: one.id))


def _when(judgement: Judgement) -> tuple[str, str]:
    return judgement.judged_at, judgement.id


def _told(known: dict[str, Form], judgements: Sequence[Judgement]) -> tuple[list[Link], set[tuple[str, str]], set[str]]:
    """What a person joined, told apart, and set alone; of two words on one pair the later stands."""
    told: dict[tuple[str, str], Link] = {}
    apart: set[tuple[str, str]] = set()
    alone: set[str] = set()
    for said in judgements:
        if said.kind == "split" and said.object is None:
            alone.add(said.subject)
        if said.kind not in ("merge", "split") or said.object is None or said.object not in known:
            continue
        pair = _pair(said.subject, said.object)
        if said.kind == "merge":
            told[pair] = Link(1.0, *pair, f"judged by {said.judge}: {said.why}")
            apart.discard(pair)
            alone -= set(pair)
        else:
            told.pop(pair, None)
            apart.add(pair)
    return sorted(told.values()), apart, alone


@dataclass
class _Group:
    forms: list[Form]
    names: set[Spelled]
    parties: set[str]


@dataclass
class _Groups:
    """Forms joined so far. Two forms that were told apart never come to lie in one group."""

    known: dict[str, Form]
    apart: set[tuple[str, str]]
    alone: set[str]
    links: list[Link] = field(default_factory=list)
    _of: dict[str, str] = field(default_factory=dict)
    _groups: dict[str, _Group] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for form in self.known.values():
            names = {spelled(form.name)} if form.type == "person" and not _is_short(form) else set[Spelled]()
            self._of[form.id] = form.id
            self._groups[form.id] = _Group([form], names, {_side(form)} if form.party else set())

    def of(self, form: Form) -> str:
        return self._of[form.id]

    def group(self, number: str) -> _Group:
        return self._groups[number]

    def all(self) -> list[list[Form]]:
        return [group.forms for group in self._groups.values()]

    def join(self, link: Link, *, forced: bool = False) -> None:
        one, two = self._of[link.a], self._of[link.b]
        left, right = self._groups[one], self._groups[two]
        if one == two or self._are_apart(left, right) or (not forced and _contradict(left, right)):
            return
        if len(left.forms) < len(right.forms):
            one, two, left, right = two, one, right, left
        for form in right.forms:
            self._of[form.id] = one
        left.forms.extend(right.forms)
        left.names |= right.names
        left.parties |= right.parties
        del self._groups[two]
        self.links.append(link)

    def _are_apart(self, left: _Group, right: _Group) -> bool:
        if any(form.id in self.alone for form in (*left.forms, *right.forms)) if self.alone else False:
            return True
        if not self.apart:
            return False
        return any(_pair(a.id, b.id) in self.apart for a in left.forms for b in right.forms)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _contradict(left: _Group, right: _Group) -> bool:
    """Whether two groups cannot be one actor: 'George' must not join 'George W.' with 'George H. W.'."""
    if left.forms[0].type != "person":
        return bool(left.parties and right.parties) and left.parties != right.parties
    return any(contradict(a, b) for a in left.names for b in right.names)


def _full_names(forms: Sequence[Form]) -> list[Link]:
    """The links between forms of full names, best first."""
    named = [form for form in forms if form.type != "unnamed" and not _is_short(form)]
    standing: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(named):
        for key in full_keys(form.name).stands if form.type == "person" else keys(form):
            standing[key].append(at)
    links: list[Link] = []
    for at, form in enumerate(named):
        looked_up = full_keys(form.name).sought if form.type == "person" else keys(form)
        # From either side two that meet under a key are found: "J. Kolt" looks for "Jan Kolt", and not the reverse.
        for other in {other for key in looked_up for other in standing.get(key, ())}:
            a, b = (form, named[other]) if at < other else (named[other], form)
            if a is not b and (score := compare(a, b))[0] >= ENOUGH:
                links.append(Link(score[0], *_pair(a.id, b.id), score[1]))
    return sorted(set(links), key=lambda link: (-link.score, link))


def _surnames_alone(forms: Sequence[Form], groups: _Groups, kept: Mapping[str, str]) -> list[Link]:
    """Persons of one name only, each joined to the one actor that it can mean; where two remain, to none."""
    bearers: dict[str, list[Form]] = defaultdict(list)
    short = [form for form in forms if _is_short(form) and spelled(form.name).words]
    for form in forms if short else ():
        if form.type == "person" and not _is_short(form):
            for its_sound in surnames(spelled(form.name)):
                bearers[its_sound].append(form)
    links: list[Link] = []
    lonely: dict[tuple[str, str | None], list[Form]] = defaultdict(list)
    for form in short:
        its_sound = spelled(form.name).sounds[-1]
        if form.id in kept:
            links.append(_to(form, groups.group(groups.of(groups.known[kept[form.id]]))))
            continue
        near = (one for name in surnames(spelled(form.name)) for one in bearers.get(name, ()))
        meant = {groups.of(one) for one in near if linked(form, one)}
        if not meant:
            if form.party or not _must_share_party(form):
                lonely[its_sound, form.party].append(form)
        elif chosen := _only(form, [groups.group(number) for number in sorted(meant)]):
            links.append(_to(form, chosen))
    for same in lonely.values():
        links += [Link(0.8, *_pair(a.id, b.id), "same name and party") for a, b in pairwise(same)]
    return sorted(links, key=lambda link: (-link.score, link))


def _to(form: Form, group: _Group) -> Link:
    """The link of a bare surname to the actor that it means."""
    pair = _pair(form.id, min(one.id for one in group.forms))
    if form.party and form.party in group.parties:
        return Link(0.9, *pair, "the only actor of that surname and party")
    return Link(0.75, *pair, "the only actor of that surname")


def _only(form: Form, possible: list[_Group]) -> _Group | None:
    of_party = [group for group in possible if form.party and form.party in group.parties]
    if len(of_party) == 1:
        return of_party[0]
    without = [group for group in possible if not group.parties] if form.party else possible
    return without[0] if not of_party and len(without) == 1 and not _must_share_party(form) else None


def _must_share_party(form: Form) -> bool:
    """Of a surname that many bear, only the party tells whose it is."""
    return is_common(spelled(form.name).surname)


def _share_a_surname(a: Spelled, b: Spelled) -> bool:
    return bool(set(surnames(a)) & set(surnames(b)))


def _is_short(form: Form) -> bool:
    """Whether a person goes by one word only, which several people may share."""
    return form.type == "person" and is_short(form.name)


def _people_alike(a: Form, b: Form) -> tuple[float, str]:
    score, why = likeness(spelled(a.name), spelled(b.name))
    if 0 < score < ENOUGH and a.party and a.party == b.party:
        return 0.8, f"{why}, but name and party are the same"
    return score, why


def _actor(forms: list[Form], links: Sequence[Link], judgements: Sequence[Judgement]) -> Cluster:
    ids = {form.id for form in forms}
    spellings = Counter(spelled(form.name).sounds for form in forms)
    surnames = Counter(spelled(form.name).surname for form in forms)
    fullest = min(forms, key=lambda form: _rank(form, spellings, surnames))
    name, party, judged = fullest.name, _party(forms), False
    if fullest.type != "person" and any(one.party and _side(one) == folded_body(one.name) for one in forms):
        party = name
    for said in judgements:
        if said.subject in ids and said.kind == "rename":
            name = said.value or name
        elif said.subject in ids and said.kind == "set-party" and said.object is None:
            party, judged = said.value, True
    return Cluster(fullest.id, name, fullest.type, party, _members(forms, fullest, links), judged)


def _rank(
    form: Form, spellings: Counter[tuple[str, ...]], surnames: Counter[str]
) -> tuple[int, int, int, int, str, str]:
    """The fullest name first; of equally full ones that which most sound like, then that whose last name most print
    so, letter for letter, so that no slip comes first.
    """
    name = spelled(form.name)
    return -len(name.words), -spellings[name.sounds], -surnames[name.surname], -len(form.name), form.name, form.id


def _side(form: Form) -> str:
    """The party as it compares: a body that goes by several names is its own party under each."""
    party = form.party or ""
    return party if form.type == "person" else folded_body(party)


def _members(forms: list[Form], fullest: Form, links: Sequence[Link]) -> tuple[Member, ...]:
    """Each form with the best link that holds it."""
    ids = {form.id for form in forms}
    best: dict[str, Link] = {}
    for link in links:
        for one in (link.a, link.b):
            if one in ids and (one not in best or link.score > best[one].score):
                best[one] = link
    return tuple(
        Member(form.id, best[form.id].score, best[form.id].why)
        if form.id in best and form.id != fullest.id
        else Member(form.id, 1.0, "its fullest name" if form.id == fullest.id else "alone")
        for form in sorted(forms, key=lambda form: form.id)
    )


def _party(forms: list[Form]) -> str | None:
    """What most of the forms say; where two parties are said by as many, neither."""
    said = Counter(form.party for form in forms if form.party).most_common(2)
    if not said or (len(said) == 2 and said[0][1] == said[1][1]):
        return None
    return said[0][0]
