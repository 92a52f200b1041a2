"""TEI P5: the utterances as a text, the reports as its witnesses, the variants as apparatus entries that stand apart.

Each reading points to its place in `texts/`, by RFC 5147: `texts/report-3f0c.txt#char=12,34` is `text[12:34]`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from onrecord.model import ActorRef, Spans
from onrecord.model.edtf import day_of
from onrecord.views.citing.notes import web_address
from onrecord.views.exports.contents import Contents

if TYPE_CHECKING:
    from onrecord.model.utterance import Variant
    from onrecord.record import ActorRow, ReadingRow, ReportRow, UtteranceRow

FILE, TEXTS = "record.xml", "texts"
# XML 1.0 has no place for these, not even escaped: each stands as the picture or the mark of what it was.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PICTURES = 0x2400
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>Utterances, as several reports have them</title>
<respStmt xml:id="people"><resp>corrected what they know better</resp><name>people</name></respStmt></titleStmt>
<publicationStmt><p>Exported by {software}</p></publicationStmt>
<sourceDesc><listWit>
"""
_AFTER_WITNESSES = """</listWit></sourceDesc>
</fileDesc>
<encodingDesc><variantEncoding method="location-referenced" location="external"/></encodingDesc>
<profileDesc><particDesc>
"""


def write_tei(contents: Contents, folder: Path) -> None:
    """One TEI file, and the texts to which it points, unchanged."""
    (folder / TEXTS).mkdir()
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD.format(software=_fit(contents.software)))
        for row in contents.record.reports():
            _keep(folder / TEXTS / f"{row.id}.txt", contents.record.text(row.id))
            file.write(_witness(row))
            contents.step()
        file.write(_AFTER_WITNESSES)
        file.writelines(_actors(contents))
        file.write("</particDesc></profileDesc>\n</teiHeader>\n<text><body>\n")
        _utterances(contents, folder, file)
        file.write("</TEI>\n")


def _utterances(contents: Contents, folder: Path, file: TextIO) -> None:
    """The text, and after it the apparatus, which waits in a file of its own so that no memory need hold it."""
    waiting = folder / "apparatus.part"
    with waiting.open("w", encoding="utf-8", newline="\n") as apparatus:
        empty = True
        for row in contents.utterances():
            file.write(_utterance(row))
            apparatus.writelines(_entries(row))
            empty = False
            contents.step()
    file.write("<p/>\n</body></text>\n" if empty else "</body></text>\n<standOff><listApp>\n")
    with waiting.open(encoding="utf-8", newline="\n") as apparatus:
        file.writelines(apparatus)
    file.write("" if empty else "</listApp></standOff>\n")
    waiting.unlink()


def _keep(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _fit(text: str) -> str:
    """Escaped; a carriage return by its number, since a parser would make a newline of it."""
    return escape(_UNFIT.sub(_shown, text)).replace("\r", "&#13;")


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"


def _witness(row: ReportRow) -> str:
    day = day_of(row.published)
    parts = [
        f"<title>{_fit(row.title)}</title>" if row.title else "",
        f"<author>{_fit(row.author)}</author>" if row.author else "",
        f"<publisher>{_fit(row.outlet)}</publisher>" if row.outlet else "",
        f"<date{_when(day.isoformat() if day else None)}>{_fit(row.published)}</date>" if row.published else "",
        f'<ref target="{_fit(web)}"/>' if (web := web_address(row.url)) else "",
        f'<ptr target="{TEXTS}/{row.id}.txt"/>',
    ]
    return f'<witness xml:id="{row.id}"><bibl>{"".join(parts)}</bibl></witness>\n'


def _when(day: str | None) -> str:
    return f' when="{day}"' if day else ""


def _actors(contents: Contents) -> Iterator[str]:
    """Persons, then all others, each as one list; what several statements name stands once."""
    people = (row for row in contents.record.actors() if row.type == "person")
    others = (row for row in contents.record.actors() if row.type != "person")
    if next(contents.record.actors(), None) is None:
        yield "<p/>\n"
    yield from _list("listPerson", "person", "persName", people)
    yield from _list("listOrg", "org", "orgName", others)


def _list(whole: str, one: str, name: str, rows: Iterable[ActorRow]) -> Iterator[str]:
    empty = True
    for row in rows:
        yield f"<{whole}>\n" if empty else ""
        yield f'<{one} xml:id="{row.id}"><{name}>{_fit(row.name)}</{name}></{one}>\n'
        empty = False
    yield "" if empty else f"</{whole}>\n"


def _utterance(row: UtteranceRow) -> str:
    """The base's words, who said them, and when."""
    day = day_of(row.said_on)
    date = f"<date{_when(day.isoformat() if day else None)}>{_fit(row.said_on)}</date> " if row.said_on else ""
    who = _who(row.speaker)
    direct = "true" if row.base.wording.kind == "direct" else "false"
    by = ' resp="#people"' if row.base.statement.corrections else ""
    said = f'<said{who} direct="{direct}"{by} source="#{row.base.report.id}">{_fit(row.base.text)}</said>'
    return f'<p xml:id="{row.id}">{date}{said}</p>\n'


def _who(speaker: ActorRef | None) -> str:
    return f' who="#{speaker.id}"' if speaker else ""


def _entries(row: UtteranceRow) -> Iterator[str]:
    """An entry for the whole utterance, and one for each place where a reading differs."""
    base, *others = (_words(one, one.wording.spans, one.text) for one in row.readings)
    rest = "".join(f"<rdg{words}</rdg>" for words in others)
    yield f'<app loc="{row.id}" type="reading"><lem{base}</lem>{rest}</app>\n'
    readings = {one.wording.id: one for one in row.readings}
    places: dict[tuple[Spans, str, str], list[Variant]] = defaultdict(list)
    for each in row.variants:
        places[each.base_spans, each.base_text, each.kind].append(each)
    for (spans, text, kind), variants in places.items():
        lemma = _words(row.base, spans, text)
        rest = "".join(f"<rdg{_words(readings[one.wording], one.spans, one.text)}</rdg>" for one in variants)
        yield f'<app loc="{row.id}" type="{kind}"><lem{lemma}</lem>{rest}</app>\n'


def _words(of: ReadingRow, spans: Spans, text: str) -> str:
    """The rest of an element: whose words they are, where they stand, and the words."""
    return f' wit="#{of.report.id}">{_pointers(of, spans)}{_fit(text)}'


def _pointers(one: ReadingRow, spans: Spans) -> str:
    targets = " ".join(f"{TEXTS}/{one.report.id}.txt#char={span.start},{span.end}" for span in spans)
    return f'<ptr target="{targets}"/>' if targets else ""
