"""One report in, one reading out: the steps of reading, in their order."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version

from onrecord.model import Reading, Report, Statement, identity, statement_id
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.reading import Attribution, attributions
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page


class Reader:
    """Reads reports. Pure: the same report gives the same reading, whatever was read before."""

    def __init__(self, tagger: Tagger, heads: Heads) -> None:
        self._tagger = tagger
        self._heads = heads

    @cached_property
    def key(self) -> str:
        """Changes with the software and with the model."""
        return identity("reader", version("onrecord"), self._tagger.key, self._heads.key)

    def __call__(self, report: Report) -> Reading:
        page = lay_out(report.text, title=report.title)
        tagged = self._tagger(page)
        found = attributions(page, tagged, self._heads)
        return Reading(
            report=report.id,
            language=report.language,
            paragraphs=page.paragraphs,
            sentences=page.sentences,
            furniture=page.furniture,
            statements=_statements(report, page, found),
        )


def load() -> Reader:
    """The reader with the model that ships in the package."""
    return Reader(Tagger(), Heads())


def _statements(report: Report, page: Page, found: list[Attribution]) -> tuple[Statement, ...]:
    ids = [statement_id(report.id, a.passage.source, a.passage.cue, a.passage.content, a.passage.kind) for a in found]
    return tuple(
        Statement(
            id=ids[place],
            source=a.passage.source,
            cue=a.passage.cue,
            content=a.passage.content,
            kind=a.passage.kind,
            type=a.type,
            confidence=a.confidence,
            within=None if a.passage.within is None else ids[a.passage.within],
        )
        for place, a in enumerate(found)
    )
