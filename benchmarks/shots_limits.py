"""How long a first look takes where files are large or many, and what it holds: ``python -m benchmarks.shots_limits``.

Clips are made once (FFmpeg must be installed) and kept in a folder: a minute of 4K as a phone codes it, in HEVC and in
AV1, an hour of footage in 200 clips, and, where footage lies beside the checkout, a piece of 8K.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks.table import machine, write

ROOT = Path(__file__).resolve().parents[1]
FOOTAGE = ROOT.parent / "shared" / "footage"
CLIPS, CLIP_S, LANES = 200, 18, 2
_PHONE = ["-g", "30", "-pix_fmt", "yuv420p"]
CODECS = {
    "hevc": ["-c:v", "libx265", "-preset", "ultrafast", "-crf", "28", "-x265-params", "log-level=1", *_PHONE],
    "av1": ["-c:v", "libsvtav1", "-preset", "12", "-crf", "40", *_PHONE],
    "h264": ["-c:v", "libx264", "-preset", "superfast", "-crf", "24", "-bf", "0", "-sc_threshold", "0", *_PHONE],
}
_LOOK = """
import json, sys, time
from benchmarks.table import peak_mib
from core.media import jobs
wall, cpu = time.perf_counter(), time.process_time()
for path in sys.argv[2:]:
    getattr(jobs, sys.argv[1])({"path": path}, lambda: None)
print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu, round(peak_mib())]))
"""


def minute(folder: Path, codec: str, size: str, seconds: int) -> Path:
    """Make a clip of ``seconds``: two that move, over and over, each second beginning with a key frame."""
    path, piece = folder / f"{codec}-{size}-{seconds}s.mp4", folder / f"piece-{codec}-{size}.mp4"
    if not path.exists():
        moving = f"testsrc2=size={size}:rate=30:duration=2,noise=alls=6:allf=t"
        _ffmpeg("-f", "lavfi", "-i", moving, *CODECS[codec], str(piece))
        _ffmpeg("-stream_loop", str(seconds // 2 - 1), "-i", str(piece), "-c", "copy", str(path))
    return path


def _ffmpeg(*words: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-y", *words], check=True, stdout=subprocess.DEVNULL)


def look(job: str, paths: Sequence[Path]) -> subprocess.Popen[str]:
    """Begin a worker that looks at ``paths``, one after the other."""
    command = [sys.executable, "-c", _LOOK, job, *map(str, paths)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def told(worker: subprocess.Popen[str]) -> tuple[float, float, int]:
    """Return the wall and CPU seconds a worker took and the most memory it held, in MiB."""
    output, _ = worker.communicate()
    wall, cpu, memory = json.loads(output)
    return wall, cpu, memory


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench_limits")
    parser.add_argument("--clips", type=int, default=CLIPS, help="into how many the footage of many clips is cut")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    write(machine())
    for codec in ("hevc", "av1"):
        clip = minute(options.folder, codec, "3840x2160", 60)
        wall, cpu, memory = told(look("triage", [clip]))
        write(f"4K {codec}, a minute: triage  {wall:6.2f} s wall  {cpu:6.2f} s CPU  {memory} MiB")
        wall, cpu, memory = told(look("exact", [options.folder / f"piece-{codec}-3840x2160.mp4"]))
        write(f"4K {codec}, two seconds: exact {wall:6.2f} s wall  {cpu:6.2f} s CPU  {memory} MiB")
    if (large := FOOTAGE / "8k.mp4").exists():
        for job in ("triage", "exact"):
            wall, cpu, memory = told(look(job, [large]))
            write(f"8K, {job}: {wall:6.2f} s wall  {cpu:6.2f} s CPU  {memory} MiB")
    clip = minute(options.folder, "h264", "1920x1080", CLIP_S)
    begun = time.perf_counter()
    workers = [look("triage", [clip] * (options.clips // LANES)) for _ in range(LANES)]
    cpus = [told(worker)[1] for worker in workers]
    wall = time.perf_counter() - begun
    write(
        f"{options.clips} clips of {CLIP_S} s, {LANES} workers: triage {wall:.1f} s wall, {sum(cpus):.1f} s CPU in all"
    )


if __name__ == "__main__":
    main()
