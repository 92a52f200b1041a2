"""Passages that this project shares with the corpora it is measured on: `make borrowed DATA=folder`.

No outlet's text goes into the project. Nine words in a row that also stand in a corpus are more than chance, mostly;
each such place is printed, with the file of the corpus, and the exit status is 1 if there is one. Lists of names are
facts, and are passed over.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROW = 9
OURS = frozenset(".html .jsonl .md .py .tsv .txt .yaml".split())
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
KEY = re.compile(r'"\w+":')
TAG = re.compile(r"<[^>]*>")

Row = tuple[str, ...]
Place = tuple[str, int]


def words(text: str) -> list[tuple[str, int]]:
    """Each word as it is compared, and where it begins."""
    return [(found.group().lower().replace("’", "'"), found.start()) for found in WORD.finditer(text)]


def rows(told: list[tuple[str, int]]) -> Iterator[tuple[Row, int]]:
    """Every so many words in a row, but for those that are all figures or of two letters."""
    for at in range(len(told) - ROW + 1):
        row = tuple(word for word, _ in told[at : at + ROW])
        if not all(len(word) <= 2 or word.isdigit() for word in row):
            yield row, told[at][1]


def ours(root: Path) -> dict[Row, Place]:
    """Where each row of words stands first in the files that git tracks."""
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True)
    places: dict[Row, Place] = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if path.suffix in OURS and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            text = KEY.sub("", text) if path.suffix == ".jsonl" else text
            for row, start in rows(words(text)):
                places.setdefault(row, (name, text.count("\n", 0, start) + 1))
    return places


def texts(path: Path) -> Iterator[str]:
    """The texts of one file of a corpus, without its markup."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            told = json.loads(line)
            yield " ".join(map(str, told.values())) if isinstance(told, dict) else line
    elif path.suffix == ".conllu":
        yield " ".join(line.split(" = ", 1)[1] for line in text.splitlines() if line.startswith("# text = "))
    elif path.suffix == ".json":
        yield text.replace("\\n", " ").replace('\\"', '"')
    else:
        yield TAG.sub("", text) if path.suffix in (".html", ".xml") else text


def borrowed(places: dict[Row, Place], corpora: Path) -> Iterable[tuple[Place, str, str]]:
    """Where ours stands, the words, and the file of the corpus that has them too; each place of ours once."""
    found: dict[Place, tuple[str, str]] = {}
    for path in sorted(corpora.rglob("*")):
        if path.is_file() and "names" not in path.parts and path.suffix != ".ann":
            for text in texts(path):
                for row, _ in rows(words(text)):
                    if row in places:
                        found.setdefault(places[row], (" ".join(row), str(path.relative_to(corpora))))
    return [(place, *told) for place, told in sorted(found.items())]


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    found = list(borrowed(ours(root), Path(sys.argv[1])))
    for (name, line), row, source in found:
        print(f"{name}:{line}: {row!r} stands in {source}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
