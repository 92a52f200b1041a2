"""Roles and offices: who holds which, of whom."""
