"""Gives Slatebook an environment of its own on a machine that has only Python (standard library only).

``.venv`` is made from the hashed requirements.lock.  It counts as made when its stamp, written last, equals the lock:
whatever was killed before that is made anew by the next start.  Nothing outside this folder is written, save that root
on a Debian-like machine gets the shared libraries Qt needs through apt-get.  Nothing is printed on standard output.

What only preparing takes is imported inside functions: every start comes by here, and need not wait for it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HERE = os.path.dirname(os.path.abspath(__file__))
ENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(ENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(ENV, "bin", "python")
REQUIREMENTS = os.path.join(HERE, "requirements.lock")
STAMP = os.path.join(ENV, "slatebook-installed.txt")
LIBRARIES_SEEN = os.path.join(ENV, "slatebook-libraries.txt")

DOWNLOAD = "about 430 MB"
PACKAGES_A_LINE = 10
"""Where no terminal shows a running count, every so many packages get a line."""
COULD_NOT_PREPARE = 1
"""The exit code."""

# Shared libraries and the Debian and Ubuntu packages that carry them, as ldd names them in a bare system.
DECODER_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
}
WINDOW_LIBRARIES = {
    **DECODER_LIBRARIES,
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def ensure(libraries: Mapping[str, str]) -> None:
    """Return inside the environment; outside it, prepare it where needed and run this same command there.

    ``libraries`` are the shared libraries the command needs, and their packages.  Exits with COULD_NOT_PREPARE and a
    sentence that says what to do where that fails.
    """
    if os.path.realpath(sys.prefix) == os.path.realpath(ENV):
        return
    if not (is_installed() and has_seen(libraries)):
        try:
            prepare(libraries)
        except KeyboardInterrupt:
            give_up("stopped; the next start takes it up again.")
        except OSError as error:
            give_up(f"could not write its environment: {error}.")
    run_inside()


def is_installed() -> bool:
    return os.path.exists(PYTHON) and read(STAMP) == stamp()


def has_seen(libraries: Mapping[str, str]) -> bool:
    """Whether every one of ``libraries`` was there at an earlier start."""
    return not libraries or set(libraries) <= set(read(LIBRARIES_SEEN).split())


def stamp() -> str:
    """Return what an environment must be made of: the lock, and the interpreter that now stands behind PYTHON."""
    return f"{os.path.realpath(PYTHON)}\n{read(REQUIREMENTS)}"


def read(path: str) -> str:
    """Return the text of ``path``, empty where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def write(path: str, text: str) -> None:
    """Give ``path`` the content ``text`` in one step."""
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".part", path)


def run_inside() -> None:
    """Become the same command in the environment; does not return."""
    command = [PYTHON, *sys.orig_argv[1:]]
    if os.name == "nt":
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(PYTHON, command)


def prepare(libraries: Mapping[str, str]) -> None:
    """Bring system libraries and environment up to date, alone: a second start waits here for the first."""
    with alone() as lock:
        get_system_packages(libraries, lock)
        if not is_installed():
            make_environment(lock)
            install_packages(lock)
            write(STAMP, stamp())
        write(LIBRARIES_SEEN, "\n".join(sorted({*libraries, *read(LIBRARIES_SEEN).split()})))


@contextmanager
def alone() -> Iterator[int]:
    """Hold the lock over preparing and yield its descriptor.

    Commands that inherit the descriptor hold the lock as well, so that it outlives a start that is killed until the
    last command it began has ended.
    """
    descriptor = os.open(REQUIREMENTS, os.O_RDONLY)
    try:
        if not try_lock(descriptor):
            say("another start is preparing the environment; waiting for it.")
            while not try_lock(descriptor, wait=True):
                pass
        yield descriptor
    finally:
        os.close(descriptor)


if sys.platform == "win32":

    def try_lock(descriptor: int, *, wait: bool = False) -> bool:
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # behind the end: the content stays readable for others
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def try_lock(descriptor: int, *, wait: bool = False) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def get_system_packages(libraries: Mapping[str, str], lock: int) -> None:
    """Install the missing system packages, or exit with the one command that does."""
    import shutil

    packages = missing_packages(libraries)
    if not packages:
        return
    if shutil.which("apt-get") is None:
        give_up("needs, from this system's package manager, what Debian calls: " + " ".join(packages))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        give_up(f"needs some system libraries. This gets them:\n\n  sudo apt-get update && sudo {' '.join(install)}\n")
    say(f"getting {len(packages)} system packages with apt-get (up to 60 MB): {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patient = ["-o", "DPkg::Lock::Timeout=300"]
    run(["apt-get", "update"], lock, environment=quiet)
    run([*install, *patient], lock, environment=quiet)


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the system packages that this command still needs, sorted; none but on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = {package for library, package in libraries.items() if not can_load(library)}
    if not is_installed() and find_pip() is None:
        missing.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(missing)


def can_load(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def find_pip() -> list[str] | None:
    """Return the command of a pip that installs into the environment; None where this Python has none.

    Debian ships Python without ensurepip, and then its pip, if there is one, has to reach in from outside.
    """
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is not None:
        return [PYTHON, "-m", "pip"]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    return None


def make_environment(lock: int) -> None:
    import venv

    say(f"preparing its environment in {os.path.relpath(ENV)}, once: {DOWNLOAD} to download, a minute or two.")
    say("step 1 of 2: an empty environment")
    venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(ENV)
    if importlib.util.find_spec("ensurepip") is not None:
        run([PYTHON, "-m", "ensurepip", "--default-pip"], lock)


def install_packages(lock: int) -> None:
    pip = find_pip()
    if pip is None:
        give_up("needs pip; this Python has none. Install the pip of your system and start again.")
    total = len(re.findall(r"^\S+==", read(REQUIREMENTS), re.MULTILINE))
    say(f"step 2 of 2: {total} packages, {DOWNLOAD}")
    calm = ["--disable-pip-version-check", "--no-input", "--no-warn-script-location", "--root-user-action=ignore"]
    wanted = ["--require-hashes", "--only-binary", ":all:", "--requirement", REQUIREMENTS]
    run([*pip, "install", "--progress-bar", "off", *calm, *wanted], lock, watch=Count(total))
    unpack_pyside()
    say("ready.")


def unpack_pyside() -> None:
    """Have the Python code that PySide carries in its library lie in files: else each start compiles it anew (20 ms).

    PySide does so where it is loaded with SBK_EMBED off; without the files all is the same, only slower.
    """
    import subprocess

    unpacking = {**os.environ, "SBK_EMBED": "0"}
    nowhere = subprocess.DEVNULL
    load = [PYTHON, "-c", "import shiboken6"]
    subprocess.run(load, env=unpacking, stdin=nowhere, stdout=nowhere, stderr=nowhere, check=False)


class Count:
    """Turns pip's lines into a running count: on a terminal in place, elsewhere a line now and then."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0

    def __call__(self, line: str) -> None:
        if line.startswith(("Collecting ", "Processing ", "Ignoring ")):
            self.done += 1
            self.show(re.split("==|-[0-9]|:", os.path.basename(line.split()[1]))[0])
        elif line.startswith("Installing collected"):
            self.show("unpacking them all", last=True)

    def show(self, what: str, *, last: bool = False) -> None:
        text = f"  {self.done} of {self.total}: {what}"
        if sys.stderr.isatty():
            print(f"\r{text:<60}", end="\n" if last else "", file=sys.stderr, flush=True)
        elif last or self.done % PACKAGES_A_LINE == 0:
            print(text, file=sys.stderr, flush=True)


def run(
    command: Sequence[str], lock: int, *, environment: Mapping[str, str] | None = None, watch: Count | None = None
) -> None:
    """Run ``command`` with its output shown to ``watch`` alone; exits with its last lines where it fails."""
    import subprocess

    inherited = () if os.name == "nt" else (lock,)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environment,
        pass_fds=inherited,
    ) as process:
        assert process.stdout is not None
        lines = list(watched(process.stdout, watch))
    if process.returncode != 0:
        said = "".join(f"  {line}\n" for line in lines[-12:])
        give_up(f"could not finish `{' '.join(command[:4])} ...`:\n{said}Start again when that is mended.")


def watched(output: IO[str], watch: Count | None) -> Iterator[str]:
    for line in output:
        if watch is not None:
            watch(line)
        yield line.rstrip()


def say(text: str) -> None:
    print(f"Slatebook: {text}", file=sys.stderr, flush=True)


def give_up(text: str) -> NoReturn:
    print(f"Slatebook {text}", file=sys.stderr)
    sys.exit(COULD_NOT_PREPARE)
