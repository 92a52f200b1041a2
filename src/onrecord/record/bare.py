"""Whom a form of one word may mean: of hundreds that bear one surname, as few as tell what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Form, digest
from onrecord.model.jsonread import ACTOR_TYPES, one_of
from onrecord.record.chunks import among, rows_among
from onrecord.record.driving import DbRow, ask
from onrecord.record.schema import actor_form, actor_member, form_key

LONGEST_KEY = 80
FEW = 8
_UNDER = (
    sa.select(form_key.c.key, actor_member.c.actor_id, actor_form)
    .join(actor_member, actor_member.c.form_id == form_key.c.form_id)
    .join(actor_form, actor_form.c.id == form_key.c.form_id)
)
_BEARERS = _UNDER.where(among(form_key.c.key))
_FIRST = _UNDER.where(form_key.c.key == sa.bindparam("key")).order_by(form_key.c.form_id).limit(FEW)
_PARTIES = (
    sa.select(actor_member.c.actor_id, actor_form)
    .join(actor_form, actor_form.c.id == actor_member.c.form_id)
    .where(among(actor_member.c.actor_id), actor_form.c.party.is_not(None))
)


@dataclass(frozen=True, slots=True)
class Bare:
    """Forms of one word, which join the actors that others make, and change none but those: so it does not matter who
    else may be meant by them.

    They may mean whatever stands under one of the keys that `may_mean` gives. Of all the actors that are meant so, each
    with the parties of its other forms, a few are `enough` to tell what becomes of a bare one. Where some of them have
    `decided` it, whoever else is meant changes nothing, and no more are asked for. To tell it of a form without a party
    the others' parties are not needed, nor are all of theirs where the form's own is among them.
    """

    is_bare: Callable[[Form], bool]
    may_mean: Callable[[Form], Iterable[str]]
    enough: Callable[[Form, Mapping[str, Set[str]]], Iterable[str]]
    decided: Callable[[Form, Mapping[str, Set[str]]], bool]


class _Bearers:
    """The actors under some keys, but for those that are at hand, and the parties that their full names have there."""

    def __init__(self, bare: Bare, at_hand: Set[str]) -> None:
        self._bare, self._at_hand = bare, at_hand
        self._under: dict[str, set[str]] = {}
        self._parties: dict[str, set[str]] = {}

    def take(self, rows: Iterable[DbRow]) -> None:
        for row in rows:
            if row.actor_id not in self._at_hand:
                self._under.setdefault(row.key, set()).add(row.actor_id)
                self.tell(row)

    def tell(self, row: DbRow) -> None:
        told = self._parties.setdefault(row.actor_id, set())
        if row.party is not None and row.party not in told and not self._bare.is_bare(form_of(row)):
            told.add(row.party)

    def possible(self, keys: Iterable[str]) -> dict[str, set[str]]:
        return {id: self._parties[id] for key in keys for id in self._under.get(key, ())}


def meant(connection: sa.Connection, near: Iterable[Form], bare: Bare, at_hand: Set[str]) -> set[str]:
    """Of the actors that the bare ones among these forms may mean, as many as tell what becomes of them.

    Those `at_hand` are left out, since they come along whole. Two whom it may mean tell that it means neither, so the
    first few are asked for first.
    """
    asked = {one: sorted({*map(short_key, bare.may_mean(one))}) for one in near if bare.is_bare(one)}
    found = _Bearers(bare, at_hand)
    whole = {key for keys in asked.values() for key in keys if not _take_first(connection, found, key)}
    open_ = {one: keys for one, keys in asked.items() if not bare.decided(one, found.possible(keys))}
    found.take(rows_among(connection, _BEARERS, sorted({key for keys in open_.values() for key in keys} - whole)))
    unsure = {
        id
        for one, keys in open_.items()
        if one.party is not None
        for id, parties in found.possible(keys).items()
        if one.party not in parties
    }
    for row in rows_among(connection, _PARTIES, sorted(unsure)):
        found.tell(row)
    return {id for one, keys in asked.items() for id in bare.enough(one, found.possible(keys))}


def _take_first(connection: sa.Connection, found: _Bearers, key: str) -> bool:
    """Takes the first few under a key; whether there are more."""
    rows = ask(connection, _FIRST, {"key": key})
    found.take(rows)
    return len(rows) == FEW


def short_key(key: str) -> str:
    """A name can be as long as a report; what an index holds cannot."""
    return key if len(key) <= LONGEST_KEY else digest(key)


def form_of(row: DbRow) -> Form:
    return Form(row.id, row.name, one_of(row.type, ACTOR_TYPES), row.party)
