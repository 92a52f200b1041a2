"""What a chart is: a picture, what it shows in words, and the data behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from onrecord.model.identity import digest
from onrecord.views.charts.svg import element, fit
from onrecord.views.harmless import one_line

SMALL, PLAIN = 11.0, 12.0
EMPTY = "Nothing to show."


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as text: `svg` (an element to put into a page; no script, no style, no outside reference), its `title`,
    its text alternative (`description`), and the data as `head` and `rows`.

    It needs no stylesheet; with `charts.palette()` it takes the page's colours, light and dark.
    """

    svg: str
    title: str
    description: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self) -> str:
        """A figure: the chart, which scrolls where it is wider than the page, and below it the data, folded."""
        caption = f"<figcaption>{escape(self.title)}</figcaption>"
        if not self.rows:
            return f'<figure class="chart">{caption}<p>{EMPTY}</p></figure>'
        # What scrolls must be reached by the keyboard.
        picture = (
            f'<div class="chart-scroll" tabindex="0" role="group" aria-label="{escape(self.title)}">{self.svg}</div>'
        )
        return f'<figure class="chart">{caption}{picture}{self._data()}</figure>'

    def table(self) -> str:
        """The data as an HTML table."""
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.head)
        body = "".join(
            "<tr>" + "".join(f'<td dir="auto">{escape(one_line(cell))}</td>' for cell in row) + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _data(self) -> str:
        return (
            f"<details><summary>Data of this chart ({len(self.rows):,})</summary>"
            f'<div class="chart-data" tabindex="0" role="group" aria-label="Data">{self.table()}</div></details>'
        )

    def _repr_html_(self) -> str:
        return self.html()


def draw(
    width: float,
    height: float,
    *parts: str,
    title: str,
    description: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> Chart:
    """The chart around its parts. Its ids hash what it shows, so that several can stand on one page."""
    body = "".join(parts)
    name = f"chart-{digest(title + description + body)[:10]}"
    svg = element(
        "svg",
        element("title", fit(title), id=f"{name}-title"),
        element("desc", fit(description), id=f"{name}-desc"),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=width,
        height=height,
        # What is a picture to a screen reader has no links in it.
        role="group" if "<a " in body else "img",
        aria_labelledby=f"{name}-title {name}-desc",
        direction="ltr",
        font_family="system-ui, sans-serif",
        font_size=PLAIN,
        color="currentColor",
    )
    return Chart(svg, title, description, tuple(head), tuple(tuple(row) for row in rows))
