"""Commands that lay reports side by side: utterances, disagreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import WHICH, Asked
from onrecord.cli.output import show
from onrecord.views.disagreements import DISAGREEMENTS
from onrecord.views.utterances import UTTERANCES


@dataclass(frozen=True)
class AskedUtterances(Asked):
    """What is asked of utterances alone."""

    alone: Annotated[bool, typer.Option("--alone", help="Also what one report alone has.", rich_help_panel=WHICH)] = (
        False
    )


def utterances(asked: AskedUtterances) -> None:
    """List what several reports say was said, with how their wordings differ.

    The most complete direct wording stands as the base. Below it, each report has a letter, and "cease] stop the B" is
    to say that B has "stop the" where the base has "cease".

    \b
    $ onrecord utterances --speaker Voss
    $ onrecord utterances --search "gunboats" --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        show(UTTERANCES, across.utterances(record, asked.filter(), alone=asked.alone), asked.format)


def disagreements(asked: Asked) -> None:
    """List where reports differ on the same thing.

    A figure, a day, who said it, the wording of one utterance, the role or the spelling of a name.

    \b
    $ onrecord disagreements
    $ onrecord disagreements --since 2024-09-12 --format jsonl
    """
    from onrecord import across

    with opened(asked.record) as record:
        show(DISAGREEMENTS, across.disagreements(record, asked.filter()), asked.format)
