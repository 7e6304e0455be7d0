"""How well and how fast shots are found, beside PySceneDetect and a plain decode: ``python -m benchmarks.shots``.

Clips whose truth is known are made once (FFmpeg must be installed) and kept in a folder; each is looked at by all, one
after the other, in processes of their own, so that CPU seconds compare: without the start of Python and its imports,
for an import keeps its workers.  PySceneDetect is no dependency: give a Python
that has it, ``uv venv psd && uv pip install --python psd/bin/python scenedetect==0.7.2 opencv-python-headless``, then
``--scenedetect psd/bin/python``.  ``--minutes`` bounds how long all of it takes: then fewer runs than ``--runs`` stand
behind a median, and the table says how many.  A cut counts when it is found within two pictures, anything gradual when
a shot is said to begin within its span, two pictures more on either side; every other shot found is wrong.
"""

from __future__ import annotations

import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.shots_corpus import ENCODINGS, RECIPES, make
from benchmarks.table import write

ROOT = Path(__file__).resolve().parents[1]
FOOTAGE = ROOT.parent / "shared" / "footage"
NEAR = 2
DETECTORS = ("content", "adaptive", "hist")
RIVAL, DECODE = "PySceneDetect", "ffmpeg full decode"
_LOOK = """
import json, sys, time
from benchmarks.table import peak_mib
from core.media.jobs import shots
begun = time.process_time()
document, _ = shots({"path": sys.argv[2], "mode": sys.argv[1]}, lambda: None)
told = {"told": [(s["kind"], s["start"]) for s in document["shots"][1:]], "decoded": document["decoded"]}
told["cpu"] = time.process_time() - begun
told["memory"] = round(peak_mib())
print(json.dumps(told))
"""
_IMPORT = """
import json, sys, time
from benchmarks.table import peak_mib
from core.media import jobs
begun = time.process_time()
getattr(jobs, sys.argv[1])({"path": sys.argv[2]}, lambda: None)
told = {"told": [], "cpu": time.process_time() - begun}
told["memory"] = round(peak_mib())
print(json.dumps(told))
"""
_SCENEDETECT = """
import json, sys, time
from benchmarks.table import peak_mib
from scenedetect import AdaptiveDetector, ContentDetector, HistogramDetector, detect
kinds = {"content": ContentDetector, "adaptive": AdaptiveDetector, "hist": HistogramDetector}
begun = time.process_time()
scenes = detect(sys.argv[2], kinds[sys.argv[1]]())
told = {"told": [("cut", str(start.seconds)) for start, _ in scenes[1:]], "cpu": time.process_time() - begun}
told["memory"] = round(peak_mib())
print(json.dumps(told))
"""

Told = list[tuple[str, float]]
"""Kind and second at which a shot is said to begin."""


@dataclass(frozen=True)
class Way:
    """A way of looking for shots: a command that prints what it found as JSON, or nothing."""

    name: str
    command: list[str]


@dataclass(frozen=True)
class Score:
    """How many of the cuts and of the gradual transitions were found, of how many; and what was found that is none."""

    cuts: tuple[int, int]
    gradual: tuple[int, int]
    wrong: int
    wrong_cuts: int

    def line(self) -> str:
        """Return precision, recall and F1 over all, F1 of the cuts, and recall of what is gradual."""
        found = self.cuts[0] + self.gradual[0]
        precision, recall = _share(found, found + self.wrong), _share(found, self.cuts[1] + self.gradual[1])
        of_cuts = _f1(_share(self.cuts[0], self.cuts[0] + self.wrong_cuts), _share(*self.cuts))
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}  cuts F1 {of_cuts:.3f}  "
            f"gradual {self.gradual[0]}/{self.gradual[1]}"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(told: Told, truth: Path) -> Score:
    """Return how what was told compares with the truth."""
    document = json.loads(truth.read_text())
    frames = [(kind, second * document["rate"]) for kind, second in told]
    found = {True: 0, False: 0}
    for change in document["changes"]:
        near = [one for one in frames if change["first"] - NEAR <= one[1] <= change["last"] + NEAR]
        if near:
            middle = (change["first"] + change["last"]) / 2
            frames.remove(min(near, key=lambda one: abs(one[1] - middle)))
            found[change["kind"] == "cut"] += 1
    cuts = sum(change["kind"] == "cut" for change in document["changes"])
    gradual = len(document["changes"]) - cuts
    wrong_cuts = sum(kind == "cut" for kind, _ in frames)
    return Score((found[True], cuts), (found[False], gradual), len(frames), wrong_cuts)


def run(way: Way, path: Path) -> tuple[float, dict[str, Any]]:
    """Look at a clip; return CPU seconds, of the look alone where the child tells them, and what it told."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(path) if part == "FILE" else part for part in way.command]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {"told": []}
    return told.get("cpu", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), told


def ways(scenedetect: str, detectors: Sequence[str]) -> Iterator[Way]:
    python = sys.executable
    yield Way("triage, shots only", [python, "-c", _LOOK, "triage", "FILE"])
    yield Way("triage, poster and strip", [python, "-c", _IMPORT, "triage", "FILE"])
    yield Way("exact", [python, "-c", _LOOK, "exact", "FILE"])
    yield Way("exact, as imports do", [python, "-c", _IMPORT, "exact", "FILE"])
    yield Way(DECODE, ["ffmpeg", "-v", "error", "-threads", "1", "-i", "FILE", "-an", "-f", "null", "-"])
    if scenedetect:
        for detector in detectors:
            yield Way(f"{RIVAL} {detector}", [scenedetect, "-c", _SCENEDETECT, detector, "FILE"])


@dataclass
class Seen:
    """What one way took and told of one clip, over some runs."""

    cpus: list[float] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def cpu(self) -> float:
        return statistics.median(self.cpus)


def measure(path: Path, truth: Path, how: Sequence[Way], runs: int, until: float) -> None:
    """Print a line for each way, all having run in turn ``runs`` times, or fewer where time is up ``until`` then."""
    seen = {way.name: Seen() for way in how}
    for _ in range(runs):
        begun = time.monotonic()
        for way in how:
            cpu, seen[way.name].told = run(way, path)
            seen[way.name].cpus.append(cpu)
        if 2 * time.monotonic() - begun > until:
            break
    done, size = len(seen[how[0].name].cpus), path.stat().st_size / 1e6
    write(f"\n{path.name}  ({size:.0f} MB, load {os.getloadavg()[0]:.1f}, runs {done})")
    for way in how:
        write(_line(way.name, seen, truth))


def _line(name: str, seen: dict[str, Seen], truth: Path) -> str:
    """Return CPU seconds with their range, against a decode and PySceneDetect, and how well it told of the shots."""
    one = seen[name]
    decode, rival = seen.get(DECODE), seen.get(f"{RIVAL} content")
    against = f"{one.cpu / decode.cpu:5.2f} of decode" if decode else ""
    faster = f"{rival.cpu / one.cpu:6.1f}x" if rival else ""
    decoded, memory = one.told.get("decoded", ""), one.told.get("memory", "")
    starts = [(kind, _second(text)) for kind, text in one.told["told"]]
    scored = score(starts, truth).line() if starts else ""
    spread = f"({min(one.cpus):.2f}-{max(one.cpus):.2f})"
    return f"  {name:22} {one.cpu:7.2f} s {spread:15} {against} {faster} {decoded!s:>6} {memory!s:>5} MiB  {scored}"


def _second(text: object) -> float:
    if isinstance(text, str) and "/" in text:
        numerator, denominator = text.split("/")
        return int(numerator) / int(denominator)
    return float(str(text))


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench_shots", help="where clips are kept"
    )
    parser.add_argument("--scenedetect", default="", help="a Python that has scenedetect 0.7.2")
    parser.add_argument("--detectors", default=",".join(DETECTORS), help="those of PySceneDetect")
    parser.add_argument("--recipes", default=",".join(RECIPES))
    parser.add_argument("--encodings", default="web,phone,long", help=f"of {', '.join(ENCODINGS)}")
    parser.add_argument("--seed", type=int, default=21, help="another seed is another clip")
    parser.add_argument("--seconds", type=int, default=0, help="how long the clips are, where not as the recipe says")
    parser.add_argument("--size", default="", help="of the pictures, as 640x360, where not as the recipe says")
    parser.add_argument("--ways", default="", help="only those whose names hold one of these words")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=0, help="the longest it may take, once the clips are made")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    clips = [pair for name in options.recipes.split(",") for pair in _clips(name, options)]
    begun, words = time.monotonic(), options.ways.split(",")
    how = [way for way in ways(options.scenedetect, options.detectors.split(",")) if any(w in way.name for w in words)]
    for number, (path, truth) in enumerate(clips, 1):
        until = begun + options.minutes * 60 * number / len(clips) if options.minutes else math.inf
        measure(path, truth, how, options.runs, until)


def _clips(name: str, options: Namespace) -> Iterator[tuple[Path, Path]]:
    """Yield the clips of a recipe, made now unless they were before, each with its truth."""
    recipe = RECIPES[name]
    if options.seconds:
        recipe = replace(recipe, name=f"{recipe.name}{options.seconds}s", seconds=options.seconds)
    if options.size:
        width, height = map(int, options.size.split("x"))
        recipe = replace(recipe, name=f"{recipe.name}{height}p", size=(width, height))
    footage = FOOTAGE if FOOTAGE.is_dir() else None
    made = make(recipe, options.seed, options.encodings.split(","), options.folder, footage)
    for path in made.values():
        yield path, options.folder / f"{recipe.name}-{options.seed}.json"


if __name__ == "__main__":
    main()
