"""Texts to measure with: the examples, varied so that no two are alike."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SEED = 20240912
NAMES = """Ilmar Voss Katrin Mirela Antal Ingrid Solheim Serhiy Malenko Dana Teodoru Petra Lindqvist Radu Costin Pierre
    Lacombe Jarek Oduya Tomas Brandeis Jonas Ekdahl""".split()
SYLLABLES = "ka ro mi len tas vor du shi ban gel or na pek zu wil fa hun ces by ram to lig ev sin qua dre mo".split()
CHANGED = 0.5
_PLAIN = re.compile(r"(?<![\w“\"])(?!announced|declined|acknowledged|according)[a-z]{6,}(?!\w)")
_NUMBER = re.compile(r"(?<![\d-])\d{2,3}(?![\d-])")


def varied(count: int, into: Path) -> Path:
    """A `.jsonl` of `count` reports: paragraphs of the examples in another order, with other people, words, figures.

    Every sentence keeps many cousins in it, so collating has more to compare than in real news: a hard case.
    """
    chance = random.Random(SEED)
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("0*.txt")) if "le-quai" not in path.name]
    vocabulary = sorted({word for text in texts for word in _PLAIN.findall(text)})
    path = into / "varied.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            report = {
                "text": _vary(chance.choice(texts), vocabulary, chance),
                "outlet": f"Outlet {number % 40}",
                "published": f"2024-09-{number % 28 + 1:02d}",
                "url": f"https://outlet-{number % 40}.example/{number}",
                "language": "en",
            }
            out.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def _vary(text: str, vocabulary: list[str], chance: random.Random) -> str:
    """Half of the longer words give way to others, so that no two reports tell of the same utterance."""
    head, *paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    chance.shuffle(paragraphs)
    varied = "\n".join([head, *paragraphs])
    for name in NAMES:
        varied = varied.replace(name, "".join(chance.choices(SYLLABLES, k=3)).title())
    varied = _PLAIN.sub(lambda word: chance.choice(vocabulary) if chance.random() < CHANGED else word.group(), varied)
    return _NUMBER.sub(lambda found: str(int(found.group()) + chance.randrange(9)), varied)
