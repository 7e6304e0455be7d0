"""The window speaks the language that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from core.settings import Language, Settings
from core.words import dated, number, plural, tr, undated
from gui import language
from gui.preferences.dialog import LanguageChosen, PreferencesDialog
from gui.words import size_text
from tests.support.speaking import speaking
from tests.support.translations import Text, compiled, written

SAID = (
    Text("Preferences", "", None),
    Text("%n clips in {folder}", "", "%n clip in {folder}"),
    Text("Open", "", None),
    Text("Open", "a lid", None),
    Text("{year}-{month}-{day}", "a day", None),
    Text("%n bytes", "", "%n byte"),
)
IN_GERMAN = {
    ("Preferences", ""): ("Einstellungen",),
    ("%n clips in {folder}", ""): ("%n Clip in {folder}", "In {folder}: %n Clips"),
    ("Open", ""): ("Öffnen",),
    ("Open", "a lid"): ("Offen",),
    ("{year}-{month}-{day}", "a day"): ("{day}.{month}.{year}",),
    ("%n bytes", ""): ("%n Byte", "%n Bytes"),
}


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the window speak the little German above; English again when the test is over."""
    path = tmp_path / "slatebook_de.ts"
    path.write_text(written("de", SAID, IN_GERMAN), "utf-8")
    path.with_suffix(".qm").write_bytes(compiled(path))
    monkeypatch.setattr(language, "TRANSLATIONS", tmp_path)
    with speaking(qapp, Language.GERMAN):
        yield


def test_english_is_what_stands_in_the_code() -> None:
    assert tr("Kept in {folder}", folder="Films") == "Kept in Films"
    assert tr("100 %, {whatever}") == "100 %, {whatever}"
    assert [plural(n, "%n clip in {folder}", "%n clips in {folder}", folder="A") for n in (0, 1, 12_345)] == [
        "0 clips in A",
        "1 clip in A",
        "12,345 clips in A",
    ]


def test_a_value_is_shown_as_it_is() -> None:
    assert plural(2, "%n clip in {folder}", "%n clips in {folder}", folder="50%nice {x}") == "2 clips in 50%nice {x}"


def test_another_language_says_it_with_forms_and_an_order_of_its_own(german: None) -> None:
    assert tr("Preferences") == "Einstellungen"
    assert plural(1, "%n clip in {folder}", "%n clips in {folder}", folder="A") == "1 Clip in A"
    assert plural(12_345, "%n clip in {folder}", "%n clips in {folder}", folder="A") == "In A: 12.345 Clips"
    assert (tr("Open", "a lid"), tr("Open")) == ("Offen", "Öffnen")
    assert number(1_234_567) == "1.234.567"


def test_sizes_dates_and_decimal_places_are_written_as_the_language_does(german: None) -> None:
    assert [number(1_234.56, 1), number(29.97, 2), number(7)] == ["1.234,6", "29,97", "7"]
    assert [size_text(size) for size in (1, 999, 38_400_000, 712_000)] == ["1 Byte", "999 Bytes", "38,4 MB", "712 kB"]
    assert [dated(date) for date in ("2020-09-06", "2020-09-06T14:22", "1962", "no date", "")] == [
        "06.09.2020",
        "06.09.2020 14:22",
        "1962",
        "no date",
        "",
    ]


def test_a_date_that_is_typed_as_the_language_writes_it_is_understood(german: None) -> None:
    typed = ("06.09.2020", "6.9.2020", "06.09.2020 14:22", "2020-09-06", "1962", "someday", "")
    assert [undated(text) for text in typed] == [
        "2020-09-06",
        "2020-09-06",
        "2020-09-06T14:22",
        "2020-09-06",
        "1962",
        "someday",
        "",
    ]
    for date in ("2020-09-06", "2020-09", "2020", "2020-09-06T14:22:10", "1960s"):
        assert undated(dated(date)) == date


def test_in_english_a_date_is_as_it_is_kept() -> None:
    for date in ("2020-09-06", "2020-09", "2020", "2020-09-06T14:22"):
        assert undated(dated(date)) == date


def test_in_english_dates_are_as_they_are_searched() -> None:
    whole, months = "2020-09-06T14:22", ("2020-09", "2020")
    assert [dated(whole), *map(dated, months)] == ["2020-09-06 14:22", *months]


def test_buttons_of_qt_speak_it_too(qtbot: QtBot, german: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["de-AT", "en"], Language.GERMAN),
        (["en-GB", "de"], Language.ENGLISH),
        (["fi", "de-DE"], Language.GERMAN),
        (["fi"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
    ],
)
def test_unless_told_otherwise_it_speaks_what_the_desktop_asks_for_first(
    monkeypatch: pytest.MonkeyPatch, wanted: list[str], spoken: Language
) -> None:
    class Desktop:
        @staticmethod
        def system() -> Desktop:
            return Desktop()

        def uiLanguages(self) -> list[str]:
            return wanted

    monkeypatch.setattr(language, "QLocale", Desktop)
    assert language._of_desktop() is spoken


def test_the_preferences_ask_for_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PreferencesDialog(Settings(), (), parent)
    chosen: list[LanguageChosen] = []
    dialog.language_chosen.connect(chosen.append)
    box: QComboBox = dialog.language
    assert box.accessibleName() == "Language of the window"
    box.setCurrentIndex(box.findText("Deutsch"))
    box.activated.emit(box.currentIndex())
    assert chosen == [LanguageChosen(Language.GERMAN)]
