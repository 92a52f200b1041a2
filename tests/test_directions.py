"""The direction of imports: data flows one way, and only the pipeline knows the whole way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import onrecord

PACKAGE = Path(onrecord.__file__).parent

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "codebook": {"model"},
    "sources": {"model"},
    "reading": {"model", "codebook"},
    "collating": {"model", "codebook"},
    "record": {"model"},
    "workers": set(),
    "views": {"model", "codebook", "record"},
    "pipeline": {"model", "codebook", "sources", "reading", "collating", "record", "workers"},
    "across": {"model", "reading", "collating", "record", "parallels"},
    "parallels": {"model", "collating", "record"},
    "timeline": {"model", "collating", "record"},
    "standing": {"model", "codebook", "collating", "record"},
    "front_corrections": {"model", "codebook", "meant", "record", "pipeline", "judging"},
    "judging": {"model", "collating", "record", "pipeline"},
    "evaluation": {
        "model",
        "codebook",
        "sources",
        "reading",
        "collating",
        "record",
        "workers",
        "pipeline",
        "standing",
        "across",
    },
    "spacy_component": {"model", "reading"},
    "meant": {"model", "sources", "record"},
    "handing": {"model", "codebook", "record", "across", "standing", "timeline", "views"},
    "front": {
        "model",
        "codebook",
        "sources",
        "reading",
        "record",
        "pipeline",
        "across",
        "standing",
        "timeline",
        "handing",
        "front_corrections",
        "meant",
        "views",
    },
    "cli": {
        "model",
        "codebook",
        "sources",
        "reading",
        "record",
        "pipeline",
        "across",
        "parallels",
        "standing",
        "handing",
        "timeline",
        "views",
        "evaluation",
        "front",
        "judging",
        "meant",
    },
    "__init__": {"model", "front", "meant"},
    "__main__": {"cli"},
}


def room(module: str) -> str:
    """`onrecord.views.tables` lies in `views`; `onrecord` itself is `__init__`."""
    return (*module.split("."), "__init__")[1]


def imports(path: Path) -> Iterator[str]:
    """The modules of this package that the file names, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the whole name, not a relative import"
            if node.module == "onrecord":
                yield from (f"onrecord.{name.name}" for name in node.names)
            else:
                yield node.module or ""


def test_every_room_has_its_place() -> None:
    rooms = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir() if path.name[0] != "_"}
    rooms -= {"py"}
    placed = {name for name in MAY_IMPORT if name[0] != "_"}
    assert rooms == placed, "a new room: say in MAY_IMPORT what it may import, and in docs/house.md what it is for"


def test_imports_follow_the_direction() -> None:
    breaches = []
    for path in sorted(PACKAGE.rglob("*.py")):
        here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for module in imports(path):
            there = room(module) if module.split(".")[0] == "onrecord" else here
            if there not in {here, *MAY_IMPORT[here]}:
                breaches.append(f"{path.relative_to(PACKAGE.parent)} imports {module}")
    assert not breaches, "\n".join([*breaches, "Pass it in as an argument; pipeline.py is where the rooms meet."])


def test_the_model_needs_the_standard_library_alone() -> None:
    outside = {"numpy", "sqlalchemy", "rich", "typer", "onnxruntime", "tokenizers", "yaml", "trafilatura"}
    for path in (PACKAGE / "model").rglob("*.py"):
        assert not {module.split(".")[0] for module in imports(path)} & outside, path
