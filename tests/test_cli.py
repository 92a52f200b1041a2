"""The command line: what it takes, prints and leaves with."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from onrecord.cli import app
from tests import quick_reader


def commands(group: object, above: str = "") -> Iterator[str]:
    """`read`, `actors`, `actors merge`, `codebook check`: all that do something."""
    for name, below in getattr(group, "commands", {}).items():
        if name != "codebook":
            yield f"{above}{name}"
        yield from commands(below, f"{above}{name} ")


COMMANDS = sorted(commands(get_command(app)))
VIEWS = (
    "brief reports statements utterances positions conditions proposals changes agreement disagreements copies "
    "coverage actors timeline stories"
).split()
COURIER = "“We agree with the timetable,” Ilmar Voss said.\nThen he left.\n"
MIRROR = "“Who will watch the river?” Mirela Antal said.\n"


HOSTILE = "\x1b]0;owned\x07\u202e=HYPERLINK(1) <script> [red]"


def lay_out(folder: Path) -> None:
    """Two dated reports, and one that would like to do harm."""
    (folder / "news").mkdir()
    (folder / "news" / "courier.txt").write_text(COURIER, encoding="utf-8")
    (folder / "news" / "mirror.txt").write_text(MIRROR, encoding="utf-8")
    (folder / "news" / "reports.csv").write_text(
        "file,outlet,published\ncourier.txt,Torland Courier,2024-09-13\nmirror.txt,,2024-09-12\n", encoding="utf-8"
    )
    line = {
        "text": f"“{HOSTILE} We agree,” Ilmar Voss said.",
        "title": HOSTILE,
        "outlet": HOSTILE,
        "url": "javascript:alert(1)",
        "published": "2024-09-12",
    }
    (folder / "hostile.jsonl").write_text(json.dumps(line), encoding="utf-8")


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the records that most tests ask, made once."""
    folder = tmp_path_factory.mktemp("records")
    lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr("onrecord.reading.reader.load", quick_reader.load)
        assert run("add", "news").exit_code == 0
        assert run("add", "hostile.jsonl", "--record", "hostile.db").exit_code == 0
    return folder


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the reports, and a reader that takes no time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.reading.reader.load", quick_reader.load)
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    lay_out(tmp_path)
    return tmp_path


@pytest.fixture
def added(here: Path, records: Path) -> None:
    """The two reports are in the record."""
    shutil.copy(records / "onrecord.db", here)


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given)


def rows(*arguments: str) -> list[dict]:
    """The JSON lines that a command prints."""
    done = run(*arguments, "--format", "jsonl")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("most", "is_said"), [(1, True), (2, False)])
def test_disagreements_say_what_was_not_laid_side_by_side(
    added: None, monkeypatch: pytest.MonkeyPatch, most: int, is_said: bool
) -> None:
    monkeypatch.setattr("onrecord.parallels.MOST_REPORTS", most)
    done = run("disagreements", "--format", "jsonl")
    assert done.exit_code == 0
    assert ("laid side by side" in done.stderr) is is_said


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.exit_code == 0
    assert f"$ onrecord {command} " in done.stdout or f"$ onrecord {command}\n" in done.stdout.replace(" \n", "\n")


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'sqlalchemy', 'numpy', 'onnxruntime', 'trafilatura', 'tokenizers', 'polars', 'pandas', 'yaml'}"
    code = f"import sys, onrecord.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["read"],
        ["read", "news", "--format", "xml"],
        ["statements", "--since", "yesterday"],
        ["statements", "--until", "2024-13-01"],
        ["statements", "--min-confidence", "2"],
        ["statements", "--limit", "0"],
        ["remove", "news/courier.txt"],
        ["set", "news/courier.txt"],
        ["evaluate", "nonsense", "news"],
        ["read", "news", "--codebook", "no-such-book"],
    ],
)
def test_wrong_usage_leaves_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_read_prints_a_line_per_report() -> None:
    done = run("read", "news")
    assert done.exit_code == 0
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["report"]["path"] == "news/courier.txt"
    assert second["statements"][0]["speaker"]["name"] == "Mirela Antal"
    ((start, end),) = first["statements"][0]["content"]
    assert COURIER[start:end] == "“We agree with the timetable,”"


@pytest.mark.parametrize(("text", "printed"), [("auto", False), ("always", True), ("never", False)])
def test_read_prints_the_text_where_asked(text: str, printed: bool) -> None:
    line = json.loads(run("read", "news/courier.txt", "--text", text).stdout)
    assert (line["report"].get("text") == COURIER) is printed


def test_read_takes_standard_input() -> None:
    line = json.loads(run("read", "-", given=COURIER).stdout)
    assert line["report"]["text"] == COURIER
    assert len(line["statements"]) == 1


def test_read_shows_a_table() -> None:
    shown = run("read", "news", "--format", "table").stdout
    assert "Ilmar Voss" in shown
    assert "courier.txt:0-30" in shown


def test_what_cannot_be_read_is_said_and_the_rest_is_read() -> None:
    Path("news/empty.txt").touch()
    done = run("read", "news", "no/such/file.txt")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    empty, missing = done.stderr.splitlines()
    assert empty.startswith("onrecord: news/empty.txt: ")
    assert missing.startswith("onrecord: no/such/file.txt: ")


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_row_for_no_file_is_said_and_skips_nothing(command: str) -> None:
    Path("news/reports.csv").write_text("file,outlet\ncourrier.txt,Torland Courier\n", encoding="utf-8")
    done = run(command, "news")
    assert done.exit_code == 0
    assert "news/reports.csv:2: no file courrier.txt beside it" in done.stderr
    assert "skipped" not in done.stderr


def test_a_text_that_is_too_large_is_refused() -> None:
    Path("news/long.txt").write_text(COURIER * 1000, encoding="utf-8")
    done = run("read", "news", "--max-size", "0.01")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.startswith("onrecord: news/long.txt: over the limit of 0.01 MB")


def test_add_says_what_was_added() -> None:
    assert run("add", "news").stdout == "onrecord.db: 2 reports added (19 words, 2 statements)\n"
    assert run("add", "news").stdout == "onrecord.db: 2 reports already there\n"


def test_quiet_says_nothing() -> None:
    assert run("add", "news", "--quiet").output == ""


def test_the_record_is_found_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_RECORD", "talks.db")
    run("add", "news")
    assert Path("talks.db").exists()
    assert len(rows("statements")) == 2


def test_without_a_record_the_error_says_what_makes_one() -> None:
    done = run("brief")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: onrecord.db: ")
    assert "onrecord add" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("wanted", "speakers"),
    [
        ([], ["Mirela Antal", "Ilmar Voss"]),
        (["--speaker", "voss"], ["Ilmar Voss"]),
        (["--party", "keldavia"], ["Ilmar Voss"]),
        (["--outlet", "courier"], ["Ilmar Voss"]),
        (["--since", "2024-09-13"], ["Ilmar Voss"]),
        (["--until", "2024-09-12"], ["Mirela Antal"]),
        (["--since", "2024-09", "--until", "2024-09"], ["Mirela Antal", "Ilmar Voss"]),
        (["--until", "2023"], []),
        (["--type", "belief"], []),
        (["--kind", "direct"], ["Mirela Antal", "Ilmar Voss"]),
        (["--min-confidence", "0.95"], []),
        (["--stance", "threatens"], []),
        (["--search", "river"], ["Mirela Antal"]),
        (["--report", "news/mirror.txt"], ["Mirela Antal"]),
        (["--limit", "1"], ["Mirela Antal"]),
    ],
)
def test_statements_are_asked_for(wanted: list[str], speakers: list[str], added: None) -> None:
    assert [row["speaker"]["name"] for row in rows("statements", *wanted)] == speakers


def test_context_shows_the_sentences_around(added: None) -> None:
    (row,) = rows("statements", "--context", "--speaker", "Voss")
    assert row["context"]["text"] == "“We agree with the timetable,” Ilmar Voss said."


def test_ids_are_the_same_from_read_and_from_the_record(added: None) -> None:
    read = [json.loads(line) for line in run("read", "news").stdout.splitlines()]
    assert {one["id"] for line in read for one in line["statements"]} == {row["id"] for row in rows("statements")}
    assert {line["report"]["id"] for line in read} == {row["id"] for row in rows("reports")}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "md"])
def test_every_view_has_every_format(view: str, format: str, added: None) -> None:
    done = run(view, "--format", format)
    assert done.exit_code == 0, done.output
    assert "\x1b" not in done.stdout
    if format == "csv":
        assert all(None not in row and None not in row.values() for row in csv.DictReader(io.StringIO(done.stdout)))
    if format == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())


def test_nothing_found_is_said_aside(added: None) -> None:
    done = run("statements", "--speaker", "Nobody")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "No statements match.\nonrecord: no speaker 'Nobody' in the record; try another --speaker\n"


def test_a_report_is_mended_and_withdrawn(added: None) -> None:
    assert run("set", "news/mirror.txt", "--outlet", "Velmoran Mirror").exit_code == 0
    assert [row["outlet"] for row in rows("reports")] == ["Velmoran Mirror", "Torland Courier"]
    assert run("remove", "news/mirror.txt", "--because", "a hoax").exit_code == 0
    assert [row["outlet"] for row in rows("reports")] == ["Torland Courier"]
    assert [row["withdrawn"] for row in rows("reports", "--withdrawn")] == ["a hoax", None]


def test_a_report_that_is_not_there_is_said(added: None) -> None:
    done = run("remove", "no-such-report", "--because", "why not")
    assert done.exit_code == 1
    assert "no-such-report" in done.stderr


def test_reread_reads_again(added: None) -> None:
    assert run("reread").stdout == "onrecord.db: 2 reports read again (19 words, 2 statements)\n"


def test_check_finds_no_fault_in_what_was_added(added: None) -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "onrecord.db: no fault in 2 reports, 2 statements\n")


def actors_named(*names: str) -> list[tuple[str, str | None]]:
    return [(row["name"], row["party"]) for row in rows("actors") if row["name"] in names]


def test_a_person_says_who_is_who_and_takes_it_back(added: None) -> None:
    assert actors_named("Ilmar Voss", "Mirela Antal") == [("Ilmar Voss", "Keldavia"), ("Mirela Antal", None)]
    assert run("actors", "merge", "Ilmar Voss", "Mirela Antal", "--because", "a pen name").exit_code == 0
    (actor,) = rows("actors")
    assert set(actor["names"]) == {"Ilmar Voss", "Mirela Antal"}
    run("reread")
    assert len(rows("actors")) == 1
    (judgement,) = rows("actors", "judgements")
    assert judgement["why"] == "a pen name"
    assert run("actors", "undo", judgement["id"]).exit_code == 0
    assert len(rows("actors")) == 2
    assert rows("actors", "judgements") == []
    assert run("actors", "undo", judgement["id"]).exit_code == 1


def test_an_actor_is_renamed_and_given_a_party(added: None) -> None:
    run("actors", "rename", "Mirela Antal", "M. Antal", "--because", "house style")
    run("actors", "set-party", "M. Antal", "Velmora", "--because", "its prime minister")
    assert actors_named("M. Antal") == [("M. Antal", "Velmora")]
    assert [row["speaker"]["name"] for row in rows("statements", "--party", "Velmora")] == ["M. Antal"]


def test_an_actor_is_given_a_party_from_a_day_on(added: None) -> None:
    name = rows("statements")[0]["speaker"]["name"]
    run("actors", "set-party", name, "Velmora", "--since", "2024-01-01", "--until", "2035", "--because", "for now")
    (actor,) = [one for one in rows("actors") if one["parties_held"]]
    held = {(one["party"], one["since"], one["until"], one["judge"], one["why"]) for one in actor["parties_held"]}
    assert ("Velmora", "2024-01-01", "2035-12-31", "user", "for now") in held
    assert "set-party Velmora 2024-01-01/2035-12-31" in " ".join(run("actors", "judgements").output.split())
    assert run("actors", "set-party", name, "Velmora", "--since", "soon", "--because", "so").exit_code == 1


def test_what_is_one_is_split(added: None) -> None:
    run("actors", "merge", "Ilmar Voss", "Mirela Antal", "--because", "a slip")
    assert run("actors", "split", "Ilmar Voss", "Mirela Antal", "--because", "two people").exit_code == 0
    assert len(rows("actors")) == 2


def test_an_actor_that_is_not_there_is_said(added: None) -> None:
    done = run("actors", "rename", "Nobody", "Somebody", "--because", "why not")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: Nobody: no actor of exactly that name")


def test_a_codebook_is_checked() -> None:
    Path("mine.yaml").write_text("issues: []", encoding="utf-8")
    assert run("codebook", "check", "peace").stdout == "peace: no problem\n"
    done = run("codebook", "check", "mine.yaml")
    assert done.exit_code == 1
    assert done.stdout.startswith("mine.yaml: ")


def test_a_corpus_that_is_none_is_said() -> None:
    done = run("evaluate", "polnear", "news")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: polnear: news: ")


def test_measures_may_be_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang_up(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("onrecord.cli.proving.show", hang_up)
    assert "Broken pipe" not in run("evaluate", "polnear", "news").stderr


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "md"])
def test_a_hostile_report_reaches_the_screen_harmless(view: str, format: str, records: Path) -> None:
    shown = run(view, "--format", format, "--record", str(records / "hostile.db")).stdout
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert format != "md" or "<script>" not in shown
    assert format != "csv" or ",=HYPERLINK" not in shown


def test_a_closed_pipe_is_quiet(here: Path) -> None:
    many = "\n".join(json.dumps({"text": f"{COURIER} {number}" * 50}) for number in range(200))
    Path("many.jsonl").write_text(many, encoding="utf-8")
    code = "import tests.quick_reader as q, onrecord.reading.reader as r, onrecord.cli as c; r.load = q.load; c.main()"
    root = Path(__file__).resolve().parent.parent
    command = f'PYTHONPATH="{root}" "{sys.executable}" -c "{code}" read many.jsonl | head -n 1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
