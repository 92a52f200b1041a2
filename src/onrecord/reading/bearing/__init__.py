"""How likely what a statement was read to do is what it does, and does to that issue: heard by a small network."""

from onrecord.reading.bearing.asking import Bearing
from onrecord.reading.bearing.network import Network, shipped

__all__ = ["Bearing", "Network", "shipped"]
