"""Verifying a hand-over package, ours or somebody else's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from core.errors import UserProblem
from core.export.package_formats import Claim, PackageFormat
from core.export.payload import leads_outside
from core.fixity.hashing import hash_file
from core.fixity.originals import why_not_opened
from core.fixity.work import Report, Work, no_report
from core.model.media import shown_path


def package_problems(folder: Path, form: PackageFormat, report: Report = no_report) -> list[str]:
    """Read everything a package vouches for and return what is wrong with it, a sentence each; none: it is whole."""
    try:
        claims = list(form.claims(folder))
    except UserProblem as problem:
        return [str(problem)]
    except OSError as error:
        return [why_not_opened(str(error.filename or folder), error)]
    work = Work()
    work.begin(len(claims), sum(_size(folder / path) for path, _, _ in claims), report)
    problems = [sentence for claim in claims for sentence in _judged(folder, claim, work)]
    known = {path for path, _, _ in claims}
    unknown = (path for path in _files_in(folder) if path not in known and form.is_vouched_for(path))
    problems += [f"{shown_path(path)[0]} is in the package, but not in its manifest." for path in sorted(unknown)]
    work.end()
    return problems


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _judged(folder: Path, claim: Claim, work: Work) -> Iterator[str]:
    path, algorithm, digest = claim
    work.take_up(path)
    if leads_outside(path):
        yield f"{path} in the manifest leads outside the package."
    else:
        try:
            if hash_file(str(folder / path), (algorithm,), work.passed).hex(algorithm) != digest:
                yield f"{path} is not what was packed: it was changed or damaged on its way."
        except OSError as error:
            yield why_not_opened(path, error)
    work.file_done()


def _files_in(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        for name in names:
            yield Path(place, name).relative_to(folder).as_posix()
