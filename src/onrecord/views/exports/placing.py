"""Where an export goes: into a folder that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.model import Fault


class ExportError(ValueError):
    """An export that cannot be made. `fault` names the place, the cause and what mends it."""

    def __init__(self, place: str, cause: str, remedy: str | None = None) -> None:
        self.fault = Fault(place, cause, remedy)
        super().__init__(str(self.fault))


@contextmanager
def placed(folder: Path, *, force: bool = False, kept: Iterable[Path] = ()) -> Iterator[Path]:
    """A folder to write into, which takes the name asked for when all is written, and goes when something fails.

    Raises ExportError where there is something already (unless `force`: that is then replaced, but never what is
    `kept`), or nothing can be written.
    """
    _refuse(folder, force, kept)
    target = folder.absolute()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
        yield part
        _replace(part, target)
    except OSError as error:
        raise ExportError(str(folder), f"it cannot be written: {error.strerror}", "name another folder") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse(folder: Path, force: bool, kept: Iterable[Path]) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportError(str(folder), "a file, not a folder", "name a folder")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise ExportError(str(folder), "there is something in it", "name an empty folder, or replace it with --force")
    for path in kept if force else ():
        if path.resolve().is_relative_to(folder.resolve()):
            raise ExportError(str(folder), f"{path} is in it, and would go with it", "name a folder of its own")


def _replace(part: Path, target: Path) -> None:
    """Renames are whole or not at all; what was there goes only when the new is in its place."""
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    if target.exists():
        target.rename(old)
    part.rename(target)
    shutil.rmtree(old, ignore_errors=True)
