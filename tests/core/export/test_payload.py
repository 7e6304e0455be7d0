"""Names and paths in hand-over packages."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from core.export import bagit
from core.export.payload import Names, leads_outside, portable


@given(st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1), max_size=8))
def test_names_are_portable_and_differ_whatever_they_were(names: list[str]) -> None:
    giver = Names()
    given_names = [giver.take(name) for name in names]
    folded = {unicodedata.normalize("NFC", name.casefold()) for name in given_names}
    assert len(folded) == len(names)
    for name in given_names:
        assert name == unicodedata.normalize("NFC", name)
        assert 0 < len(f"{name}.xmp".encode()) <= 255
        assert not set(name) & set('<>:"/\\|?*%\r\n\0')
        assert not leads_outside(f"data/media/{name}")
        assert name not in (".", "..")


@given(st.text())
def test_a_path_in_a_bag_manifest_is_read_as_it_was_written(path: str) -> None:
    line = bagit.encoded(path)
    assert bagit.decoded(line) == path
    assert not set(line) & {"\r", "\n"}


def test_paths_are_encoded_as_rfc_8493_says() -> None:
    assert bagit.encoded("data/100%\r\n25%0A.mov") == "data/100%25%0D%0A25%250A.mov"
    assert bagit.decoded("data/a%0d%0ab%20%25.mov") == "data/a\r\nb%20%.mov"


def test_a_plain_name_stays_as_it_is() -> None:
    assert portable("A002_C014 (grand express) [v2] #1 & co.mov") == "A002_C014 (grand express) [v2] #1 & co.mov"
