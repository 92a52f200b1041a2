"""Bodies meant by a noun: "the ministry", "the company", "the forum", "the plant"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.reading.who.gazetteer import signs
from onrecord.reading.who.holding.roles import ENDS
from onrecord.reading.who.naming.entities import Cast, Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, MODIFIERS, OUTLETS, ROLES

# Nouns that need not stand in the name of the body that they mean: "the company", "the watchdog".
GENERIC = frozenset(
    """company firm group movement organization organisation corporation airline charity militia agency watchdog
    carrier retailer automaker carmaker manufacturer maker supplier startup start-up lender insurer regulator
    developer operator publisher giant conglomerate foundation body concern union authority""".split()
)
# "the town", "the agreement": whatever was called so is no speaker.
NO_BODIES = frozenset(
    """agreement deal plan act law war town city village region province county district state area chain treaty pact
    accord programme program project market review order series ceo cfo coo industry homebuilder""".split()
)
# What a union of states, or an alliance, is called once it is named. Facts of common knowledge.
BLOCS = {
    "bloc": frozenset(
        (
            "european union|eu|e.u.|asean|association of southeast asian nations|ecowas|mercosur|brics|african union|"
            "gcc|gulf cooperation council|caricom|g7|g-7|group of seven|g20|southern african development community|"
            "sadc|east african community|alliance of sahel states|sco|shanghai cooperation organization"
        ).split("|")
    ),
    "alliance": frozenset(("nato", "north atlantic treaty organization", "north atlantic alliance")),
    "cartel": frozenset(("opec", "opec+", "opec plus")),
}
UNIONS = frozenset("union community league".split())
STATES = frozenset("states countries nations capitals member-states".split())
MENTIONS = 3  # the first of a union of states, where it is told whose it is
MEDIA = OUTLETS | frozenset("agency network site".split())
# A body whose name has one of these is none of those above.
OTHERS = frozenset(
    """ministry government department parliament congress senate house court council commission committee university
    school police army party cabinet office presidency troops forces guard navy republic kingdom""".split()
)
# Nouns for what trades, and words of names that nothing that trades has.
TRADING = frozenset(
    """company firm corporation airline carrier retailer automaker carmaker manufacturer maker supplier startup
    start-up lender insurer developer operator publisher conglomerate""".split()
)
# What "the authority" may be called by name.
AUTHORITIES = frozenset("council agency authority board commission administration office service bureau".split())
# What "the watchdog" may be called by name.
OVERSEERS = frozenset("commission committee council office police".split())
BETWEEN_STATES = re.compile(r"[A-Z.]+-[A-Z.]+")  # "UK-EU" is no body
NOT_TRADING = frozenset(
    """union organization organisation federation association party movement front brotherhood congress workers
    teamsters alliance coalition forum league nations""".split()
)
OF_ITS_OWN = frozenset(
    """authority department agency board bank council commission committee union club league school university
    hospital association fund society police""".split()
)
VAGUE = frozenset(
    """same new main other former local own whole entire big biggest largest small smaller independent influential
    opposition ruling federal national central regional state military militant rights country city us""".split()
)
INDEFINITE = frozenset("a an some any other another neither no every each".split())
VERBS = frozenset("is was are were has had have will would can could may might said says say".split())
COURTS = frozenset("court tribunal circuit".split())
SENTENCES = 4  # within which "the company" is told of before
SPEAK_FOR = frozenset("spokesman official chief".split())
LEAD = 1.5
LEADS = 2  # sentences at the top of a report
LONGEST = 4  # words from a name to the noun: "the Sarov nuclear power plant"


def body_before(cast: Cast, nouns: Sequence[str], first: int) -> Entity | None:
    """The latest organisation mentioned before this word whose name has these words: 'the ministry', 'the aid agency'.

    One word may also be the noun that it goes by.
    """
    wanted = set(nouns)
    best: tuple[int, Entity] | None = None
    for entity in cast.entities:
        if not _is_a_body(entity, len(nouns)):
            continue
        if wanted != {entity.head} and not wanted <= set(entity.name.lower().replace(",", "").split()):
            continue
        if entity.kind == "unnamed" and entity.head not in wanted:
            continue  # "the council side" is not "the council"
        before = [at for at, _ in entity.mentions if at < first]
        if before and (best is None or before[-1] > best[0]):
            best = before[-1], entity
    return _named_in_full(cast, best[1], first) if best else None


def _named_in_full(cast: Cast, one: Entity, first: int) -> Entity:
    """'The city council' is 'Sarov City Council', where no other council is named before."""
    if one.kind != "unnamed":
        return one
    words = set(one.name.lower().removeprefix("the ").split())
    named = [other for other in cast.entities if other.kind == "organisation" and _ends_so(other, one, words, first)]
    return named[0] if len(named) == 1 else one


def _ends_so(other: Entity, one: Entity, words: set[str], first: int) -> bool:
    name = other.name.lower().split()
    return name[-1] == one.head and words <= set(name) and any(at < first for at, _ in other.mentions)


def _is_a_body(entity: Entity, words: int) -> bool:
    """A named one, or one called by more words: 'the Foreign Ministry', which may be nobody's in the text."""
    if entity.kind == "organisation":
        return entity.place is None or entity.place.kind == "body"
    called_by = entity.name.lower().split()
    if entity.kind != "unnamed" or called_by[0] in INDEFINITE or called_by[-1] != entity.head:
        return False
    return entity.head in BODIES and len(called_by) - (called_by[0] == "the") > words


def means(
    cast: Cast, sentence_of: Sequence[int], first: int, end: int, noun: str
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Whom 'the ministry' or 'the militant group' in words `[first, end)` means: one, or two where it stays open."""
    known = body_before(cast, cast.words.lower[first + 1 : end], first)
    if known is not None:
        return (known.number,), (0.9,)
    if noun in BLOCS:
        return bloc_before(cast, sentence_of, noun, first)
    named = {cast.names[number].label for number in cast.name_at[first:end] if number >= 0}
    if noun == "group" and cast.words.lower[first] != "the":
        return (), ()  # "this group" of buyers is no body
    if noun in GENERIC | MEDIA and named <= {"demonym"}:
        return told_of_before(cast, sentence_of, noun, first)
    return (), ()


def bloc_before(
    cast: Cast, sentence_of: Sequence[int], noun: str, first: int
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Which union of states or alliance 'the bloc' or 'the alliance' means: the only one of its kind told of before."""
    found = [
        entity.number
        for entity in cast.entities
        if entity.kind == "organisation" and any(at < first for at, _ in entity.mentions)
        if _is_a_bloc(cast, sentence_of, entity, noun)
    ]
    return (tuple(found), (0.9,)) if len(found) == 1 else ((), ())


def _is_a_bloc(cast: Cast, sentence_of: Sequence[int], entity: Entity, noun: str) -> bool:
    """One that is known as such, or one that is called like 'the Eastern Union' and told of among states.

    "Medical Union" and "Western Union" are called so too, and none of states.
    """
    name = entity.name.lower()
    parts = name.split()
    called_so = noun == "bloc" and len(parts) == 2 and parts[1] in UNIONS
    called_so = called_so and parts[0].endswith(("an", "al", "ic", "ern"))
    return name in BLOCS[noun] or (called_so and _is_among_states(cast, sentence_of, entity))


def _is_among_states(cast: Cast, sentence_of: Sequence[int], entity: Entity) -> bool:
    """Whether "states" or two of them are told of in the sentences beside where it is first named."""
    for at, _ in entity.mentions[:MENTIONS]:
        start = bisect_left(sentence_of, sentence_of[at] - 1)
        stop = bisect_right(sentence_of, sentence_of[at] + 1)
        if not STATES.isdisjoint(cast.words.lower[start:stop]):
            return True
        names = [cast.names[number] for number in {*cast.name_at[start:stop]} if number >= 0]
        listed = {one.place.code for one in names if one.place is not None and one.place.kind in ("state", "people")}
        unlisted = {cast.words.printed(one.first, one.end) for one in names if one.unlisted}
        if len(listed) + len(unlisted) > 1:
            return True
    return False


def told_of_before(
    cast: Cast, sentence_of: Sequence[int], noun: str, first: int
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Whom 'the company' means: the body told of most in the sentences before, or two where none stands out."""
    ranked = sorted(
        (
            (weight, entity.number)
            for entity in cast.entities
            if _may_be_called(entity, noun) and (weight := _weight(cast, sentence_of, entity, first)) > 0
        ),
        reverse=True,
    )
    if not ranked:
        return (), ()
    if len(ranked) == 1 or ranked[0][0] >= LEAD * ranked[1][0]:
        return (ranked[0][1],), (0.85,)
    whole = ranked[0][0] + ranked[1][0]
    return tuple(number for _, number in ranked[:2]), tuple(round(weight / whole, 2) for weight, _ in ranked[:2])


def firm_near(cast: Cast, sentence_of: Sequence[int], first: int) -> Entity | None:
    """The only company told of in the sentence before this word; where none is, the one told of most before."""
    beside = [
        entity
        for entity in cast.entities
        if _may_be_called(entity, "company")
        and any(at < first and sentence_of[first] == sentence_of[at] for at, _ in entity.mentions)
    ]
    if beside:
        return beside[0] if len(beside) == 1 else None
    of = told_of_before(cast, sentence_of, "company", first)[0]
    return cast.entities[of[0]] if len(of) == 1 else None


def named_later(cast: Cast, sentence_of: Sequence[int], told: Entity, first: int, end: int) -> Entity | None:
    """'A Norlandic baby goods company announced ...' at the very beginning: the one that is told of then by name.

    It is named within a few sentences, for the first time, and more than twice as often as any other.
    """
    if told.kind not in ("unnamed", "organisation") or told.head not in GENERIC or sentence_of[first] >= LEADS:
        return None
    if told.head not in cast.words.lower[first:end] or any(at < first for at, _ in told.mentions):
        return None
    labels = {cast.names[cast.name_at[at]].label for at in range(first, end) if cast.name_at[at] >= 0}
    bodies = [one for one in cast.entities if one is not told and one.mentions and _may_be_called(one, told.head)]
    ranked = sorted(bodies, key=lambda one: -len(one.mentions))
    if (
        labels & {"organisation", "person"}
        or not ranked
        or (len(ranked) > 1 and len(ranked[0].mentions) <= 2 * len(ranked[1].mentions))
    ):
        return None
    at = ranked[0].mentions[0][0]
    return ranked[0] if at > first and sentence_of[at] - sentence_of[first] <= SENTENCES else None


def names_another(cast: Cast, earlier: Entity, first: int, end: int) -> bool:
    """'The Tide Board spokesman' is not the 'Harbour Bank spokesman' of before: his words name another body."""
    if not SPEAK_FOR & set(FAMILY.get(earlier.head, ())) or earlier.name.islower():
        return False
    names = [cast.names[number] for number in {*cast.name_at[first:end]} - {-1}]
    bodies = (cast.words.printed(name.first, name.end) for name in names if name.label == "organisation")
    return any(body.lower() not in earlier.name.lower() for body in bodies)


def _may_be_called(entity: Entity, noun: str) -> bool:
    agency = noun == "agency" and entity.place is not None and entity.place.kind == "body"  # a state's news agency
    if entity.kind != "organisation" or (entity.place is not None and not agency):
        return False
    words = set(entity.name.lower().split())
    if any(char.isdigit() for char in entity.name) or words <= MODIFIERS:
        return False  # "Labour Minister"
    if entity.name.lower() in ROLES or entity.name.lower().rsplit(None, 1)[-1] in NO_BODIES:
        return False
    if BETWEEN_STATES.fullmatch(entity.name):
        return False
    if entity.outlet:
        return noun in MEDIA
    if noun in TRADING and (NOT_TRADING & words or entity.name in signs()):
        return False
    if noun == "authority":
        return bool(AUTHORITIES & words)
    others = OTHERS - OVERSEERS if noun in ("watchdog", "regulator") else OTHERS
    return noun in GENERIC and not others & words and not entity.name[0].islower()


def _weight(cast: Cast, sentence_of: Sequence[int], entity: Entity, first: int) -> float:
    """What its mentions count for: the near ones more, and where it does something, or owns something, more."""
    return sum(
        _standing(cast, at, end) / (1 + sentence_of[first] - sentence_of[at])
        for at, end in entity.mentions
        if at < first and sentence_of[first] - sentence_of[at] <= SENTENCES
    )


def _standing(cast: Cast, first: int, end: int) -> float:
    """'[Harbour Steel] bought', '[Harbour Steel]'s profits', and, for nothing, 'one of [UAV] operators'."""
    words = cast.words
    following = words.lower[end] if end < len(words) else ""
    if following in VERBS or following.endswith("ed") or (end < len(words) and words.words[end] in POSSESSIVE):
        return 3.0
    if first == 0 or words.words[first - 1] in {".", "”", '"', "!", "?"}:
        return 2.0
    return 0.0 if following.isalpha() and following.endswith("s") and following not in ENDS else 1.0


def is_specific(cast: Cast, first: int, end: int, noun: str) -> bool:
    """'the port authority' is a body of its own, though it has no capitals; 'the same agency' is none to be named."""
    lower = cast.words.lower
    modifiers = lower[first + 1 : end - 1]
    return (
        lower[first] == "the"
        and lower[end - 1] == noun
        and noun in OF_ITS_OWN
        and len(modifiers) > 0
        and all((word.isalpha() and word not in VAGUE) or word in ("'", "’") for word in modifiers)
    )


def called(cast: Cast, noun: str, first: int) -> Entity | None:
    """The organisation whose name ends in this noun: 'the forum' after 'the Dockers and Sailors Forum'."""
    if noun in NO_BODIES:
        return None
    found = [
        entity
        for entity in cast.entities
        if entity.kind == "organisation" and entity.name.lower().endswith(f" {noun}") and entity.mentions
        if entity.name[0].isupper() or " of " not in entity.name
    ]
    before = [one for one in found if one.mentions[0][0] < first]
    return before[0] if len(before) == 1 else None


def described_before(cast: Cast, noun: str, first: int) -> tuple[int, int] | None:
    """Where something was called by a name and this noun: 'the Sarov nuclear power plant' of 'the plant'."""
    if noun in NO_BODIES:
        return None
    for at in _places(cast, noun, first):
        start = at - 1
        while start >= max(0, at - LONGEST) and cast.name_at[start] < 0 and cast.words.words[start].isalpha():
            if cast.words.lower[start] in ENDS or cast.words.lower[start] in ("the", "a", "an", "of", "in", "at"):
                break
            start -= 1
        if start >= 0 and cast.name_at[start] >= 0:
            name = cast.names[cast.name_at[start]]
            if name.label in ("place", "organisation") and name.end == start + 1:
                return name.first, at + 1
    return None


def _places(cast: Cast, noun: str, first: int) -> Iterator[int]:
    """Where the noun stands before this word, the latest first."""
    for at in range(first - 1, 0, -1):
        if cast.words.lower[at] == noun:
            yield at


def court_near(cast: Cast, sentence_of: Sequence[int], first: int) -> Entity | None:
    """The only court told of within a few sentences of a judge: whose he is."""
    found = {
        entity.number
        for entity in cast.entities
        if entity.kind == "organisation" and COURTS & set(entity.name.lower().split())
        if any(abs(sentence_of[first] - sentence_of[at]) <= SENTENCES for at, _ in entity.mentions)
    }
    return cast.entities[found.pop()] if len(found) == 1 else None
