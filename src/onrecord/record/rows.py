"""What the record hands out: frozen rows, and the one filter by which they are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import ActorRef, ActorType, EventKind, Kind, Report, Spans, Stance, Statement
from onrecord.model.disagreement import Weight
from onrecord.model.event import Participant, Telling
from onrecord.model.sides import HeldParty
from onrecord.model.statement import AttributionType
from onrecord.record.corrections import Correction

ELLIPSIS = " … "


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows are wanted; null asks for all.

    `speaker` and `outlet` match whole words of a name, whatever their case and accents ("voss" finds "Ada Voss");
    `party` matches a whole name, or any that some report has for it ("US"). `since` and `until` are days
    (`2025-03-13`), both included; what has no day is left out when one of them is given. For statements they ask when
    it was said, for reports when it was published. `report` is an id, the start of one, or a path; `actor` the id of
    who speaks; `story` the id of a story, or its start. `text` is searched for word by word, all of them, in any order.
    `weight` asks for disagreements of that weight or more.
    `begins` is a day before which nothing that was said, nor any event, may have begun: "2024" did before 2024-09-12.
    """

    speaker: str | None = None
    party: str | None = None
    issue: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    type: AttributionType | None = None
    kind: Kind | None = None
    stance: Stance | None = None
    min_confidence: float | None = None
    report: str | None = None
    text: str | None = None
    limit: int | None = None
    offset: int = 0
    actor: str | None = None
    story: str | None = None
    min_speaker_confidence: float | None = None
    begins: str | None = None
    weight: Weight | None = None


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as the record believes it to be: what was given, as mended, and what reading found where nothing was.

    `paths` are all the places it came from, sorted. `version` counts from 1 among `versions` reports with one URL, by
    published day, then hash. `unread` says why nothing was read. `statements` counts them. The text is not loaded: ask
    `Record.text(id)`.
    """

    id: str
    sha256: str
    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    language: str | None
    published: str | None
    published_from: str | None
    primary: bool
    paths: tuple[str, ...]
    line: int | None
    characters: int
    words: int
    statements: int
    unread: str | None
    version: int
    versions: int
    withdrawn: str | None = None

    @property
    def path(self) -> str | None:
        """The first path, or null where the report came without one."""
        return self.paths[0] if self.paths else None

    @property
    def where(self) -> str:
        """Its path, with its line in a file of many ("feed.jsonl#3"); its id where it came without a path."""
        return (self.path or self.id) + (f"#{self.line}" if self.path and self.line is not None else "")

    @property
    def source(self) -> str:
        """By what the report goes: its outlet, or its file's name where nobody names one, or its id."""
        return self.outlet or (self.path or self.id).rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as read, beside what the record believes of it.

    `statement` is as read, but for a day that follows from what is believed of its report (`said_on_as_read` is null
    then), and for what a person corrected: `corrections` say what and why, and `as_read` is the statement before them.
    `speaker`, `speakers` and `party` are the actors as known across reports. `slices` are the report's own characters,
    one for each content span.
    """

    report: ReportRow
    statement: Statement
    slices: tuple[str, ...]
    speaker: ActorRef | None
    speakers: tuple[ActorRef, ...]
    party: str | None
    said_on_as_read: str | None = None
    corrections: tuple[Correction, ...] = ()
    as_read: Statement | None = None

    @property
    def text(self) -> str:
        """The slices, with an ellipsis between them."""
        return ELLIPSIS.join(self.slices)

    @property
    def place(self) -> str:
        """`002_name.txt:1531-1571`, from the first content span's start to the last one's end."""
        content = self.statement.content
        return f"{self.report.where}:{content[0].start}-{content[-1].end}"


@dataclass(frozen=True, slots=True, order=True)
class Printed:
    """A role or party that reports print of an actor: the first and last day of those that are dated, and how many.

    `why` tells of a party by which words or rule one of them tells of it.
    """

    text: str
    first: str | None
    last: str | None
    reports: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor across reports. `names` are all names printed, `roles` all roles; `reports` and `statements` count.

    `held` are the roles with the days of the reports that print them, `parties` the parties that reports tell of,
    likewise, both by their first day: who changes sides or office does so at a date. `sides` says for whom the actor is
    believed to have spoken from which day to which; it is empty where one party stands for all days.
    """

    id: str
    name: str
    type: ActorType
    party: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    reports: int
    statements: int
    mentions: int
    held: tuple[Printed, ...] = ()
    parties: tuple[Printed, ...] = ()
    sides: tuple[HeldParty, ...] = ()

    def ref(self) -> ActorRef:
        return ActorRef(self.id, self.name, self.type)


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor as a list shows it: `roles` are those that most reports print, most first."""

    id: str
    name: str
    type: ActorType
    party: str | None
    roles: tuple[str, ...]
    reports: int
    statements: int


@dataclass(frozen=True, slots=True)
class TellingRow:
    """Where a report tells of an event: the words that name it, what stands right before, and what tells its day."""

    report: ReportRow
    telling: Telling
    spans: Spans
    text: str
    day_evidence: Spans
    lead: str = ""

    @property
    def place(self) -> str:
        return f"{self.report.where}:{self.spans[0].start}-{self.spans[-1].end}"


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, as one or more reports tell it; `id` hashes its first telling.

    `participants` are all that its `tellings` name; `statements` are the ids of those made on it.
    """

    id: str
    kind: EventKind
    day: str
    participants: tuple[Participant, ...]
    tellings: tuple[TellingRow, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What stands on one day: an event, or a statement. `day` is EDTF; `first`..`last` are its bounds.

    `also` are statements of other reports that tell the same utterances. `on` is the id of the event on which the
    statement was made.
    """

    day: str
    first: str
    last: str
    statement: StatementRow | None = None
    event: EventRow | None = None
    also: tuple[StatementRow, ...] = ()
    on: str | None = None


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How often an actor speaks, and for whom. `actor` is null for statements whose speaker is not known."""

    actor: ActorRef | None
    party: str | None
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What the record holds. `unread` reports have no reading; `by_language` counts those by language."""

    reports: int
    read: int
    unread: int
    withdrawn: int
    outlets: int
    words: int
    statements: int
    undated: int
    unattributed: int
    actors: int
    first_published: str | None
    last_published: str | None
    unread_by_reason: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A whole report out of the record: the row, the report as reading takes it, and the key of its reading."""

    row: ReportRow
    report: Report
    key: str | None
