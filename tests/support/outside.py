"""Judges nobody here wrote that the environment of the tests cannot hold, fetched once into a cache folder.

``ascmhl`` would bring a package called ``tests`` along, and the Nu HTML Checker runs on Java.  Where one cannot be had
(no Java, no npm, no way to the registry) the test that asks for it is skipped and says why.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs
import pytest
from filelock import FileLock

ASCMHL = "ascmhl==1.2"
VNU = "vnu-jar@26.9.16"
_PATIENCE_S = 240


def ascmhl_debug() -> Path:
    """Return the reference implementation of ASC-MHL in an environment of its own; skips the test without it."""
    given = os.environ.get("ASCMHL_DEBUG") or shutil.which("ascmhl-debug")
    return Path(given) if given else _there(ASCMHL, Path("bin", "ascmhl-debug"), _install_ascmhl)


def vnu() -> list[str]:
    """Return the command that is the Nu HTML Checker; skips the test without it."""
    if given := shutil.which("vnu"):
        return [given]
    java, npm = shutil.which("java"), shutil.which("npm")
    if java is None or npm is None:
        pytest.skip("the Nu HTML Checker needs java, and npm to fetch it")
    jar = Path("node_modules", "vnu-jar", "build", "dist", "vnu.jar")
    return [java, "-jar", str(_there(VNU, jar, functools.partial(_install_vnu, npm)))]


def _there(name: str, wanted: Path, install: Callable[[Path], None]) -> Path:
    """Return what ``install`` puts at ``wanted`` into a folder for ``name``; a folder is whole or not there."""
    cache = platformdirs.user_cache_path("slatebook-tests", appauthor=False)
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / name
    with FileLock(cache / f"{name}.lock"):
        if not (folder / wanted).exists():
            why = _fetched(folder, install)
            if why:
                pytest.skip(f"{name} cannot be had: {why}")
    return folder / wanted


@functools.cache
def _fetched(folder: Path, install: Callable[[Path], None]) -> str:
    """Return why ``install`` could not fill ``folder``, asked once in a run; empty where it did."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        install(folder)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        said = getattr(error, "stderr", "") or str(error)
        return str(said).strip().splitlines()[-1]
    return ""


def _install_ascmhl(folder: Path) -> None:
    _run([sys.executable, "-m", "venv", str(folder)])
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--retries", "1", "--timeout", "15", ASCMHL])


def _install_vnu(npm: str, folder: Path) -> None:
    folder.mkdir()
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=30000"]
    _run([npm, "install", "--prefix", str(folder), *options, VNU])


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=_PATIENCE_S)
