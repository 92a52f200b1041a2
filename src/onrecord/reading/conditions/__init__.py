"""Conditions: what must hold for an acceptance, an offer or a threat to count, and on whose word."""

from onrecord.reading.conditions.clauses import list_items
from onrecord.reading.conditions.finding import find_conditions

__all__ = ["find_conditions", "list_items"]
