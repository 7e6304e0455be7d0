"""Whether an original can be reached just now: here, on a drive that is not connected, or gone from its folder.

This is never recorded and no part of the index: a drive comes and goes without anybody editing the archive.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from core.model.clip import Clip
from core.model.media import MediaFile
from core.values import dataclass
from core.words import msg, tr

_CONTAINERS = frozenset(("/", "/media", "/run/media", "/mnt", "/Volumes", "/net", "/srv", "/run/user"))
"""Folders in which drives and shares appear; what is not there below one of them is not connected."""

_OF_PEOPLE = frozenset(("/media", "/run/media"))
"""Folders with one folder for each person, in which their drives appear."""


class Presence(enum.StrEnum):
    HERE = msg("here")
    OFFLINE = msg("offline")
    """Its drive, or the folder everything below which is gone with it, is not connected."""
    MISSING = msg("missing")
    """Its drive is there, the file is not: it was moved, renamed or deleted."""


@dataclass(frozen=True, slots=True)
class Drives:
    """Where drives appear on this machine, and whether something is mounted at a folder."""

    containers: frozenset[str] = _CONTAINERS
    of_people: frozenset[str] = _OF_PEOPLE
    is_mount: Callable[[str], bool] = os.path.ismount

    def holds_drives(self, folder: str) -> bool:
        """Whether ``folder`` is one in which drives appear."""
        return folder in self.containers or (os.path.dirname(folder) in self.of_people and not self.is_mount(folder))

    def is_unmounted(self, folder: str) -> bool:
        """Whether ``folder`` is the empty place of a drive that is not mounted."""
        if os.path.dirname(folder) not in self.containers or self.is_mount(folder):
            return False
        try:
            return not os.listdir(folder)
        except OSError:
            return True


class Presences:
    """Tells where originals are, for one sweep over many: a folder that is gone is looked for once."""

    def __init__(self, drives: Drives | None = None) -> None:
        self._drives = drives or Drives()
        self._of_folder: dict[str, Presence] = {}

    def of_file(self, file: MediaFile) -> Presence:
        """Return whether ``file`` can be reached; may wait for a slow drive."""
        location = file.location
        folder = os.path.dirname(location)
        if folder in self._of_folder:
            return self._of_folder[folder]
        try:
            Path(location).stat()
        except (FileNotFoundError, NotADirectoryError):
            if os.path.isdir(folder) and not self._drives.is_unmounted(folder):
                return Presence.MISSING
            return self._of_folder.setdefault(folder, self._of_lost_folder(folder))
        except OSError:
            return Presence.OFFLINE  # a share that hangs, a drive that answers no more
        return Presence.HERE

    def of_clip(self, clip: Clip) -> Presence:
        """Return the best there is among the files of ``clip``."""
        return best(self.of_file(file) for file in clip.files)

    def _of_lost_folder(self, folder: str) -> Presence:
        above = folder
        while not os.path.isdir(above):
            higher = os.path.dirname(above)
            if higher == above:
                return Presence.OFFLINE  # a drive letter or share that is not there
            above = higher
        away = self._drives.holds_drives(above) or self._drives.is_unmounted(above)
        return Presence.OFFLINE if away else Presence.MISSING


def best(found: Iterable[Presence]) -> Presence:
    """Return the first of here, offline, missing that is among ``found``."""
    there = set(found)
    return next((presence for presence in Presence if presence in there), Presence.MISSING)


def presence_words(name: str, presence: Presence) -> str:
    """Return what that means, in a sentence; empty where the original is here."""
    if presence is Presence.OFFLINE:
        return tr("{name} is offline: its drive is not connected. Stills, tags and search go on without it.", name=name)
    if presence is Presence.MISSING:
        return tr(
            "{name} is missing: it is no longer in its folder. If it was moved, “Find moved originals” finds it.",
            name=name,
        )
    return ""
