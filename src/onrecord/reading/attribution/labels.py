"""The tags that the encoder's heads give to each word."""

ROLES = ("source", "cue", "content")
ROLE_TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
NAMES = ("person", "organisation", "place", "demonym")
NAME_TAGS = ("O", *(f"{place}-{name}" for name in NAMES for place in "BI"))
LINK_WIDTH = 64
