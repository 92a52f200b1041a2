"""Issues and stances as data: `peace` first, users bring their own."""

from onrecord.codebook.book import Codebook, Issue, StanceMeaning
from onrecord.codebook.checking import check
from onrecord.codebook.fields import FieldFinder, joined
from onrecord.codebook.finding import Finder, on_its_field
from onrecord.codebook.loading import BUILT_IN, CodebookError, load, parse

__all__ = [
    "BUILT_IN",
    "Codebook",
    "CodebookError",
    "FieldFinder",
    "Finder",
    "Issue",
    "StanceMeaning",
    "check",
    "joined",
    "load",
    "on_its_field",
    "parse",
]
