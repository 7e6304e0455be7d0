"""Imports the scripts, and nothing else, as a process that a tracer can watch.

``python -m tests.support.hostile.import_scripts FOLDER PORT SHARE``: about one in SHARE of them.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from core.app import create_archive
from tests.support.hostile.corpus import sample, write_all
from tests.support.hostile.scripts import script_cases
from tests.support.hostile.trial import lay_bait, watched_pool


def main(folder: Path, port: int, share: int) -> None:
    """Import each script by its own path: the bait beside them is not dropped with them."""
    cases = sample(list(script_cases(lay_bait(folder, port))), share)
    paths = [Path(os.fsdecode(path)) for path in write_all(cases, os.fsencode(folder / "corpus"))]
    with create_archive(folder / "scripts.slatebook") as archive, closing(watched_pool(1)) as pool:
        report = archive.importing(pool).run(paths)
    sys.stdout.write(f"{len(paths)} scripts, {len(report.failed)} refused, {report.added} taken\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
