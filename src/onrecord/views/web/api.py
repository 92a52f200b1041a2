"""The record as JSON: what the command line lists, under the same names, with the same filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.model.jsonform import JsonObject
from onrecord.views.formats import csv_of
from onrecord.views.harmless import json_line
from onrecord.views.web.asked import HOW, Asked, asked
from onrecord.views.web.listings import LISTINGS, Listing
from onrecord.views.web.openapi import description
from onrecord.views.web.site import Page, Site

USUAL = 100
TYPES = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}


class Json(Response):
    """One JSON value in which what a terminal would obey stands as escapes."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        return json_line(content).encode()


def routes() -> Iterator[tuple[str, Page]]:
    yield "/api", index
    yield "/api/openapi.json", described
    for listing in LISTINGS:
        yield f"/api/{listing.name}", partial(_rows, listing)


def index(site: Site, request: Request) -> Response:
    """What there is."""
    lists: list[JsonObject] = [
        {
            "name": one.name,
            "path": f"/api/{one.name}",
            "about": one.about,
            "parameters": [p.name for p in (*one.params, *HOW)],
        }
        for one in LISTINGS
    ]
    return Json(
        {"name": "onrecord", "version": version("onrecord"), "description": "/api/openapi.json", "lists": lists}
    )


def described(site: Site, request: Request) -> Response:
    return Json(description(version("onrecord")))


def _rows(listing: Listing, site: Site, request: Request) -> Response:
    told = asked(request.query_params.multi_items(), (*listing.params, *HOW), strict=True)
    if told.format != "json":
        return _streamed(listing, site, told)
    size = told.limit or USUAL
    lines = [line.shape() for line in listing.lines(site, replace(told, limit=size + 1))]
    more = len(lines) > size
    following = f"/api/{listing.name}{told.query(limit=size, offset=told.offset + size)}" if more else None
    return Json({listing.name: lines[:size], "next": following})


def _streamed(listing: Listing, site: Site, told: Asked) -> Response:
    """All rows, or as many as are asked for, as they come."""
    lines = listing.lines(site, told)
    text = (
        csv_of(line.flat() for line in lines) if told.format == "csv" else (json_line(line.shape()) for line in lines)
    )
    name = f'{"inline" if told.format == "jsonl" else "attachment"}; filename="{listing.name}.{told.format}"'
    return StreamingResponse(
        (f"{line}\n" for line in text), media_type=TYPES[told.format], headers={"Content-Disposition": name}
    )
