"""How editing systems count the frames of a clip: a standard rate, a first frame, timecode.

An editing system knows a handful of rates and whole frames; a clip from a phone has neither.  What is counted here is
exact to the frame wherever the clip's own rate is a standard one or divides one (15 counts as 30); a variable or odd
rate is counted at the nearest standard rate, which places a marker on the nearest frame of it, and a sentence says so.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from core.model.media import MediaFacts
from core.model.time import Span, is_drop_rate, timecode
from core.values import dataclass

ASSUMED_RATE = Fraction(25)
"""The rate at which frames are counted where nothing says another."""

STANDARD_RATES = (
    Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30), Fraction(48000, 1001),
    Fraction(48), Fraction(50), Fraction(60000, 1001), Fraction(60), Fraction(100), Fraction(120000, 1001),
    Fraction(120), Fraction(240000, 1001), Fraction(240),
)  # fmt: skip
"""The rates every editing system knows; those over 60 halve into one timecode can be written at."""

_FASTEST_TIMECODE = 60
_SAME_RATE = Fraction(1, 5000)  # containers write 29.97 for 30000/1001; 23.976 and 24 are five times as far apart
_DAY = 24 * 60
_SLACK = Fraction(9, 10_000)
"""A time that is less than this before a frame means that frame: QuickTime may keep times to 1/600 s."""
_TIMECODE = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})([:;.,])(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Counting:
    """``rate`` is one of :data:`STANDARD_RATES`, ``start`` the timecode of the first frame as a number of frames."""

    rate: Fraction
    start: int = 0
    drop: bool = False

    @property
    def nominal(self) -> int:
        """How many frames timecode counts to a second."""
        return nominal(self.rate)

    @property
    def day(self) -> int:
        """How many frames timecode counts before it begins again."""
        return _DAY * self.nominal * 60 - (_dropped(self.nominal) * (_DAY - _DAY // 10) if self.drop else 0)

    def frame_at(self, time: Fraction) -> int:
        """Return which frame, from 0, is on screen at ``time`` seconds from the first picture."""
        return max(0, int((time + _SLACK) * self.rate))

    def frames(self, span: Span) -> tuple[int, int]:
        """Return the first frame of ``span``, from 0, and how many there are: at least one."""
        first = self.frame_at(span.start)
        end = -int(-(span.end - _SLACK) * self.rate // 1)
        return first, max(1, end - first)

    def timecode(self, frame: int) -> str:
        """Return the timecode of ``frame``, counted from 0; it begins again after a day, as SMPTE ST 12-1 has it."""
        return timecode(Fraction((self.start + frame) % self.day) / self.rate, self.rate, drop=self.drop)

    def source_time(self, frame: int) -> Fraction:
        """Return the seconds of source timecode at which ``frame`` stands."""
        return (self.start + frame) / self.rate

    def for_timecode(self) -> Counting:
        """Return the counting at a rate that timecode can be written at: two frames share a number until it can."""
        counting = self
        while counting.rate > _FASTEST_TIMECODE:
            counting = Counting(counting.rate / 2, counting.start // 2)
        return counting


def nominal(rate: Fraction) -> int:
    """Return how many frames timecode counts to a second at ``rate``."""
    return -(-rate.numerator // rate.denominator)


@lru_cache(maxsize=1024)  # clips of one camera share a rate
def standard_rate(rate: Fraction) -> Fraction:
    """Return the standard rate that ``rate`` is, divides, or is nearest to."""
    near = _nearest(rate, STANDARD_RATES)
    if abs(near / rate - 1) <= _SAME_RATE:
        return near
    multiples = [standard for standard in STANDARD_RATES if (standard / rate).denominator == 1]
    return _nearest(rate, multiples or STANDARD_RATES)


def _nearest(rate: Fraction, rates: tuple[Fraction, ...] | list[Fraction]) -> Fraction:
    return min(rates, key=lambda standard: abs(standard - rate))


def own_rate(facts: MediaFacts) -> Fraction | None:
    """Return the standard rate at which the frames of a clip are counted; None where it says no rate."""
    return standard_rate(facts.frame_rate) if facts.frame_rate and facts.frame_rate > 0 else None


def counting_of(facts: MediaFacts, assumed: Fraction) -> tuple[Counting, list[str]]:
    """Return how the frames of a clip are counted, and sentences on what had to be assumed.

    ``assumed`` is the rate for a clip that says none.  Drop-frame counting is taken from the start timecode.
    """
    rate = own_rate(facts)
    remarks = _remarks_on_rate(facts, rate, assumed)
    counting = start_of(facts.start_timecode, rate or assumed)
    if counting is None and facts.start_timecode:
        remarks.append(f"start timecode “{facts.start_timecode}” is none at this rate: counted from zero")
    return counting or Counting(rate or assumed), remarks


def timecode_of(facts: MediaFacts) -> Counting | None:
    """Return how places in a clip are told as timecode; None where its rate is variable or not known."""
    if not facts.frame_rate or facts.variable_rate:
        return None
    return counting_of(facts, ASSUMED_RATE)[0].for_timecode()


def _remarks_on_rate(facts: MediaFacts, rate: Fraction | None, assumed: Fraction) -> list[str]:
    if rate is None or facts.frame_rate is None:
        return [f"no frame rate is known: frames are counted at {rate_words(assumed)}"]
    if facts.variable_rate:
        return [f"variable frame rate: frames are counted at {rate_words(rate)}"]
    if abs(rate / facts.frame_rate - 1) > _SAME_RATE:
        return [f"frame rate {rate_words(facts.frame_rate)}: frames are counted at {rate_words(rate)}"]
    return []


def rate_words(rate: Fraction) -> str:
    """Return ``rate`` as people write it: 25, 23.976, 29.97."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")


def start_of(text: str, rate: Fraction) -> Counting | None:
    """Return the counting of a clip that begins at the timecode ``text``; None where that is none at ``rate``.

    ``;`` before the frames (``,`` and ``.`` in some files) means drop-frame where the rate has it.
    """
    found = _TIMECODE.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second, frame = (int(found[group]) for group in (1, 2, 3, 5))
    count = nominal(rate)
    if hour > 23 or minute > 59 or second > 59 or frame >= count:
        return None
    drop = found[4] != ":" and is_drop_rate(rate)
    minutes = hour * 60 + minute
    if drop and minute % 10 and not second and frame < _dropped(count):
        return None  # a number that is dropped
    dropped = _dropped(count) * (minutes - minutes // 10) if drop else 0
    return Counting(rate, (minutes * 60 + second) * count + frame - dropped, drop)


def _dropped(count: int) -> int:
    """How many numbers drop-frame skips each minute save every tenth: two, at 60 four."""
    return count // 15
