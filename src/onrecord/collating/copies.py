"""Which reports are copies of one another, whole or in part: the same wire story under several names. Pure.

After Broder (1997): the share of runs of words ("shingles") that stand in both. What stands between quotation marks is
left out, because two reporters in one room print the same quotations, and so is what a page repeats under every
article. Candidates share a few of a tenth of the hashes, chosen by their value (Manber 1994), so that no text is held
against every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

from onrecord.collating.spelling import folded
from onrecord.model import Furniture, FurnitureKind, Span, Spans
from onrecord.model.copying import Copied, CopyPair, Shingled

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{0,1500}[”\"»]")
RUN = 4
# Copies share most of their runs, independent reports of one event hardly one in fifty.
COPIED = 0.2
# One site's pages share what stands beside every story, and where it tells one further, that is a report of its own.
COPIED_WITHIN = 0.9
# So much of a copy's copy is still the origin's.
PASSED_ON = 0.5
LEAST = 25
SAMPLED = 10
FEWEST_SHARED = 2
WINDOW = 31  # days
LEFT_OUT: frozenset[FurnitureKind] = frozenset(
    ("byline", "dateline", "credit", "boilerplate", "post", "markup", "aside")
)
IN_BRACKETS = re.compile(r"[(\[/]\s?([^()\[\]/\n]{2,40})\s?[)\]/]")
# "Source: Torland Press", "Agencies - Meridian", "With files from Torland Press", "AP"; not who edited it.
CREDIT = re.compile(
    r"\W*(?:(?i:sources?\s?:|agenc(?:y|ies)\b|with (?:inputs?|files|agency|reporting) (?:from|by)\b)"
    r"|[A-Z][\w.]*(?:[ ,/&\u2013\u2014-]+(?:and )?[A-Z][\w.]*){0,4}\W*$)"
)
LONGEST_CREDIT = 120


def shingles(text: str, leave_out: Spans = ()) -> frozenset[int]:
    """Hashes of all runs of four words outside quotation marks; of the whole text, where hardly any stand outside."""
    kept = text
    for span in leave_out:
        kept = kept[: span.start] + " " * (span.end - span.start) + kept[span.end :]
    own = _runs(QUOTED.sub(" | ", kept))
    return own if len(own) >= LEAST else _runs(kept)


def _runs(text: str) -> frozenset[int]:
    words = [word.lower() for word in WORD.findall(text)]
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def standing(furniture: Iterable[Furniture]) -> Spans:
    """What a page has beside the story."""
    return tuple(part.span for part in furniture if part.kind in LEFT_OUT)


def sampled(hashes: frozenset[int]) -> tuple[int, ...]:
    """The keys under which copies of a text are found; two texts that share fewer than two are no candidates."""
    return tuple(sorted(one for one in hashes if one % SAMPLED == 0))


def copied(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter's runs that the other has as well: 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= LEAST else float(one == other and bool(one))


def pair(a: Shingled, b: Shingled) -> CopyPair | None:
    """The two as copies, with what share of each stands in the other; null where they are none.

    Two states of one page are copies if they share as much as any.
    """
    share = copied(a.hashes, b.hashes)
    within = a.site is not None and a.site == b.site and (a.url is None or a.url != b.url)
    if share < (COPIED_WITHIN if within else COPIED):
        return None
    both = len(a.hashes & b.hashes)
    first, second = sorted((a, b), key=lambda one: one.report)
    return CopyPair(
        first.report, second.report, round(both / len(first.hashes), 2), round(both / len(second.hashes), 2)
    )


def origins(pairs: Iterable[CopyPair], ranks: Mapping[str, tuple[int, str, int]]) -> list[Copied]:
    """The report that each is likely a copy of, of those that the pairs lead to; those that copy none are left out.

    In order of rank, each copies the one of those before it with which it shares most, unless that shares no more with
    the origin than two stories do that one roundup tells: such is an origin itself. The order of pairs plays no role.
    """
    near: dict[str, dict[str, float]] = {}
    for one in pairs:
        near.setdefault(one.a, {})[one.b] = max(one.of_a, 0.0)
        near.setdefault(one.b, {})[one.a] = max(one.of_b, 0.0)
    of: dict[str, Copied] = {}
    firsts: set[str] = set()
    for id in sorted(near, key=lambda each: (*ranks[each], each)):
        direct = [other for other in near[id] if other in firsts]
        passed = [other for other in near[id] if other in of and near[id][other] >= PASSED_ON]
        if direct or passed:
            best = min(direct or passed, key=lambda other: (-near[id][other], *ranks[other], other))
            of[id] = Copied(id, of[best].origin if best in of else best, near[id][best])
        else:
            firsts.add(id)
    return sorted(of.values())


def credit(furniture: Iterable[Furniture], text: str, outlet: str | None) -> Span | None:
    """Where a report says whose story it is: "Agencies - Torland Press" at its foot, "(Torland Press)" at its head.

    Its own name there is no credit.
    """
    for part in furniture:
        if part.kind == "credit" and part.span.end - part.span.start <= LONGEST_CREDIT:
            found = part.span
        elif part.kind == "dateline" and (bracket := IN_BRACKETS.search(text, *part.span)):
            found = Span(*bracket.span())
        else:
            continue
        words = found.text(text)
        if CREDIT.match(words) and not _own(words, outlet):
            return found
    return None


def _own(words: str, outlet: str | None) -> bool:
    name = folded(outlet or "").split()
    return bool(name) and name[0] in folded(words).split()
