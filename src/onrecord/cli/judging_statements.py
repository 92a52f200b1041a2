"""`onrecord statements ...` and `onrecord utterances ...`: what a person knows better of what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import asking, comparing
from onrecord.cli.asking import AskedStatements
from onrecord.cli.comparing import AskedUtterances
from onrecord.cli.inputs import opened
from onrecord.cli.judging_actors import JUDGEMENTS, JudgementsOptions, UndoOptions, undo
from onrecord.cli.options import DEFAULT_CODEBOOK, DEFAULT_RECORD, Codebook, Quiet, RecordOption
from onrecord.cli.output import SKIPPED, say, say_fault, show
from onrecord.model import Fault

if TYPE_CHECKING:
    from onrecord.judging import Judged

Statement = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="Its id, the start of it, or its place: courier.txt:120-164.")
]
Because = Annotated[str, typer.Option(metavar="REASON", help="Why; it is kept with the judgement.")]


@dataclass(frozen=True)
class ListedStatements(AskedStatements):
    """Without a further word, `onrecord statements` lists them."""

    context_: typer.Context = field(kw_only=True)


@dataclass(frozen=True)
class ListedUtterances(AskedUtterances):
    """Without a further word, `onrecord utterances` lists them."""

    context_: typer.Context = field(kw_only=True)


def statements(asked: ListedStatements) -> None:
    """List what was said, by whom, when, and where it stands.

    A place is `file:start-end`, offsets into the text of the report. `set-speaker` and `set-stance` say what you know
    better; `judgements` lists what was said, `undo` takes it back.

    \b
    $ onrecord statements --speaker Voss --since 2024-09-12
    $ onrecord statements --party Velmora --type assertion --context
    $ onrecord statements --search "gunboats" --format csv > gunboats.csv
    """
    if not asked.context_.invoked_subcommand:
        asking.statements(asked)


def utterances(asked: ListedUtterances) -> None:
    """List what several reports say was said, with how their wordings differ.

    The most complete direct wording stands as the base. Below it, each report has a letter, and "cease] stop the B" is
    to say that B has "stop the" where the base has "cease". `move` says that a report's words belong elsewhere;
    `judgements` lists what was said, `undo` takes it back.

    \b
    $ onrecord utterances --speaker Voss
    $ onrecord utterances --search "gunboats" --format jsonl
    """
    if not asked.context_.invoked_subcommand:
        comparing.utterances(asked)


@dataclass(frozen=True)
class SetSpeakerOptions:
    statement: Statement
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", help='A name exactly as printed, or an id; "" where nobody can tell.')
    ]
    because: Because
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def set_speaker(options: SetSpeakerOptions) -> None:
    """Say who spoke.

    It holds however the report is read again, and in all that is made of it; what was read stays beside it.

    \b
    $ onrecord statements set-speaker courier.txt:120-164 "Katrin Voss" --because "she says so herself"
    """
    from onrecord import judging

    with opened(options.record) as record:
        done = judging.set_speaker(record, options.statement, options.actor or None, because=options.because)
    _say(done, f"set-speaker {options.statement} {options.actor or 'not known'}", quiet=options.quiet)


@dataclass(frozen=True)
class SetStanceOptions:
    statement: Statement
    issue: Annotated[str, typer.Argument(metavar="ISSUE", help="By the codebook: ceasefire, territory ...")]
    stance: Annotated[
        str,
        typer.Argument(
            metavar="STANCE",
            help="accepts, accepts-conditionally, proposes, demands, rejects, threatens, accuses, undecided; "
            "none where it takes no stance on the issue, off where it is not about it.",
        ),
    ]
    because: Because
    record: RecordOption = DEFAULT_RECORD
    codebook: Codebook = DEFAULT_CODEBOOK
    quiet: Quiet = False


def set_stance(options: SetStanceOptions) -> None:
    """Say what a statement does on an issue, or that it is about another one.

    Stances on other issues stay. Positions, changes and the agreement table follow.

    \b
    $ onrecord statements set-stance courier.txt:120-164 ceasefire accepts-conditionally --because "only after harvest"
    $ onrecord statements set-stance courier.txt:120-164 territory off --because "the land is his farm"
    """
    from onrecord import judging
    from onrecord.codebook import load

    issues = tuple(one.id for one in load(options.codebook).issues)
    if options.issue not in issues:
        raise typer.BadParameter(f"{options.issue!r} is no issue of the codebook; there are {', '.join(issues)}")
    if options.stance not in judging.DONE_TO_AN_ISSUE:
        raise typer.BadParameter(f"{options.stance!r} is no stance; there are {', '.join(judging.DONE_TO_AN_ISSUE)}")
    with opened(options.record) as record:
        done = judging.set_stance(
            record, options.statement, options.issue, options.stance, because=options.because, issues=issues
        )
    _say(done, f"set-stance {options.statement} {options.issue} {options.stance}", quiet=options.quiet)


@dataclass(frozen=True)
class MoveOptions:
    statement: Statement
    utterance: Annotated[
        str, typer.Argument(metavar="UTTERANCE|new", help="Its id; new for one that no other report has.")
    ]
    because: Because
    out_of: Annotated[
        str | None,
        typer.Option("--from", metavar="UTTERANCE", help="Which sentence, where the statement has several."),
    ] = None
    record: RecordOption = DEFAULT_RECORD
    quiet: Quiet = False


def move(options: MoveOptions) -> None:
    """Say that a report's words are of another utterance, or of none that is there.

    Nothing that is alike ties them to the old one any more; coverage and disagreements follow.

    \b
    $ onrecord utterances move courier.txt:120-164 new --because "he said it again in May"
    $ onrecord utterances move courier.txt:120-164 utterance-5b0c --because "the same answer, put otherwise"
    """
    from onrecord import judging

    where = None if options.utterance == judging.APART else options.utterance
    with opened(options.record) as record:
        done = judging.move(record, options.statement, where, because=options.because, out_of=options.out_of)
    _say(done, f"move {options.statement} {options.utterance}", quiet=options.quiet)


def _say(done: Judged, what: str, *, quiet: bool) -> None:
    if isinstance(done, Fault):
        say_fault(done)
        raise typer.Exit(SKIPPED)
    if not quiet:
        for one in done:
            say(f"{what}: {one.id}")


def judgements_on_statements(options: JudgementsOptions) -> None:
    """List what people said of who spoke and what was done to an issue, oldest first.

    \b
    $ onrecord statements judgements
    """
    _list(options, "set-speaker", "set-stance")


def judgements_on_utterances(options: JudgementsOptions) -> None:
    """List which words people moved, oldest first.

    \b
    $ onrecord utterances judgements
    """
    _list(options, "move")


def undo_on_statements(options: UndoOptions) -> None:
    """Take a judgement back: of whatever kind, by its id alone.

    \b
    $ onrecord statements undo judgement-3f0c9a1be2d47756
    """
    undo(options, listed_by="onrecord statements judgements")


def undo_on_utterances(options: UndoOptions) -> None:
    """Take a judgement back: of whatever kind, by its id alone.

    \b
    $ onrecord utterances undo judgement-3f0c9a1be2d47756
    """
    undo(options, listed_by="onrecord utterances judgements")


def _list(options: JudgementsOptions, *kinds: str) -> None:
    with opened(options.record) as record:
        show(JUDGEMENTS, record.judgements(*kinds, undone=options.undone), options.format)
