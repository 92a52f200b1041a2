"""What a person knows better: passed in, because pages only read."""

from __future__ import annotations

from typing import Protocol

from onrecord.model import Fault


class Editor(Protocol):
    """Takes a person's beliefs. Each gives the judgement's id, or what is wrong with it in one line."""

    @property
    def token(self) -> str:
        """What a form must send back, so that another site's page cannot write here."""

    def merge(self, actor: str, other: str, because: str) -> str | Fault: ...

    def split(self, actor: str, other: str | None, because: str) -> str | Fault: ...

    def rename(self, actor: str, name: str, because: str) -> str | Fault: ...

    def set_party(self, actor: str, party: str, because: str) -> str | Fault: ...

    def undo(self, judgement: str) -> bool: ...
