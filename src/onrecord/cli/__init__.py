"""The command line: parses, calls, prints."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TypeVar

import typer

from onrecord.cli import asking, comparing, handing, keeping, positions, proving, reading, serving
from onrecord.cli import judging_actors as of_actors
from onrecord.cli import judging_statements as of_statements
from onrecord.cli.options import Asked, takes

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import DataclassInstance

Options = TypeVar("Options", bound="DataclassInstance")

STOPPED = 130

app = typer.Typer(
    name="onrecord",
    help="Who is on record saying what, under which conditions, according to whom.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

GIVEN, KEPT, ASKED, HANDED, PROVEN = "Read and keep", "Mend", "Ask", "Hand on", "Prove"


def _command(name: str, panel: str, command: Callable[[Options], None], options: type[Options]) -> None:
    app.command(name, rich_help_panel=panel)(takes(options)(command))


def _group(name: str, lists: Callable[[Options], None], options: type[Options]) -> typer.Typer:
    """A command that lists, and with a further word takes what a person knows better."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(takes(options)(lists))
    app.add_typer(group, name=name, rich_help_panel=ASKED)
    return group


def _word(group: typer.Typer, name: str, command: Callable[[Options], None], options: type[Options]) -> None:
    group.command(name)(takes(options)(command))


def _actors() -> None:
    group = _group("actors", of_actors.actors, of_actors.AskedActors)
    _word(group, "merge", of_actors.merge, of_actors.MergeOptions)
    _word(group, "split", of_actors.split, of_actors.SplitOptions)
    _word(group, "rename", of_actors.rename, of_actors.RenameOptions)
    _word(group, "set-party", of_actors.set_party, of_actors.SetPartyOptions)
    _word(group, "judgements", of_actors.judgements, of_actors.JudgementsOptions)
    _word(group, "undo", of_actors.undo_on_actors, of_actors.UndoOptions)


def _statements() -> None:
    group = _group("statements", of_statements.statements, of_statements.ListedStatements)
    _word(group, "set-speaker", of_statements.set_speaker, of_statements.SetSpeakerOptions)
    _word(group, "set-stance", of_statements.set_stance, of_statements.SetStanceOptions)
    _word(group, "judgements", of_statements.judgements_on_statements, of_actors.JudgementsOptions)
    _word(group, "undo", of_statements.undo_on_statements, of_actors.UndoOptions)


def _utterances() -> None:
    group = _group("utterances", of_statements.utterances, of_statements.ListedUtterances)
    _word(group, "move", of_statements.move, of_statements.MoveOptions)
    _word(group, "judgements", of_statements.judgements_on_utterances, of_actors.JudgementsOptions)
    _word(group, "undo", of_statements.undo_on_utterances, of_actors.UndoOptions)


_command("read", GIVEN, reading.read, reading.ReadOptions)
_command("add", GIVEN, keeping.add, keeping.AddOptions)
_command("brief", ASKED, handing.brief, handing.AskedBrief)
_statements()
_command("reports", ASKED, asking.reports, asking.AskedReports)
_actors()
_utterances()
_command("positions", ASKED, positions.positions, positions.AskedPositions)
_command("conditions", ASKED, positions.conditions, Asked)
_command("agreement", ASKED, positions.agreed, positions.AskedAgreement)
_command("proposals", ASKED, positions.proposals, Asked)
_command("changes", ASKED, positions.changes, Asked)
_command("disagreements", ASKED, comparing.disagreements, comparing.AskedDisagreements)
_command("copies", ASKED, comparing.copies, Asked)
_command("coverage", ASKED, comparing.coverage, Asked)
_command("timeline", ASKED, asking.timeline, Asked)
_command("stories", ASKED, asking.stories, asking.AskedStories)
_command("serve", ASKED, serving.serve, serving.ServeOptions)
_command("cite", HANDED, handing.cite, handing.AskedCite)
_command("export", HANDED, handing.export, handing.ExportOptions)
_command("set", KEPT, keeping.set_, keeping.SetOptions)
_command("remove", KEPT, keeping.remove, keeping.RemoveOptions)
_command("reread", KEPT, keeping.reread, keeping.RereadOptions)
_command("check", PROVEN, proving.check, proving.CheckOptions)
_command("verify", PROVEN, comparing.verify, comparing.VerifyOptions)
_command("evaluate", PROVEN, proving.evaluate, proving.EvaluateOptions)

codebook = typer.Typer(no_args_is_help=True, help="Issues and stances: check your own.")
codebook.command("check")(takes(proving.CodebookOptions)(proving.codebook))
app.add_typer(codebook, name="codebook", rich_help_panel=PROVEN)


def main() -> None:
    """Runs the command line. Leaves with 0 (all read), 1 (something skipped or broken) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(STOPPED)
