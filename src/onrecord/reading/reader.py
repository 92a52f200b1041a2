"""One report in, one reading out: the steps of reading, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from onrecord.codebook import Codebook, Finder
from onrecord.codebook import load as load_codebook
from onrecord.model import Reading, Report, Statement, identity, statement_id
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.naming import tagged_names
from onrecord.reading.attribution.reading import Attribution, attributions
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.conditions import find_conditions
from onrecord.reading.layout import lay_out
from onrecord.reading.quantities import find_quantities
from onrecord.reading.when import find_dates
from onrecord.reading.who import SourceReading, resolve


class Reader:
    """Reads reports. Pure: the same report gives the same reading, whatever was read before."""

    def __init__(self, tagger: Tagger, heads: Heads, codebook: Codebook) -> None:
        self._tagger = tagger
        self._heads = heads
        self._codebook = codebook
        self._find_issues = Finder(codebook)

    @cached_property
    def key(self) -> str:
        """Changes with the software, with the model and with the codebook."""
        return identity("reader", version("onrecord"), self._tagger.key, self._heads.key, self._codebook.key)

    def __call__(self, report: Report) -> Reading:
        page = lay_out(report.text, title=report.title)
        tagged = self._tagger(page)
        found = attributions(page, tagged, self._heads)
        who = resolve(page, tagged_names(tagged), [a.passage for a in found], report=report.id)
        dates = find_dates(page, report.published)
        hits = self._find_issues(page.text)
        statements = _statements(report, found, who.readings)
        return Reading(
            report=report.id,
            language=report.language,
            paragraphs=page.paragraphs,
            sentences=page.sentences,
            furniture=page.furniture,
            statements=statements,
            dates=dates,
            quantities=find_quantities(page, dates),
            conditions=find_conditions(page, statements, hits, who.actors),
            actors=who.actors,
        )


def load(codebook: str | Path = "peace") -> Reader:
    """The reader with the model that ships in the package, and a codebook by name or file."""
    return Reader(Tagger(), Heads(), load_codebook(codebook))


def _statements(report: Report, found: Sequence[Attribution], who: Sequence[SourceReading]) -> tuple[Statement, ...]:
    plain = [_statement(report, attribution, reading) for attribution, reading in zip(found, who, strict=True)]
    return tuple(
        statement if a.passage.within is None else replace(statement, within=plain[a.passage.within].id)
        for statement, a in zip(plain, found, strict=True)
    )


def _statement(report: Report, attribution: Attribution, who: SourceReading) -> Statement:
    passage = attribution.passage
    return Statement(
        id=statement_id(report.id, passage.source, passage.cue, passage.content, passage.kind),
        source=passage.source,
        cue=passage.cue,
        content=passage.content,
        kind=passage.kind,
        type=attribution.type,
        confidence=attribution.confidence,
        speaker=who.speaker,
        speakers=who.speakers,
        candidates=who.candidates,
        party=who.party,
        relayed_by=who.relayed_by,
    )
