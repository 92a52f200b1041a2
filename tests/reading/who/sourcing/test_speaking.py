"""reading.who.sourcing.speaking: who 'he' or 'she' is where it speaks."""

from __future__ import annotations

import pytest

from onrecord.model import Report
from onrecord.reading.reader import load

READ = load()


def last_speaker(text: str) -> str | None:
    statements = READ(Report(text)).statements
    return statements[-1].speaker.name if statements and statements[-1].speaker else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Senator Anna Berg met farmers in Norhaven on Monday.\n\n“Carla Holm has let them down,” she said.",
            "Anna Berg",
        ),
        (
            "Minister Anna Berg was asked about Clara Holm. “Holm is free to go,” she said. Nobody spoke.\n\n"
            "“She may stay,” she added.",
            "Anna Berg",
        ),
        (
            "Envoy Oleh Drach came late. (Norland Photo/Max Vell)\n\n“It is over,” he said on Monday.",
            "Oleh Drach",
        ),
    ],
)
def test_who_speaks_is_not_whom_he_tells_of(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker
