"""What every benchmark prints: where it ran, and wall beside CPU time as medians and worst cases."""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Timing:
    """Repeated measurements of one thing, in milliseconds."""

    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, work: Callable[[], object]) -> None:
        """Run ``work`` once; CPU time is that of this whole process."""
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.cpu.append((time.process_time() - cpu) * 1000)


def measured(name: str, work: Callable[[], object], times: int) -> Timing:
    """Return ``times`` runs of ``work``."""
    timing = Timing(name)
    for _ in range(times):
        timing.measure(work)
    return timing


def show(title: str, timings: list[Timing]) -> None:
    """Print the machine, its load and a row for each timing."""
    write(f"\n{title}")
    write(machine())
    width = max(len(timing.name) for timing in timings)
    write(f"{'':{width}}  runs   wall p50   wall p95    cpu p50   (ms)")
    for timing in timings:
        p50, p95 = statistics.median(timing.wall), sorted(timing.wall)[int(0.95 * (len(timing.wall) - 1))]
        cpu = statistics.median(timing.cpu)
        write(f"{timing.name:{width}} {len(timing.wall):5d} {p50:10.2f} {p95:10.2f} {cpu:10.2f}")


def machine() -> str:
    """Return what this machine is, and its load."""
    named = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{named}, load {os.getloadavg()[0]:.1f}"


def peak_mib() -> float:
    """Return the most memory this program ever held (Linux: getrusage would count what its parent held)."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def write(text: str) -> None:
    """Print one line at once, for a benchmark takes its time."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
