"""The verbs that look, run as the command line runs them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry
from core.cli.main import main
from core.model.clip import Source
from core.model.ids import MomentId, TagId
from core.model.vocabulary import EntryKind
from tests.core.search.test_linking import a_moment
from tests.support.model import a_clip, a_tag, an_entry

ATWELL = an_entry(EntryKind.PERSON, "Hayley Atwell")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
HELLESYLT = an_entry(EntryKind.LOCATION, "Hellesylt", parent=NORWAY.id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        for entry in (ATWELL, NORWAY, HELLESYLT):
            archive.catalog.apply(AddEntry(entry))
        train = a_clip(
            "train.mov",
            moments=(a_moment("m1", 1, 3, "waves back"), a_moment("m2", 5, 6, "runs")),
            tags=(
                replace(a_tag(ATWELL), id=TagId("1"), moment=MomentId("m1")),
                replace(a_tag(HELLESYLT), id=TagId("2")),
            ),
            source=Source(caption="on the train roof"),
        )
        archive.catalog.apply(AddClips((train, a_clip("boat.mov"))))
    return folder


class Said:
    """What a verb wrote."""

    def __init__(self, out: str, err: str) -> None:
        self.out = out.splitlines()
        self.err = err.splitlines()


def run(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> Said:
    assert main([str(argument) for argument in arguments]) == code
    said = capsys.readouterr()
    return Said(said.out, said.err)


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    return json.loads("\n".join(run(capsys, *arguments, "--json").out))


def test_a_slip_of_the_hand_shows_what_was_meant_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "search", folder, "hailey atwel")
    assert len(said.out) == 1
    assert said.err == [
        "Nothing for hailey atwel. Showing Hayley Atwell; --exact asks for just what you typed.",
        "1 clip",
    ]
    exact = run(capsys, "search", folder, "hailey atwel", "--exact")
    assert (exact.out, exact.err) == ([], ["No clip answers that."])
    told = run_json(capsys, "search", folder, "hailey atwel")
    assert told["meant"] == {"typed": "hailey atwel", "names": ["Hayley Atwell"], "query": '"Hayley Atwell"'}
    assert "meant" not in run_json(capsys, "search", folder, "hayley")


def test_an_edit_never_takes_one_name_for_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "tag", folder, "--query", "hailey atwel", "--keyword", "stunt")
    assert said.out == ["No clip answers that; nothing was changed."]


def test_each_clip_says_why_it_was_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "search", folder, "location:norway roof", "--why")
    assert [line.strip() for line in said.out[1:]] == [
        "location: Norway – lies above Hellesylt",
        "caption: on the train roof",
    ]
    (clip,) = run_json(capsys, "search", folder, "roof", "--why")["clips"]
    assert clip["why"] == [
        {"sentence": "caption: on the train roof", "field": "caption", "text": "on the train roof",
         "marks": [[13, 17]], "note": ""}
    ]  # fmt: skip
    assert "why" not in run_json(capsys, "search", folder, "roof")["clips"][0]


def test_moments_are_listed_with_their_times_and_frames(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "search", folder, "moments: norway", "--limit", "1", "--why")
    assert said.out[0].endswith("  00:00:01.000 – 00:00:03.000  train.mov  waves back")
    assert said.out[1].strip() == "location: Norway – lies above Hellesylt"
    assert said.err == ["2 moments, the first 1 of them shown"]
    told = run_json(capsys, "search", folder, "moments: person:atwell")
    assert told["count"] == 1
    (moment,) = told["moments"]
    assert (moment["in_exact"], moment["out_exact"], moment["label"]) == ("1/1", "3/1", "waves back")
    assert moment["clip"]["name"] == "train.mov"
    assert moment["still"] is None


def test_moments_too_are_found_for_what_was_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run_json(capsys, "search", folder, "moments: hailey")
    assert (told["count"], told["meant"]["query"]) == (1, 'moments: "Hayley Atwell"')
    assert run(capsys, "search", folder, "moments: zzzzz").err == ["No moment answers that."]


def test_clips_with_such_a_moment_are_tagged_by_a_query_for_moments(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(capsys, "tag", folder, "--query", "moments: person:atwell waves", "--keyword", "stunt")
    assert said.out[-1] == "Tagged 1 clip with stunt."
    with open_archive(folder) as archive:
        assert [archive.clip(clip).name for clip in archive.index.clip_ids(archive.search("keyword:stunt").rows)] == [
            "train.mov"
        ]


def test_searches_are_saved_listed_run_renamed_and_forgotten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "searches", folder).err[0].startswith("No search is saved in this archive")
    assert run(capsys, "searches", folder, "--add", "Trains", "train").out == ["Save the search “Trains”."]
    run(capsys, "searches", folder, "--add", "Waves", "moments: waves", "--order", "name")
    assert run(capsys, "searches", folder).out == [
        "      1  Trains  ·  train",
        "      1  Waves  ·  moments: waves",
    ]
    assert "train.mov" in run(capsys, "search", folder, "--saved", "trains").out[0]
    assert run_json(capsys, "search", folder, "--saved", "Waves")["moments"][0]["label"] == "waves back"
    run(capsys, "searches", folder, "--add", "trains", "boat")
    run(capsys, "searches", folder, "--rename", "trains", "Boats")
    run(capsys, "searches", folder, "--remove", "waves")
    (left,) = run_json(capsys, "searches", folder)["searches"]
    assert (left["name"], left["query"], left["count"]) == ("Boats", "boat", 1)
    assert run(capsys, "undo", folder).out == ["Undone: Remove the search “Waves”."]
    assert len(run(capsys, "searches", folder).out) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search",), "Give either a query or, with --saved, the name of a saved one."),
        (("search", "x", "--saved", "Trains"), "Give either a query or, with --saved, the name of a saved one."),
        (("search", "--saved", "Boats"), "No search is saved as “Boats”. Saved are: “Trains”, “Waves”."),
        (("searches", "--remove", "Boats"), "No search is saved as “Boats”. Saved are: “Trains”, “Waves”."),
        (("searches", "--rename", "Waves", "trains"), "Another search is saved as “trains” already; choose another"),
        (("searches", "--add", "Bad", "persn:x"), "  persn:x"),
        (("search", "moments: persn:x"), "  moments: persn:x"),
    ],
)
def test_what_makes_no_sense_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    run(capsys, "searches", folder, "--add", "Trains", "train")
    run(capsys, "searches", folder, "--add", "Waves", "waves")
    verb, *rest = arguments
    assert run(capsys, verb, folder, *rest, code=2).err[0].startswith(said)
