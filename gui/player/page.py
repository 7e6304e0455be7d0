"""The player with its timeline: what is said of which stretch is seen and said here."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.catalog.edits import AddMoment, Edit, RemoveMoment, Together
from core.catalog.spans import JoinMoments, RemoveTag, SplitMoment, TagSpan
from core.model.clip import USUAL_ROLES, Clip, Moment, Role, Tag
from core.model.ids import EntryId, TagId
from core.model.time import Span
from gui.bridge.bridge import Bridge
from gui.bridge.projection import Reel
from gui.player.attention import Attention
from gui.player.lanes import Bar, lanes_of, neighbour
from gui.player.number_keys import NumberKeys
from gui.player.panel import MarksChanged, Player, PlayerMoved
from gui.player.presses import Presses
from gui.player.quick import Open
from gui.player.quick_row import QuickRow
from gui.player.regions import Regions
from gui.player.timeline import BarMenu, SpanChanged, Timeline
from gui.style import FOCUS_FRAME, icon
from gui.words import tr

_HOLD_MS = 450
"""A number key held for so long ends its stretch when it is let go; a shorter press leaves it open."""

_REPEAT_MS = 60
"""So long after a release it is known not to be one half of a repeat."""

_ZOOM = Fraction(3, 2)


class PlayerPage(QWidget):
    """Plays a clip and edits what is said along its time, each change one step of undo.

    ``left`` asks for the grid; ``edit_wanted`` carries the id of a moment whose words are to be changed.
    """

    left = Signal()
    edit_wanted = Signal(str)
    marks_changed = Signal(object)

    def __init__(self, bridge: Bridge, numbers: NumberKeys | None = None) -> None:
        super().__init__()
        self._bridge = bridge
        self.numbers = numbers or NumberKeys(bridge)
        self._open = Open()
        self._held = QElapsedTimer()
        self._presses = Presses()
        self._let_go: tuple[EntryId, Fraction] | None = None
        """The number key that was let go after it was held, and the time on screen then."""
        self._wait = QTimer(self, singleShot=True, interval=_REPEAT_MS)
        self.player = Player(bridge)
        self.player.setProperty(FOCUS_FRAME, True)  # for whom J, K and L are is not to be guessed
        self.timeline = Timeline(self._snap, self.player.place)
        self.quick = QuickRow()
        self.regions = Regions(bridge, self.player)
        self.player.add_below(self.timeline)
        self.player.add_below(self.quick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.player)
        self.setFocusProxy(self.player)
        self.attention = Attention(bridge, self)
        self._connect()

    def _connect(self) -> None:
        player, timeline = self.player, self.timeline
        player.left.connect(self.left)
        player.ready.connect(self._show_lanes)
        player.moved.connect(self._on_moved)
        player.marks_changed.connect(self._on_marks)
        player.other_key.connect(self._on_key)
        player.view.menu_wanted.connect(lambda position: _popup(self.regions.menu(), position))
        timeline.seek_wanted.connect(player.seek)
        timeline.span_changed.connect(self._on_span_changed)
        timeline.bar_menu_wanted.connect(self._on_menu)
        timeline.edit_wanted.connect(lambda bar: self.edit_wanted.emit(bar.moment))
        timeline.removal_wanted.connect(self._remove)
        timeline.nudge_wanted.connect(self._nudge)
        self.quick.pressed.connect(self._toggle)
        self._wait.timeout.connect(self._on_let_go)
        self.numbers.changed.connect(self._show_keys)
        self._bridge.told_apart.connect(self._show_lanes)
        self.attention.changed.connect(lambda: timeline.set_looked(self.attention.looked))

    def show_clip(self, clip: Clip, at: Fraction = Fraction(0)) -> None:
        """Show a clip at a time."""
        if self.player.clip is None or self.player.clip.id != clip.id:
            self._open = Open()
            self.timeline.set_length(clip.facts.duration or Fraction(1))
        self.attention.turn_to(clip)
        self.player.show_clip(clip, at)
        self.numbers.want()
        self._show_keys()
        self._show_lanes()

    def refresh_clip(self, clip: Clip) -> None:
        """Take over what changed in the clip that is shown."""
        self.player.refresh_clip(clip)
        self.attention.turn_to(clip)
        self._show_lanes()

    def close_clip(self) -> None:
        """Let go of the clip; stretches that are open are dropped."""
        self._open = Open()
        self.regions.end()
        self.attention.turn_to(None)
        self.player.close_clip()

    def _show_lanes(self) -> None:
        clip, reel = self.player.clip, self.player.reel
        if clip is None:
            return
        if reel is not None and self.timeline.scale.length != reel.end:
            self.timeline.set_length(reel.end)
        label = self._bridge.labels.label
        self.timeline.set_lanes(lanes_of(clip, label), [keyframe.time for keyframe in clip.keyframes])
        self.regions.follow()

    def _show_keys(self) -> None:
        opened = [at for at, entry in enumerate(self.numbers.entries) if self._open.begun(entry) is not None]
        self.quick.set_tags(self.numbers.tags, opened)
        self.timeline.set_running([start for _, start in self._open.since])

    def _on_moved(self, moved: PlayerMoved) -> None:
        self.timeline.set_time(moved.time, follow=True)
        if self.player.reel is not None:
            self.attention.moved(self.player.reel, moved.number, moved.rate)
        self.regions.follow()

    def _on_marks(self, changed: MarksChanged) -> None:
        self.timeline.set_marked(changed.span)
        self.marks_changed.emit(changed)

    def _snap(self, time: Fraction) -> Fraction:
        """Return the beginning of the picture nearest to ``time``, or the end of the clip."""
        return self.player.reel.nearest(time) if self.player.reel is not None else time

    # tagging while it plays ---------------------------------------------------------------------------------------
    def _on_key(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        pressed = event.type() == QKeyEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_B, Qt.Key.Key_X):
            (self._on_boxes if event.key() == Qt.Key.Key_B else self.quick.on_key)(event)
            return
        if not 0 <= place < len(self.numbers.entries):
            if pressed and event.text() in ("+", "-", "="):
                self.timeline.zoom(1 / _ZOOM if event.text() == "-" else _ZOOM)
        elif pressed:
            self._on_number(event, place)
        elif not event.isAutoRepeat():
            self._presses.note(event)
            if self._held.isValid() and self._held.elapsed() >= _HOLD_MS:
                self._let_go = self.numbers.entries[place], self.player.time
                self._wait.start()

    def _on_number(self, event: QKeyEvent, place: int) -> None:
        if self._presses.is_repeat(event):
            self._let_go = None  # it was not let go
        else:
            self._on_let_go()
            self._held.start()
            self._toggle(self.numbers.entries[place])

    def _on_let_go(self) -> None:
        """End the stretch of the key that was held, where it was let go."""
        let_go, self._let_go = self._let_go, None
        self._wait.stop()
        if let_go is not None and self._open.begun(let_go[0]) is not None:
            self._toggle(*let_go)

    def _on_boxes(self, event: QKeyEvent) -> None:
        """B shows all boxes or none; Shift+B draws that of the chosen bar."""
        chosen = self.timeline.chosen
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if chosen is not None and chosen.tag is not None:
                self.regions.draw(chosen.tag)
        elif not event.isAutoRepeat():
            self.regions.toggle()

    def _toggle(self, entry: EntryId, at: Fraction | None = None) -> None:
        """Begin or end the stretch of ``entry``, on the picture on screen or that ``at`` a time."""
        clip, time = self.player.clip, self.player.time if at is None else at
        if clip is None or self.player.reel is None or self._bridge.archive.read_only:
            return
        if self._open.begun(entry) is not None:
            self._end(clip, self.player.reel, entry, time)
        else:
            for other, start in self._open.since if self.quick.one_at_a_time else ():
                if start != time:
                    self._end(clip, self.player.reel, other, time, until=time)
            self._open = (Open() if self.quick.one_at_a_time else self._open).begin(entry, time)
        self._show_keys()

    def _end(self, clip: Clip, reel: Reel, entry: EntryId, time: Fraction, until: Fraction | None = None) -> None:
        """Tag the stretch of ``entry`` up to the picture at ``time`` and with it, or without it ``until`` a time."""
        start = self._open.begun(entry)
        self._open = self._open.end(entry)
        if start is not None:
            first, last = min(start, time), max(start, time)
            end = until if until is not None and until > first else reel.time(reel.number_at(last) + 1)
            known = self._bridge.archive.vocabulary.get(entry)
            tag = Tag(id=TagId(""), entry=entry, role=USUAL_ROLES[known.kind] if known else Role.KEYWORD)
            moment = self._bridge.archive.catalog.new_moment_id()
            self._bridge.edit(TagSpan(clip.id, Span(first, end), tag, moment), self)

    # changing what is there -----------------------------------------------------------------------------------------
    def _moment(self, bar: Bar) -> Moment | None:
        moments = self.player.clip.moments if self.player.clip else ()
        return next((moment for moment in moments if moment.id == bar.moment), None)

    def _apply(self, edit: Edit) -> None:
        if not self._bridge.archive.read_only:
            self._bridge.edit(edit, self)

    def _on_span_changed(self, changed: SpanChanged) -> None:
        clip = self.player.clip
        moment = next((known for known in clip.moments if known.id == changed.moment), None) if clip else None
        if clip is not None and moment is not None:
            moved = Moment(id=moment.id, span=changed.span, label=moment.label, note=moment.note)
            self._apply(Together(tr("Move the ends of “{name}”", name=moment.label), (AddMoment(clip.id, moved),)))

    def _nudge(self, bar: Bar, pictures: int) -> None:
        """Move both ends of a moment by pictures."""
        reel = self.player.reel
        if reel is None:
            return
        start = reel.time(max(0, reel.number_at(bar.span.start) + pictures))
        end = min(reel.end, start + bar.span.length)
        if end > start:
            self._on_span_changed(SpanChanged(bar.moment, Span(start, self._snap(end))))

    def _remove(self, bar: Bar) -> None:
        """Take a tag off its stretch, or the moment away with all that is tagged on it."""
        clip, moment = self.player.clip, self._moment(bar)
        if clip is None or moment is None:
            return
        others = [tag for tag in clip.tags if tag.moment == bar.moment and tag.id != bar.tag]
        named_by_tag = moment.label == bar.text
        if bar.tag is None or (not others and named_by_tag):
            self._apply(RemoveMoment(clip.id, bar.moment))
        else:
            self._apply(RemoveTag(clip.id, bar.tag))

    def _on_menu(self, wanted: BarMenu) -> None:
        _popup(self.menu_of(wanted.bar, wanted.time), wanted.position)

    def menu_of(self, bar: Bar | None, time: Fraction) -> QMenu:
        """Return the menu of a bar, or of bare time; the caller shows it."""
        menu = QMenu(self)
        clip = self.player.clip
        menu.addAction(tr("Mark &in here (I)")).triggered.connect(lambda: self._mark(time, self.player.mark_in))
        menu.addAction(tr("Mark &out here (O)")).triggered.connect(lambda: self._mark(time, self.player.mark_out))
        moment = self._moment(bar) if bar else None
        if clip is None or bar is None or moment is None or self._bridge.archive.read_only:
            return menu
        menu.addSeparator()
        edit = menu.addAction(icon("pencil"), tr("Edit “{name}”…", name=moment.label))
        edit.triggered.connect(lambda: self.edit_wanted.emit(bar.moment))
        at = self._snap(time)
        split = menu.addAction(tr("Split here"))
        split.setEnabled(moment.span.start < at < moment.span.end)
        second = self._bridge.archive.catalog.new_moment_id()
        split.triggered.connect(lambda: self._apply(SplitMoment(clip.id, bar.moment, at, second)))
        after = neighbour(clip, bar.moment)
        join = menu.addAction(tr("Join with the next"))
        join.setEnabled(after is not None)
        if after is not None:
            join.triggered.connect(lambda: self._apply(JoinMoments(clip.id, bar.moment, after)))
        tag = next((tag for tag in clip.tags if tag.id == bar.tag), None)
        if tag is not None:
            menu.addSeparator()
            self.regions.add_to(menu, clip, tag)
        menu.addSeparator()
        menu.addAction(icon("x"), tr("Remove {name} (Del)", name=bar.text)).triggered.connect(lambda: self._remove(bar))
        return menu

    def _mark(self, time: Fraction, mark: Callable[[], None]) -> None:
        self.player.seek(time)
        mark()


def _popup(menu: QMenu, position: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(position)
