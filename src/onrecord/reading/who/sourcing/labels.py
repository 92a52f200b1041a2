"""Whom the label of a turn in a transcript means: "PRESIDENT NORR:", "THE PRESIDENT:", "Q"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.reading.page import Turn
from onrecord.reading.who.naming.entities import Cast
from onrecord.reading.who.sourcing.sources import Meant, Sources


@dataclass
class Labels:
    """`speaker` is the only question."""

    sources: Sources
    labelled: dict[str, list[Meant]] = field(default_factory=dict)

    @property
    def cast(self) -> Cast:
        return self.sources.mentions.cast

    def speaker(self, turn: Turn) -> list[Meant]:
        """One label is one speaker: "THE PRESIDENT:" stays who it was, whatever president it names. "Q" is nobody."""
        if turn.asks:
            return []
        if turn.name not in self.labelled:
            self.labelled[turn.name] = self._of_the_label(turn)
        return self.labelled[turn.name]

    def _of_the_label(self, turn: Turn) -> list[Meant]:
        """Who a label means: the one person of that surname ("PRESIDENT NORR"), or whoever its words mean.

        Capitals are no part of a name.
        """
        surname = re.sub(r"\W*\(.*", "", turn.name).rsplit(None, 1)[-1].casefold()
        people = [one for one in self.cast.entities if one.kind == "person" and not one.name.isupper()]
        named = [one.number for one in people if one.name.casefold().rsplit(None, 1)[-1] == surname]
        if len(named) == 1 and not turn.name.startswith("The "):
            return [Meant((named[0],))]
        meant = self.sources.meant(*self.cast.words.range(turn.label))
        for entity in (self.cast.entities[part.of[0]] for part in meant if len(part.of) == 1):
            if entity.name.isupper() and entity.name.casefold() in turn.name.casefold():
                entity.name = " ".join(turn.name.split()[-len(entity.name.split()) :])
        return meant
