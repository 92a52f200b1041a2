"""What all tests share."""

from hypothesis import settings

# A busy machine is no fault of the code: speed is measured by `make bench`, not by chance.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
