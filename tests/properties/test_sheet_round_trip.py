"""A sheet that goes out and comes back unedited changes nothing, whatever is in the archive and in whatever form."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.app import create_archive, house_of
from core.catalog.edits import AddClips, AddEntry, Together
from core.exchange.back import preview
from core.export.columns import COLUMNS
from core.export.export import export_sheet
from core.model.clip import Clip, Moment
from core.model.vocabulary import Entry
from tests.support.archives import make_clips, make_entries

TODAY = date(2026, 11, 23)
AWKWARD = (
    'say "cheese"', "two\nlines", "two\r\nlines", "שלום עולם", "🎬🏔", "=1+1", "+47 22", "-1", "@handle", "'quoted'",
    "1302669612345678901", "007", "1/2", "1E5", "01:00:00", "a;b", "a; b;; c", ";", " padded ", "\ttab", "<r>x</r>",
    "Jan-20", "TRUE", "#NAME?", "tab\there", "nul\0bell\x07", "_x000D_", "x" * 33_000, "\ud800", "\ufeffmark", "None",
)  # fmt: skip

texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=12))
labels = texts.filter(str.strip)


def awkward_entry(data: st.DataObject, entry: Entry) -> Entry:
    label = data.draw(st.one_of(st.just(entry.label), labels.filter(lambda text: "\ud800" not in text)))
    return replace(entry, redirect=None, label=label)


def awkward_clip(data: st.DataObject, clip: Clip) -> Clip:
    """Return ``clip`` with texts in it that sheets have trouble with."""
    drawn = [data.draw(texts.filter(lambda text: "\ud800" not in text)) for _ in range(6)]
    source = replace(clip.source, caption=drawn[0], post_id=drawn[1], handle=drawn[2], credit=drawn[3])
    moments = tuple(_labelled(moment, drawn[4]) for moment in clip.moments)
    return replace(clip, name=drawn[5] or clip.name, notes=drawn[0][::-1], source=source, moments=moments)


def _labelled(moment: Moment, label: str) -> Moment:
    return replace(moment, label=label, note=label[::-1])


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data(), seed=st.integers(0, 2**16), count=st.integers(1, 5))
def test_export_then_import_changes_nothing(form: str, data: st.DataObject, seed: int, count: int) -> None:
    entries = [awkward_entry(data, entry) for entry in make_entries(8, seed)]
    clips = [awkward_clip(data, clip) for clip in make_clips(count, entries, seed)]
    with tempfile.TemporaryDirectory() as folder, create_archive(Path(folder) / "a.slatebook") as archive:
        archive.catalog.apply(Together("", (*map(AddEntry, entries), AddClips(tuple(clips)))))
        sheet = Path(folder) / f"sheet.{form}"
        kept = [archive.clip(clip.id) for clip in clips]
        export_sheet(
            kept, archive.vocabulary, archive.stills, format=form, target=sheet, columns=tuple(COLUMNS), today=TODAY,
            override="a test", remember=archive.catalog.note,
        )  # fmt: skip
        for blank_clears in (False, True):
            found = preview(sheet, house_of(archive), blank_clears=blank_clears)
            assert found.rows == len(clips)
            assert found.unknown == ()
            assert found.cells == ()
