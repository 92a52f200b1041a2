"""Tells what is wrong in a codebook, in plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from onrecord.codebook.book import Codebook
from onrecord.codebook.cues import CueError, compile_cue
from onrecord.codebook.finding import Finder
from onrecord.model import Stance

PLOVER = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(codebook: Codebook) -> list[str]:
    """One sentence per problem; an empty list where there is none."""
    problems = [*_issues(codebook), *_cues(codebook), *_marks(codebook), *_stances(codebook)]
    return problems or list(_examples(codebook))


def _issues(codebook: Codebook) -> Iterator[str]:
    for id_, count in Counter(issue.id for issue in codebook.issues).items():
        if count > 1:
            yield f"{id_}: {count} issues have this id; each needs its own"
    for at, issue in enumerate(codebook.issues, 1):
        name = issue.id or f"issue {at}"
        if not _ID.fullmatch(issue.id):
            yield f"{name}: its id {issue.id!r} is not lower-case words joined by hyphens"
        if not issue.label:
            yield f"{name}: it has no label"
        if not issue.definition:
            yield f"{name}: it has no definition"
        if not issue.cues:
            yield f"{name}: it has no cues, so it can never be found"
        if not issue.examples:
            yield f"{name}: it has no example, so nobody can see what is meant"


def _cues(codebook: Codebook) -> Iterator[str]:
    for issue in codebook.issues:
        for cue in (*issue.cues, *issue.hints, *issue.senses):
            try:
                pattern = compile_cue(cue)
            except CueError as error:
                yield f"{issue.id}: the cue {cue!r} cannot be read: {error}"
                continue
            if pattern.match(""):
                yield f"{issue.id}: the cue {cue!r} matches nothing at all, and so everywhere"
        for cue, count in Counter(cue.lower() for cue in (*issue.cues, *issue.hints, *issue.senses)).items():
            if count > 1:
                yield f"{issue.id}: the cue {cue!r} stands there {count} times"


def _marks(codebook: Codebook) -> Iterator[str]:
    for cue in codebook.marks:
        try:
            compile_cue(cue)
        except CueError as error:
            yield f"marks: the cue {cue!r} cannot be read: {error}"


def _stances(codebook: Codebook) -> Iterator[str]:
    have = Counter(meaning.id for meaning in codebook.stances)
    for stance in get_args(Stance):
        if have[stance] != 1:
            yield f"{stance}: this stance is explained {have[stance]} times, it should be once"
    for meaning in codebook.stances:
        if not meaning.definition:
            yield f"{meaning.id}: this stance has no definition"
        if meaning.plover not in PLOVER:
            yield f"{meaning.id}: {meaning.plover!r} is no PLOVER event type; they are {', '.join(sorted(PLOVER))}"


def _examples(codebook: Codebook) -> Iterator[str]:
    find = Finder(codebook)
    for issue in codebook.issues:
        for example in issue.examples:
            hits = find(example)
            if issue.id not in {hit.issue for hit in hits}:
                others = ", ".join(dict.fromkeys(hit.issue for hit in hits)) or "nothing"
                yield f"{issue.id}: none of its cues stands in its example {example!r} (found there: {others})"
