"""The menu bar, made from the commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QMenuBar

from core.values import dataclass
from gui.main_window.actions import COMMANDS, Actions, Menu
from gui.words import tr


@dataclass(frozen=True, slots=True)
class Recent:
    """The archives opened last, and what opens one."""

    folders: Callable[[], Sequence[str]]
    open: Callable[[Path], None]


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: Recent) -> None:
    """Put every command into its menu, and the recent archives below "Open archive"."""
    bar.setAccessibleName(tr("Menus"))
    menus: dict[Menu, QMenu] = {menu: bar.addMenu(tr(menu.value)) for menu in Menu}
    for command in COMMANDS:
        menu = menus[command.menu]
        if command.break_before:
            menu.addSeparator()
        menu.addAction(actions[command.key])
        if command.key == "open_archive":
            _add_recent(menu, recent)


def _add_recent(menu: QMenu, recent: Recent) -> None:
    listed = menu.addMenu(tr("Open &recent"))
    listed.aboutToShow.connect(lambda: _list_recent(listed, recent))


def _list_recent(listed: QMenu, recent: Recent) -> None:
    listed.clear()
    folders = recent.folders()
    for folder in folders:
        action = listed.addAction(Path(folder).name.replace("&", "&&"))
        action.setToolTip(folder)
        action.setStatusTip(folder)
        action.triggered.connect(partial(_open, recent, folder))
    if not folders:
        listed.addAction(tr("No other archive yet")).setEnabled(False)


def _open(recent: Recent, folder: str, _checked: bool = False) -> None:
    recent.open(Path(folder))
