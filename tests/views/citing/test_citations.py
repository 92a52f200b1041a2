"""citing: reports as BibTeX and CSL-JSON, read back by other programs' libraries."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text

from onrecord.record import ReportRow
from onrecord.views.citing import bibtex, csl
from onrecord.views.citing.bibtex import citation_key
from onrecord.views.harmless import one_line
from tests.views.making import report

PLAIN = report(title="Voss says yes", author="Amina Rowe", url="https://courier.example/yes?a=1&b=2")
HOSTILE = report(
    title='\\input{/etc/passwd} 100% {"a}} @book{x, $1 & #2_~^ </script> \x1b[2J',
    url="javascript:alert(1)",
    id="report-2",
)


def read_back(*rows: ReportRow) -> list[Entry]:
    return list(parse_string("\n".join(bibtex(rows)), "bibtex").entries.values())


def plain(latex: str) -> str:
    """The words as a reader sees them. pybtex knows no names for braces, backslashes and the like: these stay names."""
    names = {
        "backslash": "\\",
        "braceleft": "{",
        "braceright": "}",
        "asciitilde": "~",
        "asciicircum": "^",
        "dollar": "$",
    }
    for name, character in names.items():
        latex = latex.replace(f"\\text{name}{{}}", f"⟨{ord(character)}⟩")
    shown = str(Text.from_latex(latex))
    for character in names.values():
        shown = shown.replace(f"⟨{ord(character)}⟩", character)
    return shown


def test_an_entry_tells_outlet_title_and_day() -> None:
    (entry,) = read_back(PLAIN)
    assert entry.type == "article"
    assert entry.fields["journal"] == "Torland Courier"
    assert plain(entry.fields["title"]) == "Voss says yes"
    assert (entry.fields["date"], entry.fields["year"], entry.fields["month"]) == ("2024-09-13", "2024", "9")
    assert entry.fields["url"] == "https://courier.example/yes?a=1&b=2"
    assert [str(one) for one in entry.persons["author"]] == ["{Amina Rowe}"]


@pytest.mark.parametrize("row", [HOSTILE, report(title="}", outlet="{"), report(title="-- ``% all''", outlet="\\")])
def test_no_title_swallows_the_next_entry(row: ReportRow) -> None:
    first, second = read_back(row, report(id="report-3", title="After it"))
    assert plain(first.fields["title"]) == one_line(row.title or "")
    assert plain(second.fields["title"]) == "After it"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_title_reads_back(title: str) -> None:
    first, second = read_back(report(title=title), report(id="report-2", title="After it"))
    assert plain(second.fields["title"]) == "After it"
    assert "⟨" in title or plain(first.fields["title"]).split() == one_line(title).split()


@pytest.mark.parametrize("rows", [bibtex, csl])
def test_an_address_that_would_run_is_left_out(rows: Callable[[Iterable[ReportRow]], Iterable[object]]) -> None:
    assert "alert" not in str(list(rows([HOSTILE])))


def test_a_report_without_an_outlet_goes_by_its_file() -> None:
    (entry,) = read_back(report(outlet=None))
    assert entry.type == "misc"
    assert plain(entry.fields["title"]) == "002_courier.txt"


def test_keys_are_plain_and_differ() -> None:
    one, other = (
        report(outlet="L’Écho, №1", id="report-aaaaaaaa11"),
        report(outlet="L’Écho, №1", id="report-bbbbbbbb22"),
    )
    assert citation_key(one) == "l-echo-no1-2024-09-13-aaaaaaaa"
    assert citation_key(one) != citation_key(other)


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2024-09-13", {"date-parts": [[2024, 9, 13]]}),
        ("2024-09", {"date-parts": [[2024, 9]]}),
        ("2024", {"date-parts": [[2024]]}),
        ("2024-09-13~", {"date-parts": [[2024, 9, 13]], "circa": True}),
        ("2024-09-09/2024-09-15", {"date-parts": [[2024, 9, 9], [2024, 9, 15]]}),
        ("soon", None),
        (None, None),
    ],
)
def test_days_are_told_as_far_as_they_are_known(published: str | None, issued: object) -> None:
    (item,) = csl([report(published=published)])
    assert item.get("issued") == issued


def test_a_citation_processor_takes_every_item() -> None:
    items = csl([PLAIN, HOSTILE, report(id="report-3", published="2024-09", outlet=None)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        shelf = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        shelf.register(Citation([CitationItem(item["id"])]))
    shown = " ".join(map(str, shelf.bibliography()))
    assert "Voss says yes" in shown
    assert "Torland Courier" in shown
