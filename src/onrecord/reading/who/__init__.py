"""Who: the actors of one report, and whose words each passage gives."""
