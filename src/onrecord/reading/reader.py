"""One report in, one reading out: the steps of reading, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from onrecord.codebook import Codebook, FieldFinder, Finder, on_its_field
from onrecord.codebook import load as load_codebook
from onrecord.model import (
    Actor,
    Condition,
    Date,
    Event,
    IssueHit,
    Reading,
    Report,
    Spans,
    Statement,
    identity,
    statement_id,
)
from onrecord.reading import asides
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.naming import tagged_names
from onrecord.reading.attribution.reading import Attribution, attributions
from onrecord.reading.attribution.tagger import Tagged, Tagger
from onrecord.reading.bearing import Bearing
from onrecord.reading.conditions import find_conditions
from onrecord.reading.language import language_of
from onrecord.reading.layout import lay_out
from onrecord.reading.page import Page
from onrecord.reading.proposals import answered, find_proposals
from onrecord.reading.quantities import find_quantities
from onrecord.reading.stances import Ear, Hear, Weights, judge, shipped, shipped_network
from onrecord.reading.when import counted_from, find_dates, find_occasions, infer_published, when_said
from onrecord.reading.who import SourceReading, resolve
from onrecord.reading.who.gazetteer.homes import home_of
from onrecord.reading.who.gazetteer.incumbents import Offices
from onrecord.reading.who.gazetteer.incumbents import shipped as shipped_offices
from onrecord.reading.who.naming.names import NameSpan
from onrecord.reading.who.resolving import Resolver, resolver
from onrecord.reading.who.sureness import sureness

READ = ("en", None)  # the languages that somebody here reads; a text too short to tell is tried


class Reader:
    """Reads reports. Pure: the same report gives the same reading, whatever was read before."""

    def __init__(
        self,
        tagger: Tagger,
        heads: Heads,
        codebook: Codebook,
        weights: Weights | None = None,
        ear: Ear | None = None,
        offices: Offices | None = None,
        bearing: Bearing | None = None,
    ) -> None:
        self._tagger = tagger
        self._heads = heads
        self._codebook = codebook
        self._weights = weights or shipped()
        self._ear = ear or shipped_network()
        self._bearing = bearing or Bearing()
        self._offices = shipped_offices() if offices is None else offices
        self._find_issues = FieldFinder(codebook) if codebook.parts else Finder(codebook)

    @cached_property
    def key(self) -> str:
        """Changes with the software, with the models, with the tables of asides and offices, and with the codebook."""
        models = (self._tagger.key, self._heads.key, self._weights.key, self._ear.key, self._bearing.key)
        return identity("reader", version("onrecord"), *models, asides.key(), self._offices.key, self._codebook.key)

    def __call__(self, report: Report) -> Reading:
        language = language_of(report.text, report.language)
        if language not in READ:
            return Reading(report=report.id, language=language, unread=f"language: {language}", title=report.title)
        page = lay_out(report.text, title=report.title)
        published, published_from, evidence = _published(report, page)
        tagged = self._tagger(page)
        names, found = self._attributed(page, tagged)
        home, incumbents = home_of(report.outlet, report.url), self._offices.on(published)
        who = resolve(page, names, [a.passage for a in found], report=report.id, home=home, incumbents=incumbents)
        dates = find_dates(page, counted_from(report.title, published))
        events = find_occasions(page, dates, published)
        statements = _dated(page, _without_echoes(_statements(report, found, who.readings)), dates, published, events)
        hits = on_its_field(self._find_issues(page.text), page.text)
        statements, conditions = _judged(page, statements, hits, who.actors, self._weights, self._ear.on(tagged))
        proposals = find_proposals(page, statements, hits, dates, who.actors, published)
        weigh = self._bearing.on(page, tagged, hits)
        return Reading(
            report=report.id,
            language=language,
            title=report.title or _printed_title(page),
            published=published,
            published_from=published_from,
            published_evidence=evidence,
            paragraphs=page.paragraphs,
            sentences=page.sentences,
            furniture=page.furniture,
            statements=tuple(map(weigh, answered(page, statements, proposals, hits))),
            dates=dates,
            quantities=find_quantities(page, dates),
            conditions=conditions,
            actors=who.actors,
            events=events,
            proposals=proposals,
        )

    def resolver(self, report: Report) -> Resolver | None:
        """Who is told of in a report, before it is asked who speaks: what the scorers of "who" learn from."""
        page = lay_out(report.text, title=report.title)
        names, found = self._attributed(page, self._tagger(page))
        home, incumbents = home_of(report.outlet, report.url), self._offices.on(_published(report, page)[0])
        return resolver(page, names, [a.passage for a in found], report=report.id, home=home, incumbents=incumbents)

    def _attributed(self, page: Page, tagged: Tagged) -> tuple[Sequence[NameSpan], Sequence[Attribution]]:
        return tagged_names(tagged), attributions(page, tagged, self._tagger, self._heads)


def load(codebook: str | Path = "auto") -> Reader:
    """The reader with the model that ships in the package, and a codebook by name or file."""
    return Reader(Tagger(), Heads(), load_codebook(codebook))


def _judged(
    page: Page,
    statements: tuple[Statement, ...],
    hits: Sequence[IssueHit],
    actors: Sequence[Actor],
    weights: Weights,
    hear: Hear,
) -> tuple[tuple[Statement, ...], tuple[Condition, ...]]:
    conditions = find_conditions(page, statements, hits, actors)
    judged = judge(page, statements, hits, conditions, actors, weights, hear)
    with_stance = (
        replace(statement, issues=one.issues, stance=one.stance, stances=one.stances)
        for statement, one in zip(statements, judged, strict=True)
    )
    return tuple(with_stance), conditions


def _published(report: Report, page: Page) -> tuple[str | None, str | None, Spans]:
    """The day as given, or else as the text shows it, marked so."""
    if report.published is not None:
        return report.published, report.published_from, ()
    inferred = infer_published(page)
    return (inferred[0], "text", inferred[1]) if inferred else (None, None, ())


def _printed_title(page: Page) -> str | None:
    return next((part.span.text(page.text) for part in page.furniture if part.kind == "title"), None)


def _statements(report: Report, found: Sequence[Attribution], who: Sequence[SourceReading]) -> tuple[Statement, ...]:
    plain = [_statement(report, attribution, reading) for attribution, reading in zip(found, who, strict=True)]
    return tuple(
        statement if a.passage.within is None else replace(statement, within=plain[a.passage.within].id)
        for statement, a in zip(plain, found, strict=True)
    )


def _without_echoes(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Leaves out what one says of one's own saying or wanting: "Norr said she hoped for a truce" is one statement.

    So is "Norr said Norland agreed", where Norr speaks for Norland.
    """
    by_id = {statement.id: statement for statement in statements}
    return tuple(one for one in statements if one.within is None or _is_another(one, by_id[one.within]))


def _is_another(inner: Statement, outer: Statement) -> bool:
    if inner.speaker is None or inner.speaker == outer.speaker:
        return False
    return inner.speaker.name != outer.party


def _statement(report: Report, attribution: Attribution, who: SourceReading) -> Statement:
    passage = attribution.passage
    source, cue = passage.source or who.source, passage.cue or who.cue
    return Statement(
        id=statement_id(report.id, source, cue, passage.content, passage.kind),
        source=source,
        cue=cue,
        content=passage.content,
        kind=passage.kind,
        type=attribution.type,
        confidence=attribution.confidence,
        speaker=who.speaker,
        speakers=who.speakers,
        candidates=who.candidates,
        party=who.party,
        relayed_by=who.relayed_by,
        speaker_confidence=sureness(who.speaker.type, who.score) if who.speaker is not None else None,
    )


def _dated(
    page: Page, statements: tuple[Statement, ...], dates: Sequence[Date], published: str | None, events: Sequence[Event]
) -> tuple[Statement, ...]:
    days = when_said(
        page,
        statements,
        dates,
        published,
        speakers=[s.speaker.name if s.speaker else None for s in statements],
        parties=[s.party for s in statements],
        events=events,
    )
    return tuple(
        replace(statement, said_on=value, said_on_evidence=evidence)
        for statement, (value, evidence) in zip(statements, days, strict=True)
    )
