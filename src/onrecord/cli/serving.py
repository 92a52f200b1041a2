"""`onrecord serve`: the record as pages, and as JSON under /api."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.inputs import opened
from onrecord.cli.options import DEFAULT_CODEBOOK, DEFAULT_RECORD, Codebook, Quiet, RecordOption
from onrecord.cli.output import SKIPPED, say_fault
from onrecord.model import Fault

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from onrecord.record import Record

HERE = "127.0.0.1"


@dataclass(frozen=True)
class ServeOptions:
    record: RecordOption = DEFAULT_RECORD
    host: Annotated[str, typer.Option(metavar="HOST", help="The address to answer at.")] = HERE
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="0 takes a free one.")] = 8000
    edit: Annotated[bool, typer.Option("--edit", help="Let whoever sees the pages correct the record.")] = False
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name under which browsers may ask for it.")
    ] = None
    codebook: Codebook = DEFAULT_CODEBOOK
    quiet: Quiet = False


def serve(options: ServeOptions) -> None:
    """Show the record as web pages, and as JSON under /api.

    Pages change nothing that is recorded, and go on while `onrecord add` works in another window; with --edit people
    may merge and split actors, and take it back. Nothing is fetched from anywhere else.

    \b
    $ onrecord serve
    $ onrecord serve --record talks.db --port 8080 --edit
    """
    from onrecord.record import RecordError, open_record

    # An older record is brought up to date by being opened, which what only reads cannot do.
    with opened(options.record):
        pass
    try:
        with open_record(options.record, read_only=not options.edit) as record:
            _run(site_of(record, options), options)
    except RecordError as error:
        say_fault(error.fault)
        raise typer.Exit(SKIPPED) from None


def site_of(record: Record, options: ServeOptions, *, warm: bool = True) -> Starlette:
    """The application over an open record; `warm` begins at once to compute what takes long."""
    from onrecord.cli.editor import Corrections
    from onrecord.cli.remembering import Remembered
    from onrecord.codebook import load
    from onrecord.record import open_record
    from onrecord.views.web.app import application
    from onrecord.views.web.site import Site

    across = Remembered(record, options.codebook, partial(open_record, options.record))
    book = load(options.codebook)
    issues = tuple(one.id for one in book.issues)
    editor = Corrections(record, issues, across.forget) if options.edit else None
    site = Site(record, across, book, _name(options.record), editor)
    if warm:
        across.warm()
    return application(site, hosts=(options.host, *(options.allow_host or ())))


def _name(target: str) -> str:
    """What the record is called on its pages: its file's name, never a server's address."""
    return "record" if "://" in target else Path(target).name


def _run(app: Starlette, options: ServeOptions) -> None:
    import uvicorn

    listening = _listening(options.host, options.port)
    if not options.quiet:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"http://{shown}:{port}/  (Ctrl+C stops)", file=sys.stderr, flush=True)
    told = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False)
    uvicorn.Server(told).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address; leaves with 1 where nobody may listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        say_fault(
            Fault(f"{host}:{port}", f"it cannot be listened at: {error.strerror}", "try another --port or --host")
        )
        raise typer.Exit(SKIPPED) from None
