"""Web pages: the article's text, and what the page says of itself."""

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.model import Fault, Report
from onrecord.sources import reports

FIRST = "The envoys of Norland and Esk met for six hours on the river island, and nothing was signed."
SECOND = "“We will come back on Monday with a list of the dams,” the envoy of Norland told reporters."


def page(head: str = "", *, body: str = "", html: str = '<html lang="en-GB">') -> bytes:
    article = body or f"<article><h1>Talks end</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    return (
        f"<!DOCTYPE html>{html}<head>{head}</head><body><nav><a href='/'>Home</a></nav>{article}</body></html>".encode()
    )


def read(folder: Path, content: bytes) -> Report | Fault:
    path = folder / "a.html"
    path.write_bytes(content)
    [found] = reports([path])
    return found


def report(folder: Path, content: bytes) -> Report:
    found = read(folder, content)
    assert isinstance(found, Report), found
    return found


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    found = report(tmp_path, page())
    assert found.text.splitlines()[-2:] == [FIRST, SECOND]
    assert not found.text_is_file


def test_the_hash_of_the_page_is_kept(tmp_path: Path) -> None:
    assert report(tmp_path, page()).page_sha256 == hashlib.sha256(page()).hexdigest()


def test_json_ld(tmp_path: Path) -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "Talks &amp; dams",
                "datePublished": "2025-03-13T23:30:00-05:00",
                "author": [{"@type": "Person", "name": "Ann Roe"}, {"name": "Bo Doe"}],
                "publisher": {"name": "Esk Tribune"},
                "url": "https://esk.example/1",
            },
        ]
    }
    found = report(tmp_path, page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (found.title, found.outlet, found.author) == ("Talks & dams", "Esk Tribune", "Ann Roe, Bo Doe")
    assert (found.published, found.published_from) == ("2025-03-13", "page")
    assert (found.url, found.language) == ("https://esk.example/1", "en-gb")


def test_meta_tags(tmp_path: Path) -> None:
    head = """<meta property="og:title" content="Talks end | Esk Tribune">
        <meta property="og:site_name" content="Esk Tribune"><meta name="author" content="Ann Roe">
        <meta property="article:published_time" content="2025-03-13T00:10:00+03:00">
        <link rel="canonical" href="https://esk.example/1">"""
    found = report(tmp_path, page(head))
    assert (found.title, found.outlet, found.author) == ("Talks end", "Esk Tribune", "Ann Roe")
    assert (found.published, found.url) == ("2025-03-13", "https://esk.example/1")


def test_a_day_that_only_htmldate_finds(tmp_path: Path) -> None:
    body = f'<article><time datetime="2024-03-13T10:00">x</time><p>{FIRST}</p><p>{SECOND}</p></article>'
    assert report(tmp_path, page(body=body)).published == "2024-03-13"


def test_a_page_that_says_nothing_of_itself(tmp_path: Path) -> None:
    found = report(tmp_path, page(html="<html>", body=f"<article><p>{FIRST}</p><p>{SECOND}</p></article>"))
    assert (found.title, found.outlet, found.author, found.published, found.url, found.language) == (None,) * 6


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": 5, "author": [[1]], "datePublished": ["x"]}',
        "null",
    ],
)
def test_hostile_json_ld(tmp_path: Path, script: str) -> None:
    found = report(tmp_path, page(f'<script type="application/ld+json">{script}</script>'))
    assert (found.title, found.author) == ("Talks end", None)


@pytest.mark.parametrize(
    "content",
    [
        page(body="<p></p>"),
        page(body="<ul><li><a href='/a'>Sport</a></li><li><a href='/b'>Weather</a></li></ul>"),
        b"<html></html>",
        b"<<<<<>>>>>",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, content: bytes) -> None:
    assert str(read(tmp_path, content)).endswith("a.html: no article in the page")


@pytest.mark.parametrize(
    "content, cause", [(b"", "empty"), (b"\x89PNG\r\n", "binary: a picture (PNG)"), (b"<p>a\x00b", "binary: byte 0x00")]
)
def test_what_is_no_page(tmp_path: Path, content: bytes, cause: str) -> None:
    assert f"a.html: {cause}" in str(read(tmp_path, content))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_the_page_names_its_encoding(tmp_path: Path, encoding: str) -> None:
    head = f'<meta charset="{encoding}"><meta property="og:site_name" content="Эск">'
    assert report(tmp_path, page(head).decode().replace("“", "«").replace("”", "»").encode(encoding)).outlet == "Эск"


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    found = read(tmp_path, page(body="<div>" * 20_000 + f"<p>{FIRST}</p>" + "</div>" * 20_000))
    assert isinstance(found, Report | Fault)
