"""Finding passages shared with a corpus: tests/borrowed.py."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.borrowed import borrowed, ours

SENTENCE = "The ferrymen of Tesk will not row before the locks are mended and paid for"


def git(folder: Path, *words: str) -> None:
    subprocess.run([shutil.which("git") or "git", *words], cwd=folder, check=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "--quiet")
    return root


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Yesterday. {SENTENCE.upper()}!"),
        ("a.html", f"<p>{SENTENCE.replace('row', '<b>row</b>')}</p>"),
        ("a.jsonl", '{"title": "None", "text": "He said: ' + SENTENCE + '."}\n'),
        ("a.conllu", f"# sent_id = 1\n# text = {SENTENCE}\n1\tThe\t_\n"),
    ],
)
def test_a_sentence_of_a_corpus_is_found_with_its_line(project: Path, tmp_path: Path, name: str, text: str) -> None:
    written(project, "notes.md", f"# Notes\n\n{SENTENCE}.\n")
    git(project, "add", "notes.md")
    [(place, _, source)] = borrowed(ours(project), written(tmp_path / "corpora", name, text))
    assert (place, source) == (("notes.md", 3), name)


def test_a_few_words_in_common_are_none(project: Path, tmp_path: Path) -> None:
    written(project, "notes.md", "The ferrymen of Tesk will not row on Sundays.")
    git(project, "add", "notes.md")
    assert not list(borrowed(ours(project), written(tmp_path / "corpora", "a.txt", SENTENCE)))
