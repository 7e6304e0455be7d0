"""What the Library of Congress's own bagit says of a bag, asked in a process of its own: it warns as it is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def bagit_complains(bag: Path) -> str:
    """Return what bagit finds wrong with ``bag``; empty where it is valid."""
    command = [sys.executable, "-W", "ignore", "-m", "bagit", "--validate", str(bag)]
    asked = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    return "" if asked.returncode == 0 else asked.stderr or f"exit code {asked.returncode}"
