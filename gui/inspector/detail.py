"""The inspector of one clip or of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.catalog.edits import Describe, RemoveMoment
from core.fixity.presence import Presences, presence_words
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.looked import Looked
from core.model.media import MediaKind
from core.model.reasons import retold
from core.model.time import clock
from gui.bridge.bridge import Bridge
from gui.bridge.lanes import Latest
from gui.inspector.access import AccessSection
from gui.inspector.actions import InspectorActions
from gui.inspector.crops import Crops, crops_of
from gui.inspector.facts import Fact, duration_text, facts_of, kind_text
from gui.inspector.facts_grid import FactsGrid
from gui.inspector.looking import OneClip, Several
from gui.inspector.moments import MomentsSection, MomentWanted, TimeChosen
from gui.inspector.nearby import Nearby
from gui.inspector.pictures import Pictures
from gui.inspector.rating import Rated, Rating
from gui.inspector.rights import RightsSection
from gui.inspector.saved_text import SavedLine, TextSaved
from gui.inspector.seen_before import SeenSection
from gui.inspector.tags import TagsSection
from gui.inspector.words import NotesSection, SourceSection
from gui.library import ThumbnailCache
from gui.picturing import add_picture_choices
from gui.style import Space, TextRole
from gui.widgets import ActionButton, ElidedLabel, SectionHeader, Text
from gui.words import capital, looked_text, msg, number, plural, tr

if TYPE_CHECKING:
    from core.catalog.suggested import Suggested


class DetailPage(QWidget):
    """Everything known of the clip, from the picture down to the file; less of it for several clips.

    It is empty until it was ``filled``.
    """

    moment_wanted = Signal(object)
    refused = Signal(object)

    def __init__(
        self, bridge: Bridge, cache: ThumbnailCache, actions: InspectorActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._cache = cache
        self._actions = actions
        self._clips: tuple[ClipId, ...] = ()
        self._one: OneClip | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        bridge.closing.connect(self._soon.stop)

    def filled(self) -> Iterator[None]:
        """Make what stands on the page, so much in one go as keeps nobody waiting; whole once all of it is taken."""
        # Each part is made inside of the page, in the order of the keys: put there later, it would look up the looks of
        # all it holds anew.
        bridge, read_only = self._bridge, self._bridge.archive.read_only
        add_choices = partial(add_picture_choices, bridge)
        self.pictures = Pictures(self._cache, add_choices, self)
        self._name = SavedLine(tr("Name of the clip"), parent=self)
        self._name.setReadOnly(read_only)
        self._line = Text("", TextRole.SMALL, "secondary", wrap=True, parent=self)
        self._rating = Rating(self)
        self._rating.setEnabled(not read_only)
        self._problem = _Problem(self._actions.retry, self)
        yield
        self.tags = TagsSection(bridge, self)
        yield
        self._crops = Crops(self._cache, add_choices, self)
        self._moments_header = SectionHeader(tr("Moments"), self._actions.mark_moment, self)
        self._moments = MomentsSection(read_only=read_only, parent=self)
        self.seen = SeenSection(bridge, self._cache, self)
        self._facts_header = SectionHeader(tr("File"), parent=self)
        self._facts = FactsGrid(self)
        self._nearby = Nearby(bridge, self)
        self._file = _FileLine(bridge, self._actions.show_file, self)
        yield
        self._source = SourceSection(bridge, self)
        self._notes = NotesSection(bridge, self)
        yield
        self._access = AccessSection(bridge, self)
        self._rights = RightsSection(bridge, self)
        self._terms: tuple[QWidget, ...] = (
            SectionHeader(tr("Access"), parent=self),
            self._access,
            SectionHeader(tr("Rights"), parent=self),
            self._rights,
        )
        yield
        self._single: list[QWidget] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._line, 1)
        head.addWidget(self._rating, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.L)
        layout.setSpacing(6)
        layout.addWidget(self.pictures)
        layout.addWidget(self._name)
        layout.addLayout(head)
        layout.addWidget(self._problem)
        layout.addWidget(self.tags)
        layout.addWidget(self._crops)
        self._add(layout, self._moments_header, self._moments)
        layout.addWidget(self.seen)
        layout.addWidget(self._facts_header)
        layout.addWidget(self._facts)
        layout.addWidget(self._nearby)
        layout.addWidget(self._file)
        self._add(layout, SectionHeader(tr("Caption and source"), parent=self), self._source)
        self._add(layout, SectionHeader(tr("Notes"), parent=self), self._notes)
        for widget in self._terms:
            layout.addWidget(widget)
        self._single += [self._nearby, self._file, self._name, *self._terms]
        layout.addStretch(1)

    def _add(self, layout: QVBoxLayout, header: QWidget, section: QWidget) -> None:
        layout.addWidget(header)
        layout.addWidget(section)
        self._single += [header, section]

    def _connect(self) -> None:
        self._name.saved.connect(self._on_renamed)
        self._rating.rated.connect(self._on_rated)
        self._moments.time_chosen.connect(self._on_time)
        self._moments.edit_wanted.connect(self.moment_wanted)
        self._access.refused.connect(self.refused)
        self._moments.removal_wanted.connect(self._on_moment_removed)

    def show_clip(self, one: OneClip) -> None:
        """Show one clip: its picture and tags now, the rest in a turn of the event loop of its own."""
        self._unseen()
        self._show_head(one)
        self._one = one

    def _unseen(self) -> None:
        """Paint nothing until what changes now, and what follows of it, is laid out: in a turn of its own again."""
        self.setUpdatesEnabled(False)
        self._soon.start()

    def _show_head(self, one: OneClip) -> None:
        clip = one.clip
        if self._clips != (clip.id,):
            self.commit()
            self._name.replace_text(clip.name)
        self._name.show_text(clip.name)
        self._clips = (clip.id,)
        for widget in self._single:
            widget.setVisible(True)
        self.show_looked(clip, one.looked)
        self._rating.set_rating(clip.rating)
        self._problem.show_problem(clip.problem, unreadable=clip.kind is MediaKind.UNREADABLE)
        self.pictures.show_clip(clip)
        self.tags.show_clip(clip, one.said)

    @property
    def is_whole(self) -> bool:
        """Whether the rest of the clip is shown too."""
        return self._one is None

    def _go_on(self) -> None:
        one, self._one = self._one, None
        if one is None:
            self.setUpdatesEnabled(True)
        else:
            self._show_rest(one)
            self._soon.start()

    def _show_rest(self, one: OneClip) -> None:
        clip = one.clip
        self._crops.show_crops(crops_of(clip, self._bridge.labels.label))
        for section in (self._moments, self._source, self._notes):
            section.show_clip(clip)
        self._nearby.show_suggestion(one.nearby)
        self._access.show_groups({clip.access: (clip.id,)})
        self._rights.show_groups({clip.rights: (clip.id,)})
        self._moments_header.set_note("" if clip.moments else tr("none yet"))
        self._facts_header.set_text(tr("File"))
        self.seen.show_pairs(one.seen)
        self._facts.set_facts(facts_of(clip))
        self._file.show_clip(clip)

    def show_suggested(self, clip: ClipId, suggested: Sequence[Suggested]) -> None:
        """Offer what ``clip`` is probably to be tagged with."""
        self._unseen()
        self.tags.show_suggested(clip, suggested)

    def show_looked(self, clip: Clip, looked: Looked) -> None:
        """Say in the line under its name how much of ``clip`` was looked at."""
        self._line.setText(_headline(clip, looked))

    def show_several(self, several: Several) -> None:
        """Show what several clips have in common."""
        self._unseen()
        self.commit()
        self._one = None
        self._clips = several.clips
        for widget in self._single:
            widget.setVisible(False)
        self._line.setText(
            plural(
                len(several.clips),
                "%n clip selected: tags apply to all of them, as one step",
                "%n clips selected: tags apply to all of them, as one step",
            )
        )
        self._rating.set_rating(0)
        unreadable = len(several.unreadable)
        problem = plural(unreadable, "%n clip could not be read.", "%n clips could not be read.")
        self._problem.show_problem(problem if unreadable else "", unreadable=True)
        self.pictures.show_several(several)
        self.tags.show_several(several.clips, several.said)
        self._crops.show_crops(())
        self.seen.show_pairs(())
        self._facts_header.set_text(tr("Together"))
        self._facts.set_facts(_facts_of_several(several))
        self._access.show_groups(several.access)
        self._rights.show_groups(several.rights)
        for widget in self._terms:
            widget.setVisible(bool(several.access))

    def commit(self) -> None:
        """Save what is being written."""
        for editable in (self._name, self._source, self._notes, self._access, self._rights):
            editable.commit()

    def _on_renamed(self, saved: TextSaved) -> None:
        if saved.text and len(self._clips) == 1:
            self._bridge.edit(Describe(clips=self._clips, name=saved.text), self)

    def _on_rated(self, rated: Rated) -> None:
        self._bridge.edit(Describe(clips=self._clips, rating=rated.rating), self)

    def _on_time(self, chosen: TimeChosen) -> None:
        self.pictures.show_time(chosen.time)

    def _on_moment_removed(self, wanted: MomentWanted) -> None:
        if len(self._clips) == 1:
            self._bridge.edit(RemoveMoment(self._clips[0], wanted.moment), self)


def _headline(clip: Clip, looked: Looked) -> str:
    parts = [kind_text(clip), duration_text(clip.facts.duration)]
    parts += [f"{clip.facts.width} × {clip.facts.height}"] if clip.facts.width else []
    line = " · ".join(part for part in parts if part)
    return f"{line}\n{capital(looked_text(looked.share))}" if clip.kind is MediaKind.CLIP else line


def _facts_of_several(several: Several) -> list[Fact]:
    kinds = {MediaKind.CLIP: msg("Clips"), MediaKind.STILL: msg("Stills"), MediaKind.UNREADABLE: msg("Unreadable")}
    facts = [Fact(words, number(several.kinds[kind])) for kind, words in kinds.items() if several.kinds.get(kind)]
    return [Fact(msg("Duration"), clock(several.duration)), *facts]


class _Problem(QWidget):
    """Why the file could not be read, and the way to try again."""

    def __init__(self, retry: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Text("", TextRole.BODY, "danger", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addWidget(ActionButton(retry, parent=self), 0, Qt.AlignmentFlag.AlignTop)

    def show_problem(self, sentence: str, *, unreadable: bool) -> None:
        self.setVisible(bool(sentence))
        self._text.setText(retold(sentence))
        self._text.set_colour("danger" if unreadable else "warning")


class _FileLine(QWidget):
    """Where the original lies, and whether it can be reached just now."""

    def __init__(self, bridge: Bridge, show_file: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks: Latest[tuple[ClipId, str]] = bridge.latest(self._on_looked)
        self._clip: ClipId | None = None
        self._away = Text("", TextRole.SMALL, "warning", wrap=True)
        self._away.setAccessibleName(tr("Whether the original can be reached"))
        self._away.hide()
        self._path = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        button = QToolButton()
        button.setDefaultAction(show_file)
        line = QHBoxLayout()
        line.setSpacing(Space.XS)
        line.addWidget(self._path, 1)
        line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(line)
        layout.addWidget(self._away)

    def show_clip(self, clip: Clip) -> None:
        """Show where the original of ``clip`` lies; whether it is there is looked up beside the window."""
        self._path.setText(clip.file.path)
        if clip.id != self._clip:
            self._away.hide()
        self._clip = clip.id
        self._looks.ask(lambda: (clip.id, presence_words(clip.file.name, Presences().of_clip(clip))))

    def _on_looked(self, looked: tuple[ClipId, str]) -> None:
        clip, words = looked
        if clip == self._clip and isValid(self):
            self._away.setText(words)
            self._away.setVisible(bool(words))
