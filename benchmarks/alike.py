"""How long it takes to say whether a new clip was seen before, by how many clips there are.

Run: python -m benchmarks.alike [CLIPS ...]   (default: 10000 100000; ten landmarks a clip, and 48, the most)
"""

from __future__ import annotations

import argparse
import time
from fractions import Fraction

import numpy as np

from benchmarks.table import Timing, measured, show, write
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import Sights
from core.seen.bands import RADIUS, Bands
from core.seen.finder import Landmarks, SeenBefore
from core.seen.hashes import Hashes, distances
from tests.support.model import a_clip

LANDMARKS = (10, 48)
SECONDS = 20
ASKED = 40
NEW = ClipId("new")


def made_up(chance: np.random.Generator, count: int) -> Hashes:
    """Return hashes as pictures have them: half of the bits set, some waves far likelier than others."""
    lean = chance.normal(0, 0.7, 64)
    waves = chance.normal(0, 1, (count, 64)).astype(np.float32) + lean.astype(np.float32)
    bits = waves > np.median(waves, axis=1)[:, None]
    return np.packbits(bits, axis=1).view(">u8").ravel().astype(np.uint64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", type=int, nargs="*", default=[10_000, 100_000])
    for count in parser.parse_args().clips:
        for landmarks in LANDMARKS:
            _run(count, landmarks)


def _run(count: int, landmarks: int) -> None:
    chance = np.random.default_rng(1)
    hashes = np.concatenate([made_up(chance, count) for _ in range(landmarks)])
    ids = tuple(ClipId(f"{number:032x}") for number in range(count))
    known = Landmarks(ids, np.repeat(np.arange(count), landmarks), hashes)
    start = time.process_time()
    seen = SeenBefore(lambda clip: _clip(hashes, int(clip, 16), landmarks), known)
    built = time.process_time() - start
    copies, strangers = Timing("a copy of one of them"), Timing("one never seen")
    found = 0
    for number in chance.integers(0, count, ASKED).tolist():
        copy = _noisy(chance, hashes[number * landmarks : (number + 1) * landmarks])
        results: list[object] = []
        copies.measure(lambda copy=copy, results=results: results.extend(seen.like(_of(copy))))  # type: ignore[misc]
        found += bool(results)
        before = seen.compared
        strange = made_up(chance, SECONDS * 2)
        strangers.measure(lambda strange=strange: seen.like(_of(strange)))  # type: ignore[misc]
        looked = seen.compared - before
    asked = made_up(chance, ASKED)
    bands = Bands(hashes)
    like = _of(hashes[:landmarks], ids[0])
    lookups = [
        measured("frames like one", lambda: seen.frames_like(like, Fraction(1)), 3),
        measured("look-up of 40 hashes, by the bands", lambda: bands.near(asked), 10),
        measured("the same, every pair", lambda: [int((distances(h, hashes) <= RADIUS).sum()) for h in asked], 3),
    ]
    show(f"{count:,} clips, {len(hashes):,} hashes; built in {built:.2f} s CPU", [copies, strangers, *lookups])
    write(f"copies found: {found} of {ASKED}; hashes compared for a new clip: {looked:,} (each pair: {len(hashes):,} "
          f"x {SECONDS * 2 * 4})")  # fmt: skip


def _clip(hashes: Hashes, number: int, landmarks: int) -> Clip:
    return _of(hashes[number * landmarks : (number + 1) * landmarks], ClipId(f"{number:032x}"))


def _of(hashes: Hashes, clip: ClipId = NEW) -> Clip:
    text = hashes.astype(">u8").tobytes().hex()
    ticks = tuple(range(len(hashes)))
    return a_clip(id=clip, sights=Sights(time_base=Fraction(1, 2), ticks=ticks, whole=text, inner=text))


def _noisy(chance: np.random.Generator, hashes: Hashes) -> Hashes:
    """Return ``hashes`` with six bits of each turned, as another encoding turns them."""
    noise = np.zeros(len(hashes), np.uint64)
    for _ in range(6):
        noise |= np.uint64(1) << chance.integers(0, 64, len(hashes)).astype(np.uint64)
    return hashes ^ noise


if __name__ == "__main__":
    main()
