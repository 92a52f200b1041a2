"""Peers that read the same texts in the same run. Each is a program: paths in, a count of quotations out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

VERBS = "said|says|told|added|wrote|asked|warned|announced|noted|called|demanded|denied"
QUOTE = re.compile(r"[“\"«]([^”\"»]{2,2000})[”\"»]")
AFTER = re.compile(
    rf"\s*,?\s*(?:([A-Z]\w+(?: [A-Z]\w+)*|he|she|they) (?:{VERBS})|(?:{VERBS}) ([A-Z]\w+(?: [A-Z]\w+)*))"
)


def texts(paths: list[str]) -> Iterator[str]:
    for name in paths:
        path = Path(name)
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".jsonl":
                for line in file.read_text(encoding="utf-8").splitlines():
                    yield json.loads(line)["text"]
            elif file.suffix in (".txt", ".md"):
                yield file.read_text(encoding="utf-8")


def regex(paths: list[str]) -> int:
    """The least that anybody would write: quotations with a name and a verb of saying behind them."""
    return sum(1 for text in texts(paths) for quote in QUOTE.finditer(text) if AFTER.match(text, quote.end()))


def textacy(paths: list[str]) -> int:
    """textacy's quotations over spaCy's small English pipeline (Apache-2.0, MIT)."""
    import spacy
    from textacy.extract import direct_quotations

    english = spacy.load("en_core_web_sm")
    return sum(1 for text in texts(paths) for part in text.split("\n") for _ in direct_quotations(english(part)))


def spacy_parse(paths: list[str]) -> int:
    """spaCy's small English pipeline alone: what any reader built on a dependency parse pays first."""
    import spacy

    english = spacy.load("en_core_web_sm")
    return sum(1 for text in texts(paths) for _ in english(text).sents)


PEERS = {"regex": (regex, ()), "spacy": (spacy_parse, ("spacy",)), "textacy": (textacy, ("spacy", "textacy"))}


def at_hand() -> list[str]:
    """The peers whose libraries are installed."""
    models = {"spacy": "en_core_web_sm"}
    return [
        name
        for name, (_, needs) in PEERS.items()
        if all(find_spec(need) and find_spec(models.get(need, need)) for need in needs)
    ]


if __name__ == "__main__":
    print(PEERS[sys.argv[1]][0](sys.argv[2:]))
