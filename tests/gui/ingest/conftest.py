"""A bridge on an archive whose media workers are scripted, and folders that only look like footage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.app import Archive
from gui.bridge.bridge import Bridge
from gui.ingest.imports import Imports
from tests.support.fake_pool import ScriptedPool


class LastingPool(ScriptedPool):
    """A scripted pool that one import after another is done with."""

    def close(self) -> None:
        super().close()
        self._closed = False


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> ScriptedPool:
    """Return the pool that every import of this test works with."""
    scripted = LastingPool()
    monkeypatch.setattr(Archive, "media_pool", lambda _archive, _lanes=None, *, patient=False: scripted)  # noqa: ARG005
    return scripted


@pytest.fixture
def bridge(archive: Archive, pool: ScriptedPool, qtbot: QtBot) -> Iterator[Bridge]:
    opened = Bridge(archive)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def imports(bridge: Bridge) -> Imports:
    return Imports(bridge, bridge)


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    folder = tmp_path / "Norway shoot"
    folder.mkdir()
    return folder
