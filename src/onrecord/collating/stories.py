"""Which earlier report a report goes on with: the most like it by actors and words, within a month. Pure.

A story is a tree of such steps. So one report more or less moves none but those that follow it, and the order in which
reports came does not matter. Likeness is the cosine of weighted names and words, in which no single one counts for
much: that two reports both tell of one president says little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from math import log, sqrt

from onrecord.collating.spelling import folded
from onrecord.collating.utterances.words import stem, tokens
from onrecord.model import Actor, ActorType, Reading
from onrecord.model.story import Features, Follows, Placed

MOST = 40  # features
KEYS = 12
SHARED_KEYS = 3
WINDOW = 30  # days
ENOUGH = 0.29
PER_DAY = 0.002
SAME_OUTLET = 0.15  # an outlet says the same of itself in every report
MOST_OF_ONE = 0.1
LEAD = 1200  # characters of prose
TELLING = 0.45  # weight from which a word tells what a report is about
WORDS = 1.2
TITLE = 2.0
OF_TITLE = "t:"
NAMED: dict[ActorType, float] = {"person": 1.0, "organisation": 0.8, "state": 0.5, "group": 0.6}
WHY = 5


def features(reading: Reading, text: str, title: str | None) -> Features:
    """What the report is about: whom it names most, and the telling words of its title and its first lines.

    A person goes by the last name, as most reports print no other.
    """
    weights: dict[str, float] = {}
    for actor in reading.actors:
        if (named := NAMED.get(actor.type)) and (name := _name(actor)):
            weight = named * (1 + log(max(1, len(actor.mentions))))
            weights[name] = max(weights.get(name, 0.0), weight)
    counts: Counter[str] = Counter()
    telling: dict[str, float] = {}
    for part, times in ((title or reading.title or "", TITLE), (_lead(reading, text), 1.0)):
        for token in tokens(part):
            is_name = token.printed[:1].isupper() and token.stem == token.printed.lower()
            if token.weight >= TELLING and token.stem.isalpha() and not is_name:
                counts[token.sense] += int(times)
                telling[token.sense] = token.weight
    for word, count in counts.items():
        weights[f"w:{word}"] = WORDS * telling[word] * (1 + log(count))
    return *_normal(weights), *((f"{OF_TITLE}{word}", 0.0) for word in _title_words(title or reading.title or ""))


def _title_words(title: str) -> list[str]:
    """What the title tells of: marks without weight, for reports of one outlet, whose pages are alike otherwise."""
    telling = (token for token in tokens(title[:LEAD]) if token.weight >= TELLING and token.stem.isalpha())
    return sorted({stem(token.printed.lower()) for token in telling})


def _name(actor: Actor) -> str:
    words = folded(actor.name).split()
    return f"a:{(words[-1] if actor.type == 'person' else ' '.join(words))[:60]}" if words else ""


def _lead(reading: Reading, text: str) -> str:
    """The first prose: no bylines, share bars, captions' credits."""
    taken = [part.span for part in reading.furniture if part.kind != "headline"]
    prose: list[str] = []
    for span in reading.sentences:
        if sum(map(len, prose)) >= LEAD:
            break
        if not any(part.overlaps(span) for part in taken):
            prose.append(span.text(text))
    return "\n".join(prose)[:LEAD]


def _normal(weights: dict[str, float]) -> Features:
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return tuple((name, round(weight / length, 3)) for name, weight in heaviest)


def keys(of: Features) -> tuple[int, ...]:
    """Under which keys a report's neighbours are found: its heaviest features. Reports that share fewer than
    `SHARED_KEYS` are never neighbours. Hashes of 63 bits."""
    return tuple(sorted({_hash(name) for name, weight in of[:KEYS] if weight}))


@lru_cache(maxsize=65536)
def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def follows(one: Placed, near: Iterable[Placed]) -> Follows | None:
    """The earlier report that it goes on with, or null where none is like it; of two as like, the earliest."""
    steps = [step for other in near if (step := step_to(one, other)) is not None]
    return min(steps, key=lambda step: (-step[0], step[1]))[2] if steps else None


def step_to(one: Placed, other: Placed) -> tuple[float, tuple[str, str], Follows] | None:
    """The step from a report to an earlier one: its score, the place of the earlier one in time, and the step."""
    if one.day is None or other.day is None or (other.day, other.report) >= (one.day, one.report):
        return None
    apart = (date.fromisoformat(one.day) - date.fromisoformat(other.day)).days
    if apart > WINDOW:
        return None
    same_outlet = one.outlet is not None and one.outlet == other.outlet
    if same_outlet and not _titles_agree(one.features, other.features):
        return None
    score, shared = _likeness(one.features, other.features)
    wanted = ENOUGH + PER_DAY * apart + (SAME_OUTLET if same_outlet else 0.0)
    if score < wanted or len(set(keys(one.features)) & set(keys(other.features))) < SHARED_KEYS:
        return None
    return score, (other.day, other.report), Follows(other.report, score, ", ".join(shared))


def _titles_agree(one: Features, other: Features) -> bool:
    a, b = ({name for name, _ in each if name.startswith(OF_TITLE)} for each in (one, other))
    return not a or not b or bool(a & b)


def _likeness(one: Features, other: Features) -> tuple[float, list[str]]:
    weights = dict(other)
    shares = [(min(MOST_OF_ONE, weight * weights[name]), name) for name, weight in one if weight and name in weights]
    most = sorted(shares, key=lambda share: (-share[0], share[1]))[:WHY]
    return round(sum(share for share, _ in shares), 3), [name[2:] for _, name in most]


def stories(placed: Iterable[Placed]) -> Iterator[tuple[str, ...]]:
    """All stories among the reports, the ids of each in order of time."""
    every = sorted(placed, key=lambda one: (one.day or "", one.report))
    homes: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for place, one in enumerate(every):
        step = follows(one, every[:place])
        home = homes[step.report] if step else one.report
        homes[one.report] = home
        found.setdefault(home, []).append(one.report)
    return (tuple(ids) for ids in found.values())
