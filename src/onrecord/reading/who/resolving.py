"""Whose words each passage gives: the front door of "who"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.model import Actor, ActorRef, Candidate, Span, Spans
from onrecord.reading.page import Page, Turn
from onrecord.reading.who.behalf.parties import Parties
from onrecord.reading.who.gazetteer.incumbents import NOT_KNOWN, Incumbents
from onrecord.reading.who.handed import Handing, joint, once
from onrecord.reading.who.holding.roles import is_role
from onrecord.reading.who.mentioning.mentions import Mentions, may_be
from onrecord.reading.who.mentioning.pronouns import GENDER, choose
from onrecord.reading.who.mentioning.subjects import whose_by
from onrecord.reading.who.naming.entities import Cast, Entity, gather
from onrecord.reading.who.naming.names import POSSESSIVE, NameSpan, find_names
from onrecord.reading.who.passages import PassageLike, Resolved, SourceReading, place_of
from onrecord.reading.who.sourcing.elsewhere import Elsewhere
from onrecord.reading.who.sourcing.labels import Labels
from onrecord.reading.who.sourcing.papers import Papers
from onrecord.reading.who.sourcing.sources import FIRST_PERSON, NOBODY, Meant, Sources
from onrecord.reading.who.sourcing.speaking import IN_FORCE, Last, Speaking
from onrecord.reading.who.sourcing.speeches import is_address, is_open, speech
from onrecord.reading.who.sourcing.tags import tag_after
from onrecord.reading.who.sourcing.together import SCORE as SEVERAL
from onrecord.reading.who.sourcing.together import members, pair_before
from onrecord.reading.who.wording.nominals import nominal_at
from onrecord.reading.who.wording.nouns import BODIES, FAMILY, singular
from onrecord.reading.who.wording.words import cut, inside, marked, numbered

SENTENCES = 3  # within which he does
OF_OFFICE = frozenset("ruler minister envoy official mayor chief".split())
LATELY = 8  # passages
SINGLE = frozenset(("he", "she"))
QUESTIONS = frozenset(("question", "questions"))
SPEAKERS = SINGLE | {"it", "they"}


def resolve(
    page: Page,
    names: Sequence[NameSpan],
    passages: Sequence[PassageLike],
    *,
    report: str = "",
    home: str | None = None,
    incumbents: Incumbents = NOT_KNOWN,
) -> Resolved:
    """Finds the actors of a page and the speaker of each passage.

    `names` is what a tagger found; names of states, surnames of people named in full, and people after a title are
    found without it. `report` is the report's id: unnamed sources of two reports are never one.
    `home` is the code of the state whose government the outlet need not name.
    `incumbents` tells who held which office on the day of the report.
    """
    asked = resolver(page, names, passages, report=report, home=home, incumbents=incumbents)
    return asked.resolve() if asked is not None else Resolved((), tuple(SourceReading() for _ in passages))


def resolver(
    page: Page,
    names: Sequence[NameSpan],
    passages: Sequence[PassageLike],
    *,
    report: str = "",
    home: str | None = None,
    incumbents: Incumbents = NOT_KNOWN,
) -> Resolver | None:
    """As `resolve`, before it is asked; null for a page without a word. What the scorers of who learn from."""
    words = cut(page.text)
    if not words.words:
        return None
    sentence_of = numbered(words, page.sentences)
    paragraph_of = numbered(words, page.paragraphs)
    found = find_names(words, names, lambda word, told: incumbents.is_spelt(word, told | {home or ""}))
    cast = gather(words, found, paragraph_of, sentence_of)
    sourced = marked(words, [span for passage in passages for span in passage.source])
    mentions = Mentions(page, cast, sentence_of, paragraph_of, inside(words, page.quotations), sourced)
    mentions.listen()
    parties = Parties(cast, sentence_of, whose_by(mentions), home, incumbents)
    return Resolver(page, mentions, Sources(mentions), parties, passages, report)


@dataclass
class Resolver:
    """`resolve` is the only question. `speaks` makes the scorer that tells who a pronoun is where it speaks."""

    page: Page
    mentions: Mentions
    sources: Sources
    parties: Parties
    passages: Sequence[PassageLike]
    report: str
    speaks: Callable[[Mentions, Sequence[bool]], Speaking] = Speaking
    meant: dict[int, list[Meant]] = field(default_factory=dict)
    speaking: set[int] = field(default_factory=set)
    spoken: list[int] = field(default_factory=list)
    tags: dict[int, tuple[Spans, Spans]] = field(default_factory=dict)

    @property
    def cast(self) -> Cast:
        return self.mentions.cast

    @cached_property
    def elsewhere(self) -> Elsewhere:
        return Elsewhere(self.mentions)

    @cached_property
    def handing(self) -> Handing:
        return Handing(self.cast, self.parties, self.report)

    @cached_property
    def speech(self) -> tuple[int, int] | None:
        return speech(self.mentions)

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.sources)

    @cached_property
    def papers(self) -> Papers:
        return Papers(self.mentions, self.sources)

    @cached_property
    def turns(self) -> dict[Span, Turn]:
        return {turn.label: turn for turn in self.page.turns}

    def resolve(self) -> Resolved:
        before: int | None = None
        for number in sorted(range(len(self.passages)), key=lambda n: (place_of(self.passages[n]), n)):
            self.meant[number] = self._speakers(number, before)
            self.speaking.update(entity for part in self.meant[number] for entity in part.of)
            if self.passages[number].within is None and not self._is_a_question(number):
                before = number
                self.spoken.append(number)
        readings = tuple(self._with_tag(number) for number in range(len(self.passages)))
        together = {r.speaker.id: r.speaker for r in readings if r.speaker is not None and len(r.speakers) > 1}
        actors = [
            *self.handing.actors(self.speaking),
            *(Actor(ref.id, ref.name, ref.type) for ref in together.values()),
        ]
        return Resolved(once(actors), readings)

    def _is_a_question(self, number: int) -> bool:
        """'Replying to a [question] by a deckhand whether she would row': who answers it goes on."""
        passage, words = self.passages[number], self.cast.words
        at = words.range(passage.cue[0])[0] if passage.cue and passage.source else 0
        noun = bool(at) and (words.words[at - 1] in POSSESSIVE or passage.cue[0] < passage.source[0])
        return noun and words.lower[at] in QUESTIONS

    def _speakers(self, number: int, before: int | None) -> list[Meant]:
        passage = self.passages[number]
        if not passage.source:
            return self._tagged(number, before) or self._in_force(passage, before)
        turn = self.turns.get(passage.source[0])
        if turn is not None:
            return self.labels.speaker(turn)
        first, end = self.cast.words.range(Span(passage.source[0].start, passage.source[0].end))
        if end <= first:
            return []
        word = self.cast.words.words[first]
        if end - first == 1 and word != "US" and word.lower() in FIRST_PERSON:
            return self._of_the_speech(first) or self._of_the_quotation(number, before)
        if is_address(self.cast.words.lower[first:end]):
            return self._of_the_speech(first) or (self.meant[before] if before is not None else [])
        if before is not None and end - first == 1 and word.lower() == "they" and self._go_on_together(first, before):
            return self.meant[before]
        if end - first == 1 and passage.within is None and (several := self._by_pronoun(first, number, before)):
            return several
        meant = self.sources.meant(first, end)
        lately = self._one(before) if before is not None else None
        if (maker := self.papers.maker(first, end, meant, lately)) is not None:
            return maker
        if before is not None and self._is_a_text(first, meant):
            return self._before_outlets(before)
        if before is not None and self._has_the_floor(first, end, before, meant):
            return self.meant[before]
        # "The mayor told us", says Norr: whoever speaks does not speak of herself so.
        earlier = self.meant[before] if before is not None and passage.within is None else []
        bearer = self.elsewhere.named(first, end, meant, earlier)
        return [bearer] if bearer is not None else meant

    def _has_the_floor(self, first: int, end: int, before: int, meant: list[Meant]) -> bool:
        """'The minister added': who spoke last, if a minister, though other ministers were told of since.

        'The official' is anyone who holds an office; 'the diplomat' whoever of those who may be meant spoke last.
        """
        one, words = self._one(before), self.cast.words.lower[first:end]
        if one is None or len(words) != 2 or words[0] != "the":
            return False
        if len(meant) == 1 and len(meant[0].of) > 1 and one.number in meant[0].of and one.kind == "person":
            return True
        heads = {self.cast.words.lower[role.head] for role in self.mentions.roles_of(one) if not role.former}
        holds = any(OF_OFFICE & set(FAMILY.get(head, ())) for head in heads)
        return words[1] in heads or (words[1] == "official" and one.kind == "person" and holds)

    def _one(self, number: int) -> Entity | None:
        """Who alone a passage is by."""
        meant = self.meant[number]
        return self.cast.entities[meant[0].of[0]] if len(meant) == 1 and len(meant[0].of) == 1 else None

    def _by_pronoun(self, at: int, number: int, before: int | None) -> list[Meant]:
        """Who a pronoun is where it speaks: whoever spoke goes on, or else who is likeliest; of 'they' all of them."""
        word, cast = self.cast.words.lower[at], self.cast
        if word not in SPEAKERS or cast.name_at[at] >= 0:
            return []
        one = self._one(before) if before is not None else None
        goes_on = before is not None and self._goes_on_speaking(at, before)
        last = Last(one.number, goes_on) if one is not None else None
        said = [cast.words.range(span) for span in self.passages[number].content]
        if word in SINGLE:
            return [Meant(*self.speaks(self.mentions, self.ascribed).meant(word, at, last, said))]
        if last is not None and goes_on:
            return [Meant((last.number,), (IN_FORCE,))]
        if word == "they" and (pair := pair_before(self.mentions, at)):
            return [Meant((one,), (SEVERAL,)) for one in pair]
        found = Meant(*choose(word, self.mentions.candidates(word, at, said)))
        told = self.cast.entities[found.of[0]].mentions if len(found.of) == 1 and word == "they" else []
        return [Meant((one,), (SEVERAL,)) for one in members(self.mentions, told, at)] or [found]

    def _goes_on_speaking(self, pronoun: int, before: int) -> bool:
        """'"Never," Drach said. Kolt was not there. "Not today," he added.': whoever spoke before goes on.

        Not where anybody else whom the pronoun fits is told of in between, outside what is said.
        """
        words, speaker = self.cast.words, self._one(before)
        word = words.lower[pronoun]
        if word not in GENDER or speaker is None:
            return False
        if speaker.kind == "unnamed" and GENDER[word] in ("m", "f") and not is_role(speaker.head):
            return False
        end = max(span.end for spans in (self.passages[before].source, self.passages[before].content) for span in spans)
        start = words.range(Span(end, end))[0]
        near = self.mentions.sentence_of[pronoun] - self.mentions.sentence_of[max(0, start - 1)] <= SENTENCES
        others = (one for one in self._told_of(start, pronoun) if one != speaker.number)
        return near and may_be(word, speaker) and not any(may_be(word, self.cast.entities[one]) for one in others)

    def _go_on_together(self, pronoun: int, before: int) -> bool:
        """'Norland and Velmora condemn the dam. They called it a folly.': both go on, if no others come in."""
        meant, passage = self.meant[before], self.passages[before]
        start = self.cast.words.range(Span(passage.source[0].end, passage.source[0].end))[0] if passage.source else 0
        near = self.mentions.sentence_of[pronoun] - self.mentions.sentence_of[max(0, start - 1)] <= SENTENCES
        speakers = {one for part in meant for one in part.of}
        return (
            len(meant) > 1
            and near
            and not any(
                may_be("they", self.cast.entities[one]) for one in self._told_of(start, pronoun) if one not in speakers
            )
        )

    def _told_of(self, start: int, end: int) -> Iterator[int]:
        """Whom the writer names between two words, outside quotations and what is ascribed."""
        for mention in self.mentions.between(start, end):
            if mention.kind != "pronoun" and not self.mentions.quoted[mention.first]:
                yield from mention.of if not self.ascribed[mention.first] else ()

    @cached_property
    def ascribed(self) -> list[bool]:
        return marked(self.cast.words, [span for passage in self.passages for span in passage.content])

    def _tagged(self, number: int, before: int | None) -> list[Meant]:
        """Whoever stands beside a verb of saying right after a quotation for which no source was marked."""
        passage, words = self.passages[number], self.cast.words
        if passage.cue or passage.within is not None or not passage.content or not self._quotes(passage):
            return []
        found = tag_after(words, words.range(Span(passage.content[-1].end, passage.content[-1].end))[0])
        if found is None or self.mentions.sourced[found[0][0]]:
            return []
        (first, end), cue = found
        pronoun = end - first == 1 and words.lower[first] in GENDER
        named = any(self.cast.name_at[at] >= 0 for at in range(first, end))
        if not pronoun and not named and nominal_at(words, self.cast.name_at, first, end) is None:
            return []
        self.tags[number] = (words.span(first, end),), (words.span(*cue),)
        several = self._by_pronoun(first, number, before) if pronoun else []
        return several or self.sources.meant(first, end)

    def _is_a_text(self, first: int, meant: list[Meant]) -> bool:
        """'The statement went on': whoever made it goes on."""
        if (
            self.cast.words.lower[first] not in ("the", "his", "her", "their")
            or len(meant) != 1
            or len(meant[0].of) != 1
        ):
            return False
        entity = self.cast.entities[meant[0].of[0]]
        if singular(self.cast.words.lower[first + 1]) or self.cast.words.lower[first + 1] in BODIES | {"judiciary"}:
            return False  # "the judiciary statement": whose it is stands in it
        return entity.kind == "unnamed" and entity.head in ("statement", "post", "tweet", "letter", "message", "memo")

    def _before_outlets(self, before: int) -> list[Meant]:
        """Who spoke last, but for an outlet, which reports of the statement."""
        for number in reversed(self.spoken[-LATELY:]):
            one = self._one(number)
            if self.meant[number] and not (one is not None and one.outlet):
                return self.meant[number]
        return self.meant[before]

    def _of_the_speech(self, at: int) -> list[Meant]:
        """Who gives the speech that the report has in full, where a word stands in it and in no quotation."""
        inside = self.speech is not None and at > self.speech[0] and not self.mentions.quoted[at]
        return [Meant((self.speech[1],), (IN_FORCE,))] if self.speech is not None and inside else []

    def _of_the_quotation(self, number: int, before: int | None) -> list[Meant]:
        """'I' and 'we' are the one whose words they stand in."""
        outer = self.passages[number].within
        if outer is not None and outer in self.meant:
            return self.meant[outer]
        source = self.passages[number].source[0]
        for other, passage in enumerate(self.passages):
            if other != number and any(part.covers(source) for part in passage.content):
                return self.meant.get(other, [])
        may_go_on = before is not None and (self._is_first_person(before) or is_open(self.cast.words, source.start))
        goes_on = before is not None and may_go_on and self._near(number, before)
        return self.meant[before] if before is not None and goes_on else []

    def _is_first_person(self, number: int) -> bool:
        """Whether a passage quotes, or its speaker says 'I' too: the writer's own 'I' is nobody's told of."""
        passage = self.passages[number]
        first, end = self.cast.words.range(passage.source[0]) if passage.source else (0, 0)
        alone = end - first == 1 and self.cast.words.lower[first] in FIRST_PERSON
        return alone or not passage.source or self._quotes(passage)

    def _in_force(self, passage: PassageLike, before: int | None) -> list[Meant]:
        """A quotation without a source goes on with the speaker of the one before it: in its paragraph, or the next."""
        if before is None or not passage.content:
            return []
        earlier, start = self.passages[before], passage.content[0].start
        if passage.cue:
            follows = self.page.sentence_at(passage.cue[0].start) == self.page.sentence_at(place_of(earlier))
            return self.meant[before] if follows and self._goes_on(passage.cue[0]) else []
        if not self._quotes(passage):
            return []
        apart = self.page.paragraph_at(start) - self.page.paragraph_at(max(part.start for part in earlier.content))
        goes_on = self._quotes(earlier) or self._bears_out(passage, earlier)
        return self.meant[before] if 0 <= apart <= 1 and goes_on else []

    def _bears_out(self, passage: PassageLike, earlier: PassageLike) -> bool:
        """'Kolt added that the lock was shut. "You will not get through."': words that open the very next sentence."""
        start = passage.content[0].start
        here, told = self.page.sentence_at(start), earlier.source + earlier.cue + earlier.content
        opens = self.page.sentences[here].start == start
        return bool(earlier.cue) and opens and self.page.sentence_at(max(part.end for part in told) - 1) == here - 1

    def _goes_on(self, cue: Span) -> bool:
        """'..., adding that', '... and warned that': a cue that shares the source of the one before it."""
        first, _ = self.cast.words.range(cue)
        lower = self.cast.words.lower
        return lower[first].endswith("ing") or (first > 0 and lower[first - 1] in ("and", "but"))

    def _quotes(self, passage: PassageLike) -> bool:
        return any(quotation.overlaps(part) for part in passage.content for quotation in self.page.quotations)

    def _near(self, number: int, before: int) -> bool:
        place = self.page.paragraph_at(place_of(self.passages[number]))
        return place - self.page.paragraph_at(place_of(self.passages[before])) <= 1

    def _with_tag(self, number: int) -> SourceReading:
        reading = self._reading(number)
        if number not in self.tags:
            return reading
        source, cue = self.tags[number]
        return replace(reading, source=source, cue=cue)

    def _reading(self, number: int) -> SourceReading:
        meant = self.meant[number] or [NOBODY]
        relayed_by = self._relayed_by(number)
        if len(meant) == 1 and len(meant[0].of) != 1:
            return SourceReading(candidates=self._candidates(meant[0]), relayed_by=relayed_by)
        clear = [part for part in meant if len(part.of) == 1]
        entities = list(dict.fromkeys(part.of[0] for part in clear))
        refs = tuple(self.handing.ref(self.cast.entities[one]) for one in entities)
        told = {p.name if (p := self.parties.party_of(self.cast.entities[one])) else None for one in entities}
        party = told.pop() if len(told) == 1 else None
        score = min((part.scores[0] if part.scores else 1.0) for part in clear) if clear else 0.0
        if len(clear) < len(meant):
            return SourceReading(speakers=refs, relayed_by=relayed_by)
        speaker = refs[0] if len(refs) == 1 else joint(refs)
        if relayed_by is not None and relayed_by.id == speaker.id:
            relayed_by = None
        return SourceReading(speaker, refs, (), party, relayed_by, score)

    def _relayed_by(self, number: int) -> ActorRef | None:
        outer = self.passages[number].within
        meant = self.meant.get(outer, []) if outer is not None else []
        if not meant or any(len(part.of) != 1 for part in meant):
            return None
        refs = tuple(self.handing.ref(self.cast.entities[part.of[0]]) for part in meant)
        return refs[0] if len(refs) == 1 else joint(refs)

    def _candidates(self, meant: Meant) -> tuple[Candidate, ...]:
        scored = zip(meant.of, meant.scores, strict=False)
        refs = [(self.handing.ref(self.cast.entities[one]), score) for one, score in scored]
        return tuple(Candidate(ref.id, ref.name, score) for ref, score in refs)
