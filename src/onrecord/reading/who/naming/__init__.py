"""Names: found, made whole, and told apart as entities."""
