"""The verbs about names and claims, run as the command line runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, TagClips, Together
from core.cli.main import main
from core.model.clip import Clip, Status
from core.model.ids import ClipId
from core.model.vocabulary import Alias, Entry, EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise", external_ids={"wikidata": "Q37079"}, existed_from="1962-07-03")
CRUZE = an_entry(EntryKind.PERSON, "Tom Cruze", external_ids={"wikidata": "Q1"}, note="as he is spelled")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of two clips, one with each spelling."""
    folder = tmp_path / "a.slatebook"
    clips = (a_clip("one.mov"), a_clip("two.mov"))
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips(clips))
        archive.catalog.apply(Together("names", tuple(map(AddEntry, (TOM, CRUZE, NORWAY)))))
        archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM)))
        archive.catalog.apply(TagClips((clips[1].id,), a_tag(CRUZE, status=Status.CLAIMED, said_by="@fan")))
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run_verb(*arguments: object, code: int = 0) -> str:
        words = [str(argument) for argument in arguments]
        place = 2 if words[0] == "entry" else 1
        assert main([*words[:place], str(folder), *words[place:]]) == code
        said = capsys.readouterr()
        return said.out + said.err if code else said.out

    return run_verb


def shown(run: Any, *arguments: object, code: int = 0) -> Any:
    return json.loads(run(*arguments, "--json", code=code))


def entry_of(folder: Path, entry: Entry) -> Entry:
    with open_archive(folder) as archive:
        found = archive.vocabulary.get(entry.id)
        assert found is not None
        return found


def clips_of(archive: Archive) -> list[Clip]:
    return [archive.clip(ClipId(clip)) for clip in sorted(archive.index.clip_ids(archive.search("").rows))]


def last_step(run: Any) -> str:
    label: str = shown(run, "history", "--limit", 1)["steps"][0]["label"]
    return label


# names --------------------------------------------------------------------------------------------------------------
def test_names_are_listed_with_their_clips(run: Any) -> None:
    assert [line.split("  ")[-1] for line in run("entry", "list").splitlines()] == ["Norway", "Tom Cruise", "Tom Cruze"]
    (found,) = shown(run, "entry", "list", "--kind", "person", "--search", "cruise")["entries"]
    assert found == {"id": TOM.id, "kind": "person", "label": "Tom Cruise", "shown": "Tom Cruise", "clips": 1}


def test_a_new_name_that_is_near_a_known_one_needs_to_be_meant(run: Any, folder: Path) -> None:
    told = run("entry", "add", "Hayley Atwell", "--kind", "person", "--from", "1982-04-05", "--id", "imdb:nm2017943")
    assert told == "New person: Hayley Atwell.\n"
    assert "Did you mean Hayley Atwell?" in run("entry", "add", "Hayely Atwel", "--kind", "person", code=2)
    assert "called Norway already" in run("entry", "add", "norway", "--kind", "location", code=2)
    made = shown(run, "entry", "add", "Hayely Atwel", "--kind", "person", "--new")
    assert made["label"] == "Hayely Atwel"
    place = shown(run, "entry", "add", "Hellesylt", "--kind", "location", "--parent", "norway")
    assert place["parent"] == {"id": NORWAY.id, "label": "Norway"}
    assert shown(run, "entry", "show", "norway")["within"] == [{"id": place["id"], "label": "Hellesylt"}]
    assert "is no date" in run("entry", "add", "Nobody", "--kind", "person", "--from", "soon", code=2)


def test_tagging_makes_nobody_anew_over_a_slip_of_the_hand(run: Any) -> None:
    told = run("tag", "--query", "", "--person", "Tmo Cruise", code=2)
    assert (
        told == "Did you mean Tom Cruise? Nobody is called “Tmo Cruise” yet; --new makes a new person of that name.\n"
    )
    assert shown(run, "tag", "--query", "", "--person", "Tmo Cruise", "--new")["created"][0]["label"] == "Tmo Cruise"


def test_an_entry_is_renamed_changed_and_called_otherwise(run: Any, folder: Path) -> None:
    assert run("entry", "rename", "tom cruise", "Thomas Cruise", "--keep") == "Rename Tom Cruise to Thomas Cruise.\n"
    run("entry", "alias", "thomas cruise", "--add", "Том Круз@ru", "--add", "TC")
    run("entry", "alias", "tc", "--remove", "TC")
    assert entry_of(folder, TOM).aliases == (Alias(text="Tom Cruise"), Alias(text="Том Круз", language="ru"))
    assert "has no alias Nobody" in run("entry", "alias", "tom cruise", "--remove", "Nobody", code=2)
    run("entry", "change", "tom cruise", "--to", "2099", "--from", "none", "--id", "imdb:nm0000129", "--note", "actor")
    after = entry_of(folder, TOM)
    assert (after.existed_from, after.existed_to, after.note) == ("", "2099", "actor")
    assert after.external_ids == {"wikidata": "Q37079", "imdb": "nm0000129"}
    assert run("entry", "change", "tom cruise", "--note", "actor") == "Nothing to change.\n"
    assert "is no id" in run("entry", "change", "tom cruise", "--id", "Q1", code=2)
    told = run("entry", "show", "tom cruise")
    assert "aliases       Tom Cruise; Том Круз@ru" in told
    assert "existed       … to 2099" in told


def test_a_merge_is_seen_before_and_taken_back_after(run: Any, folder: Path) -> None:
    told = run("entry", "merge", "Tom Cruze", "--into", "Tom Cruise", "--preview")
    assert told.startswith("Would merge Tom Cruze into Tom Cruise:\n  1 clip more under Tom Cruise; 0 clips had both.")
    assert "conflict: wikidata stays Q37079, not Q1 (--take wikidata keeps the other)" in told
    assert entry_of(folder, CRUZE).redirect is None
    seen = shown(run, "entry", "merge", "Tom Cruze", "--into", "Tom Cruise", "--take", "wikidata")
    assert (seen["clips"], seen["preview"], seen["filled"]) == (1, False, ["note"])
    assert entry_of(folder, CRUZE).external_ids == {"wikidata": "Q1"}
    assert shown(run, "entry", "show", f"sb-{CRUZE.id}")["merged"] == [{"id": CRUZE.id, "label": "Tom Cruze"}]
    assert len(run("search", 'person:"tom cruise"').splitlines()) == 2
    run("undo")
    assert entry_of(folder, CRUZE).label == "Tom Cruze"
    assert "only names of one kind" in run("entry", "merge", f"sb-{NORWAY.id}", "--into", "Tom Cruise", code=2)


def test_hygiene_lists_what_wants_a_look_until_it_had_one(run: Any) -> None:
    run("entry", "rename", "Tom Cruze", "Tom Cruse")
    assert "Near duplicates" not in run("entry", "hygiene", code=1), "their ids say that they are two"
    run("entry", "change", "Tom Cruse", "--id", "wikidata:none")
    told = run("entry", "hygiene", code=1)
    assert "Near duplicates (1):\n  Tom Cruise 1962– (person" in told
    found = shown(run, "entry", "hygiene", "--fault", "unused", code=1)
    assert [finding["entries"][0]["label"] for finding in found["findings"]] == ["Norway"]
    assert run("entry", "apart", "Tom Cruise", "Tom Cruse") == "Keep Tom Cruise and Tom Cruse apart.\n"
    assert run("entry", "hygiene", "--fault", "duplicate") == ""


def test_homonyms_are_told_apart_and_asked_for(run: Any) -> None:
    for above in ("Ontario", "Bermuda"):
        run("entry", "add", above, "--kind", "location")
        run("entry", "add", "Hamilton", "--kind", "location", "--parent", above, "--new")
    told = run("entry", "show", "Hamilton", code=2)
    assert "“Hamilton” may be any of these: Hamilton (Ontario) (sb-" in told
    assert run("entry", "show", "Hamilton (Bermuda)").startswith("Hamilton (Bermuda)\n")
    run("tag", "--query", "one", "--location", "Hamilton (Ontario)")
    assert "Hamilton (Ontario)" in run("search", 'location:"Hamilton (Ontario)"')
    assert run("search", 'location:"Hamilton (Bermuda)"') == ""
    assert "Write it as it stands here" in run("tag", "--query", "one", "--location", "Hamilton", code=2)


def test_a_name_is_removed_and_comes_back(run: Any, folder: Path) -> None:
    assert run("entry", "remove", "Tom Cruze") == "Remove Tom Cruze; “undo” brings it back.\n"
    assert "Nothing is called" in run("entry", "show", "Rebecca", code=2)
    run("undo")
    assert entry_of(folder, CRUZE).label == "Tom Cruze"


# claims -------------------------------------------------------------------------------------------------------------
def test_claims_are_put_down_and_decided_with_evidence(run: Any, folder: Path) -> None:
    words = ("--query", "", "--person", "Tom Cruise")
    told = run("claim", *words, "--said-by", "@double", "--verbatim", "that was me", "--status", "disputed")
    assert told == "Put down Tom Cruise as disputed by @double on 2 clips.\n"
    assert last_step(run) == "Disputed by @double: Tom Cruise on 2 clips"
    told = run("status", *words, "--set", "refuted", "--was", "disputed", "--evidence", "call sheet of 6 September")
    assert told == "Refuted Tom Cruise on 2 clips.\n"
    assert last_step(run) == "Refute Tom Cruise on 2 clips"
    with open_archive(folder) as archive:
        first, second = clips_of(archive)
    assert [(tag.status, tag.said_by) for tag in first.tags] == [
        (Status.CONFIRMED, ""),
        (Status.REFUTED, "@double"),
    ]
    assert second.tags[1].evidence == "call sheet of 6 September"
    assert shown(run, "status", *words, "--set", "confirmed", "--was", "disputed") == {"clips": 2, "changed": 0}
    assert "Say whom" in run("status", "--query", "", "--set", "confirmed", code=2)
    assert "Did you mean" in run("claim", "--query", "", "--person", "Tom Cruis", code=2)


def test_suggestions_are_refused_and_allowed(run: Any, folder: Path) -> None:
    words = ("--query", "one", "--location", "Norway", "--location-shot", "Norway")
    assert run("suggestions", *words) == "Norway will not be suggested again for 1 clip.\n"
    with open_archive(folder) as archive:
        assert [rejection.entry for rejection in clips_of(archive)[0].rejected] == [NORWAY.id, NORWAY.id]
    assert shown(run, "suggestions", *words, "--allow") == {"clips": 1, "changed": 1}
    assert run("suggestions", "--query", "nowhere", "--location", "Norway").startswith("No clip answers")
