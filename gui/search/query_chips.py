"""What the query asks for, as chips under the field: each can be edited, turned round or taken out of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from core.search.parser import QueryError
from core.search.terms import Term, alone, terms_of, turned, without
from core.search.values import told
from core.values import dataclass
from gui.style import Space, icon
from gui.widgets import Chip, ChipMenu, ChipPressed, ChipsPanel, Marker
from gui.words import msg, tr

_FIELDS: Mapping[str, str] = {
    "person": msg("Person"),
    "location": msg("Location"),
    "shown": msg("Shown"),
    "shotin": msg("Shot in"),
    "production": msg("Production"),
    "keyword": msg("Keyword"),
    "tag": msg("Tag"),
    "name": msg("Name"),
    "file": msg("File"),
    "caption": msg("Caption"),
    "notes": msg("Notes"),
    "moment": msg("Moment"),
    "source": msg("Source"),
    "handle": msg("Shared by"),
    "path": msg("Folder"),
    "codec": msg("Codec"),
    "camera": msg("Camera"),
    "status": msg("Status"),
    "has": msg("Has"),
    "missing": msg("Without"),
    "is": msg("Is"),
    "looked": msg("Looked at"),
    "shot": msg("Shot"),
    "after": msg("Shot from"),
    "before": msg("Shot before"),
    "added": msg("Added"),
    "duration": msg("Duration"),
    "width": msg("Width"),
    "height": msg("Height"),
    "size": msg("Size"),
    "rating": msg("Rating"),
    "fps": msg("Frame rate"),
}
"""What fields are called for the eye, by the name they are written with."""
_OPPOSITES = {"has": "missing", "missing": "has"}
_DENIALS = {"is": msg("Is not")}
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


@dataclass(frozen=True, slots=True)
class TermChosen:
    """The words at [start, end) of the query are to be written anew."""

    start: int
    end: int


class QueryChips(QWidget):
    """Shows what a query means, where it is more than words.

    ``text_wanted`` carries another query; ``edit_wanted`` a TermChosen for the field.
    """

    text_wanted = Signal(str)
    edit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.terms: tuple[Term, ...] = ()
        self.panel = ChipsPanel(tr("What is searched for"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.M, Space.S)
        row.addWidget(self.panel)
        self.panel.chip_activated.connect(self._on_activated)
        self.panel.chip_removed.connect(self._on_removed)
        self.panel.chip_menu_wanted.connect(self._on_menu)
        self.hide()

    def show_query(self, text: str, errors: Sequence[QueryError]) -> None:
        """Show what ``text`` asks for, with a mark on what is not understood."""
        self._text = text
        self.terms = terms_of(text)
        telling = not all(term.plain for term in self.terms)
        self.panel.set_chips(list(self._chips(errors)) if telling else ())
        self.setVisible(telling)

    def _chips(self, errors: Sequence[QueryError]) -> Iterator[Chip]:
        for at, term in enumerate(self.terms):
            wrong = next((error for error in errors if term.start <= error.start < term.end), None)
            detail = wrong.message if wrong is not None else _about(term)
            kind = str(term.field.entries[0]) if term.field is not None and len(term.field.entries) == 1 else ""
            yield Chip(str(at), _words(term), kind, Marker.DISPUTED if wrong is not None else Marker.NONE, detail)

    def _on_activated(self, pressed: ChipPressed) -> None:
        term = self.terms[int(pressed.key)]
        self.edit_wanted.emit(TermChosen(term.head, term.end))

    def _on_removed(self, pressed: ChipPressed) -> None:
        self.text_wanted.emit(without(self._text, self.terms[int(pressed.key)]))

    def menu_for(self, key: str) -> QMenu:
        """Return what can be done to the term with ``key``."""
        term, text = self.terms[int(key)], self._text
        menu = QMenu(self)
        self._offer(menu, "plus" if term.negated else "x", _turning(term), turned(text, term))
        self._offer(menu, "search", tr("&Search for this alone"), alone(text, term))
        menu.addSeparator()
        self._offer(menu, "circle-x", tr("&Take out of the search"), without(text, term))
        return menu

    def _offer(self, menu: QMenu, icon_name: str, words: str, wanted: str) -> None:
        action = QAction(icon(icon_name), words, menu)
        action.triggered.connect(lambda: self.text_wanted.emit(wanted))
        menu.addAction(action)

    def _on_menu(self, wanted: ChipMenu) -> None:
        menu = self.menu_for(wanted.key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(wanted.position)


def _turning(term: Term) -> str:
    return tr("&Ask for it instead") if term.negated else tr("&Leave it out instead")


def _words(term: Term) -> str:
    """Return what a chip says: "Person: Tom Cruise", "Not Location: Norway", "Without: notes", "Duration < 2m"."""
    if term.field is None:
        return tr("Not {what}", what=term.text) if term.negated else term.text
    field, negated = term.field.name, term.negated
    denied = _DENIALS.get(field, _FIELDS.get(_OPPOSITES.get(field, ""))) if negated else None
    sign = _SIGNS.get(term.comparison, "")
    value = told(field, term.text).replace("..", " – ")
    name = denied or _FIELDS[field]
    words = f"{tr(name)}{f' {sign} ' if sign else ': '}{value}"
    return tr("Not {what}", what=words) if negated and denied is None else words


def _about(term: Term) -> str:
    """Return the tool tip of a chip."""
    if term.plain:
        return tr("In names, tags, captions, notes or moments. Click to write it anew, press Delete to take it out.")
    return tr("Click to write it anew, press Delete to take it out.")
