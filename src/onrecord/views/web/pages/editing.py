"""Where the forms lead: each takes one judgement, and sends the reader back to what it was about."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.model import Fault
from onrecord.record.by_id import actor_by_id, statements_meant
from onrecord.record.corrections import STATEMENT_KINDS
from onrecord.views.web.editing import Editor, Form, field, sent
from onrecord.views.web.links import actor_at, corrections_at
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
        days=(field(form, "since", needed=False) or None, field(form, "until", needed=False) or None),
    )
    if isinstance(fault, Fault):
        raise HTTPException(409, str(fault))
    row = await run_in_threadpool(actor_by_id, site.record, actor)
    return RedirectResponse(actor_at(row.ref()) if row else "/actors", 303)


async def judge_statement(site: Site, request: Request) -> Response:
    editor, form = await _form(site, request)
    act, statement = request.path_params["act"], field(form, "statement")
    because = field(form, "because")
    if act == "set-speaker":
        actor = field(form, "actor", needed=False) or None
        fault = await run_in_threadpool(editor.set_speaker, statement, actor, because=because)
    elif act == "set-stance":
        issue, stance = field(form, "issue"), field(form, "stance")
        if site.codebook.issue(issue) is None:
            raise HTTPException(409, f"{issue!r} is no issue of the codebook")
        fault = await run_in_threadpool(editor.set_stance, statement, issue, stance, because=because)
    elif act == "move":
        where = field(form, "utterance", needed=False) or None
        out_of = field(form, "out_of", needed=False) or None
        fault = await run_in_threadpool(editor.move, statement, where, because=because, out_of=out_of)
    else:
        raise HTTPException(404, f"there is no {act!r}; there are {', '.join(STATEMENT_KINDS)}")
    if isinstance(fault, Fault):
        raise HTTPException(409, str(fault))
    return RedirectResponse(await run_in_threadpool(_corrections_of, site, statement), 303)


def _corrections_of(site: Site, reference: str) -> str:
    """The page of the statement that an id, the start of one, or a place names."""
    meant = statements_meant(site.record, reference)
    return corrections_at(meant[0].statement.id if len(meant) == 1 else reference)


async def undo(site: Site, request: Request) -> Response:
    editor, form = await _form(site, request)
    judgement = field(form, "judgement")
    if not await run_in_threadpool(editor.undo, judgement):
        raise HTTPException(409, f"{judgement}: no judgement of that id is in force")
    statement = field(form, "statement", needed=False)
    back = await run_in_threadpool(_corrections_of, site, statement) if statement else "/judgements"
    return RedirectResponse(back, 303)


async def _form(site: Site, request: Request) -> tuple[Editor, Form]:
    """The form, if it was made here. Raises HTTPException."""
    if site.editor is None:
        raise HTTPException(404, "these pages only read; onrecord serve --edit takes corrections")
    form = await sent(request)
    site.forms.check(request, form)
    return site.editor, form
