from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.style import icon
from gui.widgets import (
    ActionButton,
    ActivityState,
    ActivityStrip,
    ElidedLabel,
    EmptyState,
    FrameChosen,
    ImageView,
    KeyframeStrip,
    SectionHeader,
    StripFrame,
    Toasts,
)

FRAMES = [StripFrame(f"still{at}", f"0:{at:02d}") for at in range(12)]


class Pictures:
    """Remembers which pictures it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, key: str, size: QSize) -> QPixmap | None:
        self.asked.append(key)
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.red)
        return made if key != "still1" else None


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def strip(qtbot: QtBot, pictures: Pictures) -> Iterator[KeyframeStrip]:
    made = KeyframeStrip("Keyframes", pictures)
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.set_frames(FRAMES)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def test_only_stills_in_view_are_asked_for(strip: KeyframeStrip, pictures: Pictures) -> None:
    strip.grab()
    assert set(pictures.asked) == {frame.key for frame in FRAMES[:4]}


def test_a_click_chooses_a_still(strip: KeyframeStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.frame_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.frame_rect(2).center())
    assert chosen.args == [FrameChosen(2, "still2")]
    assert strip.current() == 2


def test_the_keyboard_reaches_every_still_and_brings_it_into_view(strip: KeyframeStrip, qtbot: QtBot) -> None:
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.current() == 11
    assert strip.rect().contains(strip.frame_rect(11))
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.current() == 11
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.current() == 10
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.current() == 0
    assert strip.rect().contains(strip.frame_rect(0))


def test_marking_a_still_says_nothing(strip: KeyframeStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.frame_chosen, wait=10):
        strip.set_current(7)
    assert strip.accessibleDescription() == "8 / 12, 0:07"
    assert strip.rect().contains(strip.frame_rect(7))


def test_a_strip_without_stills_takes_keys_calmly(strip: KeyframeStrip, qtbot: QtBot) -> None:
    strip.set_frames([])
    with qtbot.assertNotEmitted(strip.frame_chosen, wait=10):
        qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.accessibleDescription() == "0 keyframes"


def test_a_picture_is_shown_whole_in_the_middle(qtbot: QtBot) -> None:
    view = ImageView("Still")
    qtbot.addWidget(view)
    view.resize(320, 180)
    portrait = QPixmap(90, 160)
    portrait.fill(Qt.GlobalColor.green)
    view.set_pixmap(portrait)
    room = view.picture_rect()
    assert room.height() == 180
    assert room.width() == pytest.approx(101, abs=1)
    assert abs(room.center().x() - view.rect().center().x()) <= 1
    assert view.grab().toImage().pixelColor(160, 90).green() == 255


def test_without_a_picture_the_view_says_what_is_missing(qtbot: QtBot) -> None:
    view = ImageView("Still")
    qtbot.addWidget(view)
    view.set_placeholder("film", "Select a clip")
    view.set_pixmap(QPixmap())
    assert view.pixmap() is None
    assert not view.grab().isNull()


def test_a_label_that_elides_tells_the_rest_by_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("A rather long name of a clip.mov")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == "A rather long name of a clip.mov"
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_section_header_names_itself_and_its_action(qtbot: QtBot) -> None:
    header = SectionHeader("Moments", QAction(icon("plus"), "Add a moment"))
    qtbot.addWidget(header)
    header.set_note("3")
    assert header.accessibleName() == "Moments"
    assert "Add a moment" in [child.accessibleName() for child in header.findChildren(QWidget)]


def test_a_button_is_the_face_of_its_action(qtbot: QtBot) -> None:
    action = QAction(icon("import"), "&Import")
    parent = QWidget()
    qtbot.addWidget(parent)
    button = ActionButton(action, "primary", parent)
    assert button.accessibleName() == "Import"
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_state_leads_on(qtbot: QtBot) -> None:
    act = QAction("Open the sample archive")
    state = EmptyState("clapperboard", "Drop clips here", "Originals are never changed.", [act])
    qtbot.addWidget(state)
    buttons = state.findChildren(ActionButton)
    assert [button.text() for button in buttons] == ["Open the sample archive"]
    assert state.accessibleName() == "Drop clips here"
    state.set_content("search", "Nothing found", "")
    assert state.accessibleName() == "Nothing found"


def test_the_activity_strip_tells_what_it_shows(qtbot: QtBot) -> None:
    strip = ActivityStrip([QAction("Pause")])
    qtbot.addWidget(strip)
    for tone in ("busy", "paused", "done", "problem"):
        strip.set_state(ActivityState("Importing 3 of 10", "2 min left", 0.3, tone))
        assert not strip.grab().isNull()
    assert strip.accessibleDescription() == "Importing 3 of 10 2 min left"


def test_a_toast_leaves_what_it_is_told_to_stand_above_readable(qtbot: QtBot) -> None:
    parent, strip = QWidget(), ActivityStrip()
    qtbot.addWidget(parent)
    layout = QVBoxLayout(parent)
    layout.addStretch(1)
    layout.addWidget(strip)
    layout.addSpacing(30)
    parent.resize(500, 300)
    parent.show()
    toasts = Toasts(parent)
    toasts.keep_above(strip)
    strip.set_state(ActivityState("Importing 3 of 9"))
    toasts.show_message("Saved.", milliseconds=60_000)
    assert not toasts.geometry().intersects(strip.geometry())
    low = toasts.y()
    strip.hide()
    qtbot.waitUntil(lambda: toasts.y() > low)
    strip.show()
    qtbot.waitUntil(lambda: toasts.y() == low)
    parent.resize(500, 200)
    qtbot.waitUntil(lambda: toasts.y() < strip.y())
    assert not toasts.geometry().intersects(strip.geometry())


def test_a_toast_stands_inside_its_parent_and_goes_by_itself(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(500, 300)
    toasts = Toasts(parent)
    parent.show()
    undo = QAction("Undo")
    toasts.show_message("Tagged 2 clips with Tom Cruise. " * 5, undo, milliseconds=30)
    assert parent.rect().contains(toasts.geometry())
    qtbot.waitUntil(lambda: toasts.message() == "")
    toasts.show_message("Saved.", undo)
    with qtbot.waitSignal(undo.triggered):
        toasts.findChildren(ActionButton)[-1].click()
    assert not toasts.isVisible()


def test_an_offer_that_is_out_of_date_is_withdrawn_and_a_plain_message_stays(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    toasts = Toasts(parent)
    toasts.show_message("2 clips taken out.", QAction("Undo", parent))
    toasts.withdraw_offer()
    assert toasts.message() == ""
    toasts.show_message("Saved.")
    toasts.withdraw_offer()
    assert toasts.message() == "Saved."
    parent.close()


def test_what_a_cut_text_is_to_tell_beside_stays_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a crane over the line")
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.grab()
    assert label.toolTip() == "a crane over the line"
    label.set_detail("a crane over the line\nseen from the roof")
    label.grab()
    assert label.toolTip() == "a crane over the line\nseen from the roof"
    label.set_detail("")
    label.resize(400, 20)
    label.grab()
    assert label.toolTip() == ""
