"""How a wording differs from the base, word by word: each difference with its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onrecord.collating.utterances.likeness import tokens_of
from onrecord.collating.utterances.words import Token
from onrecord.model import Span, Spans
from onrecord.model.utterance import Variant, VariantKind, Wording

PERSONS = frozenset("i he she we they you me him her us them my his our their your it its this that".split())
# "May" and "must" for "will" change what is promised; these do not.
AUXILIARIES = frozenset("be have do will shall to that".split())
Difference = tuple[Sequence[Token], Sequence[Token]]


def variants(base: Wording, other: Wording) -> tuple[Variant, ...]:
    """The differences in the order of the base; one of punctuation alone where the words are the same."""
    ours, theirs = tokens_of(base), tokens_of(other)
    found = list(_differences(ours, theirs))
    if not found:
        same = _bare(base) == _bare(other)
        whole = Variant("punctuation", other.id, base.spans, _text(base), other.spans, _text(other))
        return () if same else (whole,)
    moved = _moved(found)
    return tuple(
        _variant("order" if number in moved else _kind(one, two), base, one, other, two)
        for number, (one, two) in enumerate(found)
    )


def _differences(ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Difference]:
    """Runs of words that differ; words that only mean the same ("cease", "stop") are among them."""
    aligned = SequenceMatcher(None, [one.sense for one in ours], [one.sense for one in theirs], autojunk=False)
    left: list[Token] = []
    right: list[Token] = []
    for how, i, j, k, m in aligned.get_opcodes():
        if how != "equal":
            left += ours[i:j]
            right += theirs[k:m]
            continue
        for one, two in zip(ours[i:j], theirs[k:m], strict=True):
            if _same(one, two):
                if left or right:
                    yield left, right
                    left, right = [], []
            else:
                left.append(one)
                right.append(two)
    if left or right:
        yield left, right


def _same(one: Token, two: Token) -> bool:
    return one.printed.lower().replace("’", "'") == two.printed.lower().replace("’", "'") or (
        one.stem == two.stem and (one.stem[:1].isdigit() or not one.printed or not two.printed)
    )


def _kind(left: Sequence[Token], right: Sequence[Token]) -> VariantKind:
    if not left:
        return "addition"
    if not right:
        return "omission"
    if {one.stem for one in left if one.stem[0].isdigit()} != {one.stem for one in right if one.stem[0].isdigit()}:
        return "number"
    if [one.stem for one in left] == [one.stem for one in right]:
        return "number" if all(map(_plural, left, right)) else "tense"
    a, b = ([one.stem for one in side if not _shifts(one)] for side in (left, right))
    return "tense" if a == b else "translation"


def _plural(one: Token, two: Token) -> bool:
    """Whether one is the other's plural: "issue" and "issues"; a verb cannot be told apart by its looks."""
    a, b = sorted((one.printed.lower(), two.printed.lower()), key=len)
    return a == b or b in (f"{a}s", f"{a}es", f"{a[:-1]}ies")


def _shifts(token: Token) -> bool:
    """Whether indirect speech shifts or adds this word: pronouns, auxiliaries."""
    return token.printed.lower() in PERSONS or token.stem in AUXILIARIES


def _moved(found: Sequence[Difference]) -> set[int]:
    """What is left out in one place and stands in another."""
    gone = {tuple(one.stem for one in left): n for n, (left, right) in enumerate(found) if left and not right}
    came = {tuple(one.stem for one in right): n for n, (left, right) in enumerate(found) if right and not left}
    both = gone.keys() & came.keys()
    return {numbers[words] for words in both for numbers in (gone, came)}


def _variant(
    kind: VariantKind, base: Wording, left: Sequence[Token], other: Wording, right: Sequence[Token]
) -> Variant:
    base_spans, base_text = _cut(base, left)
    spans, text = _cut(other, right)
    return Variant(kind, other.id, base_spans, base_text, spans, text)


def _cut(wording: Wording, words: Sequence[Token]) -> tuple[Spans, str]:
    """From the first of the words to the last, in each span of the wording."""
    spans, texts = [], []
    for span, text in zip(wording.spans, wording.slices, strict=True):
        here = [one for one in words if span.start <= one.start and one.end <= span.end and one.printed]
        if here:
            cut = Span(here[0].start, here[-1].end)
            spans.append(cut)
            texts.append(text[cut.start - span.start : cut.end - span.start])
    return tuple(spans), " … ".join(texts)


def _text(wording: Wording) -> str:
    return " … ".join(wording.slices)


def _bare(wording: Wording) -> str:
    """Without what opens and closes a quotation, which depends on the sentence around."""
    return _text(wording).strip("\"“”‘’'.,;:?! ").replace("’", "'")
