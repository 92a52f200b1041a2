"""What every page needs: the record, what is computed across it, the codebook, and how pages are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.codebook import Codebook
from onrecord.record import Record
from onrecord.views.harmless import harmless
from onrecord.views.web import links
from onrecord.views.web.across import Across
from onrecord.views.web.editing import Editor, Forms

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
STATIC = HERE / "static"

ACTS = ("merge", "split", "rename", "set-party")

Page = Callable[["Site", Request], Response]


@dataclass(frozen=True)
class Site:
    """One record being shown. `editor` takes corrections; null where the pages only read."""

    record: Record
    across: Across
    codebook: Codebook
    name: str
    editor: Editor | None = None
    forms: Forms = field(default_factory=Forms.fresh)

    def page(self, request: Request, template: str, **values: object) -> HTMLResponse:
        """The template as a page; every text in it is escaped, and shown without what a screen would obey."""
        made = TEMPLATE_SET.get_template(template)
        session = self.forms.session(request) if self.editor else ""
        token = self.forms.token(session) if self.editor else ""
        told = {"site": self, "path": request.url.path, "token": token, "editing": self.editor is not None}
        response = HTMLResponse(made.render(**told, **values))
        if self.editor is not None:
            self.forms.keep(response, session)
        return response

    def issue(self, id: str | None) -> str:
        """The issue's label, or the id where the codebook does not know it."""
        found = self.codebook.issue(id) if id else None
        return found.label if found else id or "no issue"

    def issues(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.id, one.label) for one in self.codebook.issues)


def _shown(value: object) -> object:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= links.HELPERS
    made.filters |= links.FILTERS
    return made


TEMPLATE_SET = _environment()
