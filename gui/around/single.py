"""One running program for one person: a second start hands its archive to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QLocalServer, QLocalSocket

from core.settings import settings_file

log = logging.getLogger(__name__)

_WAIT_MS = 1_500
_HEARD = b"heard\n"
_MOST_BYTES = 1 << 16


def doorbell_name() -> str:
    """Return what the running program listens under: one for each person, and for each folder of settings."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):  # a process without a login name
        person = ""
    return f"slatebook-{hashlib.sha256(f'{person}:{settings_file()}'.encode()).hexdigest()[:16]}"


def hand_over(archive: Path | None) -> bool:
    """Ask a program that runs already to show ``archive``, or itself; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(doorbell_name())
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_words(archive))
    answered = socket.waitForReadyRead(_WAIT_MS) and socket.readLine().data() == _HEARD
    socket.disconnectFromServer()
    return bool(answered)


class Doorbell(QObject):
    """Listens for later starts; ``rung`` carries the folder of an archive, or None where only the window is wanted."""

    rung = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Begin to listen; tells whether it can, which nothing but the second start depends on."""
        name = doorbell_name()
        heard = self._server.listen(name)
        if not heard and self._server.serverError() is QAbstractSocket.SocketError.AddressInUseError:
            QLocalServer.removeServer(name)  # left behind by a program that was killed: nobody answered there
            heard = self._server.listen(name)
        if not heard:
            log.info("no later start can be heard: %s", self._server.errorString())
        return heard

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._on_words(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _on_words(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        said = bytes(socket.readLine().data()).decode("ascii", "replace").rstrip("\n")
        socket.write(_HEARD)
        socket.flush()
        self.rung.emit(Path(os.fsdecode(unquote_to_bytes(said))) if said else None)


def _words(archive: Path | None) -> bytes:
    """Return a line that names a folder, whatever bytes its name is made of."""
    return f"{quote_from_bytes(os.fsencode(archive.absolute())) if archive else ''}\n".encode("ascii")
