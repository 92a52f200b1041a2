"""Files that tests hold ours against and that are too large, or not ours, to be kept here: fetched by their hash."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

SECONDS = 20


@dataclass(frozen=True)
class Package:
    """A package of an index, of which one file is wanted. `sha256` is the package's; `what` says what the file is."""

    what: str
    url: str
    sha256: str
    file: str


def fetched(package: Package, folder: Path) -> Path:
    """The file, kept in the folder (pytest's own cache). Where nothing can be fetched the test is passed over with the
    reason, or fails where ONRECORD_REQUIRE names the network, as CI does."""
    kept = folder / f"{package.sha256[:16]}-{Path(package.file).name}"
    if kept.exists():
        return kept
    try:
        with urllib.request.urlopen(package.url, timeout=SECONDS) as answer:
            packed = answer.read()
    except OSError as error:
        why = f"{package.what} is not kept here, but comes by its hash from {package.url}, which does not answer"
        why += f" ({error}); with a network it is fetched once and kept in .pytest_cache"
        if "network" in os.environ.get("ONRECORD_REQUIRE", ""):
            pytest.fail(why)
        pytest.skip(why)
    assert hashlib.sha256(packed).hexdigest() == package.sha256, f"{package.url} is another file than it was"
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = archive.extractfile(package.file)
        assert found is not None
        kept.write_bytes(found.read())
    return kept
