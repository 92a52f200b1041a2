"""How well spellings of one person's name are joined, and different people kept apart.

Scored against checked groups of spellings (`checked_personal_name_groups.json` of RUWA): of all pairs, which
are of one person. Spellings are clustered as forms without party, as they would be across reports.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.collating.actors import cluster
from onrecord.model import Form, identity

GROUPS = "checked_personal_name_groups.json"


@dataclass(frozen=True, slots=True)
class NamesScore:
    """Pairs: `wanted` of one person, `joined` by us, `right` both; `wrong` are the joined pairs of different people.

    `wrong_share` is wrong of joined. `slips` lists up to 50 wrong and missed pairs.
    """

    spellings: int
    wanted: int
    joined: int
    right: int
    slips: tuple[str, ...] = ()

    @property
    def wrong(self) -> int:
        return self.joined - self.right

    @property
    def wrong_share(self) -> float:
        return round(self.wrong / self.joined, 4) if self.joined else 0.0

    @property
    def precision(self) -> float:
        return round(self.right / self.joined, 4) if self.joined else 0.0

    @property
    def recall(self) -> float:
        return round(self.right / self.wanted, 4) if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.wanted + self.joined
        return round(2 * self.right / total, 4) if total else 0.0


def read_groups(folder: Path) -> list[list[str]]:
    """The groups of spellings, each spelling once. Raises OSError or ValueError where there are none."""
    found = sorted(folder.rglob(GROUPS)) if folder.is_dir() else [folder]
    if not found:
        raise FileNotFoundError(f"no {GROUPS} under {folder}")
    variants = json.loads(found[0].read_text(encoding="utf-8"))["variants"]
    return [sorted({name.strip() for name in group}) for group in variants.values()]


def score_names(groups: list[list[str]]) -> NamesScore:
    """Pairs of different spellings only: a spelling that stands in two groups counts for neither of the two."""
    told: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in group:
            told.setdefault(name, set()).add(number)
    forms = {identity("form", name): name for name in told}
    ours: dict[str, int] = {}
    for number, actor in enumerate(cluster(Form(key, name, "person") for key, name in forms.items())):
        ours.update({forms[member.form]: number for member in actor.members})
    wanted = joined = right = 0
    slips: list[str] = []
    for a, b in combinations(sorted(told), 2):
        same, together = bool(told[a] & told[b]), ours[a] == ours[b]
        wanted, joined, right = wanted + same, joined + together, right + (same and together)
        if same != together:
            slips.append(f"{'missed' if same else 'wrong'}: {a} | {b}")
    return NamesScore(len(told), wanted, joined, right, tuple(sorted(slips, reverse=True)[:50]))
