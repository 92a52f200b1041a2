"""Paths given on the command line, as the files to read: folders with their subfolders, in one order everywhere."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from errno import ELOOP
from pathlib import Path

from onrecord.model import Fault

Node = tuple[int, int]  # device and inode, by which a link that leads back is known


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. `outright` tells whether it was named itself; others of kinds not read are passed over."""

    path: Path
    outright: bool

    @property
    def place(self) -> str:
        return printed(self.path)


def printed(path: Path | str) -> str:
    """The path as it is shown and stored: bytes that are no UTF-8 are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def files(path: Path) -> Iterator[File | Fault]:
    """The regular files at or under a path, by name. What can't be reached is a fault; hidden files are passed over."""
    yield from _files(path, outright=True, above=())


def _files(path: Path, *, outright: bool, above: tuple[Node, ...]) -> Iterator[File | Fault]:
    try:
        found = path.stat()
    except FileNotFoundError:
        yield Fault(printed(path), "does not exist" if not path.is_symlink() else "a link to nothing")
        return
    except (OSError, ValueError) as error:
        yield _unreachable(path, error)
        return
    if stat.S_ISREG(found.st_mode):
        yield File(path, outright)
    elif stat.S_ISDIR(found.st_mode):
        node = (found.st_dev, found.st_ino)
        if node in above:
            yield Fault(printed(path), "a loop of links: it leads back to a folder above it")
        else:
            yield from _folder(path, (*above, node))
    elif outright:
        yield Fault(printed(path), "no file and no folder", "give - to read standard input")


def _folder(path: Path, above: tuple[Node, ...]) -> Iterator[File | Fault]:
    try:
        inside = sorted((one for one in path.iterdir() if not one.name.startswith(".")), key=os.fsencode)
    except OSError as error:
        yield _unreachable(path, error)
        return
    for one in inside:
        yield from _files(one, outright=False, above=above)


def _unreachable(path: Path, error: OSError | ValueError) -> Fault:
    if isinstance(error, OSError) and error.errno == ELOOP:
        return Fault(printed(path), "a loop of links")
    strerror = error.strerror if isinstance(error, OSError) else None
    return Fault(printed(path), f"can't be read: {(strerror or str(error)).lower()}")
