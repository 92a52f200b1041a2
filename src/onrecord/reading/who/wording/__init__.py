"""Words and nouns: what every step of "who" reads with."""
