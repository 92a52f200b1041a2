"""A tiny reader of invented reports, and reports for it: one line, one statement.

    Ada Voss [person, Velmora] said on 2024-09-12: "We accept 30 days."
    Ada Voss [person, Velmora] and Boro Lind [person, Torland] said: "We accept 30 days."

"Velmora?" is a party that is only likely.

It is fast, pure and picklable, as the true one is, and knows nothing of language.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, Unpack

from onrecord.model import (
    Actor,
    ActorRef,
    ActorType,
    Condition,
    Date,
    PublishedFrom,
    Quantity,
    Reading,
    Report,
    Role,
    Span,
    Statement,
    identity,
    statement_id,
)
from onrecord.model.event import Event
from onrecord.model.jsonread import ACTOR_TYPES, one_of

_LINE = re.compile(
    r"(?P<name>[\w. ]+?) \[(?P<type>\w+)(?:, (?P<party>[\w ]+)(?P<likely>\?)?)?\]"
    r"(?: and (?P<other>[\w. ]+?) \[(?P<other_type>\w+)(?:, (?P<other_party>[\w ]+))?\])? (?P<cue>said|wants)"
    r"(?: on (?P<day>[\d-]+))?: (?P<content>\"[^\"\n]*\")"
)
_NUMBER = re.compile(r"(\d+) (km|days|percent)")


def load() -> FakeReader:
    return FakeReader()


@dataclass(frozen=True)
class FakeReader:
    key: str = "fake reader 1"

    def __call__(self, report: Report) -> Reading:
        _obey(report.text)
        found = [_statement(report, match) for match in _LINE.finditer(report.text)]
        return Reading(
            report=report.id,
            language=report.language or "en",
            unread="language: fr" if report.language == "fr" else None,
            title=report.text.split("\n", 1)[0][:40] or None,
            published=report.published or _first_day(report.text),
            published_from=report.published_from or ("text" if _first_day(report.text) else None),
            paragraphs=(Span(0, len(report.text)),),
            sentences=tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", report.text)),
            statements=tuple(statement for statement, _ in found),
            dates=tuple(
                Date((Span(*match.span()),), match[0]) for match in re.finditer(r"\d{4}-\d\d-\d\d", report.text)
            ),
            quantities=tuple(
                Quantity((Span(*match.span()),), float(match[1]), match[2]) for match in _NUMBER.finditer(report.text)
            ),
            conditions=tuple(
                Condition((Span(*match.span()),), (Span(*match.span(1)),), None, None, ("ceasefire",))
                for match in re.finditer(r"(provided) that[^\"\n]+", report.text)
            ),
            actors=_merged([actor for _, actors in found for actor in actors]),
            events=tuple(
                Event((Span(*match.span()),), "call", "2024-09-11", ())
                for match in re.finditer("phone call", report.text)
            ),
        )


def _obey(text: str) -> None:
    """What a reader may do to a worker: fail, die, dawdle."""
    if "RAISE" in text:
        raise ZeroDivisionError("the reader divides by zero")
    if "DIE" in text:
        os._exit(9)
    if "DAWDLE" in text:
        time.sleep(0.05)


def _first_day(text: str) -> str | None:
    found = re.search(r"\d{4}-\d\d-\d\d", text)
    return found and found[0]


def _statement(report: Report, match: re.Match[str]) -> tuple[Statement, list[Actor]]:
    actors = [_actor(match, "name", "type", "party"), *_others(match)]
    refs = tuple(one.ref() for one in actors)
    speaker = refs[0] if len(refs) == 1 else _joint(" and ".join(one.name for one in refs))
    parties = {one.party for one in actors}
    source = tuple(span for one in actors for span in one.mentions)
    cue, content = (Span(*match.span("cue")),), (Span(*match.span("content")),)
    statement = Statement(
        id=statement_id(report.id, source, cue, content, "direct"),
        source=source,
        cue=cue,
        content=content,
        kind="direct",
        type="assertion" if match["cue"] == "said" else "eventuality",
        confidence=0.93,
        speaker=speaker,
        speakers=refs if len(refs) > 1 else (),
        party=parties.pop() if len(parties) == 1 else None,
        said_on=match["day"],
        said_on_evidence=(Span(*match.span("day")),) if match["day"] else (),
        issues=("ceasefire",) if "accept" in match["content"] else (),
        stance="accepts" if "accept" in match["content"] else None,
        speaker_confidence=0.9,
    )
    return statement, actors


def _actor(match: re.Match[str], name: str, type_: str, party: str) -> Actor:
    kind: ActorType = one_of(match[type_], ACTOR_TYPES)
    printed, span = match[name].strip(), Span(*match.span(name))
    likely = name == "name" and bool(match["likely"])
    party_from = "as the report tells it" if likely else "apposition"
    id_ = identity("actor", kind, printed, match[party])
    return Actor(id_, printed, kind, match[party], party_from, (Role("envoy", (span,)),), (span,), likely)


def _others(match: re.Match[str]) -> list[Actor]:
    return [_actor(match, "other", "other_type", "other_party")] if match["other"] else []


def _joint(name: str) -> ActorRef:
    return ActorRef(identity("actor", "group", name, None), name, "group")


def _merged(actors: list[Actor]) -> tuple[Actor, ...]:
    by_id: dict[str, Actor] = {}
    for one in actors:
        known = by_id.get(one.id)
        mentions = (*known.mentions, *one.mentions) if known else one.mentions
        by_id[one.id] = replace(one, mentions=mentions)
    return tuple(by_id.values())


def said(
    name: str, content: str, *, party: str | None = "Velmora", day: str | None = None, type_: str = "person"
) -> str:
    """One line that the fake reader takes for a statement."""
    whose = f"{type_}, {party}" if party else type_
    return f'{name} [{whose}] said{f" on {day}" if day else ""}: "{content}"'


class Fields(TypedDict, total=False):
    """What else is given of a report."""

    title: str
    outlet: str
    author: str
    url: str
    language: str
    published: str
    published_from: PublishedFrom
    path: str
    line: int


def report(*lines: str, **fields: Unpack[Fields]) -> Report:
    return Report("\n".join(lines), **fields)


def many(count: int, *, start: int = 0) -> list[Report]:
    """Reports of an invented negotiation, each its own, with speakers that recur under several names."""
    names = ("Ada Voss", "Voss", "Boro Lind", "B. Lind", "Cyra Maal", "the river board")
    return [
        report(
            f"Talks, round {n}",
            said(names[n % 6], f"We accept {n} days.", day=f"2024-09-{n % 28 + 1:02}"),
            said(names[(n * 5 + 1) % 6], f"Point {n} is not on the table.", party="Keldavia" if n % 3 else None),
            outlet=f"Outlet {n % 4}",
            path=f"reports/{n:04}.txt",
            published=f"2024-09-{n % 28 + 1:02}",
            published_from="given",
        )
        for n in range(start, start + count)
    ]


def write(folder: Path, reports: list[Report]) -> None:
    folder.mkdir(exist_ok=True)
    for one in reports:
        (folder / Path(one.path or one.id).name).write_text(one.text, encoding="utf-8")
