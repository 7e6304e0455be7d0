"""What Linux can take from a process for good: writing anywhere, the network, other programs.

Two mechanisms, each taken where the kernel has it: Landlock (landlock(7), from 5.13 on) denies every change to any
file system, and seccomp (seccomp(2)) denies the calls that reach out of the process.  Neither asks for privileges.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

from core.values import dataclass

_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_ASK_VERSION = 1

_WRITES = {1: sum(1 << bit for bit in (1, *range(4, 13))), 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
"""Rights to change a file system, by the version of Landlock that knew them first: write and remove files, remove
folders and make anything; move between folders; cut short; have devices do things.  Reading is left alone."""

_NETWORK_SINCE, _ALL_OF_TCP = 4, 3
_SCOPES_SINCE, _ALL_SCOPES = 6, 3

_LOAD, _JUMP_EQUAL, _JUMP_FROM, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _MACHINE_AT = 0, 4
_OTHER_TABLE = 0x4000_0000
"""From here on x86_64 numbers the same calls once more, for programs with short pointers (x32)."""
_ALLOW, _DENY = 0x7FFF_0000, 0x0005_0000


@dataclass(frozen=True, slots=True)
class _Machine:
    """A processor's name for audits and its numbers of the calls that are denied."""

    audit: int
    denied: tuple[int, ...]


_MACHINES = {
    # socket, connect, bind, listen, accept, accept4, execve, execveat, ptrace, process_vm_readv, process_vm_writev,
    # mount, io_uring_setup
    "x86_64": _Machine(0xC000_003E, (41, 42, 49, 50, 43, 288, 59, 322, 101, 310, 311, 165, 425)),
    "aarch64": _Machine(0xC000_00B7, (198, 203, 200, 201, 202, 242, 221, 281, 117, 270, 271, 40, 425)),
}


def deny_writing(libc: ctypes.CDLL) -> bool:
    """Deny this process every change to a file system, TCP, and signals to others; returns whether the kernel agreed.

    What is open already stays usable.  PR_SET_NO_NEW_PRIVS must be set.
    """
    version = libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    writes = sum(rights for since, rights in _WRITES.items() if since <= version)
    network = _ALL_OF_TCP if version >= _NETWORK_SINCE else 0
    scopes = _ALL_SCOPES if version >= _SCOPES_SINCE else 0
    fields = 1 + (version >= _NETWORK_SINCE) + (version >= _SCOPES_SINCE)
    rules = struct.pack("3Q", writes, network, scopes)[: 8 * fields]
    ruleset = libc.syscall(_CREATE_RULESET, rules, len(rules), 0)
    if ruleset < 0:
        return False
    try:
        done: int = libc.syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return done == 0


class _Filter(ctypes.Structure):
    """struct sock_fprog of linux/filter.h."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def deny_reaching_out(libc: ctypes.CDLL) -> bool:
    """Deny this process sockets of any kind, other programs and other processes' memory; such calls fail with EPERM.

    Returns whether the kernel agreed.  A socket that is open already stays usable.  PR_SET_NO_NEW_PRIVS must be set.
    """
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    program = _program(machine)
    packed = _Filter(len(program) // 8, program)
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(packed), 0, 0) == 0)


def _program(machine: _Machine) -> bytes:
    """Return the filter in the language of bpf(4); each instruction is code, jump if true, jump if false, value."""
    steps = [(_LOAD, 0, 0, _MACHINE_AT), (_JUMP_EQUAL, 1, 0, machine.audit), (_RETURN, 0, 0, _DENY | 1)]
    denied = len(machine.denied)
    steps += [(_LOAD, 0, 0, _NUMBER_AT), (_JUMP_FROM, denied + 1, 0, _OTHER_TABLE)]
    steps += [(_JUMP_EQUAL, denied - place, 0, number) for place, number in enumerate(machine.denied)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY | 1)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
