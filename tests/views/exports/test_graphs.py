"""JSON-LD and TEI: read back by an RDF library, a JSON-LD processor and an XML parser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pyld import jsonld
from rdflib import RDF, Graph, Namespace, URIRef

import onrecord
from onrecord.views.exports import Contents, export
from tests.views.exports.conftest import Places

# rdflib warns of its own parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")

OA, PROV, SCHEMA = (
    Namespace(one) for one in ("http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "https://schema.org/")
)
OWN = "urn:onrecord:"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture
def graph(contents: Contents, folder: Path) -> Graph:
    export(contents, folder, "jsonld")
    return Graph().parse(folder / "record.jsonld", format="json-ld")


def own(node: object) -> str:
    return str(node).removeprefix(OWN)


def places_in(graph: Graph, role: str) -> dict[str, tuple[str, list[tuple[int, int]], list[str]]]:
    """By statement: the report, and of each target the position and the exact words."""
    found: dict[str, tuple[str, list[tuple[int, int]], list[str]]] = {}
    for note in graph.subjects(URIRef(f"{OWN}terms:role"), None):
        if str(graph.value(note, URIRef(f"{OWN}terms:role"))) != role:
            continue
        spans, words, report = [], [], ""
        for target in graph.objects(note, OA.hasTarget):
            report = own(graph.value(target, OA.hasSource))
            for selector in graph.objects(target, OA.hasSelector):
                if (selector, RDF.type, OA.TextPositionSelector) in graph:
                    start, end = graph.value(selector, OA.start), graph.value(selector, OA.end)
                    spans.append((int(start), int(end)))
                else:
                    words.append(str(graph.value(selector, OA.exact)))
        found[own(graph.value(note, OA.hasBody))] = report, sorted(spans), words
    return found


def test_jsonld_gives_back_every_place(graph: Graph, places: Places) -> None:
    found = places_in(graph, "content").values()
    assert {(report, tuple(spans)) for report, spans, _ in found} == {(report, spans) for report, spans, _ in places}


def test_both_selectors_choose_the_same_characters(graph: Graph) -> None:
    for role in ("content", "cue", "source"):
        for report, spans, words in places_in(graph, role).values():
            text = str(graph.value(URIRef(OWN + report), SCHEMA.articleBody))
            assert sorted(text[start:end] for start, end in spans) == sorted(words)


def test_the_words_around_find_the_place_again(graph: Graph) -> None:
    bodies = [str(one) for one in graph.objects(None, SCHEMA.articleBody)]
    for selector in graph.subjects(RDF.type, OA.TextQuoteSelector):
        around = [str(graph.value(selector, part) or "") for part in (OA.prefix, OA.exact, OA.suffix)]
        assert any("".join(around) in body for body in bodies)


def test_what_was_derived_leads_back_to_a_report(graph: Graph) -> None:
    positions = list(graph.subjects(RDF.type, URIRef(f"{OWN}terms:Position")))
    assert positions
    for one in positions:
        reports = set(graph.transitive_objects(one, PROV.wasDerivedFrom))
        assert any((report, RDF.type, SCHEMA.NewsArticle) in graph for report in reports)


def test_every_link_of_the_record_leads_to_a_node(graph: Graph) -> None:
    nodes = set(graph.subjects())
    linked = {one for one in graph.objects() if str(one).startswith(OWN) and "terms:" not in str(one)}
    assert linked <= nodes


def test_a_statement_in_quotation_marks_is_a_quotation(graph: Graph, record: onrecord.OpenRecord) -> None:
    quotations = {own(one) for one in graph.subjects(RDF.type, SCHEMA.Quotation)}
    assert quotations == {row.statement.id for row in record.statements() if row.statement.kind != "indirect"}


def test_all_who_may_have_said_it_are_told_and_how_sure_it_is(at_odds: Contents, folder: Path) -> None:
    export(at_odds, folder, "jsonld")
    graph = Graph().parse(folder / "record.jsonld", format="json-ld")
    own_terms = Namespace(f"{OWN}terms:")
    for one in graph.subjects(RDF.type, own_terms.Utterance):
        told = {
            (own(graph.value(each, own_terms.actor)), float(graph.value(each, own_terms.score)))
            for each in graph.objects(one, own_terms.candidate)
        }
        assert told == {("actor-1", 0.6), ("actor-2", 0.4)}
        assert float(graph.value(one, own_terms.confidence)) == 0.4
        assert graph.value(one, SCHEMA.spokenByCharacter) is None


def test_a_processor_needs_no_network_and_loses_nothing(contents: Contents, folder: Path) -> None:
    export(contents, folder, "jsonld")
    document = json.loads((folder / "record.jsonld").read_text(encoding="utf-8"))

    def no_network(url: str, options: object) -> None:
        raise AssertionError(url)

    expanded = jsonld.expand(document, {"documentLoader": no_network})
    assert len(expanded) == len(document["@graph"])
    again = jsonld.compact(expanded, document["@context"], {"documentLoader": no_network})
    assert {node["id"] for node in again["@graph"]} == {node["id"] for node in document["@graph"]}


def test_only_an_address_on_the_web_is_a_url(graph: Graph) -> None:
    assert [str(one) for one in graph.objects(None, SCHEMA.url)] == ["https://fajr.example/1?a=1&b=%3C2%3E"]


def test_every_node_stands_on_a_line_of_its_own(contents: Contents, folder: Path) -> None:
    export(contents, folder, "jsonld")
    _, _, *lines, _ = (folder / "record.jsonld").read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line.removeprefix(","))["id"] for line in lines)


@pytest.fixture
def tei(contents: Contents, folder: Path) -> etree._Element:
    export(contents, folder, "tei")
    return etree.parse(folder / "record.xml", etree.XMLParser(resolve_entities=False)).getroot()


def test_tei_has_its_parts_in_order(tei: etree._Element) -> None:
    assert [node.tag for node in tei] == [f"{TEI}teiHeader", f"{TEI}text", f"{TEI}standOff"]
    assert tei.find(f".//{TEI}variantEncoding").attrib == {"method": "location-referenced", "location": "external"}


def test_tei_of_a_record_without_statements_has_no_empty_list(tmp_path: Path, contents: Contents) -> None:
    export(replace(contents, utterances=lambda: ()), tmp_path / "out", "tei")
    root = etree.parse(tmp_path / "out" / "record.xml").getroot()
    assert root.find(f"{TEI}standOff") is None
    assert root.find(f"{TEI}text/{TEI}body/{TEI}p") is not None


def test_every_report_is_a_witness(tei: etree._Element, record: onrecord.OpenRecord) -> None:
    assert {node.get(XML_ID) for node in tei.iter(f"{TEI}witness")} == {row.id for row in record.reports()}


def test_whatever_is_pointed_at_is_there(tei: etree._Element, folder: Path) -> None:
    ids = {node.get(XML_ID) for node in tei.iter() if node.get(XML_ID)}
    assert len(ids) == sum(1 for node in tei.iter() if node.get(XML_ID))
    assert {node.get("loc") for node in tei.iter(f"{TEI}app")} <= ids
    assert {node.get("wit").removeprefix("#") for node in tei.iter(f"{TEI}lem", f"{TEI}rdg")} <= ids
    assert {node.get("who").removeprefix("#") for node in tei.iter(f"{TEI}said") if node.get("who")} <= ids


def pointed(node: etree._Element, folder: Path) -> list[str]:
    """The characters at the places that an entry's pointer names."""
    (pointer,) = node.findall(f"{TEI}ptr") or [None]
    found = []
    for target in pointer.get("target").split() if pointer is not None else ():
        file, start, end = re.fullmatch(r"(.+)#char=(\d+),(\d+)", target).groups()
        found.append((folder / file).read_bytes().decode("utf-8")[int(start) : int(end)])
    return found


def test_every_reading_is_what_stands_at_its_place(tei: etree._Element, folder: Path) -> None:
    readings = list(tei.iter(f"{TEI}lem", f"{TEI}rdg"))
    assert readings
    for node in readings:
        words = "".join(node.itertext())
        assert words == " … ".join(pointed(node, folder)).replace("\x1b", "␛")


def test_the_readings_are_those_of_the_record(tei: etree._Element, record: onrecord.OpenRecord) -> None:
    entries = [node for node in tei.iter(f"{TEI}app") if node.get("type") == "reading"]
    found = {(node.get("loc"), tuple("".join(one.itertext()) for one in node)) for node in entries}
    every = {(row.id, tuple(one.text for one in row.readings)) for row in record.utterances()}
    assert every <= found
    assert len(every) > 0


def test_texts_are_kept_unchanged(tei: etree._Element, folder: Path, record: onrecord.OpenRecord) -> None:
    for row in record.reports():
        assert (folder / "texts" / f"{row.id}.txt").read_bytes().decode("utf-8") == record.text(row.id)
