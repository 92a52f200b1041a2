"""A page as a browser would take it, and what must never be in it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.html
from starlette.testclient import TestClient

OURS = {"/static/page.js"}
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
MOST_BYTES = 1_000_000


def page(client: TestClient, at: str) -> lxml.html.HtmlElement:
    answer = client.get(at)
    assert answer.status_code == 200, f"{at}: {answer.text}"
    assert len(answer.content) < MOST_BYTES
    return lxml.html.fromstring(answer.text)


def harms(made: lxml.html.HtmlElement) -> list[str]:
    """What a browser would run, fetch from elsewhere, or be led astray by."""
    found = [f"obeyed: {one!r}" for one in OBEYED.findall(lxml.html.tostring(made, encoding="unicode"))]
    for element in made.iter():
        if not isinstance(element.tag, str):
            found.append("a comment")
            continue
        if element.tag == "script" and (element.get("src") not in OURS or element.text):
            found.append("a script")
        if element.tag in ("style", "iframe", "object", "embed", "base", "img", "image", "foreignobject"):
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                found.append(f"{element.tag} {name}")
            if name in ("href", "src", "action", "xlink:href") and not _is_ours(element, value):
                found.append(f"{element.tag} {name}={value}")
    return found


def _is_ours(element: lxml.html.HtmlElement, value: str) -> bool:
    parts = urlsplit(value)
    if not parts.scheme and not parts.netloc:
        return True
    return element.tag == "a" and parts.scheme in ("http", "https") and "noreferrer" in element.get("rel", "")


def links(made: lxml.html.HtmlElement) -> list[str]:
    """Where the page's links lead on this site, each once."""
    every = (one.get("href") for one in made.iter("a"))
    return list(dict.fromkeys(one for one in every if one and one.startswith(("/", "?"))))
