"""How long a new report's actors take among 100,000: python -m bench.actors

The pure part of collating (`collating.actors`: keys, links, clusters), with an index in memory in place of the store.
The people are invented: given names and surnames as often as a few are borne by many, one in twenty by surname only.
"""

from __future__ import annotations

import time
from collections import defaultdict
from importlib.resources import files
from itertools import accumulate, product
from random import Random
from statistics import median

from onrecord.collating.actors import cluster, keys, linked, sought
from onrecord.model import Form, identity

PEOPLE, REPORTS, OF_A_REPORT = 100_000, 60, 15
SYLLABLES = tuple("".join(pair) for pair in product(("b", "dr", "f", "g", "k", "l", "m", "n", "r", "st", "v"), "aeio"))
ENDINGS = ("n", "r", "v", "ski", "son", "man", "ez", "ova", "in", "ng")


def people(random: Random) -> dict[str, Form]:
    """Forms of persons, of forty parties and of none."""
    given = [line.split("\t")[0].title() for line in _lines("onrecord.reading.who.gazetteer", "given.tsv")]
    common = [word.title() for line in _lines("onrecord.collating", "common_surnames.txt") for word in line.split()]
    made = ["".join(random.choices(SYLLABLES, k=2)) + random.choice(ENDINGS) for _ in range(30_000)]
    random.shuffle(given)
    surnames = common + [name.title() for name in made]
    firsts, lasts = (
        list(accumulate(1 / (n + few) for n in range(len(of)))) for of, few in ((given, 20), (surnames, 20))
    )
    parties = [f"P{number}" for number in range(40)]
    forms: dict[str, Form] = {}
    while len(forms) < PEOPLE:
        first = random.choices(given, cum_weights=firsts)[0]
        last = random.choices(surnames, cum_weights=lasts)[0]
        name = last if random.random() < 0.05 else f"{first} {last}"
        party = random.choice(parties) if random.random() < 0.6 else None
        form = Form(identity("form", name, "person", party), name, "person", party)
        forms[form.id] = form
    return forms


def _lines(package: str, table: str) -> list[str]:
    text = files(package).joinpath(table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def main() -> None:
    random = Random(1)
    forms = people(random)
    index: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        for key in keys(form):
            index[key].append(form)
    every, spent = sorted(forms.values()), []
    for _ in range(REPORTS):
        started = time.process_time()
        cluster(_near(random.sample(every, OF_A_REPORT), index))
        spent.append((time.process_time() - started) * 1000)
    print(f"{len(forms)} actors: median {median(spent[1:]):.0f} ms of CPU a report, longest {max(spent[1:]):.0f} ms")


def _near(new: list[Form], index: dict[str, list[Form]]) -> list[Form]:
    """The neighbourhood of some forms, as the store would find it."""
    near: dict[str, Form] = {}
    edge = new
    while edge:
        near |= {form.id: form for form in edge}
        rivals = {(one.id, other.id): (one, other) for one in edge for key in sought(one) for other in index[key]}
        edge = [other for one, other in rivals.values() if other.id not in near and linked(one, other)]
    return sorted(near.values())


if __name__ == "__main__":
    main()
