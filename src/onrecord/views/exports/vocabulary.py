"""The words of the JSON-LD export: schema.org, Web Annotation, PROV, and our own where those have none."""

from __future__ import annotations

from onrecord.model.jsonform import JsonObject

BASE = "urn:onrecord:"
OWN = f"{BASE}terms:"
# Fields that name another node. (A URN is no base against which a relative name could be resolved, so they are whole.)
LINKS = {
    "spokenBy": "schema:spokenByCharacter",
    "isPartOf": "schema:isPartOf",
    "target": "oa:hasTarget",
    "body": "oa:hasBody",
    "source": "oa:hasSource",
    "motivation": "oa:motivatedBy",
    "wasDerivedFrom": "prov:wasDerivedFrom",
    "wasGeneratedBy": "prov:wasGeneratedBy",
    "wasAssociatedWith": "prov:wasAssociatedWith",
    "base": "onrecord:base",
    "reading": "onrecord:reading",
    "of": "onrecord:of",
    "actor": "onrecord:actor",
    "attendee": "schema:attendee",
}


def _own(*names: str) -> JsonObject:
    return {name: f"onrecord:{name}" for name in names}


# It stands in the file itself, so that reading it asks nothing of any network.
CONTEXT: JsonObject = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "onrecord": OWN,
    **{name: f"schema:{name}" for name in ("NewsArticle", "Quotation", "Organization", "Person", "Thing", "Event")},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector")},
    **{name: f"prov:{name}" for name in ("Entity", "Activity", "SoftwareAgent", "Agent")},
    **_own("Statement", "Utterance", "Position", "Condition", "Variant", "Disagreement", "Candidate"),
    "headline": "schema:headline",
    "name": "schema:name",
    "articleBody": "schema:articleBody",
    "text": "schema:text",
    "author": "schema:author",
    "publisher": "schema:publisher",
    "inLanguage": "schema:inLanguage",
    "alternateName": "schema:alternateName",
    "webAddress": {"@id": "schema:url", "@type": "schema:URL"},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
    "dateCreated": {"@id": "schema:dateCreated", "@type": "schema:Date"},
    "startDate": {"@id": "schema:startDate", "@type": "schema:Date"},
    "sha256": "schema:sha256",
    "label": "rdfs:label",
    **{name: {"@id": iri, "@type": "@id"} for name, iri in LINKS.items()},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    **_own("kind", "attribution", "party", "stance", "issue", "proposal", "edtf", "confidence", "role", "contested"),
    **_own("variantKind", "baseText", "readingText", "because", "publishedFrom", "weight", "corrections"),
    **_own("candidate", "score"),
}
