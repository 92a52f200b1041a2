"""Workers spread a function over many items, here or in processes, and know nothing of what it does.

Each takes pairs of a tag and an item, and gives them back in their order: the tag as it was, and the function's result
for the item, or a `Crash`, or null where there was no item.
"""

from onrecord.workers.here import Here
from onrecord.workers.processes import Processes
from onrecord.workers.work import Crash, Make, R, T, Workers

__all__ = ["Crash", "Here", "Make", "Processes", "Workers", "workers"]


def workers(make: Make[T, R], count: int) -> Workers[T, R]:
    """As many workers as asked for: this process for one, processes for more. `make` is called once in each."""
    return Here(make) if count <= 1 else Processes(make, count)
