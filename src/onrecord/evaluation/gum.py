"""GUM's documents (CoNLL-U with entities and coreference chains), as pages with mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model import Span
from onrecord.reading.page import Page
from onrecord.reading.quotations import quotations
from onrecord.reading.who.naming.names import Label, NameSpan

BRACKET = re.compile(r"\((?P<open>\d+(?:\[[^\]]*\])?)-(?P<rest>[^()]*)(?P<close>\))?|(?P<end>\d+(?:\[[^\]]*\])?)\)")
LABELS: dict[str, Label] = {"person": "person", "organization": "organisation", "place": "place"}
PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
# Verbs whose subject is a source, where a clause or quotation follows or goes before.
SAYING = frozenset(
    """say tell add note announce claim state explain ask suggest believe think warn report argue insist admit know
    want hope call write feel deny confirm describe declare acknowledge express mention stress predict promise
    plan agree decide intend reply answer respond remark comment recall reveal testify conclude complain""".split()
)
ALWAYS = frozenset("say tell add note explain state announce claim".split())


@dataclass(frozen=True, slots=True)
class Word:
    """`head` is the place of its governor in the document's words, or -1."""

    span: Span
    form: str
    lemma: str
    tag: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: words `[first, end)`, its head word, its kind (person, place ...), and the chain it belongs to."""

    first: int
    end: int
    head: int
    kind: str
    chain: str


@dataclass
class Document:
    """A document of GUM. `sources` are the words that are pronouns and subjects of verbs of saying."""

    name: str
    page: Page
    words: list[Word] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)

    @property
    def genre(self) -> str:
        return self.name.split("_")[1]

    def names(self) -> list[NameSpan]:
        """The proper names among the mentions, as a faultless tagger would give them."""
        found: dict[Span, NameSpan] = {}
        for one in self.marked:
            if self.words[one.head].tag == "PROPN" and one.kind in LABELS:
                first, end = one.head, one.head + 1
                while first > one.first and (self.words[first - 1].tag == "PROPN" or self.words[first - 1].form == "-"):
                    first -= 1
                while end < one.end and self.words[end].tag == "PROPN":
                    end += 1
                span = Span(self.words[first].span.start, self.words[end - 1].span.end)
                found[span] = NameSpan(span, LABELS[one.kind])
        return sorted(found.values(), key=lambda name: name.span)

    def chain_of(self) -> dict[int, str]:
        """The chain of each word that heads a mention, or is a proper noun in it, by the word's first character.

        A word in several mentions counts for the innermost: 'Norland' in 'the envoy of Norland' is Norland.
        """
        chains: dict[int, str] = {}
        for one in sorted(self.marked, key=lambda mention: mention.first - mention.end):
            for at in range(one.first, one.end):
                if at == one.head or self.words[at].tag == "PROPN":
                    chains[self.words[at].span.start] = one.chain
        return chains

    def told(self) -> set[str]:
        """Chains that some mention names or describes: those that are more than pronouns."""
        return {one.chain for one in self.marked if self.words[one.head].tag not in ("PRON", "DET")}

    def kinds(self) -> dict[str, set[str]]:
        """What kinds of things each chain's mentions are marked as."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for one in self.marked:
            kinds[one.chain].add(one.kind)
        return kinds

    def sources(self) -> Iterator[tuple[int, int]]:
        """Pronouns that are sources, with their verbs: places in `words`."""
        governed: dict[int, set[str]] = defaultdict(set)
        for word in self.words:
            governed[word.head].add(word.relation.split(":")[0])
        for number, word in enumerate(self.words):
            if (
                word.form.lower() in PRONOUNS
                and not word.form.isupper()
                and word.relation.startswith("nsubj")
                and word.head >= 0
            ):
                verb = self.words[word.head]
                says = verb.lemma in SAYING and bool(governed[word.head] & {"ccomp", "parataxis"})
                if verb.lemma in ALWAYS or says:
                    yield number, word.head


def read_gum(folder: Path, genres: frozenset[str] | None = None) -> Iterator[Document]:
    """The documents of a folder, by name. Raises FileNotFoundError where there is none."""
    paths = sorted(folder.rglob("GUM_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"no GUM_*.conllu under {folder}")
    for path in paths:
        if genres is None or path.stem.split("_")[1] in genres:
            yield read_document(path.stem, path.read_text(encoding="utf-8"))


def read_document(name: str, conllu: str) -> Document:
    """One document of CoNLL-U; its text is its sentences, a line for each paragraph."""
    text, sentences, paragraphs, blocks = "", [], [], []
    for block in conllu.strip().split("\n\n"):
        lines = block.split("\n")
        printed = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        opens = any(line.startswith("# newpar") for line in lines) or not text
        text += ("\n" if opens and text else " " if text else "") + printed
        span = Span(len(text) - len(printed), len(text))
        sentences.append(span)
        if opens:
            paragraphs.append(span)
        else:
            paragraphs[-1] = Span(paragraphs[-1].start, span.end)
        blocks.append((span, [line.split("\t") for line in lines if not line.startswith("#")]))
    page = Page(text, tuple(paragraphs), tuple(sentences), quotations(text, tuple(paragraphs)))
    document = Document(name, page)
    _fill(document, blocks)
    return document


def _fill(document: Document, blocks: list[tuple[Span, list[list[str]]]]) -> None:
    open_: dict[str, list[tuple[int, str]]] = defaultdict(list)
    ends: list[tuple[int, int, str, str]] = []
    for span, rows in blocks:
        base, at = len(document.words), span.start
        for row in (row for row in rows if row[0].isdigit()):
            start = document.page.text.find(row[1], at, span.end)
            start = at if start < 0 else start
            at = min(start + len(row[1]), span.end)
            head = base + int(row[6]) - 1 if row[6] != "0" else -1
            number = len(document.words)
            document.words.append(Word(Span(start, at), row[1], row[2], row[3], row[7], head))
            for bracket in BRACKET.finditer(_entity(row[9])):
                if bracket["open"]:
                    open_[bracket["open"]].append((number, bracket["rest"].split("-")[0]))
                closed = bracket["end"] or (bracket["open"] if bracket["close"] else None)
                if closed and open_[closed]:
                    first, kind = open_[closed].pop()
                    ends.append((first, number + 1, kind, closed.split("[")[0]))
    for first, end, kind, chain in sorted(ends):
        document.marked.append(Marked(first, end, _head(document.words, first, end), kind, chain))


def _entity(misc: str) -> str:
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")


def _head(words: list[Word], first: int, end: int) -> int:
    """The word whose governor lies outside the mention."""
    return next((at for at in range(first, end) if not first <= words[at].head < end), end - 1)
