"""Which of the files beside a clip speak of it, by their names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator

from core.model.sniff import CLIP_SUFFIXES, STILL_SUFFIXES
from core.values import dataclass

_MEDIA_SUFFIXES = CLIP_SUFFIXES | STILL_SUFFIXES


@dataclass(frozen=True, slots=True)
class Beside:
    """The names of the sidecars of a clip: ``xmp`` is empty where there is none, ``json`` holds what may be some."""

    xmp: str = ""
    json: tuple[str, ...] = ()


class Neighbours:
    """The files of one folder; names are told apart without regard to capitals, as on most disks."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = {name.lower(): name for name in sorted(names, reverse=True)}
        self._media = Counter(stem for stem, suffix in map(os.path.splitext, self._names) if suffix in _MEDIA_SUFFIXES)

    def of(self, name: str) -> Beside:
        """Return the sidecars of the file called ``name``.

        ``clip.mov.xmp`` goes before ``clip.xmp``, which is taken only where no other clip or still of the folder could
        be meant by it; likewise ``clip.info.json``.
        """
        xmp = self._known(f"{stem}.xmp" for stem in self._stems(name))
        json = self._known(f"{stem}{ending}" for stem in self._stems(name) for ending in (".info.json", ".json"))
        return Beside(next(xmp, ""), tuple(json))

    def _stems(self, name: str) -> Iterator[str]:
        lower = name.lower()
        yield lower
        stem = os.path.splitext(lower)[0]
        if self._media[stem] < 2:
            yield stem

    def _known(self, names: Iterator[str]) -> Iterator[str]:
        return (self._names[name] for name in names if name in self._names)
