"""Makes collating/utterances/weights.tsv: how much a word says, from how many news texts it stands in.

    python training/utterances/weights.py TEXTS.jsonl FOLDER... > src/onrecord/collating/utterances/weights.tsv

Only the stems of common words that are also written small are listed, with their inverse document frequency (0 to
100), in the order of the alphabet: no name, no text.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.collating.utterances.words import ENDING, NOT, stem

WORD = re.compile(r"(?<![^\s\"“‘(])[^\W\d_]+(?:['’-][^\W\d_]+)*")
LEAST_SHARE = 0.006
# A name is hardly ever written small; "But" and "President" are, now and then.
SMALL = 0.2


def texts(paths: list[str]) -> Iterator[str]:
    for path in map(Path, paths):
        if path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.open(encoding="utf-8"))
        else:
            yield from (one.read_text(encoding="utf-8", errors="replace") for one in sorted(path.rglob("*.txt")))


def main(paths: list[str]) -> None:
    documents: Counter[str] = Counter()
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    count = 0
    for text in texts(paths):
        count += 1
        seen = set()
        for match in WORD.finditer(text):
            for word in match[0].split("-"):
                lower = ENDING.sub("", word.lower().replace("’", "'"))
                base = "not" if NOT.search(lower) else stem(lower)
                seen.add(base)
                every[base] += 1
                small[base] += word.islower()
        documents.update(seen)
    print(f"# inverse document frequency x 100, of {count} news texts; made by training/utterances/weights.py")
    for base, found in sorted(documents.items()):
        if (
            found >= LEAST_SHARE * count
            and (small[base] >= SMALL * every[base] or base == "i")
            and re.fullmatch(r"[a-z']+", base)
        ):
            weight = math.log(count / found) / math.log(1 / LEAST_SHARE)
            print(f"{base}\t{round(100 * min(1.0, weight))}")


if __name__ == "__main__":
    main(sys.argv[1:])
