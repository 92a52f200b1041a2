"""Citing: numbered notes that lead to outlet, day and passage; reports as BibTeX and CSL-JSON."""

from onrecord.views.citing.bibtex import bibtex
from onrecord.views.citing.csl import csl
from onrecord.views.citing.notes import Note, Notes

__all__ = ["Note", "Notes", "bibtex", "csl"]
