"""Exports: the record as files that other programs take."""

from onrecord.views.exports.contents import Contents
from onrecord.views.exports.formats import FORMATS, export
from onrecord.views.exports.placing import ExportError

__all__ = ["FORMATS", "Contents", "ExportError", "export"]
