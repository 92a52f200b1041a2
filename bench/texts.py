"""Texts to measure with: the examples, varied so that no two are alike."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SEED = 20240912
NAMES = ("Voss", "Antal", "Solheim", "Malenko", "Teodoru", "Lindqvist", "Costin", "Lacombe", "Oduya")
ENDINGS = ("er", "ic", "ova", "en", "ard", "ini", "ez", "au", "eth", "ow")
_NUMBER = re.compile(r"(?<![\d-])\d{2,3}(?![\d-])")


def varied(count: int, into: Path) -> Path:
    """A `.jsonl` of `count` reports: paragraphs of the examples in another order, with other names and figures."""
    chance = random.Random(SEED)
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("0*.txt")) if "le-quai" not in path.name]
    path = into / "varied.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            report = {
                "text": _vary(chance.choice(texts), chance),
                "outlet": f"Outlet {number % 40}",
                "published": f"2024-09-{number % 28 + 1:02d}",
                "url": f"https://outlet-{number % 40}.example/{number}",
                "language": "en",
            }
            out.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def _vary(text: str, chance: random.Random) -> str:
    head, *paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    chance.shuffle(paragraphs)
    varied = "\n".join([head, *paragraphs])
    for name in NAMES:
        varied = varied.replace(name, name + chance.choice(ENDINGS))
    return _NUMBER.sub(lambda found: str(int(found.group()) + chance.randrange(9)), varied)
