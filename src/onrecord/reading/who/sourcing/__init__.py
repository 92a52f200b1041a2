"""Sources: whom the words before or behind a cue mean."""
