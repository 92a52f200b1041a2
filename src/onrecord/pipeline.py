"""The order of the stages: sources, reading, record, collating."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from typing import Literal, Protocol

from onrecord.collating import actors, appellations, copies, days, disagreements, sides, stories
from onrecord.collating.tellings import differing as telling
from onrecord.collating.tellings import finding
from onrecord.collating.tellings import judging as telling_judging
from onrecord.collating.unfound import unfound
from onrecord.collating.utterances import clustering, judging, splitting
from onrecord.collating.verifying import Transcript
from onrecord.model import Fault, Judgement, Reading, Report, Spans, identity
from onrecord.model.copying import site_of
from onrecord.model.disagreement import Beside, Disagreement
from onrecord.model.edtf import bounds
from onrecord.model.utterance import Wording
from onrecord.reading.transcripts import turns
from onrecord.reading.when.again import days_again
from onrecord.record import Loaded, Record, ReportRefusedError
from onrecord.record.bare import Bare
from onrecord.record.copying import Copying
from onrecord.record.days import Dating
from onrecord.record.differing import Comparing
from onrecord.record.merging import NO, YES
from onrecord.record.neighbours import Judging
from onrecord.record.saving import Read
from onrecord.record.stories import Grouping
from onrecord.record.sweeping import swept_seldom
from onrecord.record.tellings import Retelling
from onrecord.record.wordings import Matching
from onrecord.sources.misdated import told_later
from onrecord.workers import Crash, Here, Processes, Workers


class Reader(Protocol):
    """Reads one report. `key` hashes the software's version and its model."""

    @property
    def key(self) -> str: ...

    def __call__(self, report: Report) -> Reading: ...


LoadReader = Callable[[], Reader]
Outcome = Literal["added", "already there", "read again", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one report."""

    outcome: Outcome
    report: str
    path: str | None
    words: int
    statements: int


@dataclass(frozen=True, slots=True)
class _Task:
    """A report on its way: as it was given, and as it is to be read (or null, if only its place is new)."""

    given: Report
    read: Report | None


Step = Done | Fault | _Task


def read_all(
    reports: Iterable[Report | Fault], *, load_reader: LoadReader, workers: int = 1
) -> Iterator[tuple[Report, Reading] | Fault]:
    """Reads reports and keeps nothing, in the order in which they come."""
    tasks = ((one, None if isinstance(one, Fault) else one) for one in map(_readable, reports))
    with closing(_hands(load_reader, workers)) as hands, swept_seldom():
        for one, found in hands.each(tasks):
            if isinstance(one, Fault):
                yield one
            elif isinstance(found, Crash):
                yield _unread(one, found)
            elif found is not None:
                yield one, found


def add(
    record: Record, reports: Iterable[Report | Fault], *, load_reader: LoadReader, workers: int = 1
) -> Iterator[Done | Fault]:
    """Reads what is new into the record, report by report; each is saved and collated whole, or not at all.

    `reports` is what `sources` makes of the paths. Iterating does the work; whoever stops early keeps what was saved.
    """
    judging = who_is_who()
    record.prepare(judging)
    reader = load_reader()
    with closing(_hands(load_reader, workers, reader)) as hands, swept_seldom():
        waiting: Iterable[Report | Fault] = reports
        while waiting:
            # A report met in two places at once, with two titles, is read again when both are known.
            again: list[Report | Fault] = []
            tasks = _to_read(record, waiting, reader.key)
            for step, found in hands.each(tasks):
                if isinstance(step, _Task):
                    outcome = _save(record, step, found, reader.key, judging)
                    if isinstance(outcome, Report):
                        again.append(outcome)
                    else:
                        yield outcome
                        yield from _doubts(step.read, found)
                else:
                    yield step
            waiting = again


def _to_read(
    record: Record, reports: Iterable[Report | Fault], reader_key: str
) -> Iterator[tuple[Step, Report | None]]:
    """Each report with what is to be read of it: nothing, if the record has it already."""
    for given in map(_readable, reports):
        if isinstance(given, Fault):
            yield given, None
            continue
        known = record.known(given)
        if known.withdrawn is not None:
            yield _done("withdrawn", given), None
        elif known.key != reading_key(known.believed, reader_key):
            yield _Task(given, known.believed), known.believed
        elif known.sighted:
            yield _done("already there", given), None
        else:
            yield _Task(given, None), None


def _save(
    record: Record, task: _Task, found: Reading | Crash | None, reader_key: str, judging: Judging
) -> Done | Fault | Report:
    """Saves one report; gives it back where it must be read again because more became known of it meanwhile."""
    if isinstance(found, Crash):
        return _unread(task.given, found)
    read = None
    if found is not None and task.read is not None:
        read = Read(task.read, found, reading_key(task.read, reader_key), reader_key)
    try:
        saved = record.save(task.given, read, judging)
    except ReportRefusedError as error:
        return Fault(place(task.given), str(error))
    return task.given if saved == "to be read again" else _done(saved, task.given, found)


def _doubts(read: Report | None, found: Reading | Crash | None) -> Iterator[Fault]:
    """A day that was given and can hardly be; the record keeps what was given."""
    if read is not None and isinstance(found, Reading) and (day := told_later(read, found)):
        told = f"published {read.published}, but every day that its text dates is later, from {day} on"
        yield Fault(place(read), told, "onrecord set --published, if the day is wrong", minor=True)


def reread(
    record: Record, *, load_reader: LoadReader, workers: int = 1, changed_only: bool = False
) -> Iterator[Done | Fault]:
    """Reads recorded reports again: all, or those whose software, model or fields changed since."""
    ids = [row.id for row in record.reports()]
    yield from _reread(record, ids, load_reader=load_reader, workers=workers, changed_only=changed_only)
    if not changed_only:
        record.recollate(who_is_who())


def _reread(
    record: Record, ids: list[str], *, load_reader: LoadReader, workers: int = 1, changed_only: bool
) -> Iterator[Done | Fault]:
    judging = who_is_who()
    record.prepare(judging)
    reader = load_reader()
    tasks = _to_read_again(record, ids, reader.key, changed_only=changed_only)
    with closing(_hands(load_reader, workers, reader)) as hands, swept_seldom():
        for step, found in hands.each(tasks):
            if not isinstance(step, _Task):
                yield step
            elif isinstance(found, Crash):
                yield _unread(step.given, found)
            elif found is not None:
                read = Read(step.given, found, reading_key(step.given, reader.key), reader.key)
                yield _keep(record, read, judging)


def _to_read_again(
    record: Record, ids: list[str], reader_key: str, *, changed_only: bool
) -> Iterator[tuple[Step, Report | None]]:
    for id in ids:
        loaded = record.load(id)
        if loaded is None or loaded.row.withdrawn is not None:
            continue
        if changed_only and loaded.key == reading_key(loaded.report, reader_key):
            yield _done("already there", loaded.report), None
        else:
            yield _Task(loaded.report, loaded.report), loaded.report


def _keep(record: Record, read: Read, judging: Judging) -> Done | Fault:
    try:
        saved = record.keep(read, judging, anyway=True)
    except ReportRefusedError as error:
        return Fault(place(read.report), str(error))
    if saved == "to be read again":
        return Fault(place(read.report), "it changed while it was being read", "onrecord reread --changed")
    return _done("read again", read.report, read.reading)


def remove(record: Record, reference: str, *, because: str, purge: bool = False) -> Iterator[Done | Fault]:
    """Withdraws the report that the reference names; `purge` drops its text as well."""
    loaded = _one(record, reference)
    if isinstance(loaded, Fault):
        yield loaded
        return
    if loaded.row.withdrawn is None or purge:
        record.withdraw(loaded.row.id, because, who_is_who(), purged=purge)
    yield _done("withdrawn", loaded.report)


def mend(
    record: Record,
    reference: str,
    *,
    load_reader: LoadReader,
    because: str = "corrected by hand",
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    language: str | None = None,
    primary: bool | None = None,
) -> Iterator[Done | Fault]:
    """`onrecord set`: corrects what was given, as a judgement; the report keeps its id and is read again.

    A field that is null stays as it is; an empty one becomes unknown.
    """
    loaded = _one(record, reference)
    if isinstance(loaded, Fault):
        yield loaded
    elif published and bounds(published) is None:
        yield Fault(published, "not a day", "write 2025-03-13, 2025-03 or 2025")
    else:
        told = {"outlet": outlet, "published": published, "title": title, "language": language}
        told["primary"] = None if primary is None else YES if primary else NO
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        believed = [
            Judgement("set", loaded.row.id, field, value or None, "user", because, now)
            for field, value in told.items()
            if value is not None
        ]
        record.judge(believed, who_is_who())
        yield from _reread(record, [loaded.row.id], load_reader=load_reader, changed_only=False)


def _one(record: Record, reference: str) -> Loaded | Fault:
    """The one report that is meant, or why it is not clear which."""
    found = record.find(reference)
    loaded = record.load(found[0]) if len(found) == 1 else None
    if loaded is not None:
        return loaded
    if not found:
        return Fault(reference, "no report of that id or path is in the record", "`onrecord reports` lists them")
    return Fault(reference, f"{len(found)} reports go by that", f"name one: {', '.join(found[:3])} ...")


def who_is_who() -> Judging:
    """How actors are judged, and wordings matched; verdicts may change with the software's version."""
    dating = Dating(days.from_siblings, days_again)
    key = f"{version('onrecord')}, keys 2, armies"
    return Judging(
        key,
        actors.keys,
        actors.linked,
        actors.cluster,
        same_words(),
        dating,
        side_by_side(),
        into_stories(),
        actors.sought,
        sides.sides,
        Bare(actors.is_bare, actors.may_mean, actors.enough, actors.decided),
    )


def same_words() -> Matching:
    """How wordings of different reports are matched."""
    key = f"{version('onrecord')}, near to the base, sure of each pair, by days, exact figures"
    return Matching(key, splitting.wordings, judging.keys, judging.ties, clustering.cluster, judging.SLACK)


def into_stories() -> Grouping:
    """How reports are grouped into stories."""
    return Grouping(stories.features, stories.keys, stories.follows, stories.WINDOW, stories.SHARED_KEYS)


def side_by_side() -> Comparing:
    """How what reports tell is compared, and how copies are told."""
    retelling = Retelling(
        finding.tellings,
        telling_judging.keys,
        telling_judging.day,
        telling.differing,
        telling.differences,
        telling_judging.SLACK,
        telling_judging.STARS,
    )
    copying = Copying(
        copies.shingles,
        copies.standing,
        copies.sampled,
        copies.pair,
        site_of,
        copies.origins,
        copies.credit,
        copies.FEWEST_SHARED,
        copies.WINDOW,
    )
    return Comparing(
        f"{version('onrecord')}, sentences, ids by report",
        disagreements.of_utterance,
        appellations.of_person,
        retelling,
        copying,
        _takes_turns,
        _unfound,
    )


def _unfound(
    text: str, quotations: Iterable[Wording], beside: Iterable[Beside], transcript: str, paragraphs: Spans
) -> Iterator[tuple[str, Disagreement]]:
    return unfound(text, quotations, beside, _spoken(transcript, paragraphs))


@lru_cache(maxsize=4)
def _spoken(transcript: str, paragraphs: Spans) -> Transcript:
    """Many reports quote from one transcript, and cutting it into words takes longer than looking through it."""
    return Transcript.of(transcript, [(turn.label, turn.name) for turn in turns(transcript, paragraphs)])


def _takes_turns(text: str, paragraphs: Spans) -> bool:
    """Whether a report is a transcript: speakers take turns in it."""
    return bool(turns(text, paragraphs))


def reading_key(report: Report, reader_key: str) -> str:
    """Hashes every field of the report that reading may look at, and what reads it."""
    seen = report.as_read()
    parts = [getattr(seen, field.name) for field in fields(seen) if field.name != "text"]
    return identity("reading", reader_key, report.sha256, *parts)


def place(report: Report) -> str:
    """`folder/file.jsonl:12`, or the report's id where it came without a path."""
    if report.path is None:
        return report.id
    return report.path if report.line is None else f"{report.path}:{report.line}"


_TEXTS = tuple(field.name for field in fields(Report))
_UNFIT = re.compile("[\0\ud800-\udfff]")


def _readable(one: Report | Fault) -> Report | Fault:
    """Refuses what is no text: PostgreSQL cannot keep a NUL, nor UTF-8 half a surrogate pair ("\\ud800" in JSON)."""
    if isinstance(one, Fault):
        return one
    for name in _TEXTS:
        value = getattr(one, name)
        if isinstance(value, str) and (found := _UNFIT.search(value)):
            what = "NUL" if found[0] == "\0" else f"half a surrogate pair (U+{ord(found[0]):04X})"
            return Fault(place(one), f"character {found.start()} of its {name} is {what}, which is no text")
    return one


def _hands(load_reader: LoadReader, workers: int, reader: Reader | None = None) -> Workers[Report, Reading]:
    if workers > 1:
        return Processes(load_reader, workers)
    return Here(load_reader if reader is None else lambda: reader)


def _unread(report: Report, crash: Crash) -> Fault:
    return Fault(place(report), f"it could not be read: {crash.cause}")


def _done(outcome: Outcome, report: Report, reading: Reading | None = None) -> Done:
    statements = len(reading.statements) if reading else 0
    return Done(outcome, report.id, report.path, len(report.text.split()), statements)
