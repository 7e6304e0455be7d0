"""Text that saves itself."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.inspector.saved_text import SavedLine, SavedText, TextSaved

CAPTION = "Tom Cruise waves at us from the roof of a moving train in Norway, and nobody here can believe it. " * 2


def test_the_box_is_as_high_as_its_text_up_to_a_dozen_lines(qtbot: QtBot) -> None:
    box = SavedText("Caption", "")
    qtbot.addWidget(box)
    box.resize(260, 100)
    box.show()
    empty = box.height()
    box.replace_text(CAPTION)
    qtbot.waitUntil(lambda: box.height() > empty)
    assert box.edit.verticalScrollBar().maximum() == 0
    box.replace_text("\n" * 200)
    qtbot.waitUntil(lambda: box.edit.verticalScrollBar().maximum() > 0)
    assert box.height() < 300


def test_a_pause_saves_and_leaves_the_step_open(qtbot: QtBot) -> None:
    box = SavedText("Notes", "")
    qtbot.addWidget(box)
    saved: list[TextSaved] = []
    box.saved.connect(saved.append)
    box.show()
    QTest.keyClicks(box.edit, "wire")
    qtbot.waitUntil(lambda: saved == [TextSaved("wire", leaving=False)])
    QTest.keyClicks(box.edit, "s")
    box.commit()
    assert saved[1:] == [TextSaved("wires", leaving=True)]


def test_what_is_being_typed_survives_a_refresh(qtbot: QtBot) -> None:
    box, line = SavedText("Notes", ""), SavedLine("Handle")
    for field in (box, line):
        qtbot.addWidget(field)
        field.replace_text("old")
    box.edit.setPlainText("old and new")
    line.setText("old and new")
    box.show_text("from elsewhere")
    line.show_text("from elsewhere")
    assert (box.text(), line.text()) == ("old and new", "old and new")
    box.commit()


def test_a_text_that_could_not_be_kept_is_saved_again_when_the_field_is_left(qtbot: QtBot) -> None:
    field = SavedText("Notes", "")
    qtbot.addWidget(field)
    told: list[TextSaved] = []
    field.saved.connect(told.append)
    field.edit.setPlainText("wire at the feet")
    field.commit()
    field.unsave()
    field.commit()
    field.commit()
    assert [saved.text for saved in told] == ["wire at the feet"] * 2
