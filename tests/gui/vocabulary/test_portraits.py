"""Pictures of names: read off the window's thread, for the lines in view, and changed from the menus of frames."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddEntry, Together
from core.catalog.picture_edits import SetPicture
from core.model.ids import StillId
from core.model.region import Box
from core.model.vocabulary import Entry, EntryKind, Picture
from gui.bridge.bridge import Bridge
from gui.picturing import add_picture_choices
from gui.vocabulary.dropping import drop_menu
from gui.vocabulary.face import Face
from gui.vocabulary.portraits import Portraits, initials, square_of
from gui.vocabulary.tree import EntriesModel, MergeDropped, read_tree
from tests.support.model import an_entry

TOM, HAYLEY = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.PERSON, "Hayley Atwell")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
STRANDA = an_entry(EntryKind.LOCATION, "Stranda", parent=NORWAY.id)
OSLO = an_entry(EntryKind.LOCATION, "Oslo")
RIGHT = Box(left=0.5, top=0.0, width=0.5, height=1.0)


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive) -> Iterator[Bridge]:
    archive.catalog.apply(Together("names", tuple(map(AddEntry, (TOM, HAYLEY, NORWAY, STRANDA, OSLO)))))
    made = Bridge(archive)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def red_and_blue(archive: Archive) -> StillId:
    """Keep a still that is red on the left and blue on the right."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 100, QColor("blue"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return archive.stills.put(bytes(buffer.data().data()))


def entry(bridge: Bridge, one: Entry) -> Entry:
    found = bridge.archive.vocabulary.get(one.id)
    assert found is not None
    return found


def test_a_picture_is_not_known_then_there_and_follows_what_is_chosen(
    qtbot: QtBot, bridge: Bridge, window: QWidget
) -> None:
    still = red_and_blue(bridge.archive)
    portraits = Portraits(bridge, window)
    assert portraits.portrait(TOM.id, 20) is None
    qtbot.waitUntil(lambda: portraits.portrait(TOM.id, 20) is not None)
    without = portraits.portrait(TOM.id, 20)
    assert without is not None
    assert without.isNull(), "there is none, and that is known"

    def middle() -> str:
        pixmap = portraits.portrait(TOM.id, 20)
        return (
            ""
            if pixmap is None or pixmap.isNull()
            else "blue"
            if pixmap.toImage().pixelColor(10, 10).blue() > 200
            else "red"
        )

    bridge.edit(SetPicture(TOM.id, Picture(still=still, box=RIGHT)))
    qtbot.waitUntil(lambda: middle() == "blue")
    bridge.edit(SetPicture(TOM.id, Picture(still=still, box=Box(left=0.0, top=0.0, width=0.5, height=1.0))))
    qtbot.waitUntil(lambda: middle() == "red")


def test_the_square_is_around_the_box_and_within_the_picture() -> None:
    assert square_of(QSize(200, 100), None) == QRect(50, 0, 100, 100)
    assert square_of(QSize(200, 100), RIGHT) == QRect(100, 0, 100, 100)
    assert square_of(QSize(200, 100), Box(left=0.9, top=0.9, width=0.1, height=0.1)) == QRect(180, 80, 20, 20)


@pytest.mark.parametrize(
    ("name", "letters"), [("Tom Cruise", "TC"), ("Cher", "C"), ("Jan van der Berg (actor)", "JB"), ("", "")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_frame_is_chosen_as_the_picture_of_those_it_shows(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    picture, menu = Picture(still=StillId("s")), QMenu(window)
    add_picture_choices(bridge, menu, [(TOM.id, picture)])
    (only,) = menu.actions()
    assert only.text() == "&Use as picture of Tom Cruise"
    only.trigger()
    qtbot.waitUntil(lambda: entry(bridge, TOM).picture == picture)
    several = QMenu(window)
    add_picture_choices(bridge, several, [(TOM.id, picture), (HAYLEY.id, picture)])
    below = next(one for one in several.findChildren(QMenu))
    assert [action.text() for action in below.actions()] == ["Tom Cruise", "Hayley Atwell"]


def test_the_picture_is_left_to_clips_again(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    bridge.edit(SetPicture(TOM.id, Picture(still=StillId("s"))))
    qtbot.waitUntil(lambda: entry(bridge, TOM).picture is not None)
    face = Face(bridge, Portraits(bridge, window), window)
    face.show_entry(entry(bridge, TOM))
    back = face.menu().actions()[-1]
    assert back.text() == "Let clips give the picture"
    back.trigger()
    qtbot.waitUntil(lambda: entry(bridge, TOM).picture is None)


def test_a_dropped_place_may_lie_in_the_other_or_be_the_same(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    merges: list[bool] = []
    menu = drop_menu(bridge, MergeDropped((OSLO.id,), NORWAY.id), lambda: merges.append(True), window)
    lies, same = menu.actions()
    assert [lies.text(), same.text()] == ["Oslo &lies in Norway", "Oslo is the &same as Norway…"]
    same.trigger()
    assert merges == [True]
    lies.trigger()
    qtbot.waitUntil(lambda: entry(bridge, OSLO).parent == NORWAY.id)
    bridge.undo()
    qtbot.waitUntil(lambda: entry(bridge, OSLO).parent is None)


def test_no_place_is_put_into_one_that_lies_in_it(bridge: Bridge, window: QWidget) -> None:
    lies, same = drop_menu(bridge, MergeDropped((NORWAY.id,), STRANDA.id), lambda: None, window).actions()
    assert (lies.text(), lies.isEnabled(), same.isEnabled()) == ("Stranda lies in Norway by now", False, True)
    lies, _ = drop_menu(bridge, MergeDropped((STRANDA.id,), NORWAY.id), lambda: None, window).actions()
    assert (lies.text(), lies.isEnabled()) == ("Stranda lies in Norway already", False)


def test_what_cannot_be_dropped_says_why(bridge: Bridge) -> None:
    people, places = EntriesModel(), EntriesModel()
    people.show(read_tree(bridge.archive, EntryKind.PERSON, ""))
    places.show(read_tree(bridge.archive, EntryKind.LOCATION, ""))
    tom = people.index_of(TOM.id)
    dragged = people.mimeData([tom])
    assert people.refusal(dragged, people.index_of(HAYLEY.id)) == ""
    assert people.refusal(dragged, tom) == "Drop Tom Cruise on another name to merge the two."
    assert "only names of one kind" in places.refusal(dragged, places.index_of(NORWAY.id))
