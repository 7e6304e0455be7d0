from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.style import TextRole, ThemeChoice, app_icon, apply_theme, font, hex_of, icon, theme, undressed
from gui.style.fonts import load_fonts
from gui.style.resources import FONTS, ICONS, RESOURCES
from gui.style.sheet import stylesheet
from gui.style.tokens import DARK, LIGHT, contrast

PACKAGE = RESOURCES.parent / "gui"


def average(made: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """Return the colour of the most opaque pixel of an icon."""
    image = made.pixmap(QSize(32, 32), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return max(pixels, key=QColor.alpha)


def test_a_theme_reaches_palette_and_style_sheet(qapp: QApplication) -> None:
    for choice, expected in (("light", LIGHT), ("dark", DARK)):
        assert apply_theme(qapp, choice) is expected
        assert theme() is expected
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == expected.window
        assert expected.accent in qapp.styleSheet()


def test_auto_is_dark_where_the_desktop_says_nothing(qapp: QApplication) -> None:
    assert apply_theme(qapp, ThemeChoice.AUTO).dark


def test_another_word_for_a_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="mauve"):
        apply_theme(qapp, "mauve")


def put_together(qtbot: QtBot) -> QWidget:
    """Return a window with a button, which has nothing but the style sheet to tell how high it is."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("Import"))
    return window


def test_a_window_built_undressed_looks_like_any_other(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    sheet = qapp.styleSheet()
    with undressed(qapp):
        assert not qapp.styleSheet()
        built = put_together(qtbot)
        bare = built.sizeHint()
    assert qapp.styleSheet() == sheet
    other = put_together(qtbot)
    for window in (built, other):
        window.show()
    assert built.sizeHint() == other.sizeHint() != bare


def test_a_window_that_cannot_be_built_takes_no_style_away(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    sheet = qapp.styleSheet()
    with pytest.raises(ZeroDivisionError), undressed(qapp):
        1 / 0  # noqa: B018
    assert qapp.styleSheet() == sheet


def test_the_style_sheet_has_no_gap_and_no_rule_that_slows_scrolling() -> None:
    rules = stylesheet(DARK)
    assert "$" not in rules
    assert not re.search(r"Q(AbstractScrollArea|AbstractItemView|ListView|TreeView|TableView|ScrollArea)\b", rules)
    assert not re.search(r"^\s*(\*|QWidget|QFrame)\s*[{,]", rules, re.MULTILINE)


def test_inter_is_there_in_its_weights(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    assert "Inter" in load_fonts()
    for role in TextRole:
        assert QFontInfo(font(role)).family() == "Inter"
        assert QFontInfo(font(role)).weight() == role.value[1]


def test_icons_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    made = icon("film", "text")
    apply_theme(qapp, "light")
    assert average(made).name() == LIGHT.text
    apply_theme(qapp, "dark")
    assert average(made).name() == DARK.text
    assert average(made, QIcon.Mode.Disabled).name() == DARK.outline
    assert made.name() == "film"


def test_icons_are_drawn_at_the_pixels_of_the_screen(qapp: QApplication) -> None:
    pixmap = icon("film").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_an_icon_or_role_that_is_not_there_is_refused_at_once(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")
    with pytest.raises(KeyError):
        hex_of("dark")


def test_the_mark_of_the_application_can_be_drawn(qapp: QApplication) -> None:
    image = app_icon().pixmap(64, 64).toImage()
    assert len({image.pixelColor(x, y).name() for x in range(64) for y in range(64)}) > 20


def test_resources_come_with_their_licences_and_stay_small() -> None:
    assert "SIL Open Font License" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ICONS / "LICENSE").read_text(encoding="utf-8")
    places = FONTS.parent / "places"
    assert sum(path.stat().st_size for path in places.iterdir()) < 6_000_000
    sizes = [path.stat().st_size for path in FONTS.parent.rglob("*") if path.is_file() and path.parent != places]
    assert max(sizes) < 1_000_000
    assert sum(sizes) < 1_500_000


def test_no_icon_lies_unused() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    unused = [path.stem for path in ICONS.glob("*.svg") if f'"{path.stem}' not in source]
    assert unused == []


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_can_be_read(
    qapp: QApplication, qtbot: QtBot, name: str, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    apply_theme(qapp, name)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("Who, where, which production")
    field.resize(300, 40)
    field.show()
    image = field.grab().toImage()
    colours = [image.pixelColor(x, y).name() for x in range(10, 200) for y in range(4, 36)]
    ground = max(set(colours), key=colours.count)
    assert max(contrast(colour, ground) for colour in set(colours)) >= 4.5
