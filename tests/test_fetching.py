"""What tests fetch: a file of another hash is refused, and what cannot be fetched is told with its reason."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from tests.fetching import Package, fetched

NOWHERE = Package("a schema", "file:///nowhere/schema.tar.gz", "0" * 64, "schema.rng")


@pytest.fixture
def packed(tmp_path: Path) -> Package:
    """A package with one file in it, at an address of its own."""
    path = tmp_path / "schema.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        told = tarfile.TarInfo("schema-1/schema.rng")
        told.size = 5
        archive.addfile(told, io.BytesIO(b"<rng>"))
    return Package("a schema", path.as_uri(), hashlib.sha256(path.read_bytes()).hexdigest(), "schema-1/schema.rng")


def test_what_was_fetched_is_kept(packed: Package, tmp_path: Path) -> None:
    found = fetched(packed, tmp_path)
    assert found.read_bytes() == b"<rng>"
    (tmp_path / "schema.tar.gz").unlink()
    assert fetched(packed, tmp_path) == found


def test_another_file_is_refused(packed: Package, tmp_path: Path) -> None:
    other = Package(packed.what, packed.url, "0" * 64, packed.file)
    with pytest.raises(AssertionError, match="another file"):
        fetched(other, tmp_path)


@pytest.mark.parametrize(("required", "told"), [("", "Skipped"), ("postgres", "Skipped"), ("network", "Failed")])
def test_what_cannot_be_fetched_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, required: str, told: str
) -> None:
    monkeypatch.setenv("ONRECORD_REQUIRE", required)
    with pytest.raises(BaseException, match="a schema is not kept here, but comes by its hash") as refused:
        fetched(NOWHERE, tmp_path)
    assert type(refused.value).__name__ == told
