"""Passages in which reports of one story tell one thing, and what they tell otherwise in them."""
