"""Commands that lay reports side by side: utterances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import WHICH, Asked
from onrecord.cli.output import show
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
    from onrecord import pipeline

    with opened(asked.record) as record:
        show(UTTERANCES, pipeline.utterances(record, asked.filter(), alone=asked.alone), asked.format)
