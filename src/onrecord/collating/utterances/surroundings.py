"""What stands around a wording in its report: the words next to it, and which of its own the report hardly has again.

Two reports that tell one saying in other words still tell the same around it; and a word that both have but once or
twice is what the saying is about, while one that both are full of is what the story is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.collating.utterances.words import WORD, read_word
from onrecord.model import Span

# "Mr. Voss" and "the U.S. offer" go on.
SENTENCE_END = re.compile(
    r"[.!?…](?<![A-Z]\.)(?<!\b[MD][rs]\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)(?<!\bSt\.)[\"”'’)\]]*\s+"
    r"(?=[\"“‘(`]*[A-Z])|\n+"
)
TELLING = 0.15
SPEAKING = 0.5
SELDOM = 2


Senses = frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A report's text by its words as printed, with what they mean: those that say much, and those that say something
    and stand there seldom; and where sentences may begin. `met` are the passages looked at before.
    """

    text: str
    speaking: Mapping[str, str]
    scarce: Mapping[str, str]
    ends: Sequence[int]
    met: dict[Span, Senses] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Surroundings:
        count: dict[str, int] = {}
        speaking: dict[str, str] = {}
        something: dict[str, str] = {}
        for word, often in Counter(WORD.findall(text)).items():
            for _, _, sense, weight in read_word(word):
                count[sense] = count.get(sense, 0) + often
                if weight > TELLING:
                    something[word] = sense
                    if weight >= SPEAKING:
                        speaking[word] = sense
        scarce = {word: sense for word, sense in something.items() if count[sense] <= SELDOM}
        return cls(text, speaking, scarce, sentence_ends(text))

    def of_wording(self, slices: Iterable[str], said: Span) -> tuple[Senses, Senses]:
        """Of its words those that the report has twice at the most; and which others say much around its statement: in
        its sentence, the one before and the one after.
        """
        own = {word for text in slices for word in WORD.findall(text)}
        around = sentences_around(said, self.ends)
        if around not in self.met:
            words = set(WORD.findall(self.text, *around))
            self.met[around] = frozenset([self.speaking[word] for word in words & self.speaking.keys()])
        return (
            frozenset([self.scarce[word] for word in own & self.scarce.keys()]),
            self.met[around].difference([self.speaking[word] for word in own & self.speaking.keys()]),
        )


def sentence_ends(text: str) -> Sequence[int]:
    """Where a sentence may begin, the text's start and end among them; sorted."""
    return [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]


def sentences_around(said: Span, ends: Sequence[int]) -> Span:
    """From the start of the sentence before to the end of the one after."""
    before, after = bisect_right(ends, said.start), bisect_left(ends, said.end)
    return Span(ends[max(0, before - 2)], ends[min(len(ends) - 1, after + 1)])
