"""What a page says of itself: Open Graph and other meta tags, schema.org's JSON-LD, and the day that htmldate finds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Protocol

from htmldate import find_date

from onrecord.sources.days import day
from onrecord.sources.details import Details, unstorable

ARTICLE = re.compile(r"(?:News|Blog|Reportage|Opinion|Analysis|Live|Scholarly|Tech)?(?:Article|Posting|BlogPosting)$")
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date",
    "dc.date.issued", "dcterms.created", "publish-date", "date", "sailthru.date", "article.published",
)  # fmt: skip
OUTLETS = ("og:site_name", "application-name", "twitter:app:name:iphone")
AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
SEPARATOR = re.compile(r"(.+?)\s+[|\u2013\u2014\u00b7-]\s+([^|\u2013\u2014\u00b7]+)$", re.DOTALL)
NOT_LETTERS = re.compile(r"[\W_]+")
DEEPEST = 6  # levels of JSON-LD that are looked through
LATEST = "2100-01-01"  # not today: the same page gives the same day whenever it is read


class Element(Protocol):
    """What is used of lxml's elements."""

    text: str | None

    def get(self, key: str) -> str | None: ...
    def iter(self, tag: str) -> Iterator[Element]: ...
    def find(self, path: str) -> Element | None: ...
    def text_content(self) -> str: ...


def page_details(tree: Element) -> Details:
    """Title, outlet, author, address, language and publication day, each from the first place that has it."""
    meta = _meta(tree)
    article = next(_articles(tree), {})
    published = _published(article, meta) or _dated(tree)
    outlet = _first(*(meta.get(name) for name in OUTLETS), _named(article.get("publisher")), _site(tree, meta))
    return Details(
        title=_title(tree, meta, article, outlet),
        outlet=outlet,
        author=_first(_named(article.get("author")), *(_person(meta.get(name)) for name in AUTHORS)),
        url=_first(_attribute(tree, ".//link[@rel='canonical']", "href"), meta.get("og:url"), article.get("url")),
        language=_language(tree.get("lang") or _attribute(tree, ".//html", "lang") or article.get("inLanguage")),
        published=published,
        published_from="page" if published else None,
    )


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content and content.strip():
                found.setdefault(str(name).lower().strip(), str(content))
    return found


def _articles(tree: Element) -> Iterator[Mapping[str, object]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json") and script.text:
            try:
                loaded = json.loads(str(script.text), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _in(loaded, DEEPEST)


def _in(value: object, levels: int) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for part in value:
            yield from _in(part, levels - 1) if levels else ()
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(ARTICLE.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        elif levels:
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _in(value.get(name), levels - 1)


def _title(tree: Element, meta: Mapping[str, str], article: Mapping[str, object], outlet: str | None) -> str | None:
    """The title that the page gives to others, without the name of the site that some add to it."""
    printed = [str(one.text_content()) for one in tree.iter("h1")][:5]
    headline = article.get("headline")
    title = _first(meta.get("og:title"), headline, meta.get("twitter:title"), *printed, _text(tree, ".//head/title"))
    if title is None:
        return None
    for shorter in (headline, *printed):
        if isinstance(shorter, str) and (bare := _letters(shorter)) and _letters(title).startswith(bare):
            return _first(shorter)
    kept, found, last = _parts(title)
    return (
        kept
        if found and outlet and (_letters(last) in _letters(outlet) or _letters(outlet) in _letters(last))
        else title
    )


def _site(tree: Element, meta: Mapping[str, str]) -> str | None:
    """The site's name, where the window's title adds it to the page's own."""
    kept, found, last = _parts(_text(tree, ".//head/title") or "")
    is_added = found and _letters(kept) == _letters(meta.get("og:title", ""))
    return last if is_added and len(last.split()) <= 5 else None


def _parts(title: str) -> tuple[str, bool, str]:
    found = SEPARATOR.match(title.strip())
    return (found[1], True, found[2]) if found else (title, False, "")


def _letters(text: str) -> str:
    return NOT_LETTERS.sub("", unescape(text)).casefold()


def _published(article: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    """The page's own publication day, in the page's own zone."""
    for value in (article.get("datePublished"), *(meta.get(name) for name in PUBLISHED)):
        if isinstance(value, str) and (found := day(value)):
            return found
    return None


def _dated(tree: Element) -> str | None:
    return find_date(tree, original_date=True, extensive_search=False, max_date=LATEST)


def _first(*values: object) -> str | None:
    for value in values:
        if isinstance(value, str) and (clean := " ".join(unescape(value).split())) and not unstorable(clean):
            return clean
    return None


def _named(value: object) -> str | None:
    """The names of persons or organisations in JSON-LD: a string, an object, or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for part in value if not isinstance(part, list) and (name := _named(part))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _person(value) if isinstance(value, str) else None


def _person(value: str | None) -> str | None:
    return None if value is None or "://" in value else value.strip()


def _language(value: object) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", value.strip()):
        return value.strip().replace("_", "-").lower()
    return None


def _text(tree: Element, path: str) -> str | None:
    element = tree.find(path)
    return None if element is None else str(element.text_content())


def _attribute(tree: Element, path: str, name: str) -> str | None:
    element = tree.find(path)
    return None if element is None else element.get(name)
