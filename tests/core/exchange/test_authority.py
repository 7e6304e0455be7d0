"""Two archives share people, places and productions, and nobody is made or merged in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from core.app import Archive, create_archive
from core.catalog.edits import AddEntry
from core.errors import FileProblem
from core.exchange.authority import Comparison, Match, compare
from core.exchange.authority_csv import read_csv, write_csv
from core.exchange.authority_skos import read_skos, write_skos
from core.exchange.reading import read_table
from core.model.vocabulary import Alias, Entry, EntryKind
from tests.support.model import an_entry

PERSON, PLACE = EntryKind.PERSON, EntryKind.LOCATION
AWKWARD = ['say "cheese"', "two\nlines", "שלום; world", "🎬", "=1+1", "007", "1/2", "a@ru", "x@", "tom@example", "'q"]

Write = Callable[[Iterable[Entry], Path], None]
Read = Callable[[Path], list[Entry]]
FORMS = pytest.mark.parametrize(
    ("write", "read", "name"), [(write_csv, read_csv, "a.csv"), (write_skos, read_skos, "a.jsonld")]
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with create_archive(tmp_path / "Other.slatebook", "Other") as created:
        yield created


def some_entries() -> list[Entry]:
    norway = an_entry(
        PLACE,
        "Norway",
        external_ids={"geonames": "3144096", "tgn": "1000088"},
        existed_from="1905-06",
        existed_to="2099-01",
    )
    rauma = an_entry(PLACE, "Rauma", parent=norway.id, aliases=(Alias(text="Раума", language="ru"),))
    tom = an_entry(
        PERSON, "Tom Cruise",
        external_ids={"wikidata": "Q37079", "imdb": "nm0000129", "viaf": "84034427", "tmdb": "500"},
        aliases=(Alias(text="Том Круз", language="ru"), Alias(text="Thomas Mapother")), existed_from="1962-07-03",
    )  # fmt: skip
    film = an_entry(
        EntryKind.PRODUCTION, "Digger", released="2026-10-02", directors=("A. G. Iñárritu",), note="working title",
        external_ids={"imdb": "tt1234567"},
    )  # fmt: skip
    merged = an_entry(PERSON, "T. Cruise", redirect=tom.id)
    awkward = an_entry(EntryKind.KEYWORD, "=odd; one", aliases=tuple(Alias(text=text) for text in AWKWARD))
    return [norway, rauma, tom, film, merged, awkward]


def held_against(archive: Archive, theirs: list[Entry]) -> Comparison:
    ids = {entry.id for entry in archive.index.entries()}
    return compare(theirs, archive.vocabulary, is_known=ids.__contains__)


def take_over(archive: Archive, theirs: list[Entry], *, create: bool = False) -> Comparison:
    found = held_against(archive, theirs)
    edit = found.edit(create=create)
    if edit is not None:
        archive.catalog.apply(edit)
    return found


def without_revision(entries: Iterable[Entry]) -> list[Entry]:
    return sorted((replace(entry, revision=0) for entry in entries), key=lambda entry: entry.id)


@FORMS
def test_what_is_written_is_read_again(tmp_path: Path, write: Write, read: Read, name: str) -> None:
    entries = some_entries()
    write(entries, tmp_path / name)
    assert read(tmp_path / name) == entries


@FORMS
def test_two_archives_come_to_hold_the_same(
    archive: Archive, other: Archive, tmp_path: Path, write: Write, read: Read, name: str
) -> None:
    for entry in some_entries():
        archive.catalog.apply(AddEntry(entry))
    write(archive.index.entries(), tmp_path / name)
    theirs = read(tmp_path / name)

    found = take_over(other, theirs)
    assert {one.match for one in found.compared} == {Match.NONE}
    assert not other.vocabulary.all()

    take_over(other, theirs, create=True)
    assert without_revision(other.index.entries()) == without_revision(archive.index.entries())
    again = held_against(other, theirs)
    assert {one.match for one in again.compared} == {Match.ID}
    assert again.edit(create=True) is None
    other.catalog.undo()
    assert not other.vocabulary.all()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib of itself
def test_rdflib_reads_labels_languages_parents_and_links(tmp_path: Path) -> None:
    entries = some_entries()
    norway, rauma, tom, _, merged, _ = entries
    write_skos(entries, tmp_path / "a.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "a.jsonld", format="json-ld")

    def node(entry: Entry) -> rdflib.URIRef:
        subject = [who for who, label in graph.subject_objects(SKOS.prefLabel) if str(label) == entry.label]
        assert isinstance(subject[0], rdflib.URIRef)
        return subject[0]

    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(entries)
    assert rdflib.Literal("Том Круз", lang="ru") in set(graph.objects(node(tom), SKOS.altLabel))
    assert rdflib.Literal("Thomas Mapother") in set(graph.objects(node(tom), SKOS.altLabel))
    assert set(graph.objects(node(rauma), SKOS.broader)) == {node(norway)}
    assert {str(uri) for uri in graph.objects(node(tom), SKOS.exactMatch)} == {
        "http://www.wikidata.org/entity/Q37079", "https://www.imdb.com/name/nm0000129/", "http://viaf.org/viaf/84034427",
    }  # fmt: skip
    assert set(graph.objects(node(merged), OWL.deprecated)) == {rdflib.Literal(True)}
    assert set(graph.objects(node(merged), DCTERMS.isReplacedBy)) == {node(tom)}
    assert {str(scheme) for scheme in graph.objects(node(tom), SKOS.inScheme)} == {"urn:slatebook:people"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib of itself
def test_the_expanded_form_that_rdflib_writes_is_read_too(tmp_path: Path) -> None:
    entries = some_entries()
    write_skos(entries, tmp_path / "a.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "a.jsonld", format="json-ld")
    graph.serialize(tmp_path / "expanded.jsonld", format="json-ld")

    def unordered(entry: Entry) -> Entry:
        return replace(entry, aliases=tuple(sorted(entry.aliases, key=lambda alias: (alias.text, alias.language))))

    expanded = [unordered(entry) for entry in read_skos(tmp_path / "expanded.jsonld")]
    assert without_revision(expanded) == without_revision(map(unordered, entries))


def test_a_csv_has_no_id_that_a_spreadsheet_rounds(tmp_path: Path) -> None:
    write_csv(some_entries(), tmp_path / "a.csv")
    table = read_table(tmp_path / "a.csv")
    assert table.headings[:9] == ("id", "type", "label", "alt_labels", "wikidata", "imdb", "viaf", "tgn", "geonames")
    for _, cells in table.rows():
        assert not any(cell.isdigit() for heading, cell in cells.items() if heading != "alt_labels")


def test_names_and_ids_of_a_known_one_are_united(archive: Archive) -> None:
    ours = an_entry(PERSON, "Tom Cruise", external_ids={"wikidata": "Q37079"}, aliases=(Alias(text="TC"),))
    archive.catalog.apply(AddEntry(ours))
    theirs = an_entry(
        PERSON, "Thomas Cruise Mapother IV", external_ids={"wikidata": "Q37079", "viaf": "84034427"}, note="actor",
        aliases=(Alias(text="Том Круз", language="ru"), Alias(text="TC")),
    )  # fmt: skip
    (one,) = take_over(archive, [theirs]).compared
    assert (one.match, one.conflicts) == (Match.EXTERNAL_ID, ())
    united = archive.vocabulary.get(ours.id)
    assert united is not None
    assert united.label == "Tom Cruise"
    assert set(united.names) == {"Tom Cruise", "TC", "Thomas Cruise Mapother IV", "Том Круз"}
    assert united.external_ids == {"wikidata": "Q37079", "viaf": "84034427"}
    assert united.note == "actor"


@pytest.mark.parametrize(
    ("label", "aliases", "match"),
    [
        ("tom cruise", (), Match.LABEL),
        ("Mapother", (Alias(text="Tom Cruise"),), Match.ALIAS),
        ("Tom Cruze", (), Match.NEAR),
        ("Ving Rhames", (), Match.NONE),
    ],
)
def test_how_one_is_known_is_told(archive: Archive, label: str, aliases: tuple[Alias, ...], match: Match) -> None:
    archive.catalog.apply(AddEntry(an_entry(PERSON, "Tom Cruise")))
    (one,) = held_against(archive, [an_entry(PERSON, label, aliases=aliases)]).compared
    assert one.match is match
    assert held_against(archive, [an_entry(PLACE, label)]).compared[0].match is Match.NONE


def test_two_of_one_name_with_different_ids_elsewhere_are_not_taken_for_one(archive: Archive) -> None:
    ours = an_entry(PERSON, "Steve McQueen", external_ids={"wikidata": "Q159347"})
    archive.catalog.apply(AddEntry(ours))
    theirs = an_entry(PERSON, "Steve McQueen", external_ids={"wikidata": "Q1334439"})
    found = take_over(archive, [theirs], create=True)
    assert found.compared[0].match is Match.SEVERAL
    assert found.compared[0].conflicts == ("Steve McQueen is wikidata:Q159347 here and wikidata:Q1334439 there.",)
    assert [entry.external_ids for entry in archive.vocabulary.all()] == [{"wikidata": "Q159347"}]


def test_where_the_same_entry_disagrees_ours_stands_and_the_conflict_is_told(archive: Archive) -> None:
    ours = an_entry(PERSON, "Tom Cruise", external_ids={"imdb": "nm0000129"})
    archive.catalog.apply(AddEntry(ours))
    found = take_over(archive, [replace(ours, external_ids={"imdb": "nm1"}, aliases=(Alias(text="TC"),))])
    assert found.compared[0].conflicts == ("Tom Cruise is imdb:nm0000129 here and imdb:nm1 there.",)
    now = archive.vocabulary.get(ours.id)
    assert now is not None
    assert (now.external_ids, now.aliases) == ({"imdb": "nm0000129"}, (Alias(text="TC"),))


def test_two_of_theirs_that_are_one_of_ours_both_add_to_it(archive: Archive) -> None:
    ours = an_entry(PERSON, "Tom Cruise", external_ids={"wikidata": "Q37079", "imdb": "nm0000129"})
    archive.catalog.apply(AddEntry(ours))
    first = an_entry(PERSON, "First name", external_ids={"wikidata": "Q37079"})
    second = an_entry(PERSON, "Second name", external_ids={"imdb": "nm0000129"})
    take_over(archive, [first, second])
    now = archive.vocabulary.get(ours.id)
    assert now is not None
    assert [alias.text for alias in now.aliases] == ["First name", "Second name"]


def test_a_list_typed_by_hand_with_ids_of_its_own_is_taken_over(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("id;type;label;parent_id\n1;location;Norway;\n../2;Location;Rauma;1\n;location;Oslo;1\n", "utf-8")
    take_over(archive, read_csv(path), create=True)
    places = {entry.label: entry for entry in archive.vocabulary.all()}
    assert places["Rauma"].parent == places["Oslo"].parent == places["Norway"].id
    assert not held_against(archive, read_csv(path)).unknown
    assert archive.check() == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.csv", "id,label\n1,Tom\n", "no column type"),
        ("a.csv", "id,type,label\n1,animal,Rex\n", "Row 2 .* a type is one of person"),
        ("a.jsonld", "{", "is no JSON"),
        ("a.jsonld", "[1, 2]", "is no SKOS"),
        ("a.jsonld", '{"@graph": []}', "holds no person"),
    ],
)
def test_what_is_no_authority_file_is_refused_with_a_sentence(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(FileProblem, match=sentence):
        (read_csv if name.endswith("csv") else read_skos)(tmp_path / name)
