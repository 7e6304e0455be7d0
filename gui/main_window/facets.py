"""Facets in the browser: counted off the GUI thread while one of them is open, and put into the search by a click."""

from __future__ import annotations

from core.search.facets import Facets, terms_in, with_term
from gui.bridge.bridge import Bridge
from gui.library import Browser, ChoiceMode, FacetChosen
from gui.main_window.clips_pane import ClipsPane


class FacetVerbs:
    """Keeps the facets of the browser in step with the result; the search text stays the one truth."""

    def __init__(self, bridge: Bridge, pane: ClipsPane, browser: Browser) -> None:
        self._bridge = bridge
        self._pane = pane
        self._browser = browser
        self._turn = 0
        self._ask = bridge.latest(self._show)
        pane.found.connect(lambda _: self._count())
        browser.facets_wanted.connect(self._count)
        browser.facet_chosen.connect(self.on_chosen)

    def _count(self) -> None:
        """Count anew, where anybody looks."""
        self._turn += 1
        result = self._pane.result
        if result is None or not self._browser.shows_facets:
            return
        turn, archive = self._turn, self._bridge.archive
        text = result.meant.text if result.meant is not None else result.text
        self._ask.ask(lambda: archive.facets(text, lambda: self._turn == turn))

    def _show(self, facets: Facets | None) -> None:
        if facets is not None:
            self._browser.set_facets(facets, terms_in(self._pane.bar.text(), facets.values))

    def on_chosen(self, chosen: FacetChosen) -> None:
        """Narrow the search by a value, leave it out, or ask for it alone."""
        text = "" if chosen.mode is ChoiceMode.ONLY else self._pane.bar.text()
        self._pane.search(with_term(text, chosen.term, exclude=chosen.mode is ChoiceMode.EXCLUDE))
