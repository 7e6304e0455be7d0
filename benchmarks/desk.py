"""An archivist's hands on the window: what is done in a day, with the keys and the mouse that people use."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from benchmarks.gui_thread import Gauge
from benchmarks.table import write
from core.search.facets import Facet
from gui.library.browser_lines import Line, LineKind
from gui.main_window.window import MainWindow

PATIENCE_S = 60.0
_Key = Qt.Key
_None = Qt.KeyboardModifier.NoModifier
_Ctrl = Qt.KeyboardModifier.ControlModifier
_Shift = Qt.KeyboardModifier.ShiftModifier
_Left = Qt.MouseButton.LeftButton

SEARCHES = ("train roof", "person:tom", "norway -rating:>=3")
NAMES = ("tom cr", "norw", "grand ex", "hayl", "crane")
MANY = 500
_REST_S = 21.0
"""As long as somebody needs for a sip of coffee: the window tidies up when it had nothing to do for ten seconds."""


class Desk:
    """Does one thing after another; ``footage`` gives the paths of clips not imported yet."""

    def __init__(self, gauge: Gauge, window: MainWindow, footage: Callable[[], list[Path]]) -> None:
        self._gauge = gauge
        self._window = window
        self._footage = footage
        self._chance = random.Random(3)
        self.gestures = 0

    def round(self, only: Collection[str] = ()) -> None:
        """Do everything once, or ``only`` what is named."""
        for activity in (
            self.scroll, self.type_searches, self.tag_one, self.tag_many, self.undo, self.use_palette,
            self.use_facets, self.browse_names, self.look_as_list, self.look_by_day, self.look_at_moments,
            self.bring_in, self.play, self.look_at_sheet, self.edit_names, self.look_at_export, self.look_at_history,
        ):  # fmt: skip
            self._gauge.activity = activity.__name__.replace("_", " ")
            if only and self._gauge.activity not in only:
                continue
            begun = time.monotonic()
            try:
                activity()
                self.settle()
            except TimeoutError as vain:
                write(f"  {vain}; the figures are those of what came before")
            write(f"  {self._gauge.activity}: {time.monotonic() - begun:.0f} s")
        self._gauge.activity = "at rest"
        self._gauge.pause(_REST_S, between=0.1)

    # hands --------------------------------------------------------------------------------------------------------
    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _None) -> None:
        """Press a key wherever the focus is, and let what it does be seen."""
        self.gestures += 1
        target = QApplication.focusWidget() or self._top()
        self._gauge.measure(f"key {key.name}", lambda: QTest.keyClick(target, key, modifier))
        self._pause(0.03)

    def type(self, text: str) -> None:
        for letter in text:
            self.gestures += 1
            target = QApplication.focusWidget() or self._top()
            self._gauge.measure("a letter", lambda target=target, letter=letter: QTest.keyClicks(target, letter))
            self._pause(0.04)

    def click(self, widget: QWidget, place: QPoint | None = None, modifier: Qt.KeyboardModifier = _None) -> None:
        self.gestures += 1
        at = place or widget.rect().center()
        self._gauge.measure("click", lambda: QTest.mouseClick(widget, _Left, modifier, at))
        self._pause(0.03)

    def turn_wheel(self, widget: QWidget, steps: int, down: bool = True) -> None:
        middle = QPointF(widget.rect().center())
        for _ in range(steps):
            self.gestures += 1
            event = QWheelEvent(
                middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120 if down else 120),
                Qt.MouseButton.NoButton, _None, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            self._gauge.measure("wheel", lambda event=event: QApplication.sendEvent(widget, event))
            self._pause(0.012)

    def until(self, there: Callable[[], bool]) -> None:
        """Wait for what was asked for; raises TimeoutError where it never comes."""
        end = time.monotonic() + PATIENCE_S
        while not there():
            if time.monotonic() > end:
                raise TimeoutError(f"{self._gauge.activity}: waited in vain")
            self._pause(0.01)

    def settle(self) -> None:
        """Leave what is open, clear the search, and wait until all is done."""
        for _ in range(4):
            dialogs = [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
            for dialog in dialogs:
                dialog.reject()
            self.key(_Key.Key_Escape)
        self._window.activateWindow()  # without a window manager nobody else does when a dialog has gone
        self.until(lambda: not self._window.bridge.is_saving and not self._window.pane.bar.text())
        self._pause(0.2)

    def _pause(self, seconds: float) -> None:
        self._gauge.pause(seconds)

    def _top(self) -> QWidget:
        return QApplication.activeWindow() or self._window

    def _found(self, text: str) -> None:
        """Wait until the result of a search is shown."""
        pane = self._window.pane
        self.until(lambda: pane.result is not None and pane.result.text == text)

    def _choose_card(self, number: int) -> None:
        grid = self._window.pane.grid
        grid.setFocus()
        self.key(_Key.Key_Home)
        for _ in range(number):
            self.key(_Key.Key_Right)

    def _search(self, text: str) -> None:
        self.key(_Key.Key_F, _Ctrl)
        self.type(text)
        self._found(text)

    # a day --------------------------------------------------------------------------------------------------------
    def scroll(self) -> None:
        grid = self._window.pane.grid
        self.turn_wheel(grid.viewport(), 60)
        grid.setFocus()
        for key in (*[_Key.Key_PageDown] * 8, _Key.Key_End, _Key.Key_Home):
            self.key(key)
        bar = grid.verticalScrollBar()
        for part in (0.3, 0.8, 0.55, 0.1):
            self._gauge.measure("scroll bar", lambda part=part: bar.setValue(int(bar.maximum() * part)))
            self._pause(0.15)
        self.turn_wheel(grid.viewport(), 30, down=False)

    def type_searches(self) -> None:
        for text in SEARCHES:
            self._search(text)
            self._pause(0.2)
            self.key(_Key.Key_Return)
            self.key(_Key.Key_Right)
            self.key(_Key.Key_F, _Ctrl)
            self.key(_Key.Key_A, _Ctrl)
            self.key(_Key.Key_Delete)
            self._found("")

    def tag_one(self) -> None:
        self._choose_card(self._chance.randrange(6))
        for name in NAMES[:3]:
            self.key(_Key.Key_T)
            self.type(name)
            self._pause(0.1)
            self.key(_Key.Key_Down)
            self.key(_Key.Key_Return)
            self.until(lambda: not self._window.bridge.is_saving)
            self._pause(0.2)
            self.key(_Key.Key_Escape)
            self._window.pane.grid.setFocus()

    def tag_many(self) -> None:
        grid = self._window.pane.grid
        grid.setFocus()
        self.key(_Key.Key_Home)
        while grid.selected_count() < min(MANY, grid.count()):
            self.key(_Key.Key_PageDown, _Shift)
        self._pause(0.3)
        self.key(_Key.Key_T)
        self.type("many of them")
        self._pause(0.1)
        self.key(_Key.Key_Up)
        self.key(_Key.Key_Return)
        self.until(lambda: not self._window.bridge.is_saving)
        self._pause(0.4)

    def undo(self) -> None:
        for key in (_Key.Key_Z, _Key.Key_Y, _Key.Key_Z):
            self.key(key, _Ctrl)
            self.until(lambda: not self._window.bridge.is_saving)
            self._pause(0.4)

    def use_palette(self) -> None:
        for text in ("exp", "tom cruise", "#nor", "dark"):
            self.key(_Key.Key_K, _Ctrl)
            self._pause(0.2)
            self.type(text)
            self._pause(0.2)
            self.key(_Key.Key_Down)
            self.key(_Key.Key_Escape)

    def use_facets(self) -> None:
        """Unfold two facets, narrow by a value of each, and fold them again."""
        browser = self._window.browser
        for facet in (Facet.YEAR, Facet.CODEC):
            self._go_to(Line(LineKind.SECTION, facet, "", 0))
            self.key(_Key.Key_Right)
            self.until(lambda facet=facet: any(line.of is facet and line.term for line in browser.list.lines.lines))
            self.key(_Key.Key_Down)
            self.key(_Key.Key_Return)
            self._pause(0.6)
            self._go_to(Line(LineKind.SECTION, facet, "", 0))
            self.key(_Key.Key_Left)
        self.key(_Key.Key_A, _Ctrl | _Shift)

    def _go_to(self, line: Line) -> None:
        names = self._window.browser.list
        names.setFocus()
        names.setCurrentIndex(names.lines.index(names.lines.place_of(line)))

    def browse_names(self) -> None:
        browser = self._window.browser
        self.turn_wheel(browser.list.viewport(), 25)
        self.turn_wheel(browser.list.viewport(), 25, down=False)
        browser.filter_field.setFocus()
        for text in ("tom", "ålesund"):
            self.type(text)
            self._pause(0.1)
            self.key(_Key.Key_A, _Ctrl)
            self.key(_Key.Key_Delete)
        self.click(browser.list.viewport(), QPoint(80, 120))
        self._pause(0.4)
        self.key(_Key.Key_A, _Ctrl | _Shift)

    def look_as_list(self) -> None:
        self.key(_Key.Key_L, _Ctrl)
        self._pause(0.3)
        table = self._window.pane.views.list.table
        self.turn_wheel(table.viewport(), 40)
        self.turn_wheel(table.viewport(), 20, down=False)
        self.key(_Key.Key_L, _Ctrl)

    def look_by_day(self) -> None:
        self.key(_Key.Key_J, _Ctrl)
        self._pause(0.8)
        self.turn_wheel(self._window.pane.grid.viewport(), 30)
        self.key(_Key.Key_J, _Ctrl)
        self._pause(0.5)

    def look_at_moments(self) -> None:
        self._search("crane")
        self.key(_Key.Key_M, _Ctrl)
        self._pause(1.0)
        self.turn_wheel(self._window.pane.moments.viewport(), 25)
        self.key(_Key.Key_M, _Ctrl)
        self._pause(0.3)

    def bring_in(self) -> None:
        paths = self._footage()
        self._gauge.measure("drop", lambda: self._window.import_paths(paths))
        self.until(lambda: self._window.imports.is_running)
        while self._window.imports.is_running:
            self.turn_wheel(self._window.pane.grid.viewport(), 3)
            self.turn_wheel(self._window.pane.grid.viewport(), 3, down=False)
            self._pause(0.1)

    def play(self) -> None:
        """Open the clip that came in last and play it, step, shuttle and scrub."""
        player = self._window.playing.player
        self._choose_card(0)
        self.key(_Key.Key_Space, _Ctrl)
        self.until(lambda: player.reel is not None)
        self._pause(0.3)
        self.key(_Key.Key_Space)
        self._pause(2.5)
        for key in (_Key.Key_K, _Key.Key_J, _Key.Key_J, _Key.Key_K, _Key.Key_L, _Key.Key_L, _Key.Key_K):
            self.key(key)
            self._pause(0.2)
        for key in (*[_Key.Key_Right] * 12, *[_Key.Key_Left] * 12, _Key.Key_I, _Key.Key_End, _Key.Key_O):
            self.key(key)
        timeline = self._window.playing.page.timeline
        for part in range(1, 20):
            self.click(timeline, QPoint(timeline.width() * part // 20, 10))
        self.key(_Key.Key_Space, _Ctrl)

    def look_at_sheet(self) -> None:
        grid = self._window.pane.grid
        grid.setFocus()
        self.key(_Key.Key_Home)
        for _ in range(3):
            self.key(_Key.Key_Down, _Shift)
        self.key(_Key.Key_G)
        self._pause(0.8)
        self.turn_wheel(self._window.glance.sheet.grid.viewport(), 25)
        self.key(_Key.Key_G)

    def edit_names(self) -> None:
        self.key(_Key.Key_F6)
        self._pause(1.0)
        self.key(_Key.Key_F, _Ctrl)
        self.type("cruise")
        self._pause(0.4)
        for number in (_Key.Key_2, _Key.Key_3, _Key.Key_1, _Key.Key_5):
            self.key(number, _Ctrl)
            self._pause(0.6)
        self.key(_Key.Key_Escape)

    def look_at_export(self) -> None:
        self._choose_card(0)
        self.key(_Key.Key_E, _Ctrl)
        self._pause(0.8)
        self.key(_Key.Key_Escape)

    def look_at_history(self) -> None:
        self.key(_Key.Key_H, _Ctrl)
        self._pause(0.5)
        for _ in range(6):
            self.key(_Key.Key_Down)
        self.key(_Key.Key_Escape)
        self.key(_Key.Key_F1)
        self._pause(0.2)
        self.key(_Key.Key_Escape)
