"""Names are dragged with their words beside the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddEntry
from core.model.vocabulary import EntryKind
from gui.style import apply_theme
from gui.vocabulary.entry_tree import EntryTree
from gui.vocabulary.tree import MIME, EntriesModel, read_tree
from tests.support.model import an_entry


@pytest.mark.parametrize("chosen", [1, 2])
def test_what_is_dragged_does_not_lie_over_the_line_it_is_dropped_on(
    qtbot: QtBot, qapp: QApplication, archive: Archive, monkeypatch: pytest.MonkeyPatch, chosen: int
) -> None:
    apply_theme(qapp, "dark")
    for name in ("Tom Cruise", "Tom Cruse", "Hayley Atwell"):
        archive.catalog.apply(AddEntry(an_entry(EntryKind.PERSON, name)))
    model = EntriesModel()
    model.show(read_tree(archive, EntryKind.PERSON, ""))
    view, carried = EntryTree(model), list[QDrag]()
    qtbot.addWidget(view)
    view.resize(600, 300)
    monkeypatch.setattr(view, "carry", carried.append)
    view.setCurrentIndex(model.index(0, 0))
    flags = QItemSelectionModel.SelectionFlag
    for row in range(1, chosen):
        view.selectionModel().select(model.index(row, 0), flags.Select | flags.Rows)
    view.startDrag(Qt.DropAction.CopyAction)
    (drag,) = carried
    assert drag.mimeData().hasFormat(MIME)
    assert drag.pixmap().width() < view.width() / 2
    assert not QRect(QPoint(0, 0), drag.pixmap().size()).contains(drag.hotSpot())
