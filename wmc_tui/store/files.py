"""Which files make up a library: the shipped store, the user's own folder, then what was asked for."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wmc_tui.store.locations import library_folder, shipped_store
from wmc_tui.store.problems import StoreError, visible


@dataclass(frozen=True, slots=True)
class StoreFile:
    """One TOML file of a library and what its folder said of it, for the cache."""

    path: Path
    """Where it is, absolute."""
    size: int
    """Bytes."""
    mtime_ns: int
    """Time of the last change."""
    optional: bool
    """True for a file of the user's own folder: where it cannot be read the rest is still shown."""

    @property
    def name(self) -> str:
        """The path as text that may be shown and stored."""
        return visible(str(self.path))


def library_files(extra: Sequence[Path] = ()) -> list[StoreFile]:
    """The files of a library in the order of reading; a later one overrides.

    A folder stands for all `*.toml` in it, sorted by name. A file named twice is read once, at its last place.
    Raises StoreError where one that was asked for is missing, or is a folder without TOML files.
    """
    files = [_look(shipped_store(), optional=False)]
    folder = library_folder()
    if folder.is_dir():
        files += [_look(path, optional=True) for path in _toml_files(folder)]
    for path in extra:
        files += [_look(one, optional=False) for one in _expand(path)]
    last = {os.path.realpath(file.path): n for n, file in enumerate(files)}
    return [files[n] for n in sorted(last.values())]


def _expand(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = _toml_files(path)
    if not found:
        raise StoreError(f"{visible(str(path))}: the folder holds no .toml file; name a store file or its folder")
    return found


def _toml_files(folder: Path) -> list[Path]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml") and not name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from error
    return [folder / name for name in names]


def _look(path: Path, *, optional: bool) -> StoreFile:
    path = path.absolute()
    try:
        seen = os.stat(path)
    except FileNotFoundError:
        if not optional:
            raise StoreError(f"{visible(str(path))}: there is no such file; check the path") from None
        return StoreFile(path, -1, 0, optional)
    except (OSError, ValueError) as error:
        if not optional:
            raise unreadable(path, error) from error
        return StoreFile(path, -1, 0, optional)
    if not stat.S_ISREG(seen.st_mode) and not optional:
        raise StoreError(f"{visible(str(path))}: this is no regular file; name a .toml file or a folder of them")
    return StoreFile(path, seen.st_size, seen.st_mtime_ns, optional)


def unreadable(path: Path, error: OSError | ValueError) -> StoreError:
    """The one line for a file or folder that the system does not let us read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StoreError(f"{visible(str(path))}: cannot be read ({visible(reason)}); check the path and its permissions")
