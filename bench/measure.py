"""CPU seconds and peak memory of a program, start-up included."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` and `wall` in seconds; `memory` is the greatest resident set of any of its processes, in MiB."""

    cpu: float
    wall: float
    memory: float
    code: int


def cost(command: list[str]) -> Cost:
    """Runs the command, its output thrown away. CPU is that of all its threads and of the children it waited for."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{process.returncode} from {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024, process.returncode)
