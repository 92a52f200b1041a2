"""Who is on record saying what, under which conditions, according to whom."""
