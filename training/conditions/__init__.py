"""Fits the marks by which a condition is told from a forecast."""
