"""Here, offline or missing: told apart without recording anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.fixity.presence import Drives, Presence, Presences, best, presence_words
from core.model.media import MediaFile
from tests.support.model import a_clip


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """A folder in which drives appear; the drive CARD is plugged in."""
    folder = tmp_path / "media"
    (folder / "CARD" / "A001").mkdir(parents=True)
    (folder / "CARD" / "A001" / "roof.mov").write_bytes(b"x")
    (folder / "EMPTY").mkdir()
    return folder


@pytest.fixture
def presences(media: Path) -> Presences:
    mounted = str(media / "CARD")
    return Presences(Drives(frozenset((str(media), "/")), frozenset(), lambda folder: folder == mounted))


def at(*parts: object) -> MediaFile:
    return MediaFile(path="/".join(str(part) for part in parts))


@pytest.mark.parametrize(
    ("place", "presence"),
    [
        ("CARD/A001/roof.mov", Presence.HERE),
        ("CARD/A001/gone.mov", Presence.MISSING),
        ("CARD/A002/gone.mov", Presence.MISSING),
        ("CARD/A001/roof.mov/no folder.mov", Presence.MISSING),
        ("OTHER/A001/roof.mov", Presence.OFFLINE),
        ("OTHER/roof.mov", Presence.OFFLINE),
        ("EMPTY/A001/roof.mov", Presence.OFFLINE),
        ("EMPTY/roof.mov", Presence.OFFLINE),
    ],
)
def test_a_drive_that_is_away_is_told_from_a_file_that_is(
    media: Path, presences: Presences, place: str, presence: Presence
) -> None:
    assert presences.of_file(at(media, place)) is presence


def test_a_folder_nobody_knows_at_the_root_is_offline(presences: Presences) -> None:
    assert presences.of_file(at("/no such folder/at all/roof.mov")) is Presence.OFFLINE


def test_each_person_has_a_folder_for_drives(media: Path) -> None:
    drives = Drives(frozenset((str(media),)), frozenset((str(media),)), lambda _folder: False)
    (media / "ada").mkdir()
    (media / "ada" / "note").write_bytes(b"")
    assert Presences(drives).of_file(at(media, "ada", "CARD", "roof.mov")) is Presence.OFFLINE


def test_a_folder_that_is_away_is_looked_for_once(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    class Counting(Drives):
        def holds_drives(self, folder: str) -> bool:
            looked.append(folder)
            return super().holds_drives(folder)

    presences = Presences(Counting(frozenset((str(media),)), frozenset(), lambda _folder: False))
    for number in range(100):
        assert presences.of_file(at(media, "OTHER", f"{number}.mov")) is Presence.OFFLINE
    assert looked == [str(media)]


def test_a_clip_is_where_the_best_of_its_files_is(media: Path, presences: Presences) -> None:
    away, here = at(media, "OTHER", "x.mov"), at(media, "CARD", "A001", "roof.mov")
    assert presences.of_clip(a_clip(files=(away, here))) is Presence.HERE
    assert presences.of_clip(a_clip(files=(at(media, "CARD", "x.mov"), away))) is Presence.OFFLINE
    assert best(()) is Presence.MISSING


def test_offline_is_never_called_missing() -> None:
    assert "missing" not in presence_words("roof.mov", Presence.OFFLINE)
    assert "drive" in presence_words("roof.mov", Presence.OFFLINE)
    assert "missing" in presence_words("roof.mov", Presence.MISSING)
    assert presence_words("roof.mov", Presence.HERE) == ""
