"""The grammar of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.cli import (
    alike,
    authority,
    demo,
    describing,
    desktop,
    facets,
    finding,
    imports,
    intake,
    keeping,
    originals,
    places,
    posters,
    returning,
    searches,
    sheets,
    shots,
    steps,
    tagging,
    watching,
)
from core.cli.naming_arguments import add_claim_verbs, add_entry_verbs
from core.cli.terminal import Terminal
from core.cli.terms import add_terms
from core.exchange.authority_file import FORMS
from core.export.embargo import DUE_DAYS
from core.export.formats import FORMATS, Format
from core.export.package import DEFAULT_SHEETS
from core.export.package_formats import PACKAGE_FORMATS
from core.fixity.hashing import Algorithm
from core.model.clip import Level, LinkKind, Permission
from core.ports.index import Order

Verb = Callable[[Namespace, Terminal], int]

_EPILOG = """\
Without a verb, the window opens: slatebook [ARCHIVE].

Exit codes: 0 all well, 1 some files failed or a check found something, 2 the command could not be carried out.
ARCHIVE is a folder, by custom called “Something.slatebook”.
A QUERY reads like: tom cruise location:norway -has:moments
"""


class Grammar:
    """Builds the parser, one verb after the other; ``formats`` are those that sheets can be written in."""

    def __init__(self, formats: Mapping[str, Format] = FORMATS) -> None:
        self._formats = formats
        self.parser = ArgumentParser(
            prog="slatebook",
            description="An archive for behind-the-scenes footage.",
            epilog=_EPILOG,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._verbs = self.parser.add_subparsers(title="verbs", metavar="VERB", required=True)
        self._add_intake()
        self._add_finding()
        self._add_leaving()
        self._add_returning()
        self._add_tagging()
        self._add_describing()
        self._add_steps()
        self._add_keeping()
        self._add_demo()
        self._verb("desktop", desktop.desktop, machines=False).add_argument(
            "--remove", action="store_true", help="take it out of the menu again"
        )

    def _verb(self, name: str, run: Verb, *, machines: bool = True, among: Any = None) -> ArgumentParser:
        words = (run.__doc__ or "").strip().splitlines()[0]
        parser = (among or self._verbs).add_parser(name, help=words, description=words, allow_abbrev=False)
        parser.set_defaults(run=run)
        if name not in ("demo", "desktop", "shots"):
            parser.add_argument("archive", metavar="ARCHIVE", type=Path)
        if machines:
            parser.add_argument("--json", action="store_true", help="print the result as JSON, for machines")
        return parser

    def _add_intake(self) -> None:
        new = self._verb("new", intake.new, machines=False)
        new.add_argument("--name", default="", help="name of the archive (default: that of its folder)")
        take_in = self._verb("import", intake.take_in)
        take_in.add_argument("paths", metavar="PATH", nargs="*", help="a file, or a folder with all in it")
        take_in.add_argument("--resume", action="store_true", help="first go on with imports that were cut short")
        take_in.add_argument("--triage", action="store_true", help="leave finding every shot for later")
        take_in.add_argument("--jobs", metavar="N", type=_count, help="files read at once (default: one for each core)")
        take_in.add_argument("--dry-run", action="store_true", help="only say what would happen")
        add_terms(take_in)
        watch = self._verb("watch", watching.watch)
        what = watch.add_mutually_exclusive_group()
        what.add_argument("--add", metavar="FOLDER", help="watch this folder too, or on other terms than before")
        what.add_argument("--remove", metavar="FOLDER", help="watch it no more")
        what.add_argument("--list", action="store_true", help="say which folders are watched")
        what.add_argument("--once", action="store_true", help="take in what is there, and end")
        add_terms(watch)
        done = self._verb("imports", imports.imports)
        done.add_argument("report", metavar="REPORT", nargs="?", help="what this one did, as listed; or: newest")
        done.add_argument("-o", "--output", metavar="FILE", default="", help="write it there, as CSV or .json")

        look = self._verb("shots", shots.shots)
        look.add_argument("file", metavar="FILE", help="a clip, in an archive or not")
        how = look.add_mutually_exclusive_group()
        how.add_argument("--exact", action="store_true", help="every shot to the frame (the default)")
        how.add_argument("--triage", action="store_true", help="by key frames alone, in a blink")

    def _add_finding(self) -> None:
        search = self._verb("search", finding.search)
        search.add_argument("query", metavar="QUERY", nargs="?", help="begins with “moments:” to find moments")
        search.add_argument("--saved", metavar="NAME", help="the query that is saved under that name")
        search.add_argument("--order", choices=[str(order) for order in Order], help="default: added, newest first")
        search.add_argument("--limit", metavar="N", type=_count, help="list at most so many clips or moments")
        search.add_argument("--why", action="store_true", help="say of each why it was found")
        search.add_argument("--exact", action="store_true", help="find nothing rather than what was probably meant")
        self._add_searches()
        facet = self._verb("facets", facets.facets)
        facet.add_argument("--query", metavar="Q", default="", help="the clips looked at (default: all)")
        show = self._verb("show", finding.show)
        show.add_argument("clip", metavar="CLIP", help="its id, the beginning of it, or its name")
        near = self._verb("places", places.places)
        near.add_argument("--query", metavar="Q", default="", help="the clips to look at (default: all)")
        near.add_argument("--accept", action="store_true", help="tag them so, as claimed, in one step")
        self._add_alike()

    def _add_alike(self) -> None:
        verb = self._verb("alike", alike.alike)
        verb.add_argument("clip", metavar="CLIP", nargs="?", help="its id, the beginning of it, or its name")
        verb.add_argument("--all", action="store_true", help="every clip against every other")
        verb.add_argument("--frame", metavar="SECONDS", type=Fraction, help="frames of any clip like the one then")
        said = verb.add_mutually_exclusive_group()
        said.add_argument("--link", metavar="OTHER", help="say that CLIP is what it looks like of OTHER")
        said.add_argument("--not", metavar="OTHER", dest="unlike", help="say that OTHER is not a duplicate")
        said.add_argument("--unlink", metavar="OTHER", help="take back what was said of the two")
        said.add_argument("--note", action="store_true", help="note what looks alike, for is:suspected and the window")
        kinds = [str(kind).replace(" ", "-") for kind in LinkKind if kind is not LinkKind.NOT_A_DUPLICATE]
        verb.add_argument("--kind", choices=kinds, help="with --link: what it is, where that is not what it looks like")

    def _add_searches(self) -> None:
        verb = self._verb("searches", searches.searches)
        what = verb.add_mutually_exclusive_group()
        what.add_argument("--add", nargs=2, metavar=("NAME", "QUERY"), help="save a query, or change a saved one")
        what.add_argument("--rename", nargs=2, metavar=("NAME", "NEW"), help="call a saved search otherwise")
        what.add_argument("--remove", metavar="NAME", help="forget a saved search")
        verb.add_argument("--order", choices=[str(order) for order in Order], default="added", help="with --add")

    def _add_leaving(self) -> None:
        export = self._verb("export", sheets.export)
        export.set_defaults(formats=self._formats)
        export.add_argument("--query", metavar="Q", default="", help="the clips to write (default: all)")
        export.add_argument("--format", choices=list(self._formats), help="default: by the ending of FILE")
        export.add_argument("--columns", metavar="A,B,C", default="", help="the columns, in order")
        export.add_argument("--preset", metavar="NAME", default="", help="the columns saved under that name")
        export.add_argument("--save-preset", metavar="NAME", default="", help="keep the columns under that name")
        export.add_argument(
            "--moments", action="store_true", help="one line a moment, where the format leaves a choice"
        )
        export.add_argument(
            "--override", metavar="REASON", type=_reason, help="write clips under embargo too; history records why"
        )
        export.add_argument(
            "--as-of", metavar="MOMENT", default="", help="the archive as it was: a date, a time, or a step of history"
        )
        export.add_argument(
            "-o", "--output", metavar="FILE", required=True, help="a file, or for some formats a folder"
        )
        due = self._verb("due", sheets.due)
        due.add_argument("--days", metavar="N", type=_count, default=DUE_DAYS, help=f"look so far ahead ({DUE_DAYS})")

    def _add_returning(self) -> None:
        back = self._verb("import-sheet", returning.import_sheet)
        back.add_argument("sheet", metavar="FILE", help="a CSV, workbook or JSON Lines that was edited")
        back.add_argument("--mapping", metavar="NAME|THEIRS=OURS,…", default="", help="what its columns are here")
        back.add_argument("--save-mapping", metavar="NAME", default="", help="keep the mapping under that name")
        back.add_argument("--dry-run", action="store_true", help="only show what would change")
        back.add_argument("--blank-clears", action="store_true", help="an empty cell empties the field")
        back.add_argument("--take-conflicts", action="store_true", help="where both sides changed, take the sheet's")
        back.add_argument("--create-names", action="store_true", help="make new names of those nobody is known by")
        back.add_argument(
            "--settle", metavar="NAME=WHOM", action="append", default=[],
            help="who is meant by a name: a name or id known here, + for a new one, - to leave it out (repeatable)",
        )  # fmt: skip
        shared = self._verbs.add_parser("authority", help="Share people, places and productions with other archives.")
        among = shared.add_subparsers(title="verbs", metavar="VERB", required=True)
        export = self._verb("export", authority.export, among=among)
        export.add_argument("--format", choices=list(FORMS), default="csv", help="default: csv")
        export.add_argument("-o", "--output", metavar="FILE", required=True)
        take_in = self._verb("import", authority.take_in, among=among)
        take_in.add_argument("file", metavar="FILE", help="CSV, a workbook, or SKOS in JSON-LD (.json, .jsonld)")
        take_in.add_argument("--dry-run", action="store_true", help="only show what would change")
        take_in.add_argument("--create", action="store_true", help="make new names of those nobody here is called")

    def _add_tagging(self) -> None:
        tag = self._verb("tag", tagging.tag)
        tag.add_argument("--query", metavar="Q", required=True, help="the clips to tag")
        for option, kind, role in tagging.OPTIONS:
            flag = f"--{option.replace('_', '-')}"
            tag.add_argument(flag, metavar=kind.upper(), action="append", default=[], help=f"{role}; may be repeated")
        tag.add_argument("--remove", action="store_true", help="take these tags off")
        tag.add_argument("--new", action="store_true", help="make new names of those that are near known ones, too")
        add_claim_verbs(self._verb)
        among = self._verbs.add_parser("entry", help="Names: people, locations, productions and keywords.")
        add_entry_verbs(self._verb, among.add_subparsers(title="verbs", metavar="VERB", required=True))

    def _add_describing(self) -> None:
        verb = self._verb("describe", describing.describe)
        verb.add_argument("--query", metavar="Q", required=True, help="the clips to describe")
        verb.add_argument("--rights", metavar="URI", help="a statement of rightsstatements.org: URI, code, or none")
        verb.add_argument("--holder", metavar="H", help="whose they are")
        verb.add_argument("--permission", choices=[str(one).replace(" ", "-") for one in Permission])
        verb.add_argument("--licence", metavar="L", help="under which they may be used")
        verb.add_argument("--embargo", metavar="DATE", help="until then they stay in the house; or: release, none")
        verb.add_argument("--reason", metavar="R", help="why they are under embargo")
        verb.add_argument("--level", choices=[str(level) for level in Level], help="who may see them")
        verb.add_argument("--credit", metavar="C", help="how they are credited")
        poster = self._verb("poster", posters.poster)
        poster.add_argument("clip", metavar="CLIP", help="its id, the beginning of it, or its name")
        poster.add_argument("--at", metavar="TIME", required=True, help="the keyframe nearest to it: 12.5 or 1:02.5")

    def _add_steps(self) -> None:
        undo = self._verb("undo", steps.undo, machines=False)
        undo.add_argument("--step", metavar="N", type=_count, help="this step by itself, as “history” numbers it")
        self._verb("redo", steps.redo, machines=False)
        history = self._verb("history", steps.history)
        history.add_argument("--limit", metavar="N", type=_count, help="list at most so many")
        history.add_argument("--clip", metavar="CLIP", default="", help="steps that touched this clip")
        history.add_argument("--since", metavar="DATE", default="", help="steps from this date or time on")
        history.add_argument("--until", metavar="DATE", default="", help="steps up to this date or time")
        history.add_argument("--who", metavar="NAME", default="", help="steps of one person, by part of the name")
        history.add_argument("--step", metavar="N", type=_count, help="what this one step changed")
        author = self._verb("author", steps.author)
        author.add_argument("name", metavar="NAME", nargs="?", help="who signs from now on; “” for each their own")
        check = self._verb("check", steps.check)
        check.add_argument("--repair", action="store_true", help="mend what can be mended")

    def _add_keeping(self) -> None:
        verify = self._verb("verify", keeping.verify)
        verify.add_argument("--query", metavar="Q", default="", help="the clips to verify (default: all)")
        algorithms = [str(algorithm) for algorithm in Algorithm]
        verify.add_argument("--algorithm", choices=algorithms, help="default: as recorded, else xxh128")
        verify.add_argument("--anew", action="store_true", help="record files that have changed as they are now")
        where = self._verb("originals", originals.originals)
        where.add_argument("--query", metavar="Q", default="", help="the clips to look for (default: all)")
        relink = self._verb("relink", originals.relink)
        relink.add_argument("folder", metavar="FOLDER", help="where they may be now, with all in it")
        relink.add_argument("--query", metavar="Q", default="", help="the clips to look for (default: all)")
        relink.add_argument("--apply", action="store_true", help="take the new places over, as one step of undo")
        relink.add_argument("--thorough", action="store_true", help="read every file before it is believed")
        self._verb("snapshot", keeping.snapshot)
        restore = self._verb("restore", keeping.restore)
        restore.add_argument("snapshot", metavar="SNAPSHOT", nargs="?", help="its day, as --list names it, or: newest")
        restore.add_argument("--list", action="store_true", help="list the snapshots there are")
        restore.add_argument("--to", metavar="FOLDER", default="", help="a new or an empty folder")
        package = self._verb("package", keeping.package)
        package.add_argument("--query", metavar="Q", default="", help="the clips to pack (default: all)")
        package.add_argument("--format", choices=list(PACKAGE_FORMATS), required=True)
        package.add_argument("-o", "--output", metavar="FOLDER", required=True, help="a new or an empty folder")
        package.add_argument("--sheets", metavar="A,B", default=",".join(DEFAULT_SHEETS), help="formats of tag sheets")
        package.add_argument("--override", metavar="REASON", default="", help="pack clips under embargo too")

    def _add_demo(self) -> None:
        parser = self._verb("demo", demo.demo, machines=False)
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="where clips and archive are put")
        parser.add_argument("--no-window", action="store_true", help="do not open the window on it")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number from 1 up")
    return int(text)


def _reason(text: str) -> str:
    if not text.strip():
        raise ArgumentTypeError("an embargo override needs a reason: who allowed it, and what for")
    return text
