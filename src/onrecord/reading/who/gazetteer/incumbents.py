"""Who held which office of which state or body, and when: a table of facts, and the names by which it is asked.

`offices.tsv` beside this file ships; another table may be handed in. docs/models/offices.md tells what it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from anyascii import anyascii

from onrecord.model import identity
from onrecord.model.edtf import bounds
from onrecord.model.sounding import sound
from onrecord.reading.who.gazetteer import gazetteer
from onrecord.reading.who.naming.persons import LOWER_PARTS, SUFFIXES

LATEST = "2026-11-22"  # the day on which the table was written
TRUSTED = "2028-11-22"  # until when whoever held an office then is taken to hold it still
FAR_OFF = "9999-12-31"
WORD = re.compile(r"[a-z0-9]+")
VOWELS = re.compile(r"[aeiou]+")
MARKS = re.compile(r"['\"’`.]")
CODE = re.compile(r"[A-Z]{2}")
PARTS = re.compile(r", | and | \(.*")
CALLED = re.compile(r"\b(?:secretary|defense|pm)\b")
ALIKE = {"secretary": "minister", "defense": "defence", "pm": "prime minister"}
SURNAME_FIRST = frozenset("CN HK KP KR MO TW VN".split())
# Members of houses, judges, heads of towns and provinces, and central banks: they do not speak for their state; a
# party does where it is the only one.
ON_THEIR_OWN = re.compile(
    r"\b(?:senat\w+|congress\w*|lawmaker|legislator|mp|mep|speaker|opposition|majority|minority|whip|parliament"
    r"|member of (?!the (?:government|presidency|cabinet))|house of|assembly|knesset|bundestag|duma|mayor|judge|court"
    r"|(?<!communist )(?<!workers' )party|(?:chief|associate) justice|candidate|governor|central bank|bank of"
    r"|federal reserve|first minister of|chief minister|premier of|president-elect)\b",
    re.IGNORECASE,
)
DEALING = re.compile(r"\b(?:minister|secretary|envoy|representative|negotiator|vice president)\b")
LEADERS = re.compile(
    r"^(?:acting |interim |transitional |caretaker |communist party )?(?:president(?! of the (?:senate|court|council))"
    r"|prime minister|premier|(?:federal )?chancellor(?! of the exchequer)|king|queen|emir|sultan|pope|supreme leader"
    r"|taoiseach|foreign (?:minister|secretary)|(?:federal )?minister (?:of|for) (?:foreign|external) affairs"
    r"|secretary of state|external affairs minister|secretary[- ]general(?! of the (?:national|external))"
    r"|general secretary|(?:european )?(?:commission|council) president|high representative|head of state$"
    r"|paramount leader|leader(?=$| \()|chief executive|crown prince)\b(?!'s)",
    re.IGNORECASE,
)
HEADS = re.compile(  # of bodies
    r"^(?:acting )?(?:leader|head|political bureau chief|chair(?:man|person|woman)?|(?:commission |council )?president"
    r"|(?:managing |executive )?director(?:[- ]general)?|high commissioner|secretary[- ]general)(?=$| \(|,)",
    re.IGNORECASE,
)
LONG = 6  # letters of a surname that tell it in another spelling


class FullName(NamedTuple):
    """A name as it compares. `key` finds it; where it has one word only, `key` is empty."""

    words: tuple[str, ...]
    suffix: str
    key: str


@lru_cache(maxsize=8192)
def full_name(name: str) -> FullName:
    """'Dr. Mohammed al-Kolt' and 'Muhammad Kolt' have one key."""
    words = WORD.findall(MARKS.sub("", anyascii(name)).lower())
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    kept = (*(word for word in words[:-1] if word not in LOWER_PARTS), *words[-1:])
    if len(kept) < 2:
        return FullName(kept, suffix, "")
    given = sound(kept[0])
    skeleton = VOWELS.sub("", given)
    return FullName(kept, suffix, f"{skeleton if len(skeleton) > 2 else given} {sound(kept[-1])}")


def _alike(one: FullName, other: FullName) -> bool:
    """Of two names of one key, whether what stands in the middle can be one person's: 'Ana M.' and 'Ana Maria Kolt'."""
    if one.suffix != other.suffix:
        return False
    short, long = sorted((one.words[1:-1], other.words[1:-1]), key=len)
    return all(any(sound(a) == sound(b) or a[0] == b == b[0] or b[0] == a for b in long) for a in short)


def as_compared(title: str) -> str:
    """A 'Defense Secretary' is a defence minister."""
    return CALLED.sub(lambda found: ALIKE[found[0]], title.lower())


@dataclass(frozen=True, slots=True)
class Tenure:
    """`name` held `office` of `of` (an ISO code, or a body by name) from `since` to `until`: years or months.

    `until` is empty where nobody knew of an end when the table was written.
    """

    name: str
    others: tuple[str, ...]
    of: str
    office: str
    since: str
    until: str

    @property
    def state(self) -> str | None:
        """The code of the state or union of states; null for a body."""
        return self.of if CODE.fullmatch(self.of) else None

    @property
    def party(self) -> str | None:
        """For whom the holder speaks; null for a member of a house, a judge, the head of a town."""
        if self.state is None:
            return self.of
        return None if ON_THEIR_OWN.search(self.office) else gazetteer().states.get(self.of)

    @property
    def leads(self) -> bool:
        """Whether it is an office whose holder goes by the surname alone."""
        of_a_body = self.state is None and HEADS.search(self.office)
        return self.party is not None and bool(of_a_body or LEADERS.search(self.office))

    @property
    def titles(self) -> frozenset[str]:
        """'prime minister' and 'minister of fisheries' of 'Prime Minister, Minister of Fisheries (second term)'."""
        return frozenset(as_compared(part) for part in PARTS.split(self.office) if part)

    @property
    def in_short(self) -> frozenset[str]:
        """The single words that the holder goes by."""
        names = [full_name(name).words for name in (self.name, *self.others)]
        first = {words[0] for words in names if words and self.of in SURNAME_FIRST}
        return frozenset(first | {words[-1] for words in names if words})

    def told_in_short(self) -> str:
        """'foreign minister of Norland since 2031'."""
        of = gazetteer().states.get(self.of, self.of)
        when = f"since {self.since}" if not self.until else f"{self.since} to {self.until}"
        return f"{self.office}, {when}" if of.lower() in self.office.lower() else f"{self.office} of {of}, {when}"

    def covers(self, first: str, last: str) -> tuple[bool, bool]:
        """Whether the office was surely held on these days (`YYYY-MM-DD`), and whether it may have been."""
        since, until = bounds(self.since), bounds(self.until) if self.until else (TRUSTED, TRUSTED)
        if since is None or until is None:
            return False, False
        return since[1] <= first and last < until[0], since[0] <= first and last <= until[1]


@dataclass(frozen=True)
class Offices:
    """The table, found by full names and by single words."""

    tenures: tuple[Tenure, ...] = ()

    @cached_property
    def key(self) -> str:
        """A hash of the table, which a reading's key takes in."""
        return identity("offices", *map(repr, self.tenures))

    def on(self, day: str | None) -> Incumbents:
        """Who held what on a day (EDTF), or on one that is not known."""
        return Incumbents(self, day)

    def borne_by(self, name: FullName) -> Iterator[Tenure]:
        for one in self._by_name.get(name.key, ()) if name.key else ():
            others = (full_name(other) for other in (one.name, *one.others))
            if any(name.key == other.key and _alike(name, other) for other in others):
                yield one

    def called(self, word: str) -> Iterator[Tenure]:
        """Leaders who go by a word; by a long one otherwise transliterated too. Others who deal with states, if nobody
        else in the table is called so."""
        called = self._in_short.get(sound(word), ())
        alone = len({one.name for one in called}) == 1
        known = (one for one in called if one.leads or (alone and DEALING.search(one.office)))
        return (one for one in known if len(word) >= LONG or word in one.in_short)

    @cached_property
    def _by_name(self) -> dict[str, list[Tenure]]:
        found: defaultdict[str, list[Tenure]] = defaultdict(list)
        for one in self.tenures:
            for key in sorted({full_name(name).key for name in (one.name, *one.others)} - {""}):
                found[key].append(one)
        return found

    @cached_property
    def _in_short(self) -> dict[str, list[Tenure]]:
        found: defaultdict[str, list[Tenure]] = defaultdict(list)
        for one in self.tenures:
            for key in sorted({sound(word) for word in one.in_short}):
                found[key].append(one)
        return found


@dataclass(frozen=True, slots=True)
class Incumbents:
    """Who holds which office on a day."""

    offices: Offices = Offices()
    day: str | None = None

    def in_office(self, name: str) -> Tenure | None:
        """The office by which the bearer of a full name speaks for somebody; null where two may be meant.

        Without a day only where no other office of his, or of his namesakes, was for anybody else.
        """
        return self._only(list(self.offices.borne_by(full_name(name))))

    def titled(self, name: str, titles: Collection[str]) -> Tenure | None:
        """The office that the bearer of a full name held, on whatever day, under one of these titles."""
        told = {as_compared(title) for title in titles}
        held = [one for one in self.offices.borne_by(full_name(name)) if told & one.titles]
        return held[-1] if held and len({one.party for one in held}) == 1 and held[-1].party else None

    def leading(self, name: str, is_told: Callable[[Tenure], bool] = lambda one: True) -> Tenure | None:
        """Who leads a state or body, or its foreign affairs, and goes by this one word; null where two may be meant.

        `is_told` says of which states and bodies there is talk.
        """
        words = full_name(name).words
        if len(words) != 1 or self.day is None:
            return None
        return self._only([one for one in self.offices.called(words[0]) if is_told(one)])

    def is_spelt(self, word: str, told: Set[str]) -> bool:
        """Whether one word is, letter by letter, the name by which the leader of one of these states goes.

        `told` are codes. Who leads a body, or is a whip in a house, goes by a name that may be any body's too.
        """
        found = self.leading(word, lambda one: one.state in told)
        return found is not None and word.lower() in found.in_short

    def _only(self, known: Sequence[Tenure]) -> Tenure | None:
        """The one of the tenures that tells for whom their holders speak, if they do not differ."""
        days = bounds(self.day)
        of_each: defaultdict[str, list[Tenure]] = defaultdict(list)
        for one in known:
            of_each[one.name].append(one)
        possible = [one for same in of_each.values() for one in (_held(same, *days) if days else same)]
        told = {one.party for one in possible}
        if len(told) != 1 or None in told:
            return None
        return max(possible, key=lambda one: (one.leads, one.since, one.office))


def _held(tenures: Sequence[Tenure], first: str, last: str) -> list[Tenure]:
    """Which of one person's offices were held on the days: those that surely were, or else that may have been.

    A minister may sit in a house too, or lead a party.
    """
    covers = [(one, *one.covers(first, last)) for one in tenures if one.party is not None]
    held = [one for one, surely, _ in covers if surely] or [one for one, _, perhaps in covers if perhaps]
    return [one for one in held if one.state is not None] or held


NOT_KNOWN = Incumbents()


def parse(lines: Iterable[str]) -> Offices:
    """A table as it stands in a file: name, other names (parted by ;), whose, office, since, until, parted by tabs.

    Raises ValueError, which tells the line, where a row has other columns, no name, or dates out of order.
    """
    tenures: list[Tenure] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.rstrip("\n").split("\t")]
        columns += [""] * (6 - len(columns))
        name, others, of, office, since, until = columns[:6]
        start, end = bounds(since), bounds(until) if until else (FAR_OFF, FAR_OFF)
        if len(columns) > 6 or not (name and of and office) or start is None or end is None or start[0] > end[1]:
            raise ValueError(f"line {number} of the table of offices is no tenure: {line.strip()!r}")
        told = tuple(part.strip() for part in others.split(";") if part.strip())
        place = gazetteer().find(of)
        code = place.code if place is not None and place.kind in ("state", "union") else of
        tenures.append(Tenure(name, told, code, office, since, until))
    return Offices(tuple(tenures))


@lru_cache(maxsize=1)
def shipped() -> Offices:
    return parse(files(__package__).joinpath("offices.tsv").read_text(encoding="utf-8").splitlines())
