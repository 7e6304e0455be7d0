"""What is kept of the window."""

from __future__ import annotations

import logging
from fractions import Fraction
from pathlib import Path

import pytest

from core.errors import SystemProblem
from core.model.ids import ClipId, MomentId
from core.ports.index import Order
from gui.around.session import Session, load_session, save_session, session_file

FOLDER = Path("/archives/Norway.slatebook")


def test_a_session_comes_back_as_it_was_and_belongs_to_its_archive_alone() -> None:
    session = Session(
        archive=str(FOLDER), search="moments: waves", order=Order.NAME, selected=(ClipId("a"),), top=ClipId("b"),
        beyond=12, playing=ClipId("a"), time="1001/24000", backward=True, parting="day", moments=(MomentId("m"),),
        top_moment=MomentId("n"), turned=("year",),
    )  # fmt: skip
    save_session(session)
    assert load_session(FOLDER) == session
    assert session.at == Fraction(1001, 24000)
    assert load_session(FOLDER.with_name("Other.slatebook")).search == ""


DAMAGED = (b"", b"{", b"\xff\xfe", b'{"archive": 3}', b"[]", b'{"archive":"x","beyond":"far"}')


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_ignored_and_logged(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = session_file(FOLDER)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with caplog.at_level(logging.INFO, "gui.around.session"):
        assert load_session(FOLDER) == Session(archive=str(FOLDER))
    assert str(file) in caplog.text


@pytest.mark.parametrize("time", ["", "soon", "1/0", "-3"])
def test_a_time_that_is_none_is_the_beginning(time: str) -> None:
    assert Session(archive="", time=time).at == 0


def test_a_folder_that_cannot_be_written_is_told_with_its_name(own_settings: Path) -> None:
    (own_settings / "sessions").write_text("in the way")
    with pytest.raises(SystemProblem, match="sessions"):
        save_session(Session(archive=str(FOLDER)))
