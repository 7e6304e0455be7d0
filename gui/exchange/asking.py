"""Where the window begins: which sheet or authority file comes back, and where ours goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from core.app import Archive
from core.exchange.authority_file import form_of, write_authority
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.exchange.authority_dialog import AuthorityDialog
from gui.exchange.sheet_dialog import ImportSheetDialog
from gui.words import msg, plural, tr

Say = Callable[[str], None]

_SHEETS = msg("Tag sheets (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.jsonl *.ndjson)")
_AUTHORITY_FILES = msg("Authority files (*.csv *.xlsx *.json *.jsonld)")
_ANY = msg("All files (*)")
_FORMS = {"csv": msg("Table (*.csv)"), "jsonld": msg("SKOS, JSON-LD (*.jsonld)")}
"""What our authority file can be written as, by the ending of each."""


def ask_for_sheet(bridge: Bridge, settings: Settings, parent: QWidget, say: Say | None = None) -> None:
    """Ask which sheet came back, then show what it would change; ``say`` gets a sentence once it is taken over."""
    folder = Path(settings.sheet_folder or bridge.archive.folder.parent)
    dialog = _asking(tr("Take back a tag sheet"), folder, [_SHEETS, _ANY], parent)

    def on_chosen(chosen: str) -> None:
        showing = ImportSheetDialog(bridge, settings, Path(chosen), parent)
        if say is not None:
            showing.applied.connect(say)
        showing.open()

    dialog.fileSelected.connect(on_chosen)
    dialog.open()


def ask_for_authority(bridge: Bridge, parent: QWidget, say: Say | None = None) -> None:
    """Ask which authority file to take over, then show it against ours."""
    dialog = _asking(tr("Take over an authority file"), bridge.archive.folder.parent, [_AUTHORITY_FILES, _ANY], parent)

    def on_chosen(chosen: str) -> None:
        showing = AuthorityDialog(bridge, Path(chosen), parent)
        if say is not None:
            showing.applied.connect(say)
        showing.open()

    dialog.fileSelected.connect(on_chosen)
    dialog.open()


def ask_where_to_export_authority(bridge: Bridge, parent: QWidget, say: Say | None = None) -> None:
    """Ask where our authority file is to go and in which form, then write it there."""
    archive = bridge.archive
    dialog = _asking(tr("Export the authority file"), archive.folder.parent, list(_FORMS.values()), parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(f"{tr('{archive} names', archive=archive.name)}.csv")

    def on_form(words: str) -> None:
        ending = next(ending for ending, form in _FORMS.items() if tr(form) == words)
        dialog.setDefaultSuffix(ending)
        chosen = Path(dialog.selectedFiles()[0])
        dialog.selectFile(chosen.with_suffix(f".{ending}").name)

    dialog.filterSelected.connect(on_form)
    dialog.fileSelected.connect(lambda chosen: export_authority(bridge, Path(chosen), say))
    dialog.open()


def export_authority(bridge: Bridge, target: Path, say: Say | None = None) -> None:
    """Write all names off the GUI thread, as SKOS or CSV by the ending of ``target``; ``say`` gets what came of it."""

    def work(archive: Archive) -> int:
        return write_authority(archive.index.entries(), target, form_of(target))

    def done(written: int) -> None:
        if say is not None:
            say(plural(written, "%n name written to {file}.", "%n names written to {file}.", file=target))

    bridge.read_after_edits(work, done)


def _asking(title: str, folder: Path, filters: list[str], parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr(one) for one in filters])
    return dialog
