"""TinyDB's own tests over our record files: what it promises of tables holds where each costs what it touches."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SUITES = ("test_tinydb.py", "test_tables.py", "test_operations.py", "test_storages.py")
"""The others test queries, middlewares and helpers, of which we change nothing."""

PATIENCE_S = 90

_LAYOUT = "writes tables of other shape than id to document; record files hold nothing else"
_ONE_FILE = "looks into, or at the opening of, the one file of JSONStorage; ours is a folder, made when first written"

LEFT_OUT = {
    "test_storages.py::test_json": _LAYOUT,
    "test_storages.py::test_in_memory": _LAYOUT,
    "test_storages.py::test_json_kwargs": _ONE_FILE,
    "test_storages.py::test_json_read": _ONE_FILE,
    "test_storages.py::test_create_dirs": _ONE_FILE,
    "test_storages.py::test_json_invalid_directory": _ONE_FILE,
    "test_storages.py::test_json_invalid_mode_warning": _ONE_FILE,
    "test_storages.py::test_encoding": "record files are UTF-8, always",
    "test_storages.py::test_read_once": "brings a storage of its own and counts its reads; our tables need ours",
    "test_tables.py::test_table_repr": "spells out the names of TinyDB's own classes",
    "test_tinydb.py::test_repr": "spells out the names of TinyDB's own classes",
    "test_tables.py::test_persist_table": "wants an empty table kept; an empty folder is no table of ours",
    "test_tinydb.py::test_insert_invalid_dict": "wants TypeError for what has no JSON form; msgspec says so otherwise",
}
"""What is not run, and why."""


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with TinyDB's tests, of the version we use, and our stand-in for their conftest."""
    folder = tmp_path_factory.mktemp("tinydb")
    with tarfile.open(_source(folder)) as archive:
        members = {Path(member.name).name: member for member in archive if "/tests/" in member.name}
        for name in SUITES:
            held = archive.extractfile(members[name])
            assert held is not None
            (folder / name).write_bytes(held.read())
    shutil.copy(ROOT / "tests" / "support" / "tinydb_conftest.py", folder / "conftest.py")
    return folder


def _source(folder: Path) -> Path:
    """Return TinyDB's source distribution, from the package index pip is set up for; without one, skip."""
    version = importlib.metadata.version("tinydb")
    wanted = ("--no-deps", "--no-binary", "tinydb", "--retries", "0", "--timeout", "10", "--dest", str(folder))
    command = [sys.executable, "-m", "pip", "download", "--quiet", *wanted, f"tinydb=={version}"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_S)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"needs TinyDB's source distribution, which pip could not fetch: {error}")
    return next(folder.glob("tinydb-*.tar.gz"))


def test_tinydbs_own_tests_pass_over_record_files(suite: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", "--rootdir", str(suite)]
    told = subprocess.run(
        [*command, "--basetemp", str(tmp_path / "base"), "."],
        cwd=suite,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LEFT_OUT": " ".join(LEFT_OUT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-4000:]
    passed = re.search(r"(\d+) passed", told.stdout)
    assert passed is not None
    assert int(passed[1]) >= 86
    assert f"{len(LEFT_OUT)} deselected" in told.stdout
