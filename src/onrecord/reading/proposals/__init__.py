"""Proposals: named plans on the table, who made them, their terms, and which stances are taken on them."""

from onrecord.reading.proposals.answering import answered
from onrecord.reading.proposals.finding import find_proposals

__all__ = ["answered", "find_proposals"]
