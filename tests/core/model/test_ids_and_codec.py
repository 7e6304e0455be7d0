"""Ids sort by time; model objects survive JSON."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest

from core.model.clip import Clip, Moment
from core.model.codec import from_document, to_document
from core.model.ids import ClipId, MomentId, new_id
from core.model.media import Keyframe, MediaFacts, MediaFile, MediaKind, shown_path
from core.model.time import Span


def test_ids_made_later_sort_later_and_are_version_7() -> None:
    early, late = new_id(1_700_000_000_000_000), new_id(1_700_000_000_000_001)
    assert early < late
    assert (early[12], len(early)) == ("7", 32)
    assert early[16] in "89ab"
    assert int(early[:12], 16) == 1_700_000_000_000


def test_a_clip_survives_json_with_exact_times() -> None:
    span = Span(Fraction(1001, 30000), Fraction(7, 3))
    clip = Clip(
        id=ClipId("a" * 32),
        name="roof.mov",
        kind=MediaKind.CLIP,
        files=(MediaFile(path="/footage/roof.mov"),),
        added="2026-11-22T10:00:00+00:00",
        facts=MediaFacts(duration=Fraction(1001, 24), frame_rate=Fraction(24000, 1001)),
        keyframes=(Keyframe(time=Fraction(1, 3), still="s", width=640, height=360),),
        moments=(Moment(id=MomentId("m"), span=span, label="waves back"),),
    )
    assert from_document(to_document(clip), Clip) == clip


@pytest.mark.parametrize("broken", [{}, {"id": 3}, {"span": {"start": "1/0", "end": "x"}}])
def test_a_document_that_is_no_clip_is_refused(broken: dict) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_document(broken, Clip)


@pytest.mark.parametrize("rate", ["1/0", "x", ""])
def test_a_broken_fraction_is_refused(rate: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_document({"frame_rate": rate}, MediaFacts)


def test_a_name_that_is_not_utf_8_finds_its_way_back() -> None:
    location = b"/footage/caf\xe9.mov".decode("utf-8", "surrogateescape")
    path, raw = shown_path(location)
    file = MediaFile(path=path, raw_path=raw)
    assert path == "/footage/caf\N{REPLACEMENT CHARACTER}.mov"
    assert file.location == location


_MEETING = """
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import make_dataclass
from threading import Barrier
from core.model.codec import from_document, read_json, to_json

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(4) as threads:
    for turn in range(40):
        inner = make_dataclass(f"Inner{turn}", [(f"f{at}", int) for at in range(20)])
        kind = make_dataclass(f"Outer{turn}", [(f"g{at}", inner) for at in range(10)])
        document, together = {f"g{at}": {f"f{at}": at for at in range(20)} for at in range(10)}, Barrier(4)

        def read(with_json):
            together.wait()
            return read_json(to_json(document), kind) if with_json else from_document(document, kind)

        assert {value.g9.f19 for value in threads.map(read, (True, False, True, False))} == {19}
"""


def test_threads_may_meet_a_kind_for_the_first_time_together() -> None:
    """In a process of its own, which would be gone without a word."""
    assert subprocess.run([sys.executable, "-c", _MEETING], check=False).returncode == 0
