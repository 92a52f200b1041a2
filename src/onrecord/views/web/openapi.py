"""The API, described as OpenAPI 3.1."""

from __future__ import annotations

from onrecord.model.jsonform import Json, JsonObject
from onrecord.views.web.asked import HOW, Param
from onrecord.views.web.listings import LISTINGS, Listing

FAULT: JsonObject = {"$ref": "#/components/schemas/Fault"}


def description(version: str) -> JsonObject:
    paths: JsonObject = {
        "/api": {"get": _operation("index", "What there is.", (), {"200": _json("What there is.", "Index")})},
        "/api/openapi.json": {
            "get": _operation("description", "This description.", (), {"200": _plain("This description.")})
        },
    }
    paths |= {f"/api/{one.name}": {"get": _listed(one)} for one in LISTINGS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord",
            "version": version,
            "description": "Who is on record saying what, under which conditions, according to whom. Read-only; the "
            "shapes of the rows stand in docs/contract.md.",
        },
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _listed(one: Listing) -> JsonObject:
    rows: JsonObject = {
        "description": "The rows: as one JSON object with the address of those that follow, one object a line, or CSV.",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": [one.name, "next"],
                    "properties": {
                        one.name: {"type": "array", "items": {"type": "object"}},
                        "next": {"type": ["string", "null"]},
                    },
                    "additionalProperties": False,
                }
            },
            "application/x-ndjson": {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
        },
    }
    answers: JsonObject = {"200": rows}
    if any(param.required for param in one.params):
        answers |= {"404": _json("No report, or more than one, goes by that.", "Fault")}
    return _operation(one.name, one.about, (*one.params, *HOW), answers)


def _operation(name: str, about: str, params: tuple[Param, ...], responses: JsonObject) -> JsonObject:
    faults: JsonObject = {
        "400": _json("The question asks for what there is not.", "Fault"),
        "421": {"description": "Asked under a host's name that is not this one's.", "content": _text()},
        "503": _json("The record cannot be read.", "Fault"),
    }
    return {
        "operationId": name,
        "summary": about,
        "parameters": [_parameter(one) for one in params],
        "responses": responses | (faults if params else {"421": faults["421"]}),
    }


def _parameter(one: Param) -> Json:
    return {"name": one.name, "in": "query", "required": one.required, "description": one.about, "schema": one.schema}


def _json(about: str, schema: str) -> JsonObject:
    return {
        "description": about,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _plain(about: str) -> JsonObject:
    return {"description": about, "content": {"application/json": {"schema": {"type": "object"}}}}


def _text() -> JsonObject:
    return {"text/plain": {"schema": {"type": "string"}}}


def _schemas() -> JsonObject:
    text: JsonObject = {"type": "string"}
    listed: JsonObject = {
        "type": "object",
        "required": ["name", "path", "about", "parameters"],
        "properties": {
            "name": text,
            "path": text,
            "about": text,
            "parameters": {"type": "array", "items": text},
        },
    }
    return {
        "Fault": {"type": "object", "required": ["fault"], "properties": {"fault": text}},
        "Index": {
            "type": "object",
            "required": ["name", "version", "description", "lists"],
            "properties": {
                "name": text,
                "version": text,
                "description": text,
                "lists": {"type": "array", "items": listed},
            },
        },
    }
