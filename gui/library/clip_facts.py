"""What the list tells of clips beyond their cards, read off the GUI thread for what is seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.library.table_columns import NO_FACTS, Facts, facts_of

MOST_KEPT = 4_000


class ClipFacts(QObject):
    """Gives what it has at once and reads what it lacks; ``arrived`` carries the clips it has read.

    Questions of one paint are asked together, and those of what scrolled past are dropped.
    """

    arrived = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[ClipId, Facts] = OrderedDict()
        self._lacking: dict[ClipId, None] = {}
        self._ask = bridge.latest(self._keep)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        bridge.closing.connect(self._soon.stop)

    def of(self, clip: ClipId) -> Facts:
        """Return what is known of ``clip`` by now."""
        facts = self._kept.get(clip)
        if facts is None:
            self._lacking[clip] = None
            self._soon.start()
            return NO_FACTS
        self._kept.move_to_end(clip)
        return facts

    def forget(self, clips: Collection[ClipId]) -> None:
        """Read ``clips`` anew when they are seen next."""
        for clip in clips:
            self._kept.pop(clip, None)

    def _read(self) -> None:
        wanted, self._lacking = tuple(self._lacking), {}
        if wanted:
            catalog = self._bridge.archive.catalog
            self._ask.ask(lambda: [(clip, catalog.clip(clip)) for clip in wanted])

    def _keep(self, found: Sequence[tuple[ClipId, object]]) -> None:
        for clip, record in found:
            self._kept[clip] = facts_of(record) if record is not None else NO_FACTS  # type: ignore[arg-type]
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit({clip for clip, _ in found})
