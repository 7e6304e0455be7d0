"""What can go wrong, told to the person in front of the screen.

Every error says who is at fault, so that the window and the command line can choose their tone; the message is
one sentence (or two) an archivist understands, names the file, and says what to do.  Only :class:`InternalError`
is shown with a traceback.
"""

from __future__ import annotations


class SlatebookError(Exception):
    """The root of all errors Slatebook raises on purpose; ``str(error)`` is fit to be shown."""


class FileProblem(SlatebookError):
    """A media file is at fault: it is damaged, empty, of an unknown kind, or not there."""


class ArchiveProblem(SlatebookError):
    """The archive folder is at fault: not an archive, made by a newer Slatebook, or damaged."""


class ArchiveBusy(ArchiveProblem):
    """Another window or command has the archive open for writing."""


class SystemProblem(SlatebookError):
    """The surroundings are at fault: full disk, read-only folder, vanished drive, no display."""


class UserProblem(SlatebookError):
    """What was asked for does not make sense; says what would."""


class EditConflict(UserProblem):
    """A step cannot be undone by itself because something later changed the same thing."""


class InternalError(SlatebookError):
    """A fault of ours: shown with its traceback and worth a report."""
