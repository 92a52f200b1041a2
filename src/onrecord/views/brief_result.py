"""A brief as Python takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from onrecord.model.jsonform import JsonObject

if TYPE_CHECKING:
    from onrecord.record import ReportRow
    from onrecord.views.brief import Sections


class Made(Protocol):
    """A brief as `onrecord.handing` makes it."""

    @property
    def sections(self) -> Sections: ...
    def lines(self) -> Iterator[JsonObject]: ...
    def markdown(self) -> Iterator[str]: ...
    def html(self) -> Iterator[str]: ...
    def reports(self) -> list[ReportRow]: ...


@dataclass(frozen=True, slots=True)
class BriefResult:
    """A brief: as data, as Markdown, as one HTML page, or as tables in a notebook."""

    brief: Made

    @property
    def sections(self) -> Sections:
        return self.brief.sections

    def to_dicts(self) -> list[JsonObject]:
        """One object a line, as `onrecord brief --format jsonl` prints it."""
        return list(self.brief.lines())

    def to_markdown(self) -> str:
        """Each cell with the numbers of its sources, which stand at the end as footnotes."""
        return "\n".join(self.brief.markdown())

    def to_html(self) -> str:
        """A whole page, which needs nothing else, and prints."""
        return "".join(self.brief.html())

    def to_bibtex(self) -> str:
        """The reports that it cites."""
        from onrecord.views.citing import bibtex

        return "\n".join(bibtex(self.brief.reports()))

    def to_csl(self) -> list[JsonObject]:
        """The reports that it cites, as items of CSL-JSON."""
        from onrecord.views.citing import csl

        return csl(self.brief.reports())

    def _repr_html_(self) -> str:
        return "".join(section.html() for section in self.sections)
