"""A reader that takes no time, for the tests of what lies after reading: “curly quotes” with "NAME said" behind."""

from __future__ import annotations

import re

from onrecord.model import Actor, ActorRef, Reading, Report, Span, Statement, identity, statement_id

QUOTE = re.compile(r"(?P<content>“[^”]+”) (?:(?P<source>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>said))?")
LINE = re.compile(r"[^\n]+")


class QuickReader:
    key = "quick"

    def __call__(self, report: Report) -> Reading:
        if report.language == "fr":
            return Reading(report.id, language="fr", unread="language: fr")
        statements = tuple(self._statement(report, found) for found in QUOTE.finditer(report.text))
        refs = {one.speaker.id: one for one in statements if one.speaker}
        actors = tuple(
            Actor(one.speaker.id, one.speaker.name, one.speaker.type, party=one.party, mentions=one.source)
            for one in refs.values()
            if one.speaker
        )
        lines = tuple(Span(*line.span()) for line in LINE.finditer(report.text))
        return Reading(
            report.id, language="en", paragraphs=lines, sentences=lines, statements=statements, actors=actors
        )

    def _statement(self, report: Report, found: re.Match[str]) -> Statement:
        source, cue = ((Span(*found.span(name)),) if found[name] else () for name in ("source", "cue"))
        content = (Span(*found.span("content")),)
        name = found["source"]
        speaker = ActorRef(identity("actor", name), name, "person") if name else None
        return Statement(
            statement_id(report.id, source, cue, content, "direct"),
            source,
            cue,
            content,
            "direct",
            "assertion",
            0.9,
            speaker=speaker,
            speakers=(speaker,) if speaker else (),
            party="Keldavia" if name == "Ilmar Voss" else None,
            said_on=report.published,
        )


def load(codebook: str = "peace") -> QuickReader:
    return QuickReader()
