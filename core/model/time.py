"""Exact time: fractions of a second, spans of them, and timecode."""

from __future__ import annotations

from fractions import Fraction

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The half-open stretch [start, end) of a clip, in seconds from its first picture."""

    start: Fraction
    end: Fraction

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span ends before it starts: {self.start} .. {self.end}")

    @property
    def length(self) -> Fraction:
        return self.end - self.start


def is_drop_rate(rate: Fraction) -> bool:
    """Whether drop-frame counting is defined for ``rate`` (30000/1001 and its double)."""
    return rate in (Fraction(30000, 1001), Fraction(60000, 1001))


def timecode(time: Fraction, rate: Fraction, *, drop: bool = False) -> str:
    """Return ``time`` as HH:MM:SS:FF at ``rate`` pictures a second, the frame that is on screen then.

    With ``drop`` the frame numbers of SMPTE ST 12-1 drop-frame are used and the last separator is ``;``.
    Raises ValueError where the rate has no drop-frame count.
    """
    if drop and not is_drop_rate(rate):
        raise ValueError(f"no drop-frame count is defined at {rate} frames a second")
    nominal = -(-rate.numerator // rate.denominator)
    frame = int(time * rate)
    if drop:
        frame = _with_dropped_numbers(frame, nominal)
    seconds, frames = divmod(frame, nominal)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}{';' if drop else ':'}{frames:0{len(str(nominal - 1))}d}"


def _with_dropped_numbers(frame: int, nominal: int) -> int:
    """Skip two (at 60: four) numbers each minute save every tenth."""
    dropped = nominal // 15
    per_minute = nominal * 60 - dropped
    tens, rest = divmod(frame, nominal * 600 - 9 * dropped)
    minutes = 0 if rest < nominal * 60 else 1 + (rest - nominal * 60) // per_minute
    return frame + 9 * dropped * tens + dropped * minutes


def clock(time: Fraction) -> str:
    """Return ``time`` as people read a duration: 0:07, 1:30, 1:02:05 (whole seconds, rounded half up)."""
    seconds = int(time + Fraction(1, 2))
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def offset(time: Fraction) -> str:
    """Return ``time`` as HH:MM:SS.mmm, a form no spreadsheet mistakes for a time of day."""
    milliseconds = int(time * 1000 + Fraction(1, 2))
    seconds, thousandth = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}.{thousandth:03d}"
