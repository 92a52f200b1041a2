"""The docs: what they claim is so."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.main import get_command

from onrecord.cli import app
from onrecord.model import Report, Span
from onrecord.model.jsonform import report_line
from onrecord.record import ActorRow, TimelineRow
from onrecord.views.brief import FLAT_HEAD
from onrecord.views.brief_positions import conditional_section, proposals_section, reading_section, shifts_section
from onrecord.views.shapes import (
    Context,
    Shown,
    actor_shape,
    report_shape,
    statement_flat,
    statement_shape,
    timeline_shape,
)
from tests.quick_reader import QuickReader
from tests.views.making import report, said

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
CONTRACT = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
TEXT = "“We agree,” Ilmar Voss said on Thursday."
SHOWN = Shown(said(TEXT, "“We agree,”"), Context(Span(0, len(TEXT)), TEXT))


def section(heading: str) -> str:
    """The part of the contract under a heading."""
    return re.split(r"^#+ ", CONTRACT.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def listed(heading: str) -> set[str]:
    """The fields that the section's table lists."""
    cells = re.findall(r"^\| (`[^|]*`) \|", section(heading), re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def line_of_read() -> dict:
    read = Report(text=TEXT, line=1, published="2024-09-12")
    return report_line(read, replace(QuickReader()(read), unread="language: fr"))


def test_the_line_of_read_is_as_documented() -> None:
    line = line_of_read()
    assert set(re.findall(r"`(\w+)`", section("onrecord read"))) == set(line)
    for heading in ("report", "statements", "actors"):
        row = line[heading] if heading == "report" else line[heading][0]
        assert listed(heading) == set(row), heading


@pytest.mark.parametrize(
    ("heading", "shape"),
    [
        ("onrecord reports", report_shape(report())),
        (
            "onrecord actors",
            actor_shape(ActorRow("actor-1", "Ilmar Voss", "person", "Keldavia", ("Voss",), ("president",), 1, 2, 3)),
        ),
        ("onrecord timeline", timeline_shape(TimelineRow("2024-09-12", "2024-09-12", "2024-09-12", SHOWN.row))),
    ],
)
def test_every_view_is_as_documented(heading: str, shape: dict) -> None:
    assert listed(heading) == set(shape)


def test_statements_are_as_documented() -> None:
    assert listed("onrecord statements") | listed("statements") == set(statement_shape(SHOWN))
    columns = section("onrecord statements").split("As CSV:")[1]
    assert re.findall(r"`(\w+)`", columns) == list(statement_flat(SHOWN))


def test_the_brief_is_as_documented() -> None:
    columns = section("onrecord brief").split("As CSV")[1]
    assert tuple(re.findall(r"`(\w+)`", columns)) == FLAT_HEAD
    made = conditional_section([]), shifts_section([]), proposals_section([]), reading_section([(report(), 1)])
    assert {section.name for section in made} <= listed("onrecord brief")
    (line,) = made[-1].lines()
    assert set(line) - {"section"} <= set(re.findall(r"`(\w+)`", section("onrecord brief")))


def test_every_command_is_in_the_contract_or_the_list() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name in getattr(get_command(app), "commands", {}):
        assert f"## onrecord {name}" in page, "make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")], ids=str)
def test_examples_in_python_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```pycon\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(examples, out=said.append)
    assert not said, "".join(said)


def test_what_commands_print_is_current() -> None:
    found = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert found is not None
    assert found.loader is not None
    generate = importlib.util.module_from_spec(found)
    found.loader.exec_module(generate)
    behind = [page.name for page in generate.stale()]
    assert not behind, f"{', '.join(behind)}: mend it with make docs"
