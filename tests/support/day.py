"""An archivist's day on a real screen, with a picture of every step.

    python -m tests.support.day FOLDER [--theme light] [--size 1920x1080] [--language de] [--gallery docs/gallery]

Clips are dragged from another program onto an empty window; then, on the sample archive, clips are found, tagged and
played, names looked through and a sheet handed over, all with pointer and keys.  FOLDER gets the pictures;
those that docs/gallery.md shows are made small for it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core.app import create_archive
from tests.support.screen import ROOT, Place, Screen, screen

GALLERY = {
    "dark": (
        "03-before-it-happens",
        "13-found-and-why",
        "14-moments",
        "20-tagging",
        "22-many",
        "31-in-and-out",
        "41-palette",
    ),
    "light": ("18-by-day", "32-contact-sheet", "33-side-by-side", "40-names", "50-export"),
}
"""The pictures that docs/gallery.md shows, by the theme they are taken in."""
_COLOURS = 255
_CALM_S = 1.5
_TYPED_S = 0.6
_IMPORT_S = 12.0
_GIVER = (300, 190)


@dataclass(frozen=True, slots=True)
class Hand:
    """The archivist's hands on a window that fills the screen."""

    desk: Screen
    size: tuple[int, int]
    pictures: Path
    calm_s: float = _CALM_S

    def take(self, name: str, wait_s: float = 0.0) -> None:
        """Wait until the window is calm and keep a picture of it."""
        time.sleep(wait_s or self.calm_s)
        self.desk.picture(self.pictures / f"{name}.png")

    def at(self, across: float, down: float) -> Place:
        """Return a place by how far it is across and down the screen."""
        return round(self.size[0] * across), round(self.size[1] * down)

    def do(self, *keys: str) -> None:
        """Press keys and wait until they have worked."""
        for key in keys:
            self.desk.key(key)
            time.sleep(_TYPED_S)

    def search(self, text: str) -> None:
        """Put another query into the field."""
        self.do("ctrl+f")
        self.desk.type(text)
        time.sleep(_TYPED_S)

    def on_grid(self, *keys: str) -> None:
        """Go from the field to the clips found, and press keys there."""
        self.do("Return", *keys)

    def first_two(self) -> None:
        """Select the first two clips of the grid."""
        self.do("ctrl+shift+a")
        self.desk.click(self.at(0.3, 0.2))
        self.do("shift+Right")


def bring_in(hand: Hand, clips: Sequence[Path]) -> None:
    """Drag clips from another program onto an empty window, and let them come in."""
    desk = hand.desk
    hand.take("01-empty")
    desk.start([sys.executable, "tests/support/dragging.py", "give", *map(str, clips)])
    corner = (hand.size[0] - _GIVER[0], hand.size[1] - _GIVER[1] - 60)
    desk.fill("Files to drag", corner, (260, 150))
    from_there = (corner[0] + 120, corner[1] + 70)
    desk.hands("mousemove", *map(str, from_there), "mousedown", "1")
    for across in (0.7, 0.6, 0.5, 0.48):
        desk.hands("mousemove", *map(str, hand.at(across, 0.5)))
        time.sleep(0.2)
    hand.take("02-dragged-over")
    desk.hands("mouseup", "1")
    desk.hands("search", "--name", "Files to drag", "windowminimize")
    hand.take("03-before-it-happens")
    hand.do("Return")
    hand.take("04-coming-in")
    hand.take("05-there", _IMPORT_S)


def find(hand: Hand) -> None:
    """Find clips by words, chips, facets and moments."""
    hand.take("10-archive", 3.0)
    hand.search("tra")
    hand.take("11-typing")
    hand.search("person:cruise location:norway has:moments -is:still shot:2020")
    hand.take("12-chips")
    hand.on_grid()
    hand.take("13-found-and-why")
    hand.search("moments: roof")
    hand.on_grid("Right")
    hand.take("14-moments")
    hand.search("locaton:norwey")
    hand.take("15-a-slip-of-the-hand")
    hand.search("nobody anywhere")
    hand.on_grid()
    hand.take("16-nothing-found")
    hand.do("ctrl+shift+a", "ctrl+l")
    hand.take("17-list")
    hand.do("ctrl+l", "ctrl+j")
    hand.take("18-by-day")
    hand.do("ctrl+j")


def tag(hand: Hand) -> None:
    """Tag one clip and several with keys alone, and look at the history."""
    hand.search("person:cruise")
    hand.on_grid("t")
    hand.desk.type("mcq")
    hand.take("20-tagging")
    hand.do("Return", "Escape")
    hand.take("21-tagged")
    hand.do("ctrl+shift+a", "ctrl+a", "t")
    hand.desk.type("rauma")
    hand.take("22-many")
    hand.do("Escape", "Escape", "Escape", "ctrl+z", "ctrl+h")
    hand.take("23-history")
    hand.do("Escape")


def look(hand: Hand) -> None:
    """Play a clip, mark a stretch, see all keyframes, compare two."""
    hand.search("roof")
    hand.on_grid("ctrl+space")
    hand.take("30-player", 3.0)
    hand.do("i", "shift+Right", "shift+Right", "o")
    hand.take("31-in-and-out")
    hand.do("Escape", "Escape", "Escape", "ctrl+shift+a", "ctrl+a", "g")
    hand.take("32-contact-sheet", 2.5)
    hand.do("Escape", "Escape")
    hand.first_two()
    hand.do("ctrl+shift+g")
    hand.take("33-side-by-side", 3.0)
    hand.do("Escape")


def tidy(hand: Hand) -> None:
    """Look through the names, and go anywhere by a few letters."""
    hand.do("F6")
    hand.take("40-names")
    hand.do("Escape", "ctrl+k")
    hand.desk.type("nor")
    hand.take("41-palette")
    hand.do("Escape", "Escape", "F1")
    hand.take("42-keys")
    hand.do("Escape", "ctrl+comma")
    hand.take("43-preferences")
    hand.do("Escape")


def hand_over(hand: Hand) -> None:
    """Write a sheet, make a package."""
    hand.do("ctrl+shift+a", "ctrl+e")
    hand.take("50-export", 2.5)
    hand.do("Escape", "ctrl+shift+p")
    hand.take("51-package")
    hand.do("Escape")


def main() -> int:
    options = _parser().parse_args()
    across, down = (int(part) for part in options.size.split("x"))
    folder = options.folder.absolute()
    sample, clips = _sample(folder / "sample")
    empty = folder / "Norway Shoot.slatebook"
    shutil.rmtree(empty, ignore_errors=True)
    create_archive(empty, "Norway Shoot").close()
    mine = folder / "Grand Express.slatebook"
    shutil.rmtree(mine, ignore_errors=True)
    shutil.copytree(sample, mine)
    pictures = folder / f"{options.theme}-{options.size}{f'-{options.language}' if options.language else ''}"
    words = ("--theme", options.theme, *(("--language", options.language) if options.language else ()))
    with screen(folder / "desk", (across, down)) as desk:
        hand = Hand(desk, (across, down), pictures, options.calm)
        first = desk.slatebook(empty, *words)
        desk.fill("Slatebook", (0, 0), (across, down))
        bring_in(hand, clips)
        first.terminate()
        first.wait()
        desk.slatebook(mine, *words)
        desk.fill("Slatebook", (0, 0), (across, down))
        for part in (find, tag, look, tidy, hand_over):
            part(hand)
        told = (folder / "desk" / "main.log").read_text(encoding="utf-8")
    if options.gallery is not None:
        hang(pictures, options.gallery, GALLERY[options.theme])
    sys.stdout.write(told)
    return 1 if told else 0


def hang(pictures: Path, gallery: Path, names: Sequence[str]) -> None:
    """Put pictures into the gallery, in so few colours that they stay small."""
    gallery.mkdir(parents=True, exist_ok=True)
    for name in names:
        with Image.open(pictures / f"{name}.png") as picture:
            few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            few.save(gallery / f"{name}.png", optimize=True)


def _sample(folder: Path) -> tuple[Path, Sequence[Path]]:
    """Return the sample archive and the clips it was made of, drawn once."""
    archive = folder / "Grand Express.slatebook"
    if not archive.is_dir():
        subprocess.run([sys.executable, "main.py", "demo", str(folder), "--no-window"], cwd=ROOT, check=True)
    return archive, sorted((folder / "clips").iterdir())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the pictures go, and the archives they are of")
    parser.add_argument("--theme", choices=["dark", "light"], default="dark")
    parser.add_argument("--size", default="1280x800", help="of the screen")
    parser.add_argument("--language", default="", help="of the window")
    parser.add_argument("--gallery", type=Path, help="where the pictures of docs/gallery.md go")
    parser.add_argument("--calm", type=float, default=_CALM_S, help="seconds to wait before a picture")
    return parser


if __name__ == "__main__":
    sys.exit(main())
