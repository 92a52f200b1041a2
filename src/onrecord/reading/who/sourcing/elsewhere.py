"""An office in one sentence, a name in another: whose the office is that is told of without a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.who.holding.roles import OWNERS, RoleSpan
from onrecord.reading.who.mentioning.bodies import named_later
from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.naming.entities import HEADS, Entity
from onrecord.reading.who.naming.names import ARTICLES
from onrecord.reading.who.sourcing.sources import Meant
from onrecord.reading.who.wording.nouns import FAMILY

SENTENCES = 3  # within which the name stands
LEAD = 4  # sentences in which somebody may be told of by office before he is named
LONG = 4  # letters of a word that tells of an office; and words after its noun that tell of it too
INDEFINITE = frozenset(("a", "an", "one", "another", "some"))
RULING = frozenset("president leader premier chancellor king queen minister envoy ambassador".split())
LEADING = frozenset(("chief", "ruler", "minister"))
MANY_OF_A_KIND = frozenset("judge investor analyst expert resident victim witness driver player star".split())
TITLED = frozenset(("cleric", "soldier", "medic", "scholar"))
ELSEWHERE = 0.7  # how sure it is that an office and a name of two sentences are one's


@dataclass
class Elsewhere:
    """Joins an unnamed bearer of an office to who is named beside. `named` is the only question."""

    mentions: Mentions
    joined: dict[tuple[str, ...], int] = field(default_factory=dict)

    def named(self, first: int, end: int, meant: list[Meant], before: list[Meant]) -> Meant | None:
        """'Its president agreed. "We do," Ana Kolt said.', and '"We do," Ana Kolt said. The president left.'

        Who has an office but no name in one sentence, and a name but no office in the next, is one.
        """
        if len(meant) != 1 or len(meant[0].of) != 1:
            return None
        told = self.mentions.cast.entities[meant[0].of[0]]
        if (again := self._called_again(first, end)) is not None:
            return Meant((again,), (ELSEWHERE,))
        if told.named_by is None and (body := self._named_later(told, first, end)):
            body.mentions = sorted({*body.mentions, *told.mentions})
            told.named_by = body.number
        if told.kind != "unnamed" or told.many or told.head not in FAMILY or told.named_by is not None:
            return self._known_bearer(told)
        words = self.mentions.cast.words
        if any(at < first for at, _ in told.mentions):
            return None
        head = next((at for at in range(end - 1, first - 1, -1) if words.lower[at] == told.head), None)
        if head is None or words.words[head].isupper() or told.head in MANY_OF_A_KIND:
            return None
        bearer = self._of_the_office(told, first, end)
        if bearer is None and end - 1 > head + 3 and not self._is_sent_to_a_body(head, end):
            return None
        if bearer is None and words.lower[first] in INDEFINITE and not self._leads(first, head):
            return None
        bearer = bearer or self._last_named(told, first, head, before)
        if bearer is None and self.mentions.sentence_of[first] < LEAD:
            bearer = self._next_named(told, end)
        if bearer is None:
            return None
        owner = first if words.lower[first] in OWNERS else None
        bearer.roles.append(RoleSpan(first + (words.lower[first] in ARTICLES), head + 1, head, owner=owner))
        bearer.mentions = sorted({*bearer.mentions, *told.mentions})
        self.joined[words.lower[first : head + 1]] = bearer.number
        told.named_by = bearer.number
        return Meant((bearer.number,), (ELSEWHERE,))

    def _named_later(self, told: Entity, first: int, end: int) -> Entity | None:
        return named_later(self.mentions.cast, self.mentions.sentence_of, told, first, end)

    def _leads(self, first: int, head: int) -> bool:
        """'A Norlandic union chief has said ...' at the very beginning: the lead withholds the name for a sentence."""
        lower = self.mentions.cast.words.lower
        at_top = bool(LEADING & set(FAMILY.get(lower[head], ())))
        return lower[first] in ARTICLES and self.mentions.sentence_of[first] < 2 and head - first > 1 and at_top

    def _is_sent_to_a_body(self, head: int, end: int) -> bool:
        """'Norland's envoy to the League of Ports': behind the noun stands a name, and nothing else."""
        cast = self.mentions.cast
        plain = (at for at in range(head + 1, end) if cast.name_at[at] < 0)
        return all(cast.words.lower[at] in ARTICLES | {"to", "of", "at"} for at in plain)

    def _called_again(self, first: int, end: int) -> int | None:
        """'The supreme leader' is whoever turned out to be 'Norland's Supreme Leader'."""
        words = self.mentions.cast.words.lower[first + 1 : end]
        if self.mentions.cast.words.lower[first] != "the" or len(words) < 2:
            return None
        return next((bearer for key, bearer in self.joined.items() if key[-len(words) :] == words), None)

    def _known_bearer(self, told: Entity) -> Meant | None:
        return Meant((told.named_by,), (ELSEWHERE,)) if told.named_by is not None else None

    def _of_the_office(self, told: Entity, first: int, end: int) -> Entity | None:
        """'A spokesman for the coast office said so. Ana Kolt, spokesman for the coast office, said more.'

        Who is named next with the same office, of which another word stands in both.
        """
        lower, sentence_of = self.mentions.cast.words.lower, self.mentions.sentence_of
        words = {word for word in lower[first:end] if len(word) > LONG} - {told.head}
        for one in self.mentions.cast.entities:
            near = one.mentions and 0 <= sentence_of[one.mentions[0][0]] - sentence_of[end - 1] <= SENTENCES
            if one.kind == "person" and near and one.mentions[0][0] >= end and " " in one.name:
                held = (role for role in one.roles if lower[role.head] == told.head and not role.former)
                if any(words & {*lower[role.first : role.end + LONG]} for role in held):
                    return one
        return None

    def _next_named(self, told: Entity, end: int) -> Entity | None:
        """Who is named next, for the first time, without an office, and speaks."""
        sentence_of = self.mentions.sentence_of
        told_of = [one for one in self.mentions.cast.entities if one.mentions]
        for one in sorted(told_of, key=_full_name):
            at = _full_name(one)
            if one.kind != "person" or at < end or " " not in one.name:
                continue
            near = sentence_of[at] - sentence_of[end - 1] <= SENTENCES
            fits = self._may_hold(one, told) and one.gender in (None, told.gender or one.gender)
            return one if near and fits and self.mentions.sourced[at] else None
        return None

    def _may_hold(self, one: Entity, told: Entity) -> bool:
        """Somebody without an office, or with the very one, of whatever state: 'the minister, Oleh Drach,'."""
        cast = self.mentions.cast
        return all(
            role.former
            or self._is_a_title(role)
            or cast.words.lower[role.head] == "member"
            or (
                cast.words.lower[role.head] == told.head
                and all(number < 0 for number in cast.name_at[role.first : role.end])
            )
            for role in one.roles
        )

    def _is_a_title(self, role: RoleSpan) -> bool:
        """'Ayatollah', 'General' before a name are no office."""
        return role.end - role.first == 1 and set(FAMILY.get(self.mentions.cast.words.lower[role.head], ())) <= TITLED

    def _last_named(self, told: Entity, first: int, head: int, before: list[Meant]) -> Entity | None:
        """Who spoke last, if he is named and has no office."""
        cast = self.mentions.cast
        named = {cast.names[number].label for number in cast.name_at[first:head] if number >= 0}
        if cast.words.lower[first] != "the" or (named and (named != {"demonym"} or told.head not in RULING)):
            return None
        if len(before) != 1 or len(before[0].of) != 1:
            return None
        one = self.mentions.cast.entities[before[0].of[0]]
        at = max((at for at, _ in one.mentions if at < first), default=None)
        # A witness "Dr. Kolt" is not "the president" of the next line, but "Kolt" may be "the foreign minister".
        alone = named or (told.head in HEADS and head - first < 2)
        if one.kind != "person" or _has_office(one) or at is None or (alone and " " not in one.name):
            return None
        if one.gender not in (None, told.gender or one.gender):
            return None
        return one if self.mentions.sentence_of[first] - self.mentions.sentence_of[at] <= SENTENCES else None


def _full_name(one: Entity) -> int:
    """Where somebody is first named in full; a headline may have the surname before."""
    return next((first for first, end in one.mentions if end - first > 1), one.mentions[0][0])


def _has_office(one: Entity) -> bool:
    return any(not role.former for role in one.roles)
