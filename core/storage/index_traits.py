"""The traits of a clip as bits, and which of them come from its tags alone."""

from __future__ import annotations

from functools import lru_cache

from core.model.clip import Clip, Role
from core.search.reading import TRAITS
from core.search.tree import STANDING, Trait
from core.storage.index_packing import STATUSES, codes_of, role_of

TRAIT_BITS = {trait: 1 << place for place, trait in enumerate(Trait)}

TRAIT_OF_ROLE = {
    Role.PERSON_SHOWN: Trait.PERSON,
    Role.LOCATION_SHOWN: Trait.LOCATION,
    Role.LOCATION_SHOT: Trait.LOCATION,
    Role.PRODUCTION: Trait.PRODUCTION,
    Role.KEYWORD: Trait.KEYWORD,
}
"""What a clip has by a tag that stands, beside being no longer untagged."""

BY_TAGS = TRAIT_BITS[Trait.UNTAGGED] | sum({TRAIT_BITS[trait] for trait in TRAIT_OF_ROLE.values()})
"""The traits that come from tags alone."""

_OTHERS = {bit: TRAITS[trait] for trait, bit in TRAIT_BITS.items() if not bit & BY_TAGS}
_TRAIT_OF_CODE = {code: TRAIT_BITS[TRAIT_OF_ROLE[role_of(code)]] for code in codes_of(Role, STANDING)}
_TRAIT_OF_CODE |= {code: 0 for code in codes_of(Role, STATUSES) if code not in _TRAIT_OF_CODE}

_TAG_BYTES = 4
"""Packed tags are numbers of so many bytes, of which the first is the code."""


def traits_of(clip: Clip, codes: frozenset[int]) -> int:
    """Return the bits of the traits of ``clip``, whose tags have ``codes``."""
    return sum(bit for bit, has in _OTHERS.items() if has(clip)) | _traits_by(codes)


def traits_by(tags: bytes) -> int:
    """Return the bits of the traits that a clip has by its packed tags."""
    return _traits_by(frozenset(tags[::_TAG_BYTES]))


@lru_cache(maxsize=1024)
def _traits_by(codes: frozenset[int]) -> int:
    traits = 0
    for code in codes:
        traits |= _TRAIT_OF_CODE[code]
    return traits or TRAIT_BITS[Trait.UNTAGGED]
