"""`reports.csv`: what somebody wrote down about the texts beside it, one row a file."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model import Fault
from onrecord.sources.decoding import utf8
from onrecord.sources.details import Details, Fields
from onrecord.sources.origin import Limits, NoReportError, Origin

NAME = "reports.csv"


@dataclass
class Sheet:
    """By file name: the details, and the faults of its row. `faults` are the whole table's, `astray` its idle rows'."""

    details: dict[str, Details] = field(default_factory=dict)
    row_faults: dict[str, list[Fault]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    astray: list[Fault] = field(default_factory=list)


def read_sheet(folder: Path, place: str, limits: Limits) -> Sheet:
    """The table beside the texts of a folder; an empty one where there is none."""
    sheet = Sheet()
    try:
        with (folder / NAME).open("rb") as stream:
            _fill(sheet, utf8(Origin(place, stream, limits).whole()), place, folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        sheet.faults.append(Fault(place, f"can't be read: {error.strerror or error}"))
    except NoReportError as error:
        sheet.faults.append(Fault(place, error.cause, error.remedy))
    except csv.Error as error:
        sheet.faults.append(Fault(place, f"no table: {error}"))
    return sheet


def _fill(sheet: Sheet, text: str, place: str, folder: Path) -> None:
    header = text.split("\n", 1)[0]
    delimiter = ";" if ";" in header and "," not in header else ","  # spreadsheets of half of Europe
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    names = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if "file" not in names:
        raise NoReportError("no column named file", "its columns are file, outlet, published, title, url, language")
    rows.fieldnames = names
    for row in rows:
        values: dict[str, object] = {name: cell.strip() for name, cell in row.items() if isinstance(cell, str) and name}
        file = str(values.get("file", ""))
        where = f"{place}:{rows.line_num}"
        if file in sheet.details:
            sheet.faults.append(Fault(where, f"{file} stands in the table twice", "keep one row"))
        elif file:
            fields = Fields({name: value or None for name, value in values.items()}, where)
            sheet.details[file] = fields.details()
            sheet.row_faults[file] = fields.faults
            if not os.path.lexists(folder / file):
                sheet.astray.append(Fault(where, f"no file {file} beside it", "mend the row's file", minor=True))
