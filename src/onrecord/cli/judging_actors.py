"""`onrecord actors ...`: a person's own beliefs on who is who. Each is a row that outlives every reading again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import DEFAULT_RECORD, Asked, Format, FormatOption, Quiet, RecordOption
from onrecord.cli.output import SKIPPED, say, say_fault, show
from onrecord.model import Fault, Judgement
from onrecord.views.formats import Column, View
from onrecord.views.tables import ACTORS, DAY_WIDTH

if TYPE_CHECKING:
    from onrecord.judging import Act

Actor = Annotated[str, typer.Argument(metavar="ACTOR", help="A name exactly as printed, or an id.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another, likewise.")]
Because = Annotated[str, typer.Option(metavar="REASON", help="Why; it is kept with the judgement.")]


@dataclass(frozen=True)
class AskedActors(Asked):
    """Without a further word, `onrecord actors` lists them."""

    context: typer.Context = field(kw_only=True)


def actors(asked: AskedActors) -> None:
    """List who is who across the reports.

    Names and roles as printed, on whose behalf each speaks, and how often. `merge`, `split`, `rename` and `set-party`
    say what you know better; `judgements` lists what was said, `undo` takes it back.

    \b
    $ onrecord actors
    $ onrecord actors --party Velmora --format csv
    """
    if asked.context.invoked_subcommand:
        return
    with opened(asked.record) as record:
        show(ACTORS, record.actors(asked.filter()), asked.format)


@dataclass(frozen=True)
class MergeOptions:
    actor: Actor
    other: Other
    because: Because
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def merge(options: MergeOptions) -> None:
    """Say that two actors are one.

    \b
    $ onrecord actors merge "Yevhen Dorosh" "Evgen Dorosh" --because "one man, two spellings"
    """
    _judge("merge", options.actor, options, other=options.other)


@dataclass(frozen=True)
class SplitOptions:
    actor: Actor
    because: Because
    other: Annotated[str | None, typer.Argument(metavar="[OTHER]", help="From whom; from all, if left out.")] = None
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def split(options: SplitOptions) -> None:
    """Say that two names are two actors.

    \b
    $ onrecord actors split "Katrin Voss" "Ilmar Voss" --because "no relation"
    """
    _judge("split", options.actor, options, other=options.other)


@dataclass(frozen=True)
class RenameOptions:
    actor: Actor
    name: Annotated[str, typer.Argument(metavar="NAME", help="How to call this actor.")]
    because: Because
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def rename(options: RenameOptions) -> None:
    """Call an actor by another name.

    \b
    $ onrecord actors rename "Mirela Antall" "Mirela Antal" --because "a misprint"
    """
    _judge("rename", options.actor, options, value=options.name)


@dataclass(frozen=True)
class SetPartyOptions:
    actor: Actor
    party: Annotated[str, typer.Argument(metavar="PARTY", help="On whose behalf; empty for nobody's.")]
    because: Because
    since: Annotated[str | None, typer.Option(metavar="DAY", help="From this day on.")] = None
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day.")] = None
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def set_party(options: SetPartyOptions) -> None:
    """Say on whose behalf an actor speaks: on all days, or since one day, until another, or both.

    \b
    $ onrecord actors set-party "Pierre Lacombe" "Orla River Commission" --because "its secretary"
    $ onrecord actors set-party "Ilmar Voss" "Velmora" --since 2024-09-15 --because "its envoy from then on"
    """
    days = (options.since, options.until)
    _judge("set-party", options.actor, options, value=options.party or None, days=days)


def _judge(
    act: Act,
    actor: str,
    options: MergeOptions | SplitOptions | RenameOptions | SetPartyOptions,
    *,
    other: str | None = None,
    value: str | None = None,
    days: tuple[str | None, str | None] = (None, None),
) -> None:
    from onrecord import judging

    with opened(options.record) as record:
        done = judging.judge_actor(record, act, actor, other=other, value=value, because=options.because, days=days)
    if isinstance(done, Fault):
        say_fault(done)
        raise typer.Exit(SKIPPED)
    if not options.quiet:
        for one in done:
            say(f"{one.kind} {actor}{f' {other or value}' if other or value else ''}: {one.id}")


def _told(one: Judgement) -> dict[str, str | None]:
    return {
        "id": one.id,
        "kind": one.kind,
        "subject": one.subject,
        "object": one.object,
        "value": one.value,
        "judge": one.judge,
        "why": one.why,
        "judged_at": one.judged_at,
        "undone_at": one.undone_at,
    }


def _what(one: Judgement) -> str:
    """The act, what is believed, and on which days, where it is not all."""
    days = one.object if one.kind == "set-party" else None
    return " ".join(filter(None, (one.kind, one.value or (None if days else one.object), days)))


def _undone(one: Judgement) -> str:
    return f"undone {one.undone_at[:10]}" if one.undone_at else ""


JUDGEMENTS: View[Judgement] = View(
    "judgements",
    lambda one: {**_told(one)},
    lambda one: {**_told(one)},
    (
        Column("Judged", lambda one: one.judged_at[:10], width=DAY_WIDTH),
        Column("What", _what, lambda one: one.id, ratio=3),
        Column(
            "Why", lambda one: one.why, lambda one: f"undone {one.undone_at[:10]}" if one.undone_at else "", ratio=4
        ),
    ),
)


@dataclass(frozen=True)
class JudgementsOptions:
    undone: Annotated[bool, typer.Option("--undone", help="Also those that were taken back.")] = False
    record: RecordOption = DEFAULT_RECORD
    format: FormatOption = Format.table


def judgements(options: JudgementsOptions) -> None:
    """List what people said of actors, oldest first.

    \b
    $ onrecord actors judgements
    """
    with opened(options.record) as record:
        show(JUDGEMENTS, record.judgements(*ACTS, undone=options.undone), options.format)


@dataclass(frozen=True)
class UndoOptions:
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `judgements` lists it.")]
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def undo_on_actors(options: UndoOptions) -> None:
    """Take a judgement back: of whatever kind, by its id alone.

    \b
    $ onrecord actors undo judgement-3f0c9a1be2d47756
    """
    undo(options, listed_by="onrecord actors judgements")


def undo(options: UndoOptions, *, listed_by: str) -> None:
    """Takes a judgement back, or tells by which command those in force are listed."""
    from onrecord import judging

    with opened(options.record) as record:
        undone = judging.undo_judgement(record, options.judgement)
    if not undone:
        say_fault(Fault(options.judgement, "no judgement of that id is in force", f"`{listed_by}`"))
        raise typer.Exit(SKIPPED)
    if not options.quiet:
        say(f"undone: {options.judgement}")


ACTS: tuple[Act, ...] = ("merge", "split", "rename", "set-party")
