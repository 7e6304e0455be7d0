"""Every check of the project, one after the other, and a summary of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
PYTEST = ("-m", "pytest")
_TESTERS = min(4, 3 * (os.cpu_count() or 2) // 2)
"""Half as many again as there are processors: some tests wait for children, disks and clocks, and others go on."""
PARALLEL = ("-n", str(_TESTERS), "--dist", "worksteal")


@dataclass(frozen=True, slots=True)
class Check:
    """A tool that looks at the whole tree; ``arguments`` follow the interpreter."""

    name: str
    arguments: tuple[str, ...]


CHECKS = (
    Check("style (ruff)", ("-m", "ruff", "check", "--output-format", "concise", ".")),
    Check("who may import whom (import-linter)", ("-c", LINT_IMPORTS, "--no-logo")),
    Check("types (mypy)", ("-m", "mypy")),
    Check("tests (pytest)", (*PYTEST, "-q", *PARALLEL, "--durations", "5")),
)


def run_checks(pytest_arguments: Sequence[str]) -> int:
    """Run every check, or pytest alone where it is given arguments; returns 0 when all is well."""
    if pytest_arguments:
        return _run(Check("tests", (*PYTEST, *pytest_arguments)))
    results = [(check, *_timed(check, number)) for number, check in enumerate(CHECKS, start=1)]
    print("\nSummary")
    for check, code, seconds in results:
        print(f"  {'ok    ' if code == 0 else 'FAILED'}  {check.name}  ({seconds:.0f} s)")
    failed = sum(code != 0 for _, code, _ in results)
    print(f"{failed} of {len(results)} checks failed." if failed else "Every check passed.")
    return 1 if failed else 0


def _timed(check: Check, number: int) -> tuple[int, float]:
    print(f"\n[{number} of {len(CHECKS)}] {check.name}", flush=True)
    start = time.monotonic()
    code = _run(check)
    return code, time.monotonic() - start


def _run(check: Check) -> int:
    return subprocess.run([sys.executable, *check.arguments], cwd=ROOT, check=False).returncode
