"""results: rows as a sequence, a data frame, a table in a notebook."""

import sys

import pytest

from onrecord.views.charts import positions_chart
from onrecord.views.positions import POSITIONS
from onrecord.views.results import Results
from onrecord.views.tables import SAID
from tests.views.charts.rows import standing
from tests.views.making import said

TEXT = "<script>alert(1)</script> “We agree,” Voss said. \u202e"
FOUND = Results(SAID, [said(TEXT, "<script>alert(1)</script>"), said(TEXT, "“We agree,”", said_on=None)])


def test_it_is_a_sequence() -> None:
    assert len(FOUND) == 2
    assert FOUND[1].text == "“We agree,”"
    assert [row.text for row in FOUND[1:]] == ["“We agree,”"]
    assert repr(FOUND) == "<2 statements>"


def test_frames_have_a_line_a_row() -> None:
    frame, other = FOUND.to_polars(), FOUND.to_pandas()
    assert frame["said_on"].to_list() == ["2024-09-12", None]
    assert frame.columns == list(other.columns)
    assert frame["start"].to_list() == list(other["start"])


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_missing_library_says_how_to_get_it(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=r"pip install 'onrecord\[notebook\]'"):
        getattr(FOUND, f"to_{library}")()


def test_a_notebook_shows_text_and_runs_none() -> None:
    html = FOUND._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html


def test_a_chart_shows_the_rows_there_are() -> None:
    found = Results(POSITIONS, [standing(), standing("rejects")], positions_chart)
    assert found.chart().rows == positions_chart(list(found)).rows
    assert len(found[:1].chart().rows) == 1
    assert found.chart()._repr_html_().startswith("<figure")


def test_what_has_no_chart_says_so() -> None:
    with pytest.raises(TypeError, match="no chart of statements"):
        FOUND.chart()


def test_a_long_result_says_what_it_leaves_out() -> None:
    assert "and 20 more" in Results(SAID, [FOUND[0]] * 120)._repr_html_()
