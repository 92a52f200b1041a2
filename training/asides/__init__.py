"""Fits the marks by which a page's asides are told from the end of its report."""
