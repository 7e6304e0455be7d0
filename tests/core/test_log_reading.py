"""Reading the log again."""

from __future__ import annotations

import logging

from core import log
from core.log import TOLD, log_file, logged


def test_what_went_wrong_comes_back_newest_first_with_all_its_lines() -> None:
    log.start()
    try:
        logging.getLogger("core.a").info("all is well")
        logging.getLogger(TOLD).info("the disk is full")
        logging.getLogger("slatebook.test").log(logging.INFO, "quiet\nand more")
    finally:
        log.stop()
    assert [record.message for record in logged(10, troubles_only=True)] == ["the disk is full"]
    everything = logged(10, troubles_only=False)
    assert [record.message for record in everything] == ["quiet", "the disk is full", "all is well"]
    assert everything[0].details == "and more\n"


def test_levels_from_warning_up_are_trouble_and_older_files_follow() -> None:
    log_file().parent.mkdir(parents=True)
    log_file().write_text("2026-11-23 10:00:02,001 7 ERROR slatebook.gui: new\n", encoding="utf-8")
    older = "half a line\n2026-11-22 10:00:02,001 7 WARNING core.media: old\n2026-11-22 10:00:03,001 7 INFO core: x\n"
    log_file().with_name("slatebook.log.1").write_bytes(older.encode() + b"\xff\xfe\n")
    assert [(record.level, record.message) for record in logged(9, troubles_only=True)] == [
        ("ERROR", "new"),
        ("WARNING", "old"),
    ]
    assert len(logged(1, troubles_only=True)) == 1


def test_no_log_is_no_trouble() -> None:
    assert logged(9, troubles_only=False) == []
