"""Where the forms lead: each takes one judgement, and sends the reader back to what it was about."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.model import Fault
from onrecord.record.by_id import actor_by_id
from onrecord.views.web.editing import Editor, Form, field, sent
from onrecord.views.web.links import actor_at
from onrecord.views.web.site import ACTS, Site


async def judge_actor(site: Site, request: Request) -> Response:
    editor, form = await _form(site, request)
    act, actor = request.path_params["act"], field(form, "actor")
    if act not in ACTS:
        raise HTTPException(404, f"there is no {act!r}; there are {', '.join(ACTS)}")
    fault = await run_in_threadpool(
        editor.judge_actor,
        act,
        actor,
        other=field(form, "other", needed=act == "merge") or None,
        value=field(form, "value", needed=act == "rename") or None,
        because=field(form, "because"),
    )
    if isinstance(fault, Fault):
        raise HTTPException(409, str(fault))
    row = await run_in_threadpool(actor_by_id, site.record, actor)
    return RedirectResponse(actor_at(row.ref()) if row else "/actors", 303)


async def undo(site: Site, request: Request) -> Response:
    editor, form = await _form(site, request)
    judgement = field(form, "judgement")
    if not await run_in_threadpool(editor.undo, judgement):
        raise HTTPException(409, f"{judgement}: no judgement of that id is in force")
    return RedirectResponse("/judgements", 303)


async def _form(site: Site, request: Request) -> tuple[Editor, Form]:
    """The form, if it was made here. Raises HTTPException."""
    if site.editor is None:
        raise HTTPException(404, "these pages only read; onrecord serve --edit takes corrections")
    form = await sent(request)
    site.forms.check(request, form)
    return site.editor, form
