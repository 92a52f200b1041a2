"""Train the scorer of pronouns: python -m training.who.pronouns GUM_FOLDER

Softmax regression over the candidates of each pronoun (a mention-ranking model), fitted by gradient descent with a
Gaussian prior, on the genres of GUM that are not tested on. Each pronoun is scored as if those before it were resolved
rightly. Prints the share of pronouns resolved, in training and on the other genres.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from onrecord.evaluation.actors import GENRES
from onrecord.evaluation.gum import Document, read_gum
from onrecord.reading.who.mentioning.mentions import Mentions
from onrecord.reading.who.mentioning.pronouns import FEATURES, GENDER, features
from onrecord.reading.who.naming.entities import gather
from onrecord.reading.who.naming.names import find_names
from onrecord.reading.who.wording.words import cut, inside, numbered

OUT = Path(__file__).parents[2] / "src/onrecord/reading/who/mentioning/pronouns.json"
PRIORS = {"one": 1.0, "many": 4.0}
# What news does and the genres trained on hardly do: it quotes somebody, then says "he added". The weights of these
# start here, not at nothing, and are held fast.
NEWS = {
    "spoke lately, and the pronoun speaks": 1.5,
    "spoke in the sentence before": 1.0,
    "quoted, the pronoun not": -1.0,
    "by name, opens the paragraph": 2.0,
}
HELD = 20.0
OWNING = np.array([name.startswith("possessive") for name in FEATURES])
STEPS, RATE = 3000, 0.2


@dataclass
class Case:
    """One pronoun: its candidates' features, and which candidates are right; `owns` marks "its" and "their"."""

    kind: str
    rows: np.ndarray
    right: np.ndarray
    owns: bool = False


@dataclass
class Taught(Mentions):
    """Mentions whose pronouns are resolved by the gold chains; what the scorer would have seen is kept."""

    chains: dict[int, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    cases: list[Case] = field(default_factory=list)

    def meant_by(self, word: str, at: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
        chain = self.chains.get(self.cast.words.starts[at])
        candidates = self.candidates(word, at)
        right = [chain is not None and chain in self.chains_of(one.number) for one in candidates]
        if any(right) and not all(right):
            kind = "one" if GENDER[word] in ("m", "f") else "many"
            owns = self.cast.words.lower[at] in ("its", "their")
            self.cases.append(Case(kind, np.array([features(one) for one in candidates]), np.array(right), owns))
        return next((((one.number,), (1.0,)) for one, yes in zip(candidates, right, strict=True) if yes), ((), ()))

    def chains_of(self, entity: int) -> set[str]:
        words = self.cast.words
        starts = [words.starts[at] for first, end in self.cast.entities[entity].mentions for at in range(first, end)]
        return {self.chains[start] for start in starts if start in self.chains}


def cases(document: Document) -> Iterator[Case]:
    words = cut(document.page.text)
    paragraph_of = numbered(words, document.page.paragraphs)
    sentence_of = numbered(words, document.page.sentences)
    cast = gather(words, find_names(words, document.names()), paragraph_of, sentence_of)
    taught = Taught(document.page, cast, sentence_of, paragraph_of, inside(words, document.page.quotations))
    taught.chains, taught.told = document.chain_of(), document.told()
    taught.listen()
    for at, word in enumerate(words.lower):
        if word in ("they", "it", "their", "its"):
            taught.meant_by({"their": "they", "its": "it"}.get(word, word), at)
    yield from taught.cases


def fit(some: list[Case], centre: np.ndarray, strength: float, free: np.ndarray) -> np.ndarray:
    """Weights that stay near `centre`, the more so the stronger the prior; only those in `free` are moved at all."""
    weights = centre.copy()
    prior = np.array([HELD if name in NEWS else strength for name in FEATURES])
    for _ in range(STEPS):
        slope = prior * (centre - weights)
        for case in some:
            scores = case.rows @ weights
            odds = np.exp(scores - scores.max())
            share = odds / odds.sum()
            good = share * case.right
            slope += (good / good.sum() - share) @ case.rows
        weights += RATE * free * slope / len(some)
    return weights


def right_share(some: list[Case], weights: np.ndarray) -> float:
    return float(np.mean([case.right[int(np.argmax(case.rows @ weights))] for case in some]))


def main() -> None:
    documents = list(read_gum(Path(sys.argv[1])))
    train = [case for one in documents if one.genre not in GENRES for case in cases(one)]
    other = [case for one in documents if one.genre in GENRES for case in cases(one)]
    table: dict[str, dict[str, float]] = {}
    centre = np.array([NEWS.get(name, 0.0) for name in FEATURES])
    for kind in ("one", "many"):
        some, rest = [c for c in train if c.kind == kind], [c for c in other if c.kind == kind]
        # Few pronouns stand for several or a body, so their weights stay near those for one.
        # What only possessives have is learnt last, beside all else as it is: they are many, and go by other rules.
        weights = centre = fit([c for c in some if not c.owns], centre, PRIORS[kind], ~OWNING)
        weights = fit(some, weights, 1.0, OWNING)
        table[kind] = {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}
        print(kind, len(some), f"{right_share(some, weights):.3f}", len(rest), f"{right_share(rest, weights):.3f}")
    trained_on = sorted(one.name for one in documents if one.genre not in GENRES)
    origin = f"training/who/pronouns.py on GUM (CC BY 4.0), {len(trained_on)} documents, none of news or interviews"
    OUT.write_text(json.dumps({"origin": origin, "weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
