"""Make the gazetteer's tables: python -m training.who.gazetteer FAKER.whl NAMES.tar.gz

States: names of CLDR (by way of Babel, Unicode licence), with the hand-written facts of `states.txt`, and the cities
that name time zones. Given names and their usual gender: facts out of the lists of Faker (MIT) and of the United
States census of 1990 (public domain, as packed in `names`, MIT). Names borne by both genders are left out.
"""

from __future__ import annotations

import ast
import re
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/onrecord/reading/who/gazetteer"
LOCALES = (
    """ar_AA cs_CZ de_DE en_GB en_IN en_PK en_US es_ES fa_IR fr_FR he_IL hi_IN id_ID it_IT nl_NL pl_PL
    pt_BR ro_RO ru_RU sv_SE tr_TR uk_UA"""
).split()
UNIONS = ("EU", "UN")
# As English reports name them, where CLDR does otherwise: an ambassador does not speak for "territories".
USUAL = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "TR": "Turkey",
}


def states() -> str:
    territories = Locale("en").territories
    cities: dict[str, list[str]] = defaultdict(list)
    zones = Locale("en").time_zones
    for zone, code in sorted(get_global("zone_territories").items()):
        city = zones.get(zone, {}).get("city", zone.rsplit("/", 1)[-1].replace("_", " "))
        if zone.count("/") == 1 and not zone.startswith("Etc/"):
            cities[code].append(city)
    lines = ["# code\tkind\tname\tother names\tpeople\tcapital and seats\tcities", f"# {made_by()}"]
    for line in (HERE / "states.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, others, people, seats = (part.strip() for part in line.split("|"))
        kind = "union" if code in UNIONS else "state"
        known = {name.strip() for name in f"{others},{seats}".split(",")}
        places = [city for city in cities[code] if city not in known and city != territories[code]]
        name = USUAL.get(code, territories[code]).replace("&", "and")
        spelled = dict.fromkeys(one.strip() for one in (*others.split(","), territories[code]) if one.strip())
        others = ", ".join(one for one in spelled if one != name)
        lines.append("\t".join((code, kind, name, others, people, seats, ", ".join(places))))
    return "\n".join(lines) + "\n"


def made_by() -> str:
    return "made by training/who/gazetteer.py from CLDR names and zones (Babel) and facts written by hand; do not edit"


def given_names(faker: Path, census: Path) -> str:
    weight: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for gender, name, share in [*from_census(census), *from_faker(faker)]:
        weight[name]["mf".index(gender)] += share
    for group in groups():
        told = [weight[name] for name in group if name in weight]
        male, female = sum(w[0] for w in told), sum(w[1] for w in told)
        for name in group:
            if name not in weight and max(male, female) > 8 * min(male, female):
                weight[name]["mf".index("m" if male > female else "f")] += 0.01
    lines = ["# given name\tusual gender", "# made by training/who/gazetteer.py; do not edit"]
    for name, (male, female) in sorted(weight.items()):
        most, least = max(male, female), min(male, female)
        if most >= 0.004 and most > 8 * least:
            lines.append(f"{name}\t{'m' if male > female else 'f'}")
    return "\n".join(lines) + "\n"


def groups() -> list[list[str]]:
    """Given names that are one name: what is known of one form's gender holds of the others."""
    table = HERE.parents[1] / "src/onrecord/collating/given_names.txt"
    return [line.split() for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def from_census(archive: Path) -> Iterator[tuple[str, str, float]]:
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if match := re.search(r"dist\.(male|female)\.first$", member.name):
                file = tar.extractfile(member)
                assert file is not None
                for line in file.read().decode("ascii").splitlines():
                    name, share, *_ = line.split()
                    yield match[1][0], name.lower(), float(share)


def from_faker(wheel: Path) -> Iterator[tuple[str, str, float]]:
    with zipfile.ZipFile(wheel) as packed:
        for locale in LOCALES:
            source = packed.read(f"faker/providers/person/{locale}/__init__.py").decode("utf-8")
            for gender, name in of_module(source):
                if re.fullmatch(r"[a-z]{2,}", name):
                    yield gender, name, 0.02


def of_module(source: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            match = re.fullmatch(r"first_names?_(male|female)s?(?:_\w+)?", node.targets[0].id)
            if match:
                for leaf in ast.walk(node.value):
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                        yield match[1][0], re.sub(r"['`]", "", anyascii(leaf.value)).lower().strip()


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "states.tsv").write_text(states(), encoding="utf-8")
    (OUT / "given.tsv").write_text(given_names(Path(sys.argv[1]), Path(sys.argv[2])), encoding="utf-8")
