"""Where a text touches an issue of the codebook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class IssueHit:
    """Words that touch an issue. A hint counts only where nothing stronger stands in the same passage.

    One that `yields` is left out where another issue is named first, and as often.
    """

    span: Span
    issue: str
    hint: bool = False
    yields: bool = False


FindIssues = Callable[[str], tuple[IssueHit, ...]]
"""Takes a text and gives the places that touch an issue, in the order of the text; a codebook's `finder` is one."""
