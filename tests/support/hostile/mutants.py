"""Sound files that were damaged by chance: the same ones for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from tests.support.hostile.case import Case, data_case

_WORDS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\x01", b"\0\x01\0\0")


def mutants(seeds: Mapping[str, bytes], each: int, seed: int = 20) -> Iterator[Case]:
    """Yield ``each`` mutants of every seed."""
    others = list(seeds.values())
    for name, data in seeds.items():
        stem, _, suffix = name.rpartition(".")
        chance = random.Random(f"{seed} {name}")
        for number in range(each):
            yield data_case("mutant", f"{stem}-{number:03}.{suffix}", _mutant(data, chance, others))


def _mutant(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    mutant = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        _damage(mutant, chance, others)
    # The head stays often enough, for what is not known by it gets no further.
    if chance.random() < 0.8:
        mutant[:12] = data[:12]
    return bytes(mutant)


def _damage(data: bytearray, chance: random.Random, others: list[bytes]) -> None:
    at = chance.randrange(len(data)) if chance.random() < 0.5 else chance.randrange(min(len(data), 2_000))
    length = chance.randrange(1, 65)
    match chance.randrange(7):
        case 0 | 1:
            data[at] ^= 1 << chance.randrange(8)
        case 2:
            data[at : at + 4] = chance.choice(_WORDS)
        case 3:
            data[at : at + length] = chance.randbytes(length)
        case 4:
            del data[at : at + length]
        case 5:
            data[at:at] = data[at : at + length]
        case _:
            other = chance.choice(others)
            start = chance.randrange(len(other))
            data[at : at + length] = other[start : start + length]
    if not data:
        data += b"\0"
