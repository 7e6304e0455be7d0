"""The page, read by lxml and judged by the Nu HTML Checker (vnu)."""

from __future__ import annotations

import base64
import subprocess
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import lxml.html

from core.catalog.vocabulary import Vocabulary
from core.export.columns import COLUMNS
from core.export.export import export_sheet
from core.export.writers.html_writer import _STYLE
from core.model.clip import Access, Clip, Moment, Rights, Source, Status
from core.model.ids import MomentId, StillId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.media import make_jpeg
from tests.support.model import a_clip, a_tag, an_entry
from tests.support.outside import vnu

TOM = an_entry(EntryKind.PERSON, "Tom <b>Cruise</b>")
HAYLEY = an_entry(EntryKind.PERSON, "Hayley; Atwell")
WORDS = Vocabulary([TOM, HAYLEY])
VOID = {"meta", "img", "br", "link"}


class Stills:
    """Stills in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, still: StillId) -> Path:
        return self._folder / f"{still}.jpg"


class Balance(HTMLParser):
    """Notes every tag that is closed where another is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def a_full_clip(tmp_path: Path) -> Clip:
    make_jpeg(tmp_path / "poster.jpg")
    return a_clip(
        "roof <script>alert(1)</script> & “עברית”",
        poster=StillId("poster"),
        tags=(a_tag(TOM, id="t1"), a_tag(HAYLEY, id="t2"), a_tag(TOM, id="t3", status=Status.DISPUTED, said_by="@fan")),
        source=Source(caption="one\r\n two \x00\x85 \ufffe 🚂", url="https://example.org/a?b=1&c=2", handle="@fan"),
        rights=Rights(statement="http://rightsstatements.org/vocab/InC/1.0/", holder='"quoted"'),
        access=Access(embargo="2020"),
        moments=(
            Moment(id=MomentId("b"), span=Span(Fraction(6), Fraction(9)), label="waves back", note="<i>twice</i>"),
            Moment(id=MomentId("a"), span=Span(Fraction(1), Fraction(2)), label="tunnel"),
        ),
    )


def a_page(tmp_path: Path, *clips: Clip, **options: Any) -> Path:
    target = tmp_path / "page.html"
    given = {"columns": tuple(COLUMNS), "title": "Norway & <more>", "today": date(2026, 11, 22)} | options
    export_sheet(clips, WORDS, Stills(tmp_path), format="html", target=target, **given)
    return target


def parsed(page: Path) -> Any:
    return lxml.html.document_fromstring(page.read_bytes())


def test_a_page_tells_of_each_clip_in_a_row_of_a_table(tmp_path: Path) -> None:
    page = parsed(a_page(tmp_path, a_full_clip(tmp_path), a_clip("bare")))
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == "Norway & <more>"
    assert [cell.text for cell in page.iterfind(".//thead/tr/th[@scope='col']")] == [
        "Poster", "Clip", "What is known", "Moments",
    ]  # fmt: skip
    titles = [cell.text for cell in page.iterfind(".//tbody/tr/th[@scope='row']")]
    assert titles == ["roof <script>alert(1)</script> & “עברית”", "bare"]
    first = page.find(".//tbody/tr")
    known = dict(
        zip(
            [term.text for term in first.iterfind(".//dt")],
            [about.text for about in first.iterfind(".//dd")],
            strict=True,
        )
    )
    assert known["Caption as shared"] == "one\n two \ufffd\ufffd \ufffd 🚂"
    assert known["Unconfirmed"] == "person shown: Tom <b>Cruise</b> (disputed, said by @fan)"
    assert [item.text for item in first.iterfind(".//dd/ul/li")][:2] == ["Tom <b>Cruise</b>", "Hayley; Atwell"]
    assert [item.text_content() for item in first.iterfind(".//ol/li")] == [
        "00:00:01.000 to 00:00:02.000 tunnel", "00:00:06.000 to 00:00:09.000 waves back<i>twice</i>",
    ]  # fmt: skip
    assert [link.get("href") for link in first.iterfind(".//a")] == [
        "https://example.org/a?b=1&c=2", "http://rightsstatements.org/vocab/InC/1.0/",
    ]  # fmt: skip


def test_a_page_stands_alone(tmp_path: Path) -> None:
    page = a_page(tmp_path, a_full_clip(tmp_path), a_clip(poster=StillId("gone")))
    (image,) = parsed(page).iterfind(".//img")
    kind, _, data = image.get("src").partition(",")
    assert kind == "data:image/jpeg;base64"
    assert base64.b64decode(data) == (tmp_path / "poster.jpg").read_bytes()
    assert image.get("alt").startswith("Poster of roof")
    assert not parsed(page).xpath("//script|//link|//iframe|//*[@onclick]")
    assert "No picture" in page.read_text("utf-8")


def test_an_address_that_is_none_leads_nowhere(tmp_path: Path) -> None:
    for address in ("javascript:alert(1)", 'https://example.org/"onclick="x', "https://exämple.org/ a"):
        page = parsed(a_page(tmp_path, a_clip(source=Source(url=address)), columns=("source_url",)))
        assert page.find(".//td//a") is None
        assert page.findtext(".//dd") == address


def test_the_skip_link_leads_to_the_clips_and_every_tag_is_closed(tmp_path: Path) -> None:
    page = a_page(tmp_path, a_full_clip(tmp_path), a_clip("bare"))
    link = parsed(page).find(".//body/a[@class='skip']")
    assert parsed(page).get_element_by_id(link.get("href")[1:]).tag == "main"
    balance = Balance()
    balance.feed(page.read_text("utf-8"))
    assert (balance.open, balance.wrong) == ([], [])


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_the_paper_by_day_and_by_night() -> None:
    day, night = (_colours(part) for part in _STYLE.split("@media (prefers-color-scheme: dark)")[:2])
    for colours in (day, night):
        pairs = [("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("ink", "bar"), ("warn-ink", "warn")]
        for ink, paper in pairs:
            dark, light = sorted((luminance(colours[ink]), luminance(colours[paper])))
            assert (light + 0.05) / (dark + 0.05) >= 7, (ink, paper)


def _colours(style: str) -> dict[str, str]:
    rule = style[style.index("--ink") : style.index("}", style.index("--ink"))]
    pairs = (part.partition(":") for part in rule.split(";"))
    return {name.strip().removeprefix("--"): value.strip() for name, _, value in pairs if value}


_MISTAKEN = "blocked by “img-src” directive"
"""The checker warns of pictures in data: URLs, which the policy "img-src data:" allows (CSP Level 3, 6.7.2.8)."""


def test_the_nu_html_checker_finds_no_fault(tmp_path: Path) -> None:
    checker = vnu()
    options: dict[str, Any] = {"override": "for the press", "remember": lambda _sentence: None}
    page = a_page(tmp_path, a_full_clip(tmp_path), a_clip("bare", access=Access(embargo="2030")), **options)
    found = subprocess.run([*checker, "--stdout", str(page)], capture_output=True, text=True, check=False)
    told = [line for line in found.stdout.splitlines() if _MISTAKEN not in line]
    assert (found.returncode, told) == (0, [])
    page.write_text(page.read_text("utf-8").replace("</table>", "", 1).replace(' alt="', ' data-alt="'), "utf-8")
    assert subprocess.run([*checker, "--stdout", str(page)], capture_output=True, check=False).returncode == 1
