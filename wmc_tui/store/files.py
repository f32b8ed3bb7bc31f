"""Which files make up a library: the shipped store, the user's own folder, then what was asked for."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from wmc_tui.store.locations import library_folder, shipped_store
from wmc_tui.store.problems import StoreError, visible


class StoreFile(NamedTuple):
    """One TOML file of a library and what its folder said of it, for the cache."""

    path: Path
    """Where it is, absolute."""
    size: int
    """Bytes; -1 where the file cannot be looked at, so that no compiled library is ever taken for it."""
    mtime_ns: int
    """Time of the last change."""
    optional: bool
    """True for a file of the user's own folder: where it cannot be read the rest is still shown."""
    identity: object
    """Equal for two paths to the same file."""

    @property
    def name(self) -> str:
        """The path as text that may be shown and stored."""
        return visible(str(self.path))


def library_files(extra: Sequence[Path] = ()) -> list[StoreFile]:
    """The files of a library in the order of reading; a later one overrides.

    A folder stands for all `*.toml` in it, sorted by name. A file named twice is read once, at its last place.
    Raises StoreError where one that was asked for is missing, or is a folder without TOML files.
    """
    files = [look(shipped_store(), optional=False)]
    folder = library_folder()
    if os.path.isdir(folder):
        files += [look(path, optional=True) for path in _toml_files(folder)]
    for path in extra:
        files += [look(one, optional=False) for one in expand(path)]
    last = {file.identity: n for n, file in enumerate(files)}
    return [files[n] for n in sorted(last.values())]


def expand(path: Path) -> list[Path]:
    """The store files that a path stands for. Raises StoreError for a folder without any."""
    if not os.path.isdir(path):
        return [path]
    found = _toml_files(path)
    if not found:
        raise StoreError(path, "the folder holds no .toml file", "name a store file or its folder")
    return found


def look(path: Path, *, optional: bool) -> StoreFile:
    """What the folder says of a file. Raises StoreError where it is no file, unless it is optional."""
    path = path.absolute()
    try:
        seen = os.stat(path)
        if not stat.S_ISREG(seen.st_mode):
            raise irregular(path)
        return StoreFile(path, seen.st_size, seen.st_mtime_ns, optional, (seen.st_dev, seen.st_ino))
    except FileNotFoundError:
        error = StoreError(path, "there is no such file", "check the path")
    except (OSError, ValueError) as reason:
        error = unreadable(path, reason)
    except StoreError as reason:
        error = reason
    if not optional:
        raise error
    return StoreFile(path, -1, 0, optional, path)


def unreadable(path: Path, error: OSError | ValueError) -> StoreError:
    """The one line for a file or folder that the system does not let us read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StoreError(path, f"cannot be read ({reason})", "check the path and its permissions")


def irregular(path: Path) -> StoreError:
    """The one line for a device, a pipe, or a folder in the place of a file."""
    return StoreError(path, "this is no regular file", "name a .toml file or a folder of them")


def _toml_files(folder: Path) -> list[Path]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml") and not name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from error
    return [folder / name for name in names]
