"""Whatever is dropped on it, the import goes on, every file gets its answer, and nothing else is touched.

A sample of the cases in every run; ``SLATEBOOK_HOSTILE=all`` for all of them, which takes minutes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.app import create_archive
from tests.support.hostile.case import Case
from tests.support.hostile.corpus import all_cases, all_mutants, sample, write_all
from tests.support.hostile.seeds import seeds
from tests.support.hostile.trial import Verdict, faults, lay_bait, listening, stamps, table, verdicts, watched_pool

ROOT = Path(__file__).resolve().parents[2]
THOROUGH = os.environ.get("SLATEBOOK_HOSTILE") == "all"
CASES_SHARE, MUTANTS_SHARE = 6, 40
"""One in so many is taken in a run that is not thorough."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, links and names in bytes are as POSIX has them")


def tried(folder: Path, cases: list[Case], port: int) -> list[Verdict]:
    """Import the cases into an archive of their own; returns what came of each."""
    written = write_all(cases, os.fsencode(folder / "corpus"))
    before = stamps(folder)
    with create_archive(folder / "a.slatebook") as archive, closing(watched_pool(2)) as pool:
        report = archive.importing(pool).run([folder / "corpus"])
        found = verdicts(archive, written, report, pool)
        assert archive.check() == []
    after = {path: stamp for path, stamp in stamps(folder).items() if "a.slatebook" not in path}
    assert after == {path: stamp for path, stamp in before.items() if path in after}
    assert set(before) == set(after)
    return found


@pytest.mark.timeout(3_600 if THOROUGH else 300)
def test_hostile_files_cost_nobody_anything(tmp_path: Path) -> None:
    with listening() as listener:
        bait = lay_bait(tmp_path, listener.port)
        cases = all_cases(bait)
        assert len(cases) >= 300
        assert len({(case.group, case.name) for case in cases}) == len(cases)
        found = tried(tmp_path, cases if THOROUGH else sample(cases, CASES_SHARE), listener.port)
    sys.stdout.write(table(found) + "\n")
    assert faults(found) == []
    assert listener.heard == []


@pytest.mark.timeout(3_600 if THOROUGH else 300)
def test_damage_by_chance_costs_nobody_anything(tmp_path: Path) -> None:
    with listening() as listener:
        cases = all_mutants()
        assert len(cases) >= 1_500
        found = tried(tmp_path, cases if THOROUGH else sample(cases, MUTANTS_SHARE), listener.port)
    sys.stdout.write(table(found) + "\n")
    assert faults(found) == []
    assert listener.heard == []


def test_the_same_cases_come_again() -> None:
    one, other = (all_mutants(2), all_mutants(2))
    assert [case.name for case in one] == [case.name for case in other]
    assert len(seeds()) >= 15


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to see which files workers open")
@pytest.mark.timeout(600)
def test_no_script_leads_to_another_file_or_to_the_network(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    share = 1 if THOROUGH else 6
    with listening() as listener:
        command = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,connect,sendto,sendmsg,socket",
                   "-o", str(trace), sys.executable, "-m", "tests.support.hostile.import_scripts",
                   str(tmp_path), str(listener.port), str(share)]  # fmt: skip
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\d+ scripts, \d+ refused, 0 taken\n", done.stdout)
    lines = trace.read_text("utf-8", "replace").splitlines()
    assert any("/corpus/script/" in line for line in lines), "the trace shows what is opened"
    assert [line for line in lines if "canary.bin" in line and "O_CREAT" not in line] == []
    assert [line for line in lines if "AF_INET" in line] == []
    assert listener.heard == []
