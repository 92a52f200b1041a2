"""Fits the marks by which an act is told to be a position."""
