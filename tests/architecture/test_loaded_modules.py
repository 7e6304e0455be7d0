"""What a fresh process has loaded; an import by name is seen here, where no contract sees it."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from PIL import Image

from core.app import create_archive
from core.catalog.edits import AddClips
from gui.main_window.later import PARTS
from tests.support.later import is_later
from tests.support.model import a_clip
from tests.support.source import ROOT

DECODERS = {"cv2", "av", "exifread", "pi_heif", "PIL"}

FIRST_SCREEN = """
import sys
from pathlib import Path
from benchmarks import start_child
from gui.bridge.bridge import Bridge
Bridge.after_clips = lambda *_: None
start_child.QUIET_S = 0
quit = start_child.Program.quit
def tell(program):
    print(*sys.modules)
    quit(program)
start_child.Program.quit = tell
start_child.run(Path(sys.argv[1]))
"""


SOURCES_READ = """
import linecache, sys
from main import loading
with loading():
    import gui.app
print(*sys.modules)
print(*linecache.cache)
"""


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


def test_a_start_loads_nothing_that_only_preparing_takes() -> None:
    loaded = loaded_after("import main; main.prepare()")
    assert "bootstrap" in loaded
    assert not loaded & {"ctypes", "shutil", "subprocess", "venv"}


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


def test_the_first_posters_wait_for_nothing_that_is_opened_later(tmp_path: Path) -> None:
    folder = tmp_path / "Test.slatebook"
    drawn = io.BytesIO()
    Image.new("RGB", (64, 36), "red").save(drawn, "JPEG")
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((a_clip("Rauma.mp4", poster=archive.stills.put(drawn.getvalue())),)))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SLATEBOOK_CONFIG": str(tmp_path)}
    command = [sys.executable, "-c", FIRST_SCREEN, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(ended.stdout.splitlines()[-1].split())
    assert "gui.library.card_painter" in loaded
    assert not {name for name in loaded if is_later(name)}


def test_no_source_is_read_as_the_window_is_loaded() -> None:
    command = [sys.executable, "-c", SOURCES_READ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    loaded, read = (set(line.split()) for line in ended.stdout.splitlines()[-2:])
    assert "gui.main_window.window" in loaded
    assert not {name for name in read for part in ("core", "gui") if Path(name).is_relative_to(ROOT / part)}


def test_every_part_that_is_opened_later_is_loaded_before() -> None:
    for part in PARTS:
        import_module(part)
    imported = {module for path in sorted((ROOT / "gui").rglob("*.py")) for module in imported_in_functions(path)}
    assert "gui.vocabulary.merge_dialog" in imported
    assert not {name for name in imported - set(sys.modules) - {"gui.portrait"} if name.startswith("gui.")}


def imported_in_functions(path: Path) -> set[str]:
    """Return the modules that functions of ``path`` import."""
    functions = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]
    inner = [node for function in functions for node in ast.walk(function)]
    return {node.module for node in inner if isinstance(node, ast.ImportFrom) and node.module}
