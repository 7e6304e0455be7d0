"""PBCore XML, held against the official schema by lxml."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from core.export.writers import pbcore_writer
from core.model.clip import Clip
from tests.support.described import a_full_clip, a_sheet
from tests.support.model import a_clip
from tests.support.official import official

SPACE = {"p": pbcore_writer.NAMESPACE}


def written(tmp_path: Path, *clips: Clip, notice: str = "") -> etree._ElementTree:
    pbcore_writer.write(a_sheet(*clips, notice=notice), tmp_path / "sheet.xml")
    return etree.parse(tmp_path / "sheet.xml")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(official("pbcore-2.1.xsd")))


def test_the_official_schema_takes_it(tmp_path: Path, schema: etree.XMLSchema) -> None:
    tree = written(tmp_path, a_full_clip(), a_clip(), a_full_clip("two.mov"), notice="Made under an override.")
    schema.validate(tree)
    assert list(schema.error_log) == []
    assert len(tree.findall("p:pbcoreDescriptionDocument", SPACE)) == 3
    assert tree.getroot().get("collectionDescription") == "Made under an override."


def test_the_schema_would_say_if_the_order_were_wrong(tmp_path: Path, schema: etree.XMLSchema) -> None:
    tree = written(tmp_path, a_full_clip())
    document = tree.find("p:pbcoreDescriptionDocument", SPACE)
    assert document is not None
    document.append(document[0])
    assert not schema.validate(tree)


def test_elements_are_those_of_the_mapping(tmp_path: Path) -> None:
    clip = a_full_clip()
    tree = written(tmp_path, clip)
    cases = {
        "p:pbcoreIdentifier[@source='Slatebook']": f"sb-{clip.id}",
        "p:pbcoreIdentifier[@ref='https://x.example/a/status/1?a=1&b=2']": "1302669612345689600",
        "p:pbcoreTitle[not(@titleType)]": "jump.mov",
        "p:pbcoreTitle[@titleType='Production'][@ref='https://www.imdb.com/title/tt9603212/']": "Mission: Impossible",
        "p:pbcoreSubject[@subjectType='person shown'][@ref='https://www.imdb.com/name/nm0000129/']": "Tom Cruise",
        "p:pbcoreSubject[@subjectType='keyword']": "motorcycle <&> jump",
        "p:pbcoreDescription[@descriptionType='Abstract']": 'He jumps.\nTwice & "so" <b>\ufffd',
        "p:pbcoreDescription[@descriptionType='Caption as shared']": "wow 🚂 עברית",
        "p:pbcoreCoverage[p:coverageType='Spatial']/p:coverage[not(@annotation)]": "Helsetkopen",
        "p:pbcoreCreator/p:creator": "@fan",
        "p:pbcorePublisher[p:publisherRole='presenter']/p:publisher": "A Fan",
        "p:pbcoreRightsSummary/p:rightsSummary": "© Paramount. All rights reserved",
        "p:pbcoreRightsSummary/p:rightsLink": "http://rightsstatements.org/vocab/InC/1.0/",
        "p:pbcoreAssetDate[@dateType='created']": "2020-09-06T14:22:05+02:00",
        "p:pbcoreAssetDate[@dateType='embargoed until']": "2020-10-01",
        "p:pbcoreAnnotation[@annotationType='embargo']": "EMBARGO until 2020-10-01 (marketing)",
        "p:pbcoreAnnotation[@annotationType='unconfirmed']": "person shown: Hayley Atwell (claimed by @fan)",
        "p:pbcoreInstantiation/p:instantiationLocation": clip.file.path,
        "p:pbcoreInstantiation/p:instantiationTimeStart": "01:00:00:00",
        "p:pbcoreInstantiation/p:instantiationAnnotation[@annotationType='camera']": "Apple iPhone 11",
        "p:pbcorePart[@startTime='00:00:02.000'][@endTime='00:00:04.000']/p:pbcoreTitle": "the jump",
    }
    found = {path: tree.xpath(f"p:pbcoreDescriptionDocument/{path}/text()", namespaces=SPACE) for path in cases}
    assert found == {path: [text] for path, text in cases.items()}


def test_what_was_refuted_is_nowhere(tmp_path: Path) -> None:
    assert b"Somebody Else" not in etree.tostring(written(tmp_path, a_full_clip()))


@given(st.text())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_leaves_xml_that_can_be_read(tmp_path: Path, text: str) -> None:
    tree = written(tmp_path, a_clip(text or "none", notes=text))
    found = tree.findtext("p:pbcoreDescriptionDocument/p:pbcoreDescription", namespaces=SPACE)
    readable = text.isprintable() and not any("\ud800" <= letter <= "\udfff" for letter in text)
    if readable:
        assert (found or "") == text


def test_no_clips_are_an_empty_collection(tmp_path: Path) -> None:
    assert len(written(tmp_path).getroot()) == 0
