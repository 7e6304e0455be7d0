"""Settings: kept whole, and never a reason not to start."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from pathlib import Path

import pytest

from core import log
from core.errors import SystemProblem
from core.settings import RECENT_LIMIT, Settings, Theme, option_texts, settings_file


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(theme=Theme.LIGHT, author="Ada", sheet_columns=("people", "title"), card_width=320)
    settings.remember_archive(Path("/archives/Norway.slatebook"))
    settings.save(path)
    assert asdict(Settings.load(path)) == asdict(settings)


def test_without_a_file_every_option_is_at_its_default(tmp_path: Path) -> None:
    assert asdict(Settings.load(tmp_path / "none.json")) == asdict(Settings())


def test_the_variable_names_the_folder(own_settings: Path) -> None:
    Settings(author="Ada").save()
    assert settings_file() == own_settings / "settings.json"
    assert Settings.load().author == "Ada"


@pytest.mark.parametrize("content", [b"{ no json", b"[1, 2]", b"\xff\xfe\x00", b"", b"[" * 100_000])
def test_an_unreadable_file_is_set_aside_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert asdict(Settings.load(path)) == asdict(Settings())
    assert not path.exists()
    assert (tmp_path / "settings.json.unreadable").read_bytes() == content
    assert "unreadable" in caplog.text
    caplog.clear()


def test_one_value_that_makes_no_sense_leaves_the_others(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "mauve", "author": "Ada", "card_width": "wide"}))
    settings = Settings.load(path)
    assert (settings.theme, settings.author, settings.card_width) == (Theme.SYSTEM, "Ada", Settings().card_width)
    assert "theme" in caplog.text
    assert "card_width" in caplog.text
    caplog.clear()


def test_an_option_of_a_newer_version_survives_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"teleport": True, "author": "Ada"}))
    settings = Settings.load(path)
    settings.author = "Grace"
    settings.save(path)
    assert json.loads(path.read_text()) | {"teleport": True, "author": "Grace"} == json.loads(path.read_text())


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemProblem, match="settings could not be written"):
        Settings().save(tmp_path / "file" / "settings.json")


def test_recent_archives_are_few_and_each_is_there_once() -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 3):
        settings.remember_archive(Path(f"/archives/{number}"))
    settings.remember_archive(Path("/archives/5"))
    assert settings.recent_archives[0] == str(Path("/archives/5"))
    assert len(settings.recent_archives) == len(set(settings.recent_archives)) == RECENT_LIMIT


def test_every_option_says_what_it_is() -> None:
    assert option_texts().keys() == asdict(Settings()).keys()
    assert all(text[0].isupper() for text in option_texts().values())


def test_the_log_file_holds_what_any_part_says(own_settings: Path) -> None:
    path = log.start()
    try:
        logging.getLogger("core.somewhere").info("a clip came in")
    finally:
        log.stop()
    logging.getLogger("core.somewhere").info("after the end")
    assert path == own_settings / "logs" / "slatebook.log"
    text = path.read_text(encoding="utf-8")
    assert "core.somewhere: a clip came in" in text
    assert "after the end" not in text


def test_a_log_that_cannot_be_written_is_no_error(own_settings: Path) -> None:
    (own_settings / "logs").write_text("in the way")
    assert log.start() is None
    log.stop()
