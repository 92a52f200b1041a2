"""`onrecord evaluate polnear DIR`: statements against PolNeAR gold: brat standoff in DIR/text and DIR/attributions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.attribution import Article, Score
from onrecord.model import Reading, Report, Span, Spans


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """An annotated attribution; all parts of a discontinuous or second content are one content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldArticle:
    name: str
    text: str
    passages: tuple[GoldPassage, ...]


def articles(folder: Path, annotator: str | None = None) -> Iterator[GoldArticle]:
    """The articles of one split, by name; of several annotators the first, or `annotator` where that one was at work.

    Raises FileNotFoundError where `folder` is no PolNeAR split.
    """
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise FileNotFoundError(f"{folder}: no text/*.txt in it; give the folder of one split, such as polnear/dev")
    for path in texts:
        by = {p.stem.rsplit("_", 1)[1]: p for p in (folder / "attributions").glob("*.ann") if _is_of(p, path)}
        if by:
            chosen = by.get(annotator or "", by[min(by)])
            yield GoldArticle(path.stem, path.read_bytes().decode("utf-8"), tuple(read_annotation(chosen)))


def _is_of(annotation: Path, text: Path) -> bool:
    return annotation.stem.rsplit("_", 1)[0] == text.stem


def read_annotation(path: Path) -> Iterator[GoldPassage]:
    """Brat standoff: `T` lines give spans, `E` lines join them. Attributions without a content are left out."""
    places: dict[str, Spans] = {}
    events: list[Sequence[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.match(r"T\d+\t", line):
            where = fields[1].split(" ", 1)[1]
            places[fields[0]] = tuple(sorted(Span(*map(int, pair.split())) for pair in where.split(";")))
        elif re.match(r"E\d+\t", line):
            events.append(fields[1].split()[1:])
    for event in events:
        roles: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
        for key, value in (argument.split(":", 1) for argument in event):
            role = re.sub(r"\d+$", "", key).lower()
            if role in roles:
                roles[role] += places.get(value, ())
        if roles["content"]:
            yield GoldPassage(**roles)


def score(folder: Path, read: Callable[[Report], Reading]) -> tuple[Score, Score]:
    """All articles of a split, by statements that stand in no other, and by all of them.

    PolNeAR marks no statement within another ("self-embedded" ones are left out), so the first is the one to compare.
    """
    outermost, everything = Score(), Score()
    for article in articles(folder):
        found = read(Report(article.text)).statements
        text = Article(article.text)
        outermost.add(text, article.passages, [s for s in found if s.within is None])
        everything.add(text, article.passages, found)
    return outermost, everything
