"""The record as pages, and as JSON under /api. Pages only read; what is computed across reports is passed in."""
