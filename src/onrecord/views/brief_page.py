"""The brief as one HTML file: nothing outside it is needed, nothing in it runs, and it prints on A4 and Letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.views.charts import Chart, palette
from onrecord.views.harmless import one_line

if TYPE_CHECKING:
    from onrecord.views.brief import Sections
    from onrecord.views.citing import Notes

TITLE = "Brief"
SOURCES = "Sources"
# A file from elsewhere may open it, and a mail reader: whatever a report holds, nothing is fetched, sent or run.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def brief_page(
    sections: Sections, notes: Notes, *, asked: Sequence[str] = (), charts: Mapping[str, Chart] | None = None
) -> Iterator[str]:
    """The page in pieces. `asked` says what the brief is limited to; a chart stands after the section of its name."""
    yield "<!DOCTYPE html>\n"
    yield f'<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(_title(asked))}</title><style>{palette()}{_style()}</style></head>\n<body><main>"
    yield f"<header><h1>{TITLE}</h1>{_asked(asked)}</header>"
    for section in sections:
        yield f'<section class="{escape(section.name)}">{section.html(notes, level=2)}</section>\n'
        chart = (charts or {}).get(section.name)
        if chart and chart.rows:
            yield f"<section>{chart.html()}</section>\n"
    if notes.notes:
        yield f'<section class="sources"><h2>{SOURCES}</h2>{notes.html()}</section>\n'
    yield "</main></body></html>\n"


def _title(asked: Sequence[str]) -> str:
    return ": ".join([TITLE, *([one_line(", ".join(asked))] if asked else [])])


def _asked(asked: Sequence[str]) -> str:
    return f'<p class="asked" dir="auto">{escape(one_line(", ".join(asked)))}</p>' if asked else ""


def _style() -> str:
    return resources.files("onrecord.views").joinpath("brief.css").read_text(encoding="utf-8")
