"""Small programs of the system, run where they are installed."""

from __future__ import annotations

import shutil
import subprocess

_LONGEST_S = 30


def run_tool(name: str, *arguments: str) -> bool:
    """Run a program of the system and wait for it; False where it is not installed, fails or takes half a minute."""
    found = shutil.which(name)
    if found is None:
        return False
    try:
        ended = subprocess.run([found, *arguments], capture_output=True, check=False, timeout=_LONGEST_S)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
