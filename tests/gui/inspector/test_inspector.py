"""The inspector on a real archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips, AddEntry, TagClips, Together
from core.errors import UserProblem
from core.model.clip import Access, Clip, Level, Moment, Role, Status
from core.model.ids import MomentId
from core.model.media import GeoPoint, Keyframe, MediaFacts, MediaKind
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.words import speak
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.inspector import panel
from gui.inspector.access import access_edit
from gui.inspector.actions import InspectorActions
from gui.inspector.detail import DetailPage
from gui.inspector.looking import OneClip, Several, look
from gui.inspector.moment_dialog import MomentDialog, suggested_span
from gui.inspector.nearby import Nearby
from gui.inspector.panel import Inspector
from gui.library import ThumbnailCache
from gui.widgets import ChipsPanel, CompletingField, PieceByPiece, Text
from tests.support.model import a_clip, a_tag, an_entry


class Bench:
    """An inspector with three clips before it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.archive = create_archive(folder)
        self.clips = (a_clip("a.mov"), a_clip("b.mov"), a_clip("c.mov"))
        self.tom = an_entry(EntryKind.PERSON, "Tom Cruise")
        self.archive.catalog.apply(AddClips(self.clips))
        self.archive.catalog.apply(AddEntry(self.tom))
        self.archive.catalog.apply(TagClips((self.clips[0].id,), a_tag(self.tom)))
        self.bridge = Bridge(self.archive)
        self.loader = Loader()
        cache = ThumbnailCache(self.archive.stills.path, self.loader)
        self.actions = InspectorActions(QAction("Mark"), QAction("Try again"), QAction("Show"))
        self.inspector = Inspector(self.bridge, cache, self.actions, [])
        self.inspector.resize(380, 900)
        self.inspector.show()
        qtbot.waitUntil(self.inspector.isActiveWindow)

    def show(self, *clips: Clip) -> None:
        rows = self.archive.index.rows([clip.id for clip in clips])
        self.inspector.show_rows([rows[clip.id] for clip in clips])
        wanted = {clip.id for clip in clips}
        self._qtbot.waitUntil(lambda: set(self.inspector.clips) == wanted and self.inspector.is_whole)

    def clip(self, number: int) -> Clip:
        return self.archive.clip(self.clips[number].id)

    def text(self, name: str) -> QPlainTextEdit:
        return next(edit for edit in self.inspector.findChildren(QPlainTextEdit) if edit.accessibleName() == name)

    def line(self, name: str) -> QLineEdit:
        return next(edit for edit in self.inspector.findChildren(QLineEdit) if edit.accessibleName() == name)

    def chips(self) -> dict[str, str]:
        panels = self.inspector.findChildren(ChipsPanel)
        return {chip.text: chip.share for panel in panels for chip in panel.chips()}

    def close(self) -> None:
        self.inspector.commit()
        self.inspector.close()
        self.bridge.close()
        self.loader.close()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path / "Test.slatebook")
    yield made
    made.close()


@pytest.mark.parametrize("selected", [False, True])
def test_the_page_of_clips_is_made_a_piece_a_turn_and_shown_whole(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch, selected: bool
) -> None:
    shown_before: list[bool] = []
    go_on = PieceByPiece.go_on

    def noted(page: PieceByPiece[DetailPage]) -> bool:
        shown_before.append(isinstance(bench.inspector.shown, OneClip))
        return go_on(page)

    monkeypatch.setattr(PieceByPiece, "go_on", noted)
    rows = bench.archive.index.rows([bench.clips[0].id]).values()
    bench.inspector.show_rows(tuple(rows) if selected else ())
    qtbot.waitUntil(lambda: bench.inspector.shown is not None)
    assert isinstance(bench.inspector.shown, OneClip) == selected
    assert bench.inspector.detail.made is not None
    assert shown_before == [False] * 6


@pytest.mark.parametrize("pieces", [0, 1])
def test_what_was_looked_at_last_is_shown_last_also_while_the_page_is_made(
    qtbot: QtBot, bench: Bench, pieces: int
) -> None:
    rows = tuple(bench.archive.index.rows([bench.clips[0].id]).values())
    before = look(bench.archive, rows)
    assert isinstance(before, OneClip)
    now = replace(before, clip=replace(before.clip, rating=5))
    for _ in range(pieces):
        bench.inspector.detail.go_on()
    bench.inspector._rows = rows
    for shown in (before, now):
        bench.inspector._on_looked((rows, shown))
    qtbot.waitUntil(lambda: bench.inspector.shown is not None)
    over: list[None] = []
    bench.bridge.after_clips(lambda: over.append(None), 0)  # after the turn of the one before
    qtbot.waitUntil(lambda: bool(over))
    assert bench.inspector.shown == now


def test_notes_are_saved_when_they_are_left_and_are_one_step(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    notes = bench.text("Notes")
    notes.setFocus()
    QTest.keyClicks(notes, "wire at the feet")
    bench.line("Platform").setFocus()
    qtbot.waitUntil(lambda: bench.clip(0).notes == "wire at the feet")
    bench.bridge.undo()
    qtbot.waitUntil(lambda: bench.clip(0).notes == "")


def test_notes_are_saved_for_the_clip_they_were_written_for(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    notes = bench.text("Notes")
    notes.setFocus()
    QTest.keyClicks(notes, "of a")
    bench.show(bench.clips[1])
    qtbot.waitUntil(lambda: bench.clip(0).notes == "of a")
    assert bench.clip(1).notes == ""
    assert notes.toPlainText() == ""


def test_two_fields_of_the_source_in_a_row_are_both_kept(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    for name, text in (("Platform", "Instagram"), ("Handle", "@norwaytrains")):
        bench.line(name).setFocus()
        QTest.keyClicks(bench.line(name), text)
        QTest.keyClick(bench.line(name), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.clip(0).source.handle == "@norwaytrains")
    assert bench.clip(0).source.platform == "Instagram"


def test_several_clips_show_on_how_many_a_tag_is_and_are_tagged_as_one(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0], bench.clips[1])
    assert isinstance(bench.inspector.shown, Several)
    assert bench.chips() == {"Tom Cruise": "1/2"}
    bench.inspector.focus_tag_field()
    field = QApplication.focusWidget()
    assert isinstance(field, CompletingField)
    QTest.keyClicks(field, "tom")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.chips() == {"Tom Cruise": ""})
    bench.bridge.undo()
    qtbot.waitUntil(lambda: bench.chips() == {"Tom Cruise": "1/2"})


def test_of_several_clips_the_tags_that_most_carry_are_shown_and_the_others_counted(qtbot: QtBot, bench: Bench) -> None:
    crowd = [an_entry(EntryKind.PERSON, f"Extra {number:02}") for number in range(30)]
    named = tuple(AddEntry(entry) for entry in crowd)
    tagged = tuple(TagClips((bench.clips[1].id,), a_tag(entry)) for entry in crowd)
    bench.archive.catalog.apply(Together("A crowd", (*named, *tagged)))
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(bench.tom)))

    bench.show(bench.clips[0], bench.clips[1])

    shown = bench.chips()
    assert (len(shown), shown["Tom Cruise"]) == (12, "")
    assert any(text.text() == "and 19 more" and text.isVisible() for text in bench.inspector.findChildren(Text))
    bench.show(bench.clips[1])
    assert len(bench.chips()) == 31


def test_enter_makes_no_entry_that_does_not_exist(bench: Bench) -> None:
    bench.show(bench.clips[0])
    bench.inspector.focus_tag_field()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Tom Crui se")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [entry.label for entry in bench.archive.vocabulary.all()] == ["Tom Cruise"]


def test_an_unreadable_clip_says_why_and_offers_another_try(qtbot: QtBot, bench: Bench) -> None:
    broken = a_clip("broken.mov", kind=MediaKind.UNREADABLE, problem="broken.mov is empty; copy it again.")
    bench.archive.catalog.apply(AddClips((broken,)))
    bench.show(broken)
    asked: list[str] = []
    bench.actions.retry.triggered.connect(lambda: asked.append("again"))
    again = next(button for button in bench.inspector.findChildren(QPushButton) if button.text() == "Try again")
    assert again.isVisible()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asked == ["again"]


def test_a_change_from_elsewhere_is_shown(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[1])
    bench.archive.catalog.apply(TagClips((bench.clips[1].id,), a_tag(bench.tom)))
    qtbot.waitUntil(lambda: bench.chips() == {"Tom Cruise": ""})


def test_the_embargo_of_several_clips_leaves_the_rest_of_each_as_it_is(bench: Bench) -> None:
    groups = {Access(level=Level.PUBLIC): (bench.clips[0].id,), Access(sensitive=True): (bench.clips[1].id,)}
    bench.archive.catalog.apply(access_edit(groups, embargo="2027-01-01"))
    assert bench.clip(0).access == Access(level=Level.PUBLIC, embargo="2027-01-01")
    assert bench.clip(1).access == Access(sensitive=True, embargo="2027-01-01")
    bench.archive.catalog.undo()
    assert bench.clip(1).access == Access()


def test_what_is_no_day_is_refused_as_an_embargo(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    line = bench.line("Embargo until")
    line.setFocus()
    QTest.keyClicks(line, "next summer")
    with qtbot.waitSignal(bench.inspector.refused):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert bench.clip(0).access.embargo == ""


@pytest.fixture
def dotted() -> Iterator[None]:
    """Have the window write dates with dots, the day first."""
    speak(lambda _source, comment, _count: "{day}.{month}.{year}" if comment == "a day" else "", ".", ",")
    yield
    speak()


def test_an_embargo_is_typed_and_shown_as_the_language_writes_dates(qtbot: QtBot, dotted: None, bench: Bench) -> None:
    bench.show(bench.clips[0])
    line = bench.line("Embargo until")
    assert line.placeholderText() == "12.07.2023"
    line.setFocus()
    QTest.keyClicks(line, "1.7.2030")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.clip(0).access.embargo == "2030-07-01")
    bench.show(bench.clips[1])
    bench.show(bench.clips[0])
    assert line.text() == "01.07.2030"


def test_a_moment_runs_from_the_frame_shown_to_the_next() -> None:
    times = (Fraction(0), Fraction(2), Fraction(5))
    assert suggested_span(times, Fraction(2), Fraction(9)) == Span(Fraction(2), Fraction(5))
    assert suggested_span(times, Fraction(5), Fraction(9)) == Span(Fraction(5), Fraction(9))
    assert suggested_span(times, Fraction(3), Fraction(9)) == Span(Fraction(3), Fraction(5))
    assert suggested_span(times, None, Fraction(9)) == Span(Fraction(0), Fraction(2))
    assert suggested_span((), None, Fraction(9)) == Span(Fraction(0), Fraction(9))


def test_a_time_that_nobody_changed_stays_exact(bench: Bench) -> None:
    span = Span(Fraction(1001, 30000), Fraction(2002, 3))
    moment = Moment(id=MomentId("m"), span=span, label="waves back")
    dialog = MomentDialog(bench.clips[0], moment, Fraction(1, 7), bench.inspector)
    assert dialog.moment() == moment
    dialog.deleteLater()


def test_a_moment_without_a_label_is_refused(bench: Bench) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(0), Fraction(1)), label="")
    dialog = MomentDialog(bench.clips[0], moment, None, bench.inspector)
    with pytest.raises(UserProblem, match="label"):
        dialog.moment()
    dialog.deleteLater()


def test_in_and_out_may_be_given_in_the_timecode_of_the_clip_and_lie_in_it(bench: Bench) -> None:
    facts = MediaFacts(duration=Fraction(60), frame_rate=Fraction(25), start_timecode="10:00:00:00")
    moment = Moment(id=MomentId("m"), span=Span(Fraction(2), Fraction(3)), label="waves back")
    dialog = MomentDialog(replace(bench.clips[0], facts=facts), moment, None, bench.inspector)
    assert [text for label in dialog.findChildren(QLabel) if "10:00:02:00" in (text := label.text())]
    start, end = dialog._in._edit, dialog._out._edit
    start.setText("10:00:02:05")
    assert dialog.moment().span == Span(Fraction(2) + Fraction(5, 25), Fraction(3))
    end.setText("10:01:00:05")
    with pytest.raises(UserProblem, match="behind the end"):
        dialog.moment()
    dialog.deleteLater()


def test_a_moment_is_marked_in_the_window(qtbot: QtBot, bench: Bench) -> None:
    frames = tuple(Keyframe(time=Fraction(second), still=f"{second:064x}", width=16, height=9) for second in (0, 4))
    clip = a_clip("d.mov", keyframes=frames)
    bench.archive.catalog.apply(AddClips((clip,)))
    bench.show(clip)
    bench.inspector.mark_moment()
    (dialog,) = bench.inspector.findChildren(MomentDialog)
    (label,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == "Label"]
    QTest.keyClicks(label, "waves back")
    QTest.keyClick(label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(bench.archive.clip(clip.id).moments))
    (moment,) = bench.archive.clip(clip.id).moments
    assert (moment.label, moment.span) == ("waves back", Span(Fraction(0), Fraction(4)))
    qtbot.waitUntil(lambda: isinstance(bench.inspector.shown, OneClip) and bool(bench.inspector.shown.clip.moments))


def test_a_place_by_gps_is_a_suggestion_until_it_is_claimed(qtbot: QtBot, bench: Bench) -> None:
    shot = replace(a_clip("gps.mov"), place=GeoPoint(latitude=62.5338, longitude=7.72))
    bench.archive.catalog.apply(AddClips((shot,)))
    bench.show(shot)
    nearby = bench.inspector.findChild(Nearby)
    assert nearby is not None
    assert nearby.isVisible()
    claim = nearby.findChild(QPushButton)
    assert claim is not None
    QTest.mouseClick(claim, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(bench.archive.clip(shot.id).tags))
    (tag,) = bench.archive.clip(shot.id).tags
    assert (tag.role, tag.status) == (Role.LOCATION_SHOT, Status.CLAIMED)
    qtbot.waitUntil(nearby.isHidden)
    bench.show(bench.clips[0])
    assert nearby.isHidden()


def test_one_clip_after_another_is_shown_by_the_same_widgets(qtbot: QtBot, bench: Bench) -> None:
    waves = Moment(id=MomentId("m1"), span=Span(Fraction(0), Fraction(4)), label="waves", note="to the crew")
    first, second = (replace(a_clip(f"{at}.mov"), moments=(waves,) * at) for at in (1, 3))
    hayley = an_entry(EntryKind.PERSON, "Hayley Atwell")
    edits = (
        AddClips((first, second)),
        AddEntry(hayley),
        TagClips((first.id,), a_tag(bench.tom, status=Status.CLAIMED)),
    )
    bench.archive.catalog.apply(
        Together("Clips", (*edits, TagClips((second.id,), a_tag(hayley, status=Status.DISPUTED))))
    )
    for clip in (first, second):
        bench.show(clip)
    made = set(bench.inspector.findChildren(QWidget))
    for clip in (first, second, first):
        bench.show(clip)
    assert set(bench.inspector.findChildren(QWidget)) == made
    assert bench.chips() == {"Tom Cruise": ""}
    rows = [row for row in bench.inspector.findChildren(QToolButton) if row.isVisible() and "waves" in row.toolTip()]
    assert [row.toolTip() for row in rows] == ["Show waves", "Change waves", "Remove waves"]


def test_while_one_clip_after_another_is_selected_only_the_first_and_the_last_are_read(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[int, ...]] = []
    monkeypatch.setattr(panel, "look", lambda archive, rows: read.append(tuple(rows)) or look(archive, rows))
    rows = [bench.archive.index.rows([clip.id])[clip.id] for clip in bench.clips]
    for row in rows:
        bench.inspector.show_rows([row])
        bench.inspector.show_rows([row])
    qtbot.waitUntil(lambda: isinstance(shown := bench.inspector.shown, OneClip) and shown.clip.id == bench.clips[2].id)
    assert read == [(rows[0],), (rows[2],)]


def test_what_is_done_right_after_a_clip_was_selected_is_done_to_it(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.clips[0])
    row = bench.archive.index.rows([bench.clips[1].id])[bench.clips[1].id]
    bench.inspector.show_rows([row])
    assert bench.inspector.clips == (bench.clips[1].id,)
    assert bench.chips() == {}
