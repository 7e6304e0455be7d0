"""The sound of a clip while it plays at the speed of life, and the clock it keeps."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QIODevice, QObject, Signal
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

RATE = 48_000
"""Stereo pairs of 16-bit samples a second, as the decoder gives them."""

_BYTES = 4
_BUFFER_S = Fraction(1, 2)
_ASK_S = Fraction(1)
"""So much is asked for at once."""


class Sound(QObject):
    """Feeds a loudspeaker; without one it is silent and keeps no clock.

    ``wanted`` asks for sound with (start in seconds, pairs); give it to ``take``.
    """

    wanted = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._waiting = bytearray()
        self._start = Fraction(0)
        self._next = Fraction(0)
        self._asked = False
        self._over = False
        self._volume = 1.0

    @property
    def volume(self) -> float:
        """Loudness from 0 to 1, as an ear hears it."""
        return self._volume

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(_linear(volume))

    def play(self, start: Fraction) -> bool:
        """Sound from ``start`` on; tell whether there is anything to be heard with."""
        self.stop()
        output = QMediaDevices.defaultAudioOutput()
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(2)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if output.isNull() or not output.isFormatSupported(form):
            return False
        self._sink = QAudioSink(output, form, self)
        self._sink.setBufferSize(int(RATE * _BYTES * _BUFFER_S))
        self._sink.setVolume(_linear(self._volume))
        self._device = self._sink.start()
        if self._device is None or self._sink.error() != QtAudio.Error.NoError:
            self.stop()
            return False
        self._start = self._next = start
        self._over = False
        self.feed()
        return True

    def stop(self) -> None:
        """Be silent at once."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink = self._device = None
        self._waiting.clear()
        self._asked = False

    def take(self, start: Fraction, data: bytes, *, goes_on: bool) -> None:
        """Take over what was asked for."""
        if self._sink is not None and self._asked and start == self._next:
            self._asked = False
            self._over = not goes_on
            self._waiting += data
            self._next += Fraction(len(data) // _BYTES, RATE)
            self.feed()

    def feed(self) -> None:
        """Hand on what the loudspeaker has room for, and ask for more in time; is called several times a second."""
        if self._sink is None or self._device is None:
            return
        room = min(self._sink.bytesFree(), len(self._waiting)) // _BYTES * _BYTES
        if room:
            written = self._device.write(bytes(self._waiting[:room]))
            del self._waiting[: max(0, written)]
        if not self._asked and not self._over and len(self._waiting) < RATE * _BYTES * _ASK_S:
            self._asked = True
            self.wanted.emit(self._next, int(RATE * _ASK_S))

    def heard(self) -> Fraction | None:
        """Return how far the ear is, in seconds of the clip; None where the sound keeps no clock (any more)."""
        if self._sink is None or (self._over and not self._waiting):
            return None
        return self._start + Fraction(self._sink.processedUSecs(), 1_000_000)


def _linear(volume: float) -> float:
    return QAudio.convertVolume(volume, QAudio.VolumeScale.LogarithmicVolumeScale, QAudio.VolumeScale.LinearVolumeScale)
