"""On whose behalf: the party of each entity."""
