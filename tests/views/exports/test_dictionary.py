"""dictionary: what docs/exports.md says of the tables is what is exported."""

from pathlib import Path

from onrecord.views.exports.dictionary import dictionary

PAGE = Path(__file__).resolve().parents[3] / "docs" / "exports.md"


def test_the_docs_name_every_table_and_column() -> None:
    told = "\n".join(dictionary())
    assert told in PAGE.read_text(encoding="utf-8"), "put in: python -m onrecord.views.exports.dictionary"
