"""Several who are told of by one noun: 'both countries', 'the two sides', 'the three leaders'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.naming.entities import Entity
from onrecord.reading.who.naming.names import POSSESSIVE
from onrecord.reading.who.sourcing.joints import JOINTS
from onrecord.reading.who.wording.nouns import FAMILY

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
STATES = frozenset("countries nations states governments capitals neighbours neighbors powers".split())
SIDES = frozenset("sides parties camps factions groups organisations organizations".split())
BODIES = frozenset("companies firms airlines carriers banks unions automakers carmakers".split())
LEADERS = frozenset("leaders presidents premiers ministers".split())
PEOPLE = frozenset("men women officials diplomats envoys lawmakers senators negotiators".split()) | LEADERS
REPRESENT = LEADERS | frozenset("governments ministries delegations negotiators envoys".split())
PAIR = frozenset(("pair", "duo"))
NOUNS = STATES | SIDES | BODIES | PEOPLE | PAIR
HEADS = frozenset(("ruler", "chief", "minister"))
SENTENCES = 5  # back from the noun in which they are named
LONGEST = 4  # words from the number to the noun
ROWS = 12  # looked back at
ROW_BEFORE = 2  # sentences back from "the governments" to the row that names them
OF_ONE = frozenset("is was has does says wants plans seeks".split())
OF_MANY = frozenset("are were have do say want plan seek".split())
OPENING = 2  # words before the first name of a sentence
SCORE = 0.8


def together(mentions: Mentions, first: int, end: int) -> tuple[int, ...]:
    """The entities that 'both sides' at the end of these words means, in the order of the text; none where unclear."""
    lower = mentions.cast.words.lower
    noun = lower[end - 1]
    if noun in NUMBERS and end - first == 2 and lower[first] == "the":
        count = NUMBERS[noun]  # "The two agreed"
        return _named(mentions, "pair", count, first) or _row(mentions, "pair", count, first)
    if noun not in NOUNS:
        return ()
    start = max(first, end - LONGEST)
    at = next((at for at in range(start, end) if lower[at] == "both" or lower[at] in NUMBERS), end)
    if any(number >= 0 and not _is_vague(mentions, number) for number in mentions.cast.name_at[at:end]):
        return ()
    if at < end:
        told = lower[at] == "both" or (at > 0 and lower[at - 1] in ("the", "these", "those", "all", "their"))
        count = NUMBERS.get(lower[at], 2)
        ways = (_row, _named) if count > 2 else (_named, _row)
        return next((found for way in ways if told and (found := way(mentions, noun, count, at))), ())
    if end - first != 2 or lower[first] != "the":
        return ()
    if noun in PAIR | {"sides"}:
        return _named(mentions, noun, 2, first)
    return _listed(mentions, noun, first) or (_lately(mentions, first) if noun in STATES | {"leaders"} else ())


def _is_vague(mentions: Mentions, number: int) -> bool:
    """'The three Western nations': an adjective of no state."""
    name = mentions.cast.names[number]
    return name.label == "demonym" and name.place is None


def members(mentions: Mentions, told: Sequence[tuple[int, int]], at: int) -> tuple[int, ...]:
    """Who 'the two sides' are where they are told of last before a word, of these places."""
    before = (place for place in reversed(told) if place[1] <= at)
    return next((found for place in before if (found := together(mentions, *place))), ())


def _row(mentions: Mentions, noun: str, count: int, at: int) -> tuple[int, ...]:
    """The latest row of as many of this kind before the word: 'Norland, Sarovia and Velmora'."""
    cast = mentions.cast
    for first, end in reversed(mentions.rows[: bisect_left(mentions.rows, (at, 0))][-ROWS:]):
        row = [one for mention in mentions.between(first, end) for one in mention.of]
        found = tuple(dict.fromkeys(one for one in row if _is_one(mentions, cast.entities[one], noun)))
        of_states = noun in STATES | SIDES | LEADERS and len(_states(mentions, row)) == count
        if len(found) == count == len(set(row)) or of_states:
            return found if len(found) == count else _states(mentions, row)
    return ()


def represented(mentions: Mentions, first: int, end: int) -> tuple[int, ...]:
    """The states of 'the leaders of Norland, Sarn and Velmora' and 'the foreign ministers from Norland and Sarn'."""
    cast, lower = mentions.cast, mentions.cast.words.lower
    at = next((at for at in range(first, min(end, first + LONGEST)) if lower[at] in REPRESENT), None)
    last = next((one for one in range(at + 3, end - 1) if lower[one] == "and"), None) if at is not None else None
    if at is None or last is None or lower[at + 1] not in ("of", "from"):
        return ()
    end = next((one for one in range(last + 2, end) if cast.words.words[one] == ","), end)
    if any(
        number < 0 and lower[place] not in JOINTS for place, number in enumerate(cast.name_at[at + 2 : end], at + 2)
    ):
        return ()
    row = [one for mention in mentions.between(at + 2, end) for one in mention.of]
    states = _states(mentions, row)
    return states if len(states) > 1 and len(states) == len(set(row)) else ()


def before_which(mentions: Mentions, at: int) -> tuple[int, ...]:
    """'A letter by the leaders of Norland, Sarn and Velmora, [which] condemned the dam': all of the row.

    Of a row of two, and before a verb for one, the last alone is meant as often.
    """
    words, lower = mentions.cast.words.words, mentions.cast.words.lower
    if at + 1 >= len(words) or lower[at] not in ("which", "who") or lower[at + 1] in OF_ONE:
        return ()
    stop = at - 1 if words[at - 1] == "," else at
    first, end = next(iter(reversed(mentions.rows[: bisect_left(mentions.rows, (at, 0))])), (0, 0))
    row = [one for mention in mentions.between(first, end) for one in mention.of] if end == stop else []
    many = len(set(row)) > (1 if lower[at + 1] in OF_MANY else 2)
    alike = {mentions.cast.entities[one].kind for one in row} in ({"state"}, {"organisation"}, {"person"})
    return tuple(dict.fromkeys(row)) if many and alike else ()


def _states(mentions: Mentions, row: Sequence[int]) -> tuple[int, ...]:
    """The states of 'Norlandic and Sarovian', if all of a row are peoples or states."""
    places = [mentions.cast.entities[one].place for one in row]
    codes = [place.code for place in places if place is not None and place.kind in ("people", "state")]
    return tuple(dict.fromkeys(mentions.cast.state(code).number for code in codes)) if len(codes) == len(row) else ()


def pair_before(mentions: Mentions, at: int) -> tuple[int, ...]:
    """The two or more whom the sentence before begins with: 'Norland and Sarovia met. [They] agreed.'"""
    cast, here = mentions.cast, mentions.sentence_of[at]
    opens = bisect_left(mentions.sentence_of, here)
    if at - opens > OPENING or not opens:
        return ()
    first = bisect_left(mentions.sentence_of, mentions.sentence_of[opens - 1])
    found: list[int] = []
    end = first + OPENING
    for mention in mentions.between(first, opens):
        joined = {*cast.words.lower[end : mention.first]} <= JOINTS
        if (found and not joined) or (not found and mention.first > end) or mention.kind != "name":
            break
        if len(mention.of) != 1 or (found and cast.entities[mention.of[0]].kind != cast.entities[found[0]].kind):
            return ()
        found.append(mention.of[0])
        end = mention.end
    together = len(set(found)) > 1 and "and" in cast.words.lower[first:end]
    if not found:
        rows = [row for row in mentions.rows[: bisect_left(mentions.rows, (opens, 0))][-ROWS:] if row[0] >= first]
        states = [_states(mentions, [one for part in mentions.between(*row) for one in part.of]) for row in rows]
        return states[0] if len(rows) == 1 and len(states[0]) > 1 else ()
    return tuple(dict.fromkeys(found)) if together and cast.words.words[end] not in POSSESSIVE else ()


def _named(mentions: Mentions, noun: str, count: int, at: int) -> tuple[int, ...]:
    """Those of this kind named last before the noun: as many as it tells, going back by sentences.

    Where a sentence brings in too many, those told of most in the report, if they stand out.
    """
    if count == 2 and noun in STATES | SIDES and (pair := _hyphened(mentions, at)):
        return pair
    found: dict[int, int] = {}
    sentence = None
    for place, one in _before(mentions, noun, at):
        if mentions.sentence_of[place] != sentence:
            if len(found) >= count:
                break
            sentence = mentions.sentence_of[place]
        found.setdefault(one, place)
    told = sorted(found, key=lambda one: (-len(mentions.cast.entities[one].mentions), found[one]))
    if len(told) < count:
        return ()
    names = [mentions.cast.entities[one].name.split()[0] for one in told[:count]]
    if noun in BODIES and len(set(names)) < count:
        return ()  # two names of one firm
    if len(told) > count and _often(mentions, told[count - 1]) == _often(mentions, told[count]):
        return ()
    return tuple(sorted(told[:count], key=lambda one: found[one]))


def _listed(mentions: Mentions, noun: str, at: int) -> tuple[int, ...]:
    """'In a letter from [Norland], [Sarn] and [Velmora], the countries asked': those named in one row before, in the
    sentence."""
    cast = mentions.cast
    opens = bisect_left(mentions.sentence_of, mentions.sentence_of[at])
    found: list[int] = []
    begins = ends = at
    for mention in reversed(mentions.between(opens, at)):
        if mention.kind != "name" or len(mention.of) != 1 or not _is_one(mentions, cast.entities[mention.of[0]], noun):
            break
        if found and not {*cast.words.lower[mention.end : begins]} <= JOINTS:
            break
        ends = mention.end if not found else ends
        found.append(mention.of[0])
        begins = mention.first
    row = len(set(found)) > 1 and "and" in cast.words.lower[begins:ends]
    return tuple(reversed(dict.fromkeys(found))) if row else ()


def _lately(mentions: Mentions, at: int) -> tuple[int, ...]:
    """'Norland, Sarn and Velmora condemned it. [The governments] demanded more.': the states of a row."""
    here = mentions.sentence_of[at]
    for first, end in reversed(mentions.rows[: bisect_left(mentions.rows, (at, 0))][-ROWS:]):
        if here - mentions.sentence_of[first] > ROW_BEFORE:
            break
        if states := _states(mentions, [one for mention in mentions.between(first, end) for one in mention.of]):
            return states if len(states) > 1 else ()
    return ()


def _hyphened(mentions: Mentions, at: int) -> tuple[int, ...]:
    """The two of 'the UK-EU talks' before the word, in its sentence."""
    cast, table = mentions.cast, gazetteer()
    while at > 0 and mentions.sentence_of[at - 1] == mentions.sentence_of[at]:
        at -= 1
        parts = cast.words.words[at].split("-")
        if len(parts) == 2 and all(part[:1].isupper() for part in parts):
            places = [found[1] for part in parts if (found := table.match((part,), 0)) is not None]
            if len(places) == 2 and all(place.kind in ("state", "union", "people") for place in places):
                return tuple(cast.state(place.code).number for place in places)
    return ()


def _often(mentions: Mentions, one: int) -> int:
    return len(mentions.cast.entities[one].mentions)


def _before(mentions: Mentions, noun: str, at: int) -> Iterator[tuple[int, int]]:
    """Where somebody of the kind is named shortly before the word, the latest first; a people stands for its state."""
    cast = mentions.cast
    begins = bisect_left(mentions.sentence_of, mentions.sentence_of[at] - SENTENCES)
    for mention in reversed(mentions.between(begins, at)):
        if mention.kind != "name" or len(mention.of) != 1:
            continue
        one = cast.entities[mention.of[0]]
        if one.kind in ("people", "place") and one.place is not None and noun in STATES | SIDES:
            if one.kind == "people" or one.place.kind == "seat":
                yield mention.first, cast.state(one.place.code).number
        elif _is_one(mentions, one, noun):
            yield mention.first, one.number


def _is_one(mentions: Mentions, one: Entity, noun: str) -> bool:
    if noun in STATES:
        return one.kind == "state" or (one.place is not None and one.place.kind == "state")
    if noun in SIDES:
        return one.kind in ("state", "organisation") and not one.outlet
    if noun in BODIES:
        return one.kind == "organisation" and one.place is None and not one.outlet
    if one.kind != "person":
        return False
    if noun not in LEADERS:
        return True
    lower = mentions.cast.words.lower
    return not one.roles or any(HEADS & set(FAMILY.get(lower[role.head], ())) for role in one.roles)
