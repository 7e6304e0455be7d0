"""What a child gives up before it touches a file nobody vouches for.

Each measure is taken where the system knows it; that one is missing is no reason not to work.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

from core.workers.confinement import deny_reaching_out, deny_writing
from core.workers.limits import MIB, Limits

if sys.platform != "win32":
    import resource

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x1000_0000
_CLONE_NEWNET = 0x4000_0000


def give_up_rights(limits: Limits, parent: int) -> None:
    """Bind this process to its ``parent`` and take from it memory without end, core dumps, writing and the network.

    Every POSIX system keeps it from putting a byte into a file; Linux also from making, moving and removing files, from
    opening sockets and from starting programs.  Is called with the job's modules imported and before any thread is
    started: unshare(2) asks for one thread.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to understand
    if sys.platform != "win32":
        os.nice(limits.courtesy)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit is an error, not the end
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        _limit_address_space(limits.address_mib * MIB)
        _enter_linux_confinement(parent)


def arm_cpu_clock(limits: Limits) -> None:
    """Let the kernel end this process (SIGXCPU) once it has used ``cpu_s`` more seconds of processor time."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime) + limits.cpu_s
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _limit_address_space(size: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or size <= hard:
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _enter_linux_confinement(parent: int) -> None:
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it died before the line above
        os._exit(0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Root may leave the network at once; anyone else has to become nobody in a name space of their own first.
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    deny_writing(libc)
    deny_reaching_out(libc)
