"""Everything wrong in some stores, found without the cache: what `wmc-tui check` prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wmc_tui.store import stamps
from wmc_tui.store.files import StoreFile, expand, library_files, look
from wmc_tui.store.problems import Problem, StoreError


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    files: tuple[Path, ...]
    """The files looked at, in the order in which later ones override."""
    problems: tuple[Problem, ...]
    """By file and line."""
    unreadable: tuple[StoreError, ...]
    """One for each file or folder that was asked for and cannot be read."""
    usable: tuple[Path, ...] | None
    """The files of `extra` that can be read, to open a library with; None where the shipped store cannot."""


def check_stores(extra: Sequence[Path] = (), progress: stamps.Report | None = None) -> Report:
    """Check the shipped store, the user's own library and the files and folders of `extra` as one library.

    A file that cannot be read does not keep the others from being checked. `progress` is told how far it is, as by
    `open_library`. Raises StoreError only where the shipped store is missing.
    """
    from wmc_tui.store.compile import compile_library

    asked, unreadable = _readable(extra)
    files = library_files([file.path for file in asked])
    failed: list[StoreError] = []
    database = compile_library(files, None, report=progress, unreadable=failed)
    problems = tuple(
        Problem._make(row) for row in database.connection().execute("SELECT * FROM problem ORDER BY rowid")
    )
    database.close()
    names = {error.problem.file for error in failed}
    usable = tuple(file.path for file in asked if file.name not in names)
    # A file of the user's own folder never fails, so any other one is the shipped store.
    shipped = names <= {file.name for file in asked}
    paths = tuple(file.path for file in files)
    return Report(paths, problems, (*unreadable, *failed), usable if shipped else None)


def _readable(extra: Sequence[Path]) -> tuple[list[StoreFile], list[StoreError]]:
    """The files that were asked for, without what is missing or no store at all."""
    there: list[StoreFile] = []
    unreadable: list[StoreError] = []
    for path in extra:
        try:
            there += [look(one, optional=False) for one in expand(path)]
        except StoreError as error:
            unreadable.append(error)
    return there, unreadable
