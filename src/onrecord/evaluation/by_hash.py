"""What was labelled by hand: kept beside the code as offsets, by the hash of a report's text; and those reports."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import TypeVar

from onrecord.model import Fault, Reading, Report, digest
from onrecord.model.jsonread import Node
from onrecord.sources import reports

Labelled = TypeVar("Labelled")
Read = Callable[[Report], Reading]


def read_sets(
    file: str, sets: Sequence[str], labelled: Callable[[Node], Labelled]
) -> dict[str, dict[str, list[Labelled]]]:
    """The labelled statements of each set in a file beside this one, by the hash of their report's text."""
    lines = resources.files("onrecord.evaluation").joinpath(file).read_text(encoding="utf-8").splitlines()
    nodes = [Node.at(json.loads(line)) for line in lines]
    return {
        name: {
            node.text("sha256"): [labelled(one) for one in node.each("statements")]
            for node in nodes
            if node.text("set") == name
        }
        for name in sets
    }


def reports_of(data: Path, wanted: set[str], within: Sequence[str] = ("",)) -> dict[str, Report]:
    """The wanted reports by the hash of their text, looked for in a folder or these folders within it.

    Raises FileNotFoundError where one is in none of them.
    """
    given = (one for one in reports([str(data / name) for name in within]) if not isinstance(one, Fault))
    found = {sha256: one for one in given if (sha256 := digest(one.text)) in wanted}
    if missing := wanted - found.keys():
        raise FileNotFoundError(f"{data}: {len(missing)} of {len(wanted)} annotated reports are not in it")
    return found
