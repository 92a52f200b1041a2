"""States that no gazetteer lists: told by how the report speaks of them."""

from __future__ import annotations

from onrecord.reading.who.entities import Cast, Entity
from onrecord.reading.who.names import POSSESSIVE

STYLES = frozenset("republic kingdom federation emirate sultanate principality duchy union commonwealth empire".split())
OF_A_STATE = frozenset(
    """president prime foreign defence defense government parliament army minister ministry king queen premier leader
    envoy ambassador chancellor troops forces military delegation""".split()
)


def is_state(cast: Cast, entity: Entity) -> bool:
    """'the Republic of Ruvania', 'Ruvania's foreign ministry': a place that has what only states have."""
    words = cast.words
    if any(word in STYLES for word in entity.name.lower().split()):
        return True
    for _, end in entity.mentions:
        if end + 1 < len(words) and words.words[end] in POSSESSIVE and words.lower[end + 1] in OF_A_STATE:
            return True
    stem = entity.name.lower()[: max(4, len(entity.name) - 2)]
    for other in cast.entities:
        if other.kind == "people" and other.name.lower().startswith(stem):
            return any(end < len(words) and words.lower[end] in OF_A_STATE for _, end in other.mentions)
    return False
