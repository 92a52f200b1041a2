"""Sources: paths, folders and plain text."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Fault, Report
from onrecord.sources import Limits, reports

PROSE = "The envoys met for six hours on the river island, and nothing was signed.\n"


def put(folder: Path, name: str, content: str | bytes = PROSE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path | str) -> Report:
    [found] = reports([path])
    assert isinstance(found, Report), found
    return found


def fault(path: Path | str, **options: Limits) -> str:
    [found] = reports([path], **options)
    assert isinstance(found, Fault), found
    return str(found)


def names(*paths: Path) -> list[str]:
    return [Path(found.path or "").name if isinstance(found, Report) else str(found) for found in reports(paths)]


@pytest.mark.parametrize("text", [f"  {PROSE}\r\n\t{PROSE}", f"\ufeff{PROSE}", "a\x0bb\x1b[31m\u202e\n", "Ж\u0301 𝔸"])
def test_a_text_is_its_file_unchanged(tmp_path: Path, text: str) -> None:
    found = one(put(tmp_path, "a.txt", text))
    assert found.text == text
    assert found.text_is_file
    assert found.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "content, cause",
    [
        (b"", "a.txt: empty"),
        (b" \n\t\n", "a.txt: empty"),
        (b"\xef\xbb\xbf", "a.txt: empty"),
        (b"caf\xe9 talks", "a.txt: no valid UTF-8: byte 0xe9 at offset 3 (save it as UTF-8)"),
        (b"talks\x00\x01", "a.txt: binary: byte 0x00 at offset 5"),
        (b"%PDF-1.7 ...", "a.txt: binary: a PDF (give its text)"),
        ("talks".encode("utf-16"), "a.txt: UTF-16, not UTF-8 (save it as UTF-8)"),
    ],
)
def test_what_is_no_text(tmp_path: Path, content: bytes, cause: str) -> None:
    assert fault(put(tmp_path, "a.txt", content)).endswith(cause)


def test_over_the_limit_nothing_more_is_read(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    with path.open("r+b") as stream:
        stream.truncate(10**12)  # a sparse file: reading it all would take an hour
    assert "over the limit of 1 MB for one report" in fault(path, limits=Limits(text_bytes=10**6))


def test_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "x" * 101)
    assert "over the limit" in fault(path, limits=Limits(text_bytes=100))
    assert len(list(reports([path], limits=Limits(text_bytes=101)))) == 1


def test_a_folder_is_read_by_name_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "c.txt", "B.txt", ".hidden.txt", ".git/d.txt", "x.pdf", "notes.md", "reports.csv"):
        put(tmp_path, name, "file\nb.txt\n" if name == "reports.csv" else PROSE)
    assert names(tmp_path) == ["B.txt", "z.TXT", "b.txt", "c.txt"]


def test_paths_keep_their_order(tmp_path: Path) -> None:
    assert names(put(tmp_path, "b.txt"), put(tmp_path, "a.txt")) == ["b.txt", "a.txt"]


def test_a_hidden_file_named_outright_is_read(tmp_path: Path) -> None:
    assert names(put(tmp_path, ".a.txt")) == [".a.txt"]


@pytest.mark.parametrize("name", ["a.pdf", "a", "reports.csv"])
def test_a_file_of_another_kind_named_outright(tmp_path: Path, name: str) -> None:
    assert "of a kind that is not read" in fault(put(tmp_path, name))


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert fault(tmp_path / "none.txt").endswith("none.txt: does not exist")
    assert fault(tmp_path / "loop.txt").endswith("loop.txt: a loop of links")
    assert fault(tmp_path / "gone.txt").endswith("gone.txt: a link to nothing")
    assert "can't be read" in fault("\0")
    assert "can't be read" in fault("x" * 5000)


def test_a_folder_that_leads_back_to_itself(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == ["b.txt", f"{tmp_path}/a/up: a loop of links: it leads back to a folder above it"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt").chmod(0)
    put(tmp_path, "d/b.txt").parent.chmod(0)
    put(tmp_path, "e.txt")
    found = names(tmp_path)
    (tmp_path / "d").chmod(0o700)
    assert found == [
        f"{tmp_path}/a.txt: can't be read: permission denied",
        f"{tmp_path}/d: can't be read: permission denied",
        "e.txt",
    ]


def test_a_pipe_with_a_name_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert fault(tmp_path / "a.txt").endswith("no file and no folder (give - to read standard input)")
    assert names(tmp_path) == []


def test_a_name_that_is_no_utf8_is_escaped(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text(PROSE)
    [found] = reports([os.fsdecode(path)])
    assert isinstance(found, Report)
    assert found.path == f"{tmp_path}/\\xff.txt"


@pytest.mark.parametrize(
    "given, text",
    [
        (PROSE.encode(), PROSE),
        (b'\n {"text": "The dams open."}\n', "The dams open."),
        (b"---\ntitle: Dams\n---\nThe dams open.\n", "---\ntitle: Dams\n---\nThe dams open.\n"),
        (
            b"<!DOCTYPE html><html><body><article><p>The dams of the upper river open on Monday, all of them.</p>"
            b"<p>They close again on the Friday after that, or so the keepers say today.</p></article></body></html>",
            "The dams of the upper river open on Monday, all of them.\n"
            "They close again on the Friday after that, or so the keepers say today.",
        ),
    ],
)
def test_standard_input_is_what_it_looks_like(given: bytes, text: str) -> None:
    [found] = reports(["-"], stdin=io.BytesIO(given))
    assert isinstance(found, Report)
    assert (found.text, found.path) == (text, "-")


def test_standard_input_with_nothing_in_it() -> None:
    assert [str(found) for found in reports(["-"], stdin=io.BytesIO(b" \n"))] == ["-: empty"]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "reports.csv"]))
def test_any_bytes_give_reports_or_faults(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    put(folder, name, content)
    put(folder, "b.txt")
    found = list(reports([folder], limits=Limits(text_bytes=200)))
    assert isinstance(found[-1], Report)
    for report in found:
        if isinstance(report, Report):
            report.text.encode()
