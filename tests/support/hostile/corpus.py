"""All cases together, and a sample of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from tests.support.hostile.case import Case
from tests.support.hostile.movies import movie_cases
from tests.support.hostile.mutants import mutants
from tests.support.hostile.pictures import picture_cases
from tests.support.hostile.places import damaged_cases, name_cases, place_cases, sound_cases
from tests.support.hostile.scripts import Bait, script_cases
from tests.support.hostile.seeds import seeds

MUTANTS_EACH = 75
"""Mutants of every seed in a thorough run."""


def all_cases(bait: Bait) -> list[Case]:
    """Return every case that is no mutant."""
    sound = seeds()
    clip = sound["h264.mp4"]
    return [
        *damaged_cases(sound),
        *script_cases(bait),
        *movie_cases(sound),
        *picture_cases(sound),
        *place_cases(clip),
        *name_cases(clip),
        *sound_cases(sound["exif.jpg"]),
    ]


def all_mutants(each: int = MUTANTS_EACH) -> list[Case]:
    return list(mutants(seeds(), each))


def sample(cases: Sequence[Case], share: int, seed: int = 4) -> list[Case]:
    """Return about one in ``share`` of the cases of each group, the same for the same seed, without the costly."""
    chance = random.Random(seed)
    groups = {case.group: [one for one in cases if one.group == case.group and not one.costly] for case in cases}
    chosen: list[Case] = []
    for group in groups.values():
        chosen += chance.sample(group, -(-len(group) // share))
    return chosen


def write_all(cases: Iterable[Case], folder: bytes) -> dict[bytes, Case]:
    """Make every file under ``folder``; returns the cases by path."""
    return {case.write(folder): case for case in cases}
