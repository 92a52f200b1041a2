"""The judge of which sentences tell one thing: its labels, and how it is fitted."""
