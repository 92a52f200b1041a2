"""The Python front door: read a report, or open a record and ask it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypedDict, Unpack

from onrecord.front_corrections import Corrections
from onrecord.meant import UnreadableError, report_named, reports_at
from onrecord.model import Fault, Kind, Reading, Report, Stance
from onrecord.model.disagreement import Weight
from onrecord.model.jsonform import JsonObject, report_line
from onrecord.model.statement import AttributionType
from onrecord.views.brief_result import BriefResult as BriefResult
from onrecord.views.results import Results
from onrecord.views.tables import ACTORS, REPORTS, SAID, TIMELINE

if TYPE_CHECKING:
    from onrecord.model.change import ChangeRow
    from onrecord.model.position import AgreementRow, Standing
    from onrecord.model.proposal import ProposalRow
    from onrecord.pipeline import Done, Outcome
    from onrecord.record import (
        ActorRow,
        CopyRow,
        CoverageRow,
        DisagreementRow,
        Filter,
        ReportRow,
        StatementRow,
        StoryRow,
        TimelineRow,
        UtteranceRow,
    )
    from onrecord.record import Record as Store
    from onrecord.record.conditions import ConditionRow
    from onrecord.views.brief import Sections
    from onrecord.views.verdicts import Verified

LONGEST_PATH = 1000
REPORT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".jsonl"})


class Wanted(TypedDict, total=False):
    """What may be asked for by name; the same words as the command line's."""

    speaker: str | None
    party: str | None
    issue: str | None
    outlet: str | None
    since: str | None
    until: str | None
    type: AttributionType | None
    kind: Kind | None
    stance: Stance | None
    min_confidence: float | None
    min_speaker_confidence: float | None
    report: str | None
    text: str | None
    story: str | None
    weight: Weight | None
    limit: int | None


@dataclass(frozen=True)
class ReadReport:
    """A report that was read and is in no record: the report as given, and the reading, whose spans lie in its text."""

    report: Report
    reading: Reading

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def statements(self) -> Results[StatementRow]:
        from onrecord.views.unrecorded import statement_rows

        return Results(SAID, statement_rows(self.report, self.reading))

    def to_dict(self) -> JsonObject:
        """The line that `onrecord read` prints."""
        return report_line(self.report, self.reading)

    def _repr_html_(self) -> str:
        return self.statements._repr_html_()


def read(path_or_text: str | Path) -> ReadReport:
    """Reads one report: a file, or the text itself. Nothing is kept.

    A string is a path if a file of that name is there, or if it is one word that ends like a report's file.
    Raises UnreadableError for what is no single report; `read_all` takes folders and files of many.
    """
    from onrecord.reading.reader import load

    given = reports_at([path_or_text]) if _is_path(path_or_text) else [Report(text=str(path_or_text))]
    found = (one for one in given if isinstance(one, Report) or not one.minor)
    first = next(found, Fault(str(path_or_text), "no report in it"))
    if isinstance(first, Fault):
        raise UnreadableError(first)
    if next(found, None) is not None:
        raise UnreadableError(Fault(str(path_or_text), "more than one report in it", "onrecord.read_all takes many"))
    return ReadReport(first, load()(first))


def read_all(*paths: str | Path, workers: int = 1) -> Iterator[ReadReport | Fault]:
    """Reads files and folders, report by report; a Fault stands where one could not be read."""
    from onrecord import pipeline
    from onrecord.reading.reader import load

    for one in pipeline.read_all(reports_at(paths), load_reader=load, workers=workers):
        yield one if isinstance(one, Fault) else ReadReport(*one)


def open_record(target: str | Path = "onrecord.db") -> OpenRecord:
    """The record at a path or a database's URL, made where there is none. Raises onrecord.record.RecordError."""
    from onrecord.record import open_record as open_store

    return OpenRecord(open_store(target, create=True))


@dataclass(frozen=True, slots=True)
class Work:
    """What became of the reports: how many by outcome, and what could not be read."""

    added: int = 0
    already_there: int = 0
    read_again: int = 0
    withdrawn: int = 0
    faults: tuple[Fault, ...] = ()


class OpenRecord:
    """A record, open: add to it, mend it, ask it. Close it, or use it in a `with`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> OpenRecord:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()

    def add(self, *what: str | Path | Report, workers: int = 1) -> Work:
        """Reads what is new: files, folders, or reports made in Python."""
        from onrecord import pipeline
        from onrecord.reading.reader import load

        reports = (report for one in what for report in ([one] if isinstance(one, Report) else reports_at([one])))
        return _done(pipeline.add(self._store, reports, load_reader=load, workers=workers))

    def remove(self, report: str, *, because: str, purge: bool = False) -> Work:
        """Withdraws the report that an id, the start of one, or a path names."""
        from onrecord import pipeline

        return _done(pipeline.remove(self._store, report, because=because, purge=purge))

    def set(
        self,
        report: str,
        *,
        outlet: str | None = None,
        published: str | None = None,
        title: str | None = None,
        language: str | None = None,
        primary: bool | None = None,
        because: str = "corrected by hand",
    ) -> Work:
        """Mends what is known of a report, and reads it again."""
        from onrecord import pipeline
        from onrecord.reading.reader import load

        return _done(
            pipeline.mend(
                self._store,
                report,
                load_reader=load,
                because=because,
                outlet=outlet,
                published=published,
                title=title,
                language=language,
                primary=primary,
            )
        )

    def reread(self, *, changed: bool = False, workers: int = 1) -> Work:
        """Reads the recorded reports again; `changed`: only what software, model or a correction changed under."""
        from onrecord import pipeline
        from onrecord.reading.reader import load

        return _done(pipeline.reread(self._store, load_reader=load, workers=workers, changed_only=changed))

    @property
    def correct(self) -> Corrections:
        """What you know better of actors and statements: `record.correct.speaker(id, "Ada Voss", because="...")`."""
        return Corrections(self._store)

    def reports(self, **wanted: Unpack[Wanted]) -> Results[ReportRow]:
        return Results(REPORTS, self._store.reports(_filter(wanted)))

    def statements(self, **wanted: Unpack[Wanted]) -> Results[StatementRow]:
        return Results(SAID, self._store.statements(_filter(wanted)))

    def actors(self, **wanted: Unpack[Wanted]) -> Results[ActorRow]:
        return Results(ACTORS, self._store.actors(_filter(wanted)))

    def timeline(self, **wanted: Unpack[Wanted]) -> Results[TimelineRow]:
        """Events and dated statements by day, each once with all reports that tell of it."""
        from onrecord.timeline import timeline
        from onrecord.views.charts import days_chart

        return Results(TIMELINE, timeline(self._store, _filter(wanted)), days_chart)

    def stories(self, *, alone: bool = False, **wanted: Unpack[Wanted]) -> Results[StoryRow]:
        """Reports that go on with one another, by time, actors and words; `alone`: single ones too."""
        from onrecord.views.stories import STORIES

        return Results(STORIES, self._store.stories(_filter(wanted), alone=alone))

    def utterances(self, *, alone: bool = False, **wanted: Unpack[Wanted]) -> Results[UtteranceRow]:
        """What several reports say was said, with how their wordings differ; `alone`: also what is doubtful, and what
        one report alone has."""
        from onrecord import across
        from onrecord.views.charts import reporting_chart
        from onrecord.views.utterances import UTTERANCES

        return Results(UTTERANCES, across.utterances(self._store, _filter(wanted), alone=alone), reporting_chart)

    def disagreements(self, **wanted: Unpack[Wanted]) -> Results[DisagreementRow]:
        """Where reports differ on the same thing."""
        from onrecord import across
        from onrecord.views.disagreements import DISAGREEMENTS

        return Results(DISAGREEMENTS, across.disagreements(self._store, _filter(wanted)))

    def copies(self, **wanted: Unpack[Wanted]) -> Results[CopyRow]:
        """Which reports are copies, whole or in part, of which likely origin."""
        from onrecord import across
        from onrecord.views.copies import COPIES

        return Results(COPIES, across.copies(self._store, _filter(wanted)))

    def verify(self, report: str | Path | Report, *, against: str | Path | Report) -> Results[Verified]:
        """A verdict on each quotation of the report, held against the transcript.

        Each is a report made in Python, or named by an id, the start of one or a path: one in the record, or a file.
        Raises UnreadableError where that is no one report.
        """
        from onrecord import across
        from onrecord.views.verdicts import VERDICTS, Verified

        told, said = self._report(report), self._report(against)
        return Results(VERDICTS, (Verified(told, said, verdict) for verdict in across.verify(told, said)))

    def _report(self, which: str | Path | Report) -> Report:
        if isinstance(which, Report):
            return which
        return report_named(self._store, str(which))

    def coverage(self, **wanted: Unpack[Wanted]) -> Results[CoverageRow]:
        """Which outlets have what was said, and which left it out."""
        from onrecord import across
        from onrecord.views.charts import coverage_chart
        from onrecord.views.coverage import COVERAGE

        return Results(COVERAGE, across.coverage(self._store, _filter(wanted)), coverage_chart)

    def positions(self, *, as_of: str | None = None, **wanted: Unpack[Wanted]) -> Results[Standing]:
        """Where each party stands, every position ever in force; `as_of`: only those in force that day."""
        from onrecord import standing
        from onrecord.views.charts import positions_chart
        from onrecord.views.positions import POSITIONS

        return Results(POSITIONS, standing.positions(self._store, _filter(wanted), as_of=as_of), positions_chart)

    def proposals(self, **wanted: Unpack[Wanted]) -> Results[ProposalRow]:
        """The proposals on the table: whose, since when, on which terms, and who answered what."""
        from onrecord import standing
        from onrecord.views.proposals import PROPOSALS

        return Results(PROPOSALS, standing.proposals(self._store, _filter(wanted)))

    def changes(self, **wanted: Unpack[Wanted]) -> Results[ChangeRow]:
        """What shifted, from what to what, by day; `since` and `until` are the days between which it did."""
        from onrecord import standing
        from onrecord.views.changes import CHANGES

        return Results(CHANGES, standing.changes(self._store, _filter(wanted)))

    def agreement(
        self,
        *,
        as_of: str | None = None,
        codebook: str = "auto",
        thin: bool = False,
        parties: int = 6,
        **wanted: Unpack[Wanted],
    ) -> Results[AgreementRow]:
        """Issues by parties, as of a day or the latest; with what is told thinly only where that is asked for.

        So many parties have a column, of whom most is told; the others are in each row's `left_out`. Raises ValueError
        for less than one.

        A yes whose condition is told thinly is a conditional one either way, and its party in the row's `thin`.
        """
        from onrecord import standing
        from onrecord.codebook import load
        from onrecord.views.agreement import agreement
        from onrecord.views.agreement_table import agreement_view

        if parties < 1:
            raise ValueError(f"parties={parties}: a table has one column or more")
        most = max(parties, standing.MOST_HEARD)
        held = standing.leading(self._store, _filter(wanted), as_of=as_of, most=most)
        rows = agreement(held, load(codebook), parties, thin=thin)
        return Results(agreement_view(rows[0].parties if rows else ()), rows)

    def conditions(self, **wanted: Unpack[Wanted]) -> Results[ConditionRow]:
        """What must hold for an acceptance, an offer or a threat to count."""
        from onrecord.record.conditions import condition_rows
        from onrecord.views.positions import CONDITIONS

        return Results(CONDITIONS, condition_rows(self._store, _filter(wanted)))

    def brief(self, **wanted: Unpack[Wanted]) -> BriefResult:
        """What the record holds, on a page or two."""
        from onrecord import handing

        return BriefResult(handing.whole_brief(self._store, _filter(wanted)))

    def export(self, folder: str | Path, format: str, *, force: bool = False) -> list[Path]:
        """Writes the whole record into a new or empty folder (`force`: replaces what is there); returns the files.

        `format` is jsonld, csv, parquet, tei or datasette. Raises onrecord.views.exports.ExportError.
        """
        from onrecord import handing
        from onrecord.views.exports import export

        return export(handing.contents(self._store), Path(folder), format, force=force)

    def text(self, report: str) -> str:
        """The text of the report with this id, in which its spans count. Raises KeyError."""
        return self._store.text(report)

    def check(self) -> tuple[str, ...]:
        """One line for each fault in the record; empty when all is well."""
        return tuple(self._store.check())


def whole_brief(store: Store, wanted: Filter, codebook: str = "auto") -> Sections:
    """The sections of the brief, in order; `onrecord.handing` has them with their notes."""
    from onrecord import handing

    return handing.whole_brief(store, wanted, codebook).sections


def _is_path(text: str | Path) -> bool:
    if isinstance(text, Path):
        return True
    if len(text) > LONGEST_PATH or "\n" in text or "\0" in text or not text.strip():
        return False
    return Path(text).exists() or (" " not in text and Path(text).suffix in REPORT_SUFFIXES)


def _filter(wanted: Wanted) -> Filter:
    from onrecord.record import Filter

    return Filter(**wanted)


def _done(outcomes: Iterable[Done | Fault]) -> Work:
    counts: Counter[Outcome] = Counter()
    faults = []
    for one in outcomes:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            counts[one.outcome] += 1
    return Work(counts["added"], counts["already there"], counts["read again"], counts["withdrawn"], tuple(faults))
