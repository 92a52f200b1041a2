"""The formats of an export, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.views.exports.contents import Contents
from onrecord.views.exports.csv_package import write_csv
from onrecord.views.exports.datasette import write_datasette
from onrecord.views.exports.jsonld import write_jsonld
from onrecord.views.exports.parquet import write_parquet
from onrecord.views.exports.placing import placed
from onrecord.views.exports.tei import write_tei

FORMATS: Mapping[str, Callable[[Contents, Path], None]] = {
    "jsonld": write_jsonld,
    "csv": write_csv,
    "parquet": write_parquet,
    "tei": write_tei,
    "datasette": write_datasette,
}


def export(contents: Contents, folder: Path, format: str, *, force: bool = False) -> list[Path]:
    """Writes the files, all or none, and returns their paths. Raises ExportError, and KeyError for another format."""
    write = FORMATS[format]
    # "onrecord export . --force" must not take the record with it.
    with placed(folder, force=force, kept=(Path(contents.record.place), Path.cwd())) as part:
        write(contents, part)
        names = sorted(path.relative_to(part) for path in part.rglob("*") if path.is_file())
    return [folder / name for name in names]
