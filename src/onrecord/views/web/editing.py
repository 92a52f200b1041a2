"""What a person knows better: forms that lead to judgements, and what keeps others' pages from sending them."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.model import Fault
from onrecord.views.web.asked import LONGEST

COOKIE = "onrecord"
MOST_BYTES = 20_000

Form = Mapping[str, str]


class Editor(Protocol):
    """Takes a person's beliefs. What is wrong with one is told in one line."""

    def judge_actor(
        self,
        act: str,
        actor: str,
        *,
        other: str | None,
        value: str | None,
        because: str,
        days: tuple[str | None, str | None],
    ) -> Fault | None:
        """`act` is merge, split, rename or set-party; actors go by id, or by a name exactly as printed.

        `days` are the first and last on which a party is spoken for; null where nothing bounds it.
        """

    def set_speaker(self, statement: str, actor: str | None, *, because: str) -> Fault | None:
        """Null says that nobody can tell who spoke."""

    def set_stance(self, statement: str, issue: str, stance: str, *, because: str) -> Fault | None:
        """`stance` is one of the codebook's, "none", or "off" where the statement is not about the issue."""

    def move(self, statement: str, utterance: str | None, *, because: str, out_of: str | None) -> Fault | None:
        """Null says that its words belong to no utterance that is there; `out_of` is where they are taken from."""

    def undo(self, judgement: str) -> bool:
        """Whether such a judgement was in force."""


@dataclass(frozen=True)
class Forms:
    """Ties each form to the browser that it was made for.

    A page sets a cookie that other sites' pages cannot send (SameSite=Strict), and puts into its forms a token made of
    it with a secret of this process. `Sec-Fetch-Site` and `Origin` tell in addition where a form was sent from.
    """

    secret: bytes

    @classmethod
    def fresh(cls) -> Forms:
        return cls(secrets.token_bytes(32))

    def session(self, request: Request) -> str:
        told = request.cookies.get(COOKIE, "")
        return told if len(told) == 43 and told.isascii() else secrets.token_urlsafe(32)

    def token(self, session: str) -> str:
        return hmac.digest(self.secret, session.encode(), "sha256").hex()

    def keep(self, response: Response, session: str) -> None:
        response.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")

    def check(self, request: Request, form: Form) -> None:
        """Raises HTTPException for a form that was not made here for this browser."""
        session = request.cookies.get(COOKIE, "")
        told, expected = form.get("token", ""), self.token(session)
        ours = bool(session) and hmac.compare_digest(told.encode(), expected.encode())
        if not ours or not sent_from_here(request.headers):
            raise HTTPException(403, "this form was not made by this page; load the page anew, and send it again")


def sent_from_here(headers: Mapping[str, str]) -> bool:
    """By what the browser says of where the form stood. One that says nothing is held by the token alone.

    `no-referrer` makes the origin of a form `null`; browsers of today then tell by `Sec-Fetch-Site`.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


async def sent(request: Request) -> Form:
    """The fields of a form, as browsers send one without files. Raises HTTPException for anything else."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415, "only a form of these pages is taken")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"a form takes up to {MOST_BYTES:,} bytes")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def field(form: Form, name: str, *, needed: bool = True) -> str:
    """A field's text. Raises HTTPException where it is missing or too long."""
    value = form.get(name, "").strip()
    if needed and not value:
        raise HTTPException(400, f"{name} is missing")
    if len(value) > LONGEST or "\0" in value:
        raise HTTPException(400, f"{name} takes up to {LONGEST} characters")
    return value
