"""The contact sheet: all keyframes of the selected clips at a glance, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.app import Archive
from core.catalog.poster_edits import SetPoster
from core.model.ids import ClipId
from core.model.media import MediaKind
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.frames.frame_grid import FrameGrid
from gui.frames.reading import Sheet, SheetFrame, read_sheet
from gui.frames.stills import copied, held_back, name_for, picture_of, save_still
from gui.library import ThumbnailCache
from gui.picturing import add_picture_choices
from gui.style import Space, TextRole, icon, read_margins
from gui.widgets import ElidedLabel, EmptyState, Text
from gui.words import plural, tr

FindSimilar = Callable[[SheetFrame], None]
Reading = Callable[[Archive], Sheet]
_KEYS = {Qt.Key.Key_Escape: "leave", Qt.Key.Key_P: "poster", Qt.Key.Key_T: "tag", Qt.Key.Key_C: "copy"}


@dataclass(frozen=True, slots=True)
class FrameWanted:
    """Something is to be done with a frame."""

    frame: SheetFrame


class ContactSheet(QWidget):
    """``open_wanted`` and ``tag_wanted`` carry a FrameWanted; ``left`` asks for the clips; ``told`` has a sentence.

    It shows the keyframes of clips, or what else it is given a reading of; ``empty`` is shown where that has none.
    ``find_similar`` is offered in the menu of a frame once it is set.
    """

    open_wanted = Signal(object)
    tag_wanted = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache, empty: EmptyState | None = None) -> None:
        super().__init__()
        self._bridge = bridge
        self._read: Reading | None = None
        self._sheet: Sheet | None = None
        self.find_similar: FindSimilar | None = None
        self.setAccessibleName(tr("Contact sheet"))
        self._ask = bridge.latest(self._show)
        self.grid = FrameGrid(cache)
        self.setFocusProxy(self.grid)
        self._title = ElidedLabel("", Qt.TextElideMode.ElideMiddle, TextRole.TITLE)
        self._note = Text("", TextRole.SMALL, "secondary")
        self._empty = empty or EmptyState(
            "image-off", tr("No keyframe was kept"), tr("These clips have no picture that could be read.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.grid.clicked.connect(self._on_opened)
        self.grid.activated.connect(self._on_opened)
        self.grid.menu_wanted.connect(self._on_menu)
        self.grid.installEventFilter(self)

    def _lay_out(self) -> None:
        back = QToolButton()
        back.setIcon(icon("arrow-left"))
        back.setToolTip(tr("Back to the clips (Esc)"))
        back.setAccessibleName(tr("Back to the clips"))
        back.setAutoRaise(True)
        back.clicked.connect(self.left)
        hint = Text(tr("Click plays from there, right click offers more"), TextRole.SMALL, "faint")
        head = QHBoxLayout()
        head.setContentsMargins(read_margins(Space.S, Space.S, Space.M, Space.S))
        head.setSpacing(Space.S)
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(self._note)
        head.addSpacing(Space.M)
        head.addWidget(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @property
    def clips(self) -> tuple[ClipId, ...]:
        """The clips whose keyframes are shown."""
        return self._sheet.clips if self._sheet is not None else ()

    def show_clips(self, clips: Sequence[ClipId]) -> None:
        """Show the keyframes of ``clips`` as soon as they are read."""
        wanted = tuple(clips)
        self.show_reading(lambda archive: read_sheet(archive, wanted))

    def show_reading(self, read: Reading) -> None:
        """Show what ``read`` returns, as soon as it does."""
        self._read = read
        self._title.setText("")
        self._note.setText(tr("Looking…"))
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""
        read, archive = self._read, self._bridge.archive
        if read is not None:
            self._ask.ask(lambda: read(archive))

    def clear(self) -> None:
        """Show nothing."""
        self._read = None
        self._sheet = None
        self.grid.set_sections(())
        self.grid.frames.set_frames(())

    def _show(self, sheet: Sheet) -> None:
        if self._read is None:
            return
        anew = self._sheet is None or self._sheet.clips != sheet.clips
        self._sheet = sheet
        self.grid.set_sections(())  # those of the last sheet would point beyond the end of a shorter one
        self.grid.frames.set_frames(sheet.frames)
        self.grid.set_sections(sheet.sections)
        self.grid.updateGeometries()
        self._title.setText(sheet.name)
        parts = [plural(len(sheet.frames), "%n keyframe", "%n keyframes")]
        if sheet.left_out:
            parts.append(plural(sheet.left_out, "%n clip more not shown", "%n clips more not shown"))
        self._note.setText(" · ".join(parts))
        self._stack.setCurrentWidget(self.grid if sheet.frames else self._empty)
        if anew and sheet.frames:
            self.grid.verticalScrollBar().setValue(0)
            self.grid.setCurrentIndex(self.grid.frames.index(0))

    # what can be done with a frame ------------------------------------------------------------------------------
    def _on_opened(self, index: QModelIndex) -> None:
        self._open(self.grid.frames.frames[index.row()])

    def _open(self, frame: SheetFrame) -> None:
        if frame.kind is MediaKind.CLIP:
            self.open_wanted.emit(FrameWanted(frame))

    def _on_menu(self, position: QPoint) -> None:
        frame = self.grid.current()
        if frame is not None:
            menu = self.menu_of(frame)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(position)

    def menu_of(self, frame: SheetFrame) -> QMenu:
        """Return the menu of a frame; the caller shows it."""
        menu = QMenu(self)
        self._add_use(menu, frame, keys=True)
        add_picture_choices(self._bridge, menu, frame.choices)
        find = self.find_similar
        if find is not None:
            menu.addAction(icon("scan-search"), tr("&Find frames like this")).triggered.connect(lambda: find(frame))
        self._add_taking(menu, frame, keys=True)
        return menu

    def add_to(self, menu: QMenu, frame: SheetFrame) -> None:
        """Add what can be done with a frame that is shown elsewhere, where the keys of the sheet mean nothing."""
        self._add_use(menu, frame, keys=False)
        self._add_taking(menu, frame, keys=False)

    def _add_use(self, menu: QMenu, frame: SheetFrame, *, keys: bool) -> None:
        play = menu.addAction(icon("play"), _told(tr("&Play from here (Enter)"), keys=keys))
        play.setEnabled(frame.kind is MediaKind.CLIP)
        play.triggered.connect(lambda: self._open(frame))
        if not self._bridge.archive.read_only:
            tag = menu.addAction(icon("tag"), _told(tr("&Tag here… (T)"), keys=keys))
            tag.triggered.connect(lambda: self._tag(frame))
            poster = menu.addAction(icon("image"), _told(tr("P&oster from this frame (P)"), keys=keys))
            poster.setEnabled(not frame.is_poster)
            poster.triggered.connect(lambda: self._set_poster(frame))

    def _add_taking(self, menu: QMenu, frame: SheetFrame, *, keys: bool) -> None:
        menu.addSeparator()
        copy = menu.addAction(icon("copy"), _told(tr("&Copy picture (Ctrl+C)"), keys=keys))
        copy.triggered.connect(lambda: self._copy(frame))
        menu.addAction(icon("download"), tr("&Save still as…")).triggered.connect(lambda: self._ask_where(frame))

    def _set_poster(self, frame: SheetFrame) -> None:
        if not self._bridge.archive.read_only:
            self._bridge.edit(SetPoster(frame.clip, frame.frame.still), self)

    def _tag(self, frame: SheetFrame) -> None:
        if not self._bridge.archive.read_only:
            self.tag_wanted.emit(FrameWanted(frame))

    def _copy(self, frame: SheetFrame) -> None:
        still = frame.frame.still

        def done(image: object) -> None:
            QGuiApplication.clipboard().setMimeData(copied(self._bridge.archive, still, image))  # type: ignore[arg-type]
            self._tell_taken(frame, tr("Copied the picture."))

        self._bridge.read(lambda archive: picture_of(archive, still), done)

    def _ask_where(self, frame: SheetFrame) -> None:
        start = Path.home() / name_for(frame)
        dialog = QFileDialog(self, tr("Save still as"), str(start), tr("JPEG (*.jpg *.jpeg)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jpg")
        dialog.selectFile(start.name)
        dialog.fileSelected.connect(lambda chosen: self.save_as(frame, Path(chosen)))
        dialog.open()

    def save_as(self, frame: SheetFrame, target: Path) -> None:
        """Write the picture of ``frame`` to ``target``."""
        self._bridge.read(
            lambda archive: save_still(archive, frame.frame.still, target),
            lambda _: self._tell_taken(frame, tr("Saved {name}.", name=target.name)),
        )

    def _tell_taken(self, frame: SheetFrame, sentence: str) -> None:
        """Say what was taken out, and where the clip is under embargo that the still is as well."""

        def done(why: str) -> None:
            warned = tr("{taken} The clip is under embargo ({why}), and so is this still.", taken=sentence, why=why)
            self.told.emit(warned if why else sentence)

        self._bridge.read(lambda archive: held_back(archive, frame.clip), done)

    # keys -------------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (verb := _verb_of(event)):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # a key of the window's must not take it first
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._do(verb)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _do(self, verb: str) -> None:
        frame = self.grid.current()
        if verb == "leave":
            self.left.emit()
        elif frame is not None:
            {"poster": self._set_poster, "tag": self._tag, "copy": self._copy}[verb](frame)


def _told(words: str, *, keys: bool) -> str:
    """Return the words of a menu with the key that does the same, or without it."""
    return words if keys else words.rpartition(" (")[0]


def _verb_of(event: QKeyEvent) -> str:
    verb = _KEYS.get(Qt.Key(event.key()), "")
    wanted = Qt.KeyboardModifier.ControlModifier if verb == "copy" else Qt.KeyboardModifier.NoModifier
    return verb if event.modifiers() == wanted else ""
