"""How much a job may take before it is ended."""

from __future__ import annotations

from core.values import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds end in ``_s``, mebibytes in ``_mib``.

    ``stall_s`` counts from the last sign of progress the job gave.  ``rss_mib`` is watched by the parent on every
    system; ``address_mib`` is the kernel's own stop on Linux, for what grows faster than the parent looks.
    ``message_mib`` bounds a result, ``start_s`` the start of a child.  A child is replaced after ``files_per_child``
    jobs, so that leaks never add up, and ended when it had nothing to do for ``idle_s``.  ``courtesy`` is how far it
    steps behind the window and other programs (see nice(2)).
    """

    wall_s: float = 120.0
    stall_s: float = 20.0
    cpu_s: int = 180
    rss_mib: int = 1024
    address_mib: int = 4096
    message_mib: int = 64
    start_s: float = 60.0
    idle_s: float = 30.0
    files_per_child: int = 500
    courtesy: int = 5
