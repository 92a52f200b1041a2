"""Mentions: by name, by noun, by pronoun."""
