"""Schemas of standards bodies, which lie beside the checkout where there are any."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "validators"


def official(name: str) -> Path:
    """Return a schema; skips the test where it is not there."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"needs {name} in {FOLDER}")
    return path
