"""The grammar of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path

from core.cli import demo, finding, intake, sheets, steps, tagging
from core.cli.terminal import Terminal
from core.export.export import FORMATS

Verb = Callable[[Namespace, Terminal], int]

_EPILOG = """\
Without a verb, the window opens: slatebook [ARCHIVE].

Exit codes: 0 all well, 1 some files failed or a check found something, 2 the command could not be carried out.
ARCHIVE is a folder, by custom called “Something.slatebook”.
A QUERY reads like: tom cruise location:norway -has:moments
"""


class Grammar:
    """Builds the parser, one verb after the other."""

    def __init__(self) -> None:
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
        self._add_tagging()
        self._add_steps()
        self._add_demo()

    def _verb(self, name: str, run: Verb, *, machines: bool = True) -> ArgumentParser:
        words = (run.__doc__ or "").strip().splitlines()[0]
        parser = self._verbs.add_parser(name, help=words, description=words, allow_abbrev=False)
        parser.set_defaults(run=run)
        if name != "demo":
            parser.add_argument("archive", metavar="ARCHIVE", type=Path)
        if machines:
            parser.add_argument("--json", action="store_true", help="print the result as JSON, for machines")
        return parser

    def _add_intake(self) -> None:
        new = self._verb("new", intake.new, machines=False)
        new.add_argument("--name", default="", help="name of the archive (default: that of its folder)")
        take_in = self._verb("import", intake.take_in)
        take_in.add_argument("paths", metavar="PATH", nargs="+", help="a file, or a folder with all in it")
        take_in.add_argument("--jobs", metavar="N", type=_count, help="files read at once (default: one for each core)")

    def _add_finding(self) -> None:
        search = self._verb("search", finding.search)
        search.add_argument("query", metavar="QUERY")
        search.add_argument("--limit", metavar="N", type=_count, help="list at most so many clips")
        show = self._verb("show", finding.show)
        show.add_argument("clip", metavar="CLIP", help="its id, the beginning of it, or its name")
        export = self._verb("export", sheets.export)
        export.add_argument("--query", metavar="Q", default="", help="the clips to write (default: all)")
        export.add_argument("--format", choices=list(FORMATS), help="default: by the ending of FILE")
        export.add_argument("--columns", metavar="A,B,C", default="", help="the columns, in order")
        export.add_argument("-o", "--output", metavar="FILE", required=True)

    def _add_tagging(self) -> None:
        tag = self._verb("tag", tagging.tag)
        tag.add_argument("--query", metavar="Q", required=True, help="the clips to tag")
        for option, kind, role in tagging.OPTIONS:
            flag = f"--{option.replace('_', '-')}"
            tag.add_argument(flag, metavar=kind.upper(), action="append", default=[], help=f"{role}; may be repeated")
        tag.add_argument("--remove", action="store_true", help="take these tags off")

    def _add_steps(self) -> None:
        self._verb("undo", steps.undo, machines=False)
        self._verb("redo", steps.redo, machines=False)
        history = self._verb("history", steps.history)
        history.add_argument("--limit", metavar="N", type=_count, help="list at most so many steps")
        check = self._verb("check", steps.check)
        check.add_argument("--repair", action="store_true", help="mend what can be mended")

    def _add_demo(self) -> None:
        parser = self._verb("demo", demo.demo, machines=False)
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="where clips and archive are put")
        parser.add_argument("--no-window", action="store_true", help="do not open the window on it")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number from 1 up")
    return int(text)
