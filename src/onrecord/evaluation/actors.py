"""Whether pronouns that are sources are resolved: on GUM's coreference chains, news and interviews.

The names are GUM's own proper names, as a faultless tagger would give them; everything else is what `resolve` makes of
the page. A pronoun counts as resolved where the speaker that we name is mentioned, by a name or a noun, in its chain.
Left out are pronouns whose chain holds nothing but pronouns, for nobody could name them, and those that mean no actor
("the banner: it said").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.gum import Document, read_gum
from onrecord.model import Span, Spans
from onrecord.reading.who import Resolved, resolve

GENRES = frozenset(("news", "interview"))
ACTORS = frozenset(("person", "organization", "place"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage of which only the source is asked."""

    source: Spans
    cue: Spans
    content: Spans = ()
    within: int | None = None


@dataclass(frozen=True, slots=True)
class ActorsScore:
    """Of `asked` pronouns, how many are `resolved`, left `open`, and how many `nearest` earlier person would get."""

    asked: int = 0
    resolved: int = 0
    open: int = 0
    nearest: int = 0
    slips: tuple[str, ...] = ()

    @property
    def accuracy(self) -> float:
        return round(self.resolved / self.asked, 4) if self.asked else 0.0

    @property
    def baseline(self) -> float:
        return round(self.nearest / self.asked, 4) if self.asked else 0.0


def score_actors(folder: Path, genres: frozenset[str] = GENRES) -> ActorsScore:
    """Reads the documents of these genres under a folder and scores their pronouns that are sources."""
    return score_documents(read_gum(folder, genres))


def score_documents(documents: Iterable[Document]) -> ActorsScore:
    asked = resolved = left_open = nearest = 0
    slips: list[str] = []
    for document in documents:
        for pronoun, chain, found, guess in _judged(document):
            asked += 1
            resolved += found == chain
            left_open += found is None
            nearest += guess == chain
            if found != chain:
                place = document.words[pronoun].span.start
                slips.append(f"{document.name} {place} {document.words[pronoun].form}: {found} for {chain}")
    return ActorsScore(asked, resolved, left_open, nearest, tuple(slips))


def _judged(document: Document) -> Iterator[tuple[int, str, str | None, str | None]]:
    """For each pronoun: its place, its chain, the chain that we name, and that of the nearest earlier person."""
    chains, told, kinds = document.chain_of(), document.told(), document.kinds()
    wanted = [
        (pronoun, verb, chain)
        for pronoun, verb in document.sources()
        if (chain := _chain(document, pronoun)) is not None and chain in told and kinds[chain] & ACTORS
    ]
    passages = [Asked((document.words[p].span,), (document.words[v].span,)) for p, v, _ in wanted]
    found = resolve(document.page, document.names(), passages, report=document.name)
    for (pronoun, _, chain), spans in zip(wanted, _mentions(found), strict=True):
        named = {chains[start] for span in spans for start in range(*span) if start in chains} if spans else set()
        yield pronoun, chain, chain if chain in named else min(named, default=None), _nearest(document, pronoun)


def _chain(document: Document, word: int) -> str | None:
    return next((one.chain for one in document.marked if one.first <= word < one.end and one.head == word), None)


def _mentions(found: Resolved) -> Iterator[Spans]:
    """The places where each passage's speaker is mentioned."""
    mentions = {actor.id: actor.mentions for actor in found.actors}
    for reading in found.readings:
        yield mentions.get(reading.speaker.id, ()) if reading.speaker is not None else ()


def _nearest(document: Document, word: int) -> str | None:
    """The chain of the nearest earlier person that is told by a name or a noun."""
    people = [
        one
        for one in document.marked
        if one.kind == "person" and one.end <= word and document.words[one.head].tag not in ("PRON", "DET")
    ]
    return max(people, key=lambda one: one.end).chain if people else None


def spans_of(found: Resolved) -> list[Span]:
    """All places of all actors, for tests of a whole page."""
    return [span for actor in found.actors for span in actor.mentions]
