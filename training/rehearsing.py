"""A small share of the corpora, on which all of `make train` can be rehearsed in minutes."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

ARTICLES, LINES = 2, 4


def small_share(data: Path, out: Path) -> Path:
    """Copies the first articles of each PolNeAR split and the first lines of each .jsonl; returns the new folder."""
    for split in ("train", "dev"):
        for text in islice(sorted((data / "polnear" / split / "text").glob("*.txt")), ARTICLES):
            for file in (text, *_annotations(data / "polnear" / split, text.stem)):
                copy = out / file.relative_to(data)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, copy)
    for file in (data / "clusters" / "reports.jsonl", *sorted((data / "news").glob("*.jsonl"))):
        copy = out / file.relative_to(data)
        copy.parent.mkdir(parents=True, exist_ok=True)
        with file.open(encoding="utf-8") as lines:
            copy.write_text("".join(islice(lines, LINES)), encoding="utf-8")
    return out


def _annotations(split: Path, name: str) -> list[Path]:
    return sorted(p for p in (split / "attributions").glob(f"{name}_*.ann"))
