"""Fits the small heads on the trained encoder: attribution types, and confidence."""
