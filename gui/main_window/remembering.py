"""Where the archivist was in this archive: kept when the window closes, shown again when it opens."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from core.errors import SystemProblem
from core.model.ids import ClipId
from gui.around.session import MOST_SELECTED, Session, load_session, save_session
from gui.bridge.bridge import Bridge
from gui.inspector.panel import Inspector
from gui.library import Browser
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.finding import Parting, Result
from gui.main_window.playing import PlayingVerbs

log = logging.getLogger(__name__)


class Remembering:
    """Keeps and shows again the search, its order, what was selected, how far it was scrolled, and what was open."""

    def __init__(
        self,
        bridge: Bridge,
        pane: ClipsPane,
        playing: PlayingVerbs,
        browser: Browser,
        inspector: Inspector,
        splitter: QSplitter,
    ) -> None:
        self._bridge = bridge
        self._pane = pane
        self._playing = playing
        self._browser = browser
        self._inspector = inspector
        self._splitter = splitter
        self._session = load_session(bridge.archive.folder)
        self._waits = True
        pane.found.connect(self._on_found)

    def arrange(self) -> None:
        """Divide the window as it was."""
        if self._session.panes:
            self._splitter.restoreState(QByteArray.fromBase64(self._session.panes.encode("ascii", "replace")))
        self._browser.setVisible(self._session.browser)
        self._inspector.setVisible(self._session.inspector)
        self._browser.turn(self._session.turned)

    def begin(self) -> None:
        """Search for what was searched for; what was selected and open follows as soon as it is found."""
        session = self._session
        parting = next((one for one in Parting if one == session.parting), Parting.NONE)
        self._pane.search(session.search, session.order, backward=session.backward, parting=parting)

    def _on_found(self, result: Result) -> None:
        if not self._waits:
            return
        self._waits = False
        session = self._session
        clips = {*session.selected, *(clip for clip in (session.top, session.playing) if clip)}
        same = (result.text, result.order) == (session.search, session.order)
        if same and (clips or session.moments or session.top_moment):
            self._bridge.read(lambda archive: archive.index.rows(clips), self._show)

    def _show_moments(self) -> None:
        """Select the moments that are among the first ones found, and scroll to where they were."""
        session, grid, rows = self._session, self._pane.moments, self._pane.rows_of_moments()
        grid.select_rows([rows[moment] for moment in session.moments if moment in rows])
        if session.top_moment is not None and session.top_moment in rows:
            grid.show_at_top(rows[session.top_moment], session.beyond)

    def _show(self, rows: Mapping[ClipId, int]) -> None:
        """Select and scroll, unless the archivist has begun to do so already."""
        session, grid, shown = self._session, self._pane.grid, self._pane.shown
        if grid.selected_count() or shown.verticalOffset():
            return
        self._show_moments()
        selected = [rows[clip] for clip in session.selected if clip in rows]
        if selected:
            grid.select_rows(selected)
        if session.top is not None and session.top in rows:
            shown.show_at_top(rows[session.top], session.beyond)
        if session.playing is not None and session.playing in rows and selected:
            self._playing.open(session.playing, session.at)

    def keep(self) -> None:
        """Keep where the archivist is; a disk that refuses costs no more than that."""
        try:
            save_session(self._now())
        except SystemProblem as problem:
            log.warning("%s", problem)

    def _now(self) -> Session:
        pane, index, wish = self._pane, self._bridge.archive.index, self._pane.wish
        player = self._playing.holding if self._playing.is_shown else None
        top, beyond = pane.shown.top()
        moments = {row: moment for moment, row in pane.rows_of_moments().items()}
        at_top = index.clip_ids([top]) if top is not None and not moments else ()
        return Session(
            archive=str(self._bridge.archive.folder),
            search=wish.text,
            order=wish.order,
            backward=wish.backward,
            parting=wish.parting,
            selected=tuple(index.clip_ids(pane.grid.selected_rows()[:MOST_SELECTED])),
            moments=tuple(moments[row] for row in pane.moments.selected_rows()[:MOST_SELECTED] if row in moments),
            top=at_top[0] if at_top else None,
            top_moment=moments.get(top) if top is not None else None,
            beyond=beyond,
            playing=player.clip.id if player and player.clip else None,
            time=str(player.time) if player else "0",
            panes=bytes(self._splitter.saveState().toBase64().data()).decode(),
            browser=not self._browser.isHidden(),
            inspector=not self._inspector.isHidden(),
            turned=self._browser.turned,
        )
