"""The first bytes decide what a file is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.sniff import CLIP_SUFFIXES, HEAD_BYTES, STILL_SUFFIXES, MediaFamily, sniff
from tests.support.media import make_clip, make_jpeg


def _ftyp(major: bytes, *compatible: bytes) -> bytes:
    body = major + bytes(4) + b"".join(compatible)
    return (8 + len(body)).to_bytes(4, "big") + b"ftyp" + body


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("a.mp4", MediaFamily.MOV),
        ("a.mov", MediaFamily.MOV),
        ("a.mkv", MediaFamily.MATROSKA),
        ("a.avi", MediaFamily.AVI),
        ("a.ts", MediaFamily.MPEGTS),
        ("a.flv", MediaFamily.FLV),
    ],
)
def test_a_clip_is_known_whatever_its_container(tmp_path: Path, name: str, family: MediaFamily) -> None:
    clip = make_clip(tmp_path / name, seconds=1, size=(64, 48))
    found = sniff(clip.read_bytes()[:HEAD_BYTES])
    assert found is family
    assert not family.is_still


def test_a_still_is_known_and_is_one(tmp_path: Path) -> None:
    found = sniff(make_jpeg(tmp_path / "a.jpg").read_bytes())
    assert found is MediaFamily.JPEG
    assert found.is_still


@pytest.mark.parametrize(
    ("head", "family"),
    [
        (_ftyp(b"heic", b"mif1"), MediaFamily.HEIF),
        (_ftyp(b"mif1", b"avif"), MediaFamily.AVIF),
        (_ftyp(b"hhhh", b"mif1", b"heic"), MediaFamily.HEIF),
        (_ftyp(b"crx ", b"isom"), MediaFamily.CR3),
        (_ftyp(b"isom", b"mif1"), MediaFamily.MOV),
        (_ftyp(b"qt  "), MediaFamily.MOV),
        (_ftyp(b"what", b"isom", b"heic"), MediaFamily.MOV),
    ],
)
def test_brands_tell_stills_from_clips(head: bytes, family: MediaFamily) -> None:
    assert sniff(head) is family


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"#EXTM3U\nfile.ts\n",
        b"ffconcat version 1.0\nfile a.mp4\n",
        b'{"a": 1}',
        b"\xef\xbb\xbfhello",
        b"GGGG",
        b"BM",
    ],
)
def test_text_is_never_media(text: bytes) -> None:
    assert sniff(text) is None


@given(st.binary(max_size=1024))
def test_any_bytes_have_an_answer(head: bytes) -> None:
    assert sniff(head) is None or isinstance(sniff(head), MediaFamily)


def test_no_name_is_both_a_clip_and_a_still() -> None:
    assert not CLIP_SUFFIXES & STILL_SUFFIXES
    assert all(name == name.lower() and name.startswith(".") for name in CLIP_SUFFIXES | STILL_SUFFIXES)
