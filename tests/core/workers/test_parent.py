"""Children and their parent: whatever the parent is, and however it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import psutil
import pytest

import core
from tests.core.workers import jobs_for_tests

SOURCE = Path(core.__file__).parents[1]
PATIENCE_S = 30

PARENT = """
import sys, threading
print("main is imported", flush=True)
sys.path.insert(0, {source!r})
from core.workers.limits import Limits
from core.workers.pool import Pool
pool = Pool({job!r}, 1, Limits(stall_s=60))
done = threading.Event()
def tell(key, outcome):
    print(outcome.value["pid"], flush=True)
    done.set()
pool.submit("first", {{}}, tell)
done.wait(30)
{then}
"""


def start(tmp_path: Path, then: str) -> subprocess.Popen[str]:
    """Run a program without a guard around its main part, from a folder that is not the project's."""
    script = tmp_path / "program.py"
    script.write_text(PARENT.format(source=str(SOURCE), job=f"{jobs_for_tests.__name__}:work", then=then))
    return subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, cwd=tmp_path)


def test_a_child_does_not_import_its_parents_main_module_again(tmp_path: Path) -> None:
    with start(tmp_path, "pool.close()") as parent:
        output, _ = parent.communicate(timeout=PATIENCE_S)
    assert output.splitlines()[0] == "main is imported"
    assert len(output.splitlines()) == 2
    assert parent.returncode == 0


@pytest.mark.parametrize("deed", ["hang", "spin"])
def test_the_death_of_the_parent_ends_the_child_in_the_midst_of_a_job(tmp_path: Path, deed: str) -> None:
    then = (
        f"pool.submit('second', {{'do': {deed!r}}}, tell); print('under way', flush=True); threading.Event().wait(60)"
    )
    with start(tmp_path, then) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        child = psutil.Process(int(parent.stdout.readline()))
        assert parent.stdout.readline() == "under way\n"
        parent.kill()
        _, alive = psutil.wait_procs([child], timeout=PATIENCE_S)
    assert not alive


def test_a_parent_that_leaves_without_closing_leaves_no_child(tmp_path: Path) -> None:
    with start(tmp_path, "pool.submit('second', {'do': 'hang'}, tell)") as parent:
        output, _ = parent.communicate(timeout=PATIENCE_S)
    pid = int(output.splitlines()[1])
    if psutil.pid_exists(pid):
        psutil.wait_procs([psutil.Process(pid)], timeout=PATIENCE_S)
    assert not psutil.pid_exists(pid)


def test_variables_of_the_users_do_not_decide_what_a_child_imports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    script = f"import sys; sys.path.remove({str(tmp_path)!r})\n" + PARENT.format(
        source=str(SOURCE), job=f"{jobs_for_tests.__name__}:work", then="pool.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=SOURCE, timeout=PATIENCE_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_a_child_imports_from_where_its_parent_does(tmp_path: Path) -> None:
    """As in an installed package, whose folder the entry point puts on the path."""
    with zipfile.ZipFile(tmp_path / "jobs.zip", "w") as archive:
        archive.writestr("far_away.py", "import os\ndef job(task, progress): return {'pid': os.getpid()}, []")
    script = PARENT.format(source=str(SOURCE), job="far_away:job", then="pool.close()")
    script = f"import sys; sys.path.append({str(tmp_path / 'jobs.zip')!r})\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, timeout=PATIENCE_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.splitlines()[1]) != os.getpid()


def test_everything_imports_where_there_is_no_resource_module() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
        "import ctypes, os, pathlib, psutil, queue, signal, socket, subprocess, threading, traceback\n"
        "sys.platform = 'win32'; sys.modules['resource'] = None\n"
        "import core.workers.child, core.workers.pool\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=PATIENCE_S)


def test_a_child_imports_little_before_its_job() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
        "import core.workers.child\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in\n"
        "             ('PySide6', 'cv2', 'av', 'numpy', 'subprocess', 'psutil', 'msgspec', 'sqlite3')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, timeout=PATIENCE_S, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
