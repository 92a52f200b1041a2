"""Writes the generated parts of the docs: what commands print, and every command's help. `--check` only compares.

In Markdown a generated part stands between `<!-- printed by: COMMAND -->` and `<!-- end -->`. Commands run in order,
one shell each, in a folder that holds a copy of examples/ and nothing else.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PART = re.compile(r"(<!-- printed by: (?P<command>.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
COMMANDS = ROOT / "docs" / "commands.md"
WIDTH = "100"


def run(command: str, folder: Path) -> str:
    """What the command prints, both streams, in a terminal of fixed width without colours."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": WIDTH,
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, check=False, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def page_with_output(text: str, folder: Path) -> str:
    def printed(part: re.Match[str]) -> str:
        command = part["command"]
        return f"{part[1]}```console\n$ {command}\n{run(command, folder)}\n```\n{part[3]}"

    return PART.sub(printed, text)


def commands_page(folder: Path) -> str:
    """One section per command, from its own help."""
    from typer.main import get_command

    from onrecord.cli import app

    names = sorted(_names(get_command(app)))
    parts = ["# Commands\n\nWritten by `make docs` from `onrecord COMMAND --help`.\n"]
    parts.append(f"```text\n{run('onrecord --help', folder)}\n```\n")
    parts += [f"## onrecord {name}\n\n```text\n{run(f'onrecord {name} --help', folder)}\n```\n" for name in names]
    return "\n".join(parts)


def _names(command: object, above: str = "") -> Iterator[str]:
    """`read`, `actors`, `actors merge`, `codebook check` ...: the commands that do something."""
    for name, below in getattr(command, "commands", {}).items():
        within = list(_names(below, f"{above}{name} "))
        if not within or getattr(below, "invoke_without_command", False):
            yield f"{above}{name}"
        yield from within


def generated() -> Iterator[tuple[Path, str]]:
    """Each generated page as it should stand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        for page in PAGES:
            if page != COMMANDS and PART.search(page.read_text(encoding="utf-8")):
                yield page, page_with_output(page.read_text(encoding="utf-8"), folder)
        yield COMMANDS, commands_page(folder)


def stale() -> list[Path]:
    """The pages that do not stand as they should."""
    return [page for page, text in generated() if not page.exists() or page.read_text(encoding="utf-8") != text]


def main() -> None:
    if "--check" in sys.argv[1:]:
        behind = [str(page.relative_to(ROOT)) for page in stale()]
        sys.exit(f"Not current: {', '.join(behind)}. Mend it with: make docs" if behind else 0)
    for page, text in generated():
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
