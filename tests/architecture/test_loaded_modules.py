"""What a fresh process has loaded; an import by name is seen here, where no contract sees it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.source import ROOT

DECODERS = {"cv2", "av", "exifread", "pi_heif", "PIL"}


def loaded_after(program: str, *arguments: str) -> set[str]:
    """Return the top-level modules a fresh process has loaded when the line ``program`` has run."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    command = [sys.executable, "-c", f"try:\n    {program}\nfinally:\n    {report}", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return set(ended.stderr.splitlines()[-1].split())


def test_the_window_loads_no_decoder() -> None:
    """Beside safety: opencv-python points Qt at plugins of its own as it is imported."""
    loaded = loaded_after("import gui.app")
    assert "PySide6" in loaded
    assert not loaded & DECODERS


def test_a_search_on_the_command_line_loads_neither_qt_nor_a_decoder(tmp_path: Path) -> None:
    folder = str(tmp_path / "Test.slatebook")
    loaded_after("import main; raise SystemExit(main.main())", "new", folder)
    loaded = loaded_after("import main; raise SystemExit(main.main())", "search", folder, "norway")
    assert "core" in loaded
    assert not loaded & (DECODERS | {"PySide6", "shiboken6"})


def test_showing_the_newest_clips_does_not_wait_for_the_engine_of_searches(tmp_path: Path) -> None:
    folder = str(tmp_path / "Test.slatebook")
    loaded_after("import main; raise SystemExit(main.main())", "new", folder)
    loaded = loaded_after("import main; raise SystemExit(main.main())", "search", folder, "")
    assert "core" in loaded
    assert "numpy" not in loaded
