"""The command line: parses, calls, prints."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TypeVar

import typer

from onrecord.cli import asking, comparing, handing, judging, keeping, mending, positions, proving, reading, serving
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


def _actors() -> None:
    """`onrecord actors` lists them; with a further word it takes what a person knows better."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(takes(judging.AskedActors)(judging.actors))
    group.command("merge")(takes(judging.MergeOptions)(judging.merge))
    group.command("split")(takes(judging.SplitOptions)(judging.split))
    group.command("rename")(takes(judging.RenameOptions)(judging.rename))
    group.command("set-party")(takes(judging.SetPartyOptions)(judging.set_party))
    group.command("judgements")(takes(judging.JudgementsOptions)(judging.judgements))
    group.command("undo")(takes(judging.UndoOptions)(judging.undo))
    app.add_typer(group, name="actors", rich_help_panel=ASKED)


def _statements() -> None:
    """`onrecord statements` lists them; with a further word it takes what a person knows better."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(takes(mending.ListedStatements)(mending.statements))
    group.command("set-speaker")(takes(mending.SetSpeakerOptions)(mending.set_speaker))
    group.command("set-stance")(takes(mending.SetStanceOptions)(mending.set_stance))
    group.command("judgements")(takes(judging.JudgementsOptions)(mending.judgements_on_statements))
    group.command("undo")(takes(judging.UndoOptions)(mending.undo_on_statements))
    app.add_typer(group, name="statements", rich_help_panel=ASKED)


def _utterances() -> None:
    """`onrecord utterances` lists them; with a further word it takes which words belong elsewhere."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(takes(mending.ListedUtterances)(mending.utterances))
    group.command("move")(takes(mending.MoveOptions)(mending.move))
    group.command("judgements")(takes(judging.JudgementsOptions)(mending.judgements_on_utterances))
    group.command("undo")(takes(judging.UndoOptions)(mending.undo_on_utterances))
    app.add_typer(group, name="utterances", rich_help_panel=ASKED)


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
_command("disagreements", ASKED, comparing.disagreements, Asked)
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
