"""Who is who: the forms near a report's own, judged by what is passed in, and the clusters written back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Cluster, Form, Judgement
from onrecord.record.bare import Bare, form_of, meant, short_key
from onrecord.record.chunks import AMONG, among, chunks, keep_keys, rows_among, rows_where, singles
from onrecord.record.corrections import SET_SPEAKER
from onrecord.record.days import Dating
from onrecord.record.differing import Comparing
from onrecord.record.driving import put, write
from onrecord.record.folding import folded
from onrecord.record.judging import judgements
from onrecord.record.parties import Sides, settle_parties
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    collated,
    form_key,
    report_actor,
    statement_speaker,
)
from onrecord.record.stories import Grouping
from onrecord.record.wordings import Matching

ACTOR_JUDGEMENTS = ("merge", "split", "rename", "set-party")
PAIRS = ("merge", "split")
_KNOWN = sa.select(actor_form.c.id).where(among(actor_form.c.id))
_FORMS = sa.select(actor_form).where(among(actor_form.c.id))
_UNDER = sa.select(form_key.c.key, form_key.c.form_id).where(among(form_key.c.key))
_KNOWN_ACTORS = sa.select(actor).where(among(actor.c.id))
_NO_MORE = sa.delete(actor).where(among(actor.c.id))
_MEMBERSHIP = sa.select(actor_member).where(among(actor_member.c.form_id))
_LEFT = sa.delete(actor_member).where(among(actor_member.c.form_id))
_ACTORS = sa.select(actor_member.c.actor_id).distinct().where(among(actor_member.c.form_id))
_MEMBERS = sa.select(actor_member.c.actor_id, actor_member.c.form_id).where(among(actor_member.c.actor_id))


@dataclass(frozen=True, slots=True)
class Judging:
    """How forms are judged, as `collating.actors` does it. `key` changes when its verdicts may.

    `matching` is how wordings are matched, `dating` how reports without a day get one from their siblings; without it
    none does; `comparing` how reports are laid side by side, likewise; `sides` how it is told who changed from one
    party to another, and when. A form is kept under its `keys`, and looks for its neighbours under those `sought`.
    """

    key: str
    keys: Callable[[Form], Iterable[str]]
    linked: Callable[[Form, Form], bool]
    cluster: Callable[[Sequence[Form], Sequence[Judgement], Mapping[str, str]], Iterable[Cluster]]
    matching: Matching
    dating: Dating | None = None
    comparing: Comparing | None = None
    grouping: Grouping | None = None
    sought: Callable[[Form], Iterable[str]] | None = None
    sides: Sides | None = None
    bare: Bare | None = None

    def looked_up(self, form: Form) -> Iterable[str]:
        """The keys under which a form's neighbours stand; its own, where nothing else is said."""
        return self.sought(form) if self.sought is not None else self.keys(form)

    def of_its_kind(self, form: Form) -> Iterable[str]:
        """Those but for the keys of whom a bare form may mean."""
        if self.bare is None or not self.bare.is_bare(form):
            return self.looked_up(form)
        return {*self.looked_up(form)} - {*self.bare.may_mean(form)}


def insert_forms(connection: sa.Connection, forms: Iterable[Form], judging: Judging) -> set[str]:
    """Adds the forms that are not there yet, with their keys; returns the ids of those."""
    wanted = {form.id: form for form in forms}
    known = set(singles(connection, _KNOWN, wanted))
    fresh = [form for id, form in wanted.items() if id not in known]
    if fresh:
        write(connection, actor_form, [_form_columns(form) for form in fresh])
        _insert_keys(connection, fresh, judging)
    return {form.id for form in fresh}


def _form_columns(form: Form) -> dict[str, object]:
    return {
        "id": form.id,
        "name": form.name,
        "type": form.type,
        "party": form.party,
        "folded": folded(form.name),
    }


def _insert_keys(connection: sa.Connection, forms: Iterable[Form], judging: Judging) -> None:
    keep_keys(connection, form_key, [(key, form.id) for form in forms for key in _keys(form, judging)])


def _keys(form: Form, judging: Judging) -> list[str]:
    return sorted({*map(short_key, judging.keys(form))})


def collate(
    connection: sa.Connection, judging: Judging, *, fresh: set[str], left: set[str], met: Iterable[str] = ()
) -> set[str]:
    """Judges anew who is who among the neighbours of `fresh` forms, and of those that a reading `left` behind.

    `met` are all the forms of a new reading, whose parties it may have settled. Returns the forms of all actors that
    became others; where a reading was left, of all that may have.
    """
    near, stirred = _collate(connection, judging, fresh=fresh, left=left) if fresh or left else ([], set[str]())
    touched = {*fresh, *left, *met, *(form.id for form in near)}
    settle_parties(connection, touched, judging.sides)
    return touched if left else stirred


def _collate(
    connection: sa.Connection, judging: Judging, *, fresh: set[str], left: set[str]
) -> tuple[list[Form], set[str]]:
    """The forms that were judged anew; and those of the actors that became others."""
    believed = judgements(connection, ACTOR_JUDGEMENTS)
    orphans = _orphans(connection, left, believed)
    if not fresh and not orphans:
        return [], set()
    near, kept = nearest(connection, judging, fresh | orphans, believed)
    for chunk in chunks(orphans):
        connection.execute(sa.delete(actor_member).where(actor_member.c.form_id.in_(chunk)))
    rest = [form for form in near if form.id not in orphans]
    stirred = _judge(connection, judging, rest, believed, gone=orphans, kept=kept)
    for chunk in chunks(orphans):
        connection.execute(sa.delete(actor_form).where(actor_form.c.id.in_(chunk)))
    return near, stirred


def _orphans(connection: sa.Connection, forms: set[str], believed: Sequence[Judgement]) -> set[str]:
    """Those forms that no reading knows any more; but what a person judged stays, to be found again by its name."""
    named = {id for one in believed for id in (one.subject, one.object)}
    named |= {one.value for one in judgements(connection, (SET_SPEAKER,))}
    for table in (report_actor, statement_speaker):
        named |= set(rows_where(connection, sa.select(table.c.form_id).distinct(), table.c.form_id, forms))
    return forms - named


def neighbours(
    connection: sa.Connection, judging: Judging, forms: Iterable[str], believed: Sequence[Judgement]
) -> list[Form]:
    """All forms that links or judgements lead to, step by step, the forms themselves among them; sorted."""
    near, _ = _led_to(connection, judging, _loaded(connection, set(forms)), believed, judging.looked_up)
    return sorted(near.values())


def nearest(
    connection: sa.Connection, judging: Judging, forms: set[str], believed: Sequence[Judgement]
) -> tuple[list[Form], dict[str, str]]:
    """Of those, the ones that these forms may change, with all of their actors; and the bare ones among these that stay
    as they are judged, each with another form of its actor.

    Thousands bear one surname, and a bare one leads to all of its party, but it changes nothing between them.
    """
    if judging.bare is None:
        return neighbours(connection, judging, forms, believed), {}
    bare = judging.bare.is_bare
    near, beside = _led_to(connection, judging, _loaded(connection, forms), believed, judging.of_its_kind, bare)
    near |= _led_to(connection, judging, beside, believed, judging.of_its_kind)[0]
    together = _actors_of(connection, near.keys())
    together |= _members_of(connection, meant(connection, near.values(), judging.bare, together.keys()))
    around = _loaded(connection, {id for members in together.values() for id in members} - set(near))
    if _judged_with({*near, *around}, believed):
        return neighbours(connection, judging, forms, believed), {}
    kept: dict[str, str] = {}
    for members in together.values():
        full = min((id for id in members - forms if not bare(near.get(id) or around[id])), default=None)
        kept |= {id: full for id in members if full is not None and id in around and bare(around[id])}
    return sorted((near | around).values()), kept


def _led_to(
    connection: sa.Connection,
    judging: Judging,
    forms: Mapping[str, Form],
    believed: Sequence[Judgement],
    keys: Callable[[Form], Iterable[str]],
    bare: Callable[[Form], bool] = lambda _: False,
) -> tuple[dict[str, Form], dict[str, Form]]:
    """All forms that links or judgements lead to, step by step, the forms themselves among them; and beside them the
    bare ones to which a link leads from another, where no step goes on."""
    met, edge = dict(forms), dict(forms)
    near: dict[str, Form] = {}
    beside: dict[str, Form] = {}
    while edge:
        near |= edge
        told = _judged_with(set(edge), believed)
        rivals = [pair for pair in _sharing_keys(connection, edge.values(), keys) if pair[1] not in near]
        met |= _loaded(connection, {*told, *(id for _, id in rivals)} - set(met))
        for one, id in rivals:
            if id not in told and id not in beside and judging.linked(one, met[id]):
                if bare(met[id]) and not bare(one):
                    beside[id] = met[id]
                else:
                    told.add(id)
        edge = {id: met[id] for id in told if id in met and id not in near}
    return near, {id: one for id, one in beside.items() if id not in near}


def _actors_of(connection: sa.Connection, forms: Iterable[str]) -> dict[str, set[str]]:
    """The actors to which these forms belong, each with all of its forms."""
    return _members_of(connection, singles(connection, _ACTORS, sorted(forms)))


def _members_of(connection: sa.Connection, actors: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows_among(connection, _MEMBERS, sorted(set(actors))):
        found.setdefault(row.actor_id, set()).add(row.form_id)
    return found


def _sharing_keys(
    connection: sa.Connection, forms: Iterable[Form], keys: Callable[[Form], Iterable[str]]
) -> Iterator[tuple[Form, str]]:
    """Pairs of one of the forms and the id of another that stands under one of its `keys`."""
    holders: dict[str, list[Form]] = {}
    for form in forms:
        for key in sorted({*map(short_key, keys(form))}):
            holders.setdefault(key, []).append(form)
    pairs: dict[tuple[Form, str], None] = {}
    for row in rows_among(connection, _UNDER, holders):
        for form in holders[row.key]:
            pairs[form, row.form_id] = None
    return iter(pairs)


def _loaded(connection: sa.Connection, ids: set[str]) -> dict[str, Form]:
    return {form.id: form for form in _forms(connection, sorted(ids))}


def _judged_with(forms: set[str], believed: Sequence[Judgement]) -> set[str]:
    pairs = ((one.subject, one.object) for one in believed if one.object is not None and one.kind in PAIRS)
    return {b if a in forms else a for a, b in pairs if a in forms or b in forms}


def _judge(
    connection: sa.Connection,
    judging: Judging,
    near: Sequence[Form],
    believed: Sequence[Judgement],
    *,
    gone: set[str],
    kept: Mapping[str, str],
) -> set[str]:
    """Clusters the forms and writes only what changed; returns the forms of all actors that got or lost one."""
    ids = {form.id for form in near}
    about = [one for one in believed if one.subject in ids or one.object in ids]
    clusters = list(judging.cluster(near, about, kept))
    old_members = {row.form_id: row for row in rows_among(connection, _MEMBERSHIP, sorted(ids))}
    _write_actors(connection, clusters)
    new = [_member_columns(cluster, index) for cluster in clusters for index in range(len(cluster.members))]
    moved = [columns for columns in new if _differs(old_members.get(str(columns["form_id"])), columns)]
    for chunk in chunks(str(columns["form_id"]) for columns in moved):
        put(connection, _LEFT, {AMONG: chunk})
    write(connection, actor_member, moved)
    stale = {row.actor_id for row in old_members.values()} | gone
    _drop_actors(connection, stale - {cluster.id for cluster in clusters})
    stirred = {columns["actor_id"] for columns in moved}
    stirred |= {old_members[id].actor_id for columns in moved if (id := str(columns["form_id"])) in old_members}
    return {member.form for cluster in clusters if cluster.id in stirred for member in cluster.members}


def _forms(connection: sa.Connection, ids: list[str]) -> Iterable[Form]:
    return map(form_of, rows_among(connection, _FORMS, ids))


def _member_columns(cluster: Cluster, index: int) -> dict[str, object]:
    member = cluster.members[index]
    return {"form_id": member.form, "actor_id": cluster.id, "score": member.score, "why": member.why}


def _differs(row: sa.Row[tuple[object, ...]] | None, columns: dict[str, object]) -> bool:
    return row is None or dict(row._mapping) != columns


def _write_actors(connection: sa.Connection, clusters: Sequence[Cluster]) -> None:
    wanted = {cluster.id: _actor_columns(cluster) for cluster in clusters}
    known: dict[str, dict[str, object]] = {}
    for row in rows_among(connection, _KNOWN_ACTORS, wanted):
        known[row.id] = {name: row._mapping[name] for name in wanted[row.id]}
    fresh = [columns for id, columns in wanted.items() if id not in known]
    write(connection, actor, fresh)
    for id, columns in wanted.items():
        if id in known and known[id] != columns:
            connection.execute(sa.update(actor).where(actor.c.id == id).values(columns))


def _actor_columns(cluster: Cluster) -> dict[str, object]:
    return {
        "id": cluster.id,
        "name": cluster.name,
        "type": cluster.type,
        "party": cluster.party,
        "party_judged": cluster.party_judged,
        "folded": folded(cluster.name),
    }


def _drop_actors(connection: sa.Connection, stale: set[str]) -> None:
    for chunk in chunks(stale):
        put(connection, _NO_MORE, {AMONG: chunk})


def recollate(connection: sa.Connection, judging: Judging) -> None:
    """Forgets all that was collated and judges every form anew, one neighbourhood at a time."""
    for table in (actor_member, actor, form_key):
        connection.execute(sa.delete(table))
    every = list(connection.scalars(sa.select(actor_form.c.id).order_by(actor_form.c.id)))
    for chunk in chunks(every):
        _insert_keys(connection, list(_forms(connection, chunk)), judging)
    believed = judgements(connection, ACTOR_JUDGEMENTS)
    done: set[str] = set()
    for id in every:
        if id not in done:
            near = neighbours(connection, judging, {id}, believed)
            _judge(connection, judging, near, believed, gone=set(), kept={})
            done |= {form.id for form in near}
    settle_parties(connection, every, judging.sides)
    connection.execute(sa.delete(collated).where(collated.c.part == "actors"))
    connection.execute(sa.insert(collated), {"part": "actors", "key": judging.key})


def is_current(connection: sa.Connection, judging: Judging) -> bool:
    """Whether what is collated was judged in this way."""
    return connection.scalar(sa.select(collated.c.key).where(collated.c.part == "actors")) == judging.key
