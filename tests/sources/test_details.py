"""What is known of a report beside its text: days, front matter, and reports.csv."""

from pathlib import Path

import pytest

from onrecord.model import Fault, Report
from onrecord.sources import reports
from onrecord.sources.days import day

PROSE = "The envoys met for six hours on the river island, and nothing was signed.\n"


def read(folder: Path, **files: str | bytes) -> list[Report | Fault]:
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(reports([folder]))


@pytest.mark.parametrize(
    "value, found",
    [
        ("2025-03-13", "2025-03-13"),
        ("2025-03", "2025-03"),
        ("2025-03-13~", "2025-03-13~"),
        ("2025-03-10/2025-03-16", "2025-03-10/2025-03-16"),
        ("2025-03-13T23:59:59+14:00", "2025-03-13"),
        ("2025-03-13T00:01:00Z", "2025-03-13"),
        ("2025-03-13 00:01:00.123-05:00", "2025-03-13"),
        ("20250313", "2025-03-13"),
        ("Thu, 13 Mar 2025 23:10:00 -0500", "2025-03-13"),
        ("March 13, 2025", "2025-03-13"),
        ("Mar. 13, 2025 at 4:15 p.m. EDT", "2025-03-13"),
        ("Thursday, 13th March 2025", "2025-03-13"),
        (" 13 March 2025 ", "2025-03-13"),
        ("03/04/2025", None),
        ("13.03.2025", None),
        ("2025-13-13", None),
        ("31 June 2025", None),
        ("yesterday", None),
        ("1741824000", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_days(value: str, found: str | None) -> None:
    assert day(value) == found


def test_front_matter(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 'Talks: day one'\ndate: 2025-03-13 23:00:00-05:00\nsource_url: https://esk.example/1\n"
        f"authors: [Ann Roe, Bo Doe]\noutlet: Esk Tribune\nprimary: yes\ntags: [a]\n---\n\n{PROSE}"
    )
    [found] = read(tmp_path, a_md=text)
    assert isinstance(found, Report)
    assert found.text == text
    assert (found.title, found.published, found.published_from) == ("Talks: day one", "2025-03-13", "given")
    assert (found.url, found.author, found.outlet) == ("https://esk.example/1", "Ann Roe, Bo Doe", "Esk Tribune")
    assert found.primary
    assert found.text_is_file


def test_markdown_without_front_matter_is_read_only_when_named(tmp_path: Path) -> None:
    assert read(tmp_path, a_md=f"# Notes\n{PROSE}", b_md=f"---\n{PROSE}") == []
    assert [type(found) for found in reports([tmp_path / "a.md"])] == [Report]


@pytest.mark.parametrize(
    "front, cause",
    [
        ("title: [", "a.md: front matter: "),
        ("date: soon", "a.md: published: 'soon' is no date (write 2025-03-13)"),
        ("title: {a: b}", "a.md: title: must be text, not an object"),
        ("[" * 5000, "a.md: front matter: "),
    ],
)
def test_faulty_front_matter(tmp_path: Path, front: str, cause: str) -> None:
    fault, report = read(tmp_path, a_md=f"---\n{front}\n---\n{PROSE}")
    assert isinstance(fault, Fault)
    assert f"{tmp_path}/{cause}" in str(fault)
    assert isinstance(report, Report)


def test_front_matter_that_never_ends(tmp_path: Path) -> None:
    assert read(tmp_path, a_md="---\r\n" + "title: x\r\n" * 1000) == []


def test_nothing_in_front_matter_runs(tmp_path: Path) -> None:
    [found] = read(tmp_path, a_md=f"---\ntitle: !!python/object/apply:os.getcwd []\n---\n{PROSE}")
    assert isinstance(found, Report)


def test_a_table_beside_texts(tmp_path: Path) -> None:
    table = 'file,Outlet,published,title\na.txt,"Esk, Tribune",2025-03-13,Talks\nb.txt,,,\nno.txt,X,,\n'
    astray, first, second = read(tmp_path, a_txt=PROSE, b_txt=PROSE, reports_csv=table)
    assert isinstance(astray, Fault)
    assert (str(astray), astray.minor) == (
        f"{tmp_path}/reports.csv:4: no file no.txt beside it (mend the row's file)",
        True,
    )
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.outlet, first.published, first.published_from) == ("Esk, Tribune", "2025-03-13", "given")
    assert first.title == "Talks"
    assert (second.outlet, second.published) == (None, None)


def test_a_table_counts_for_a_file_named_outright(tmp_path: Path) -> None:
    read(tmp_path, a_txt=PROSE, reports_csv="file,outlet\na.txt,Esk Tribune\n")
    [found] = reports([tmp_path / "a.txt"])
    assert isinstance(found, Report)
    assert found.outlet == "Esk Tribune"


@pytest.mark.parametrize("table", ["file;outlet\r\na.txt;Esk Tribune\r\n", "\ufefffile,outlet\na.txt,Esk Tribune\n"])
def test_tables_as_spreadsheets_write_them(tmp_path: Path, table: str) -> None:
    [found] = read(tmp_path, a_txt=PROSE, reports_csv=table)
    assert isinstance(found, Report)
    assert found.outlet == "Esk Tribune"


def test_a_table_is_believed_over_front_matter(tmp_path: Path) -> None:
    [found] = read(
        tmp_path,
        a_md=f"---\ntitle: Talks\noutlet: X\n---\n{PROSE}",
        reports_csv="file,outlet\na.md,Esk Tribune\n",
    )
    assert isinstance(found, Report)
    assert (found.outlet, found.title) == ("Esk Tribune", "Talks")


@pytest.mark.parametrize(
    "table, causes",
    [
        ("name,outlet\na.txt,X\n", ["reports.csv: no column named file"]),
        (b"file\n\xff\n", ["reports.csv: no valid UTF-8: byte 0xff at offset 5"]),
        ("file,published\na.txt,soon\n", ["reports.csv:2: published: 'soon' is no date"]),
        ("file,outlet\na.txt,X\na.txt,Y\n", ["reports.csv:3: a.txt stands in the table twice"]),
        ('file,outlet\na.txt,"' + "x" * 200_000 + '"\n', ["reports.csv: no table: "]),
    ],
)
def test_a_faulty_table_is_named_once_and_the_texts_are_read(
    tmp_path: Path, table: str | bytes, causes: list[str]
) -> None:
    found = read(tmp_path, a_txt=PROSE, b_txt=PROSE, reports_csv=table)
    faults = [str(one) for one in found if isinstance(one, Fault)]
    assert len(found) == len(faults) + 2
    assert [
        fault.removeprefix(f"{tmp_path}/")[: len(cause)] for fault, cause in zip(faults, causes, strict=True)
    ] == causes
