"""Where files live. No other module builds paths.

`WMC_TUI_HOME` moves everything that belongs to the user under one folder.
"""

import os
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from wmc_tui.store.problems import StoreError

_APP = "wmc-tui"
_PACKAGE = Path(__file__).parent.parent
# In a wheel the store lies inside the package, in a plain checkout beside it.
SHIPPED = (_PACKAGE / "data" / "facts.toml", _PACKAGE.parent / "data" / "facts.toml")


def shipped_store() -> Path:
    """The store that comes with the program. Raises StoreError where the installation has lost it."""
    for path in SHIPPED:
        if os.path.isfile(path):
            return path
    raise StoreError(SHIPPED[0], "the shipped store is missing", f"install {_APP} again")


def library_folder() -> Path:
    """The user's own articles and facts: one TOML file for each imported article."""
    return _user_folder("data") / "library"


def settings_file() -> Path:
    """The user's settings."""
    return _user_folder("config") / "settings.toml"


def state_folder() -> Path:
    """What the program remembers between runs: history, the place last read, copied text as a last resort."""
    return _user_folder("state")


def cache_folder() -> Path:
    """Compiled libraries; deleting it loses nothing."""
    return _user_folder("cache")


def compiled_file(extra: Sequence[Path] = ()) -> Path:
    """The compiled form of the shipped store, the user's library and `extra`.

    Its name is a hint only: what it was compiled from is written in it.
    """
    from binascii import crc32

    paths = (shipped_store(), library_folder(), *(path.absolute() for path in extra))
    named = crc32(b"\0".join(os.fsencode(path) for path in paths))
    return cache_folder() / f"library-{named:08x}.sqlite3"


def free_file(stem: str, ending: str) -> Path:
    """A file of that name in the current folder that is not there yet: `stem.md`, `stem-2.md`, ..."""
    named = Path.cwd() / f"{stem}.{ending}"
    for number in count(2):
        if not os.path.exists(named):
            break
        named = named.with_name(f"{stem}-{number}.{ending}")
    return named


def places() -> dict[str, Path]:
    """Every file and folder that the program uses, by what it is for. Raises StoreError as the functions above do."""
    return {
        "store": shipped_store(),
        "library": library_folder(),
        "settings": settings_file(),
        "state": state_folder(),
        "cache": cache_folder(),
    }


def _user_folder(kind: str) -> Path:
    """The folder of one kind (`data`, `config`, `state`, `cache`) by the custom of the platform."""
    home = os.environ.get("WMC_TUI_HOME")
    if home:
        return Path(home).absolute() / kind
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(_home(), "AppData", "Local")
        return Path(base) / _APP / kind
    if sys.platform == "darwin":
        folder = "Caches" if kind == "cache" else "Application Support"
        base = Path(_home()) / "Library" / folder / _APP
        return base if kind in ("cache", "data") else base / kind
    return _xdg_folder(kind) / _APP


def _xdg_folder(kind: str) -> Path:
    """The XDG base folder; by the specification one that is not absolute is ignored."""
    named = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    if os.path.isabs(named):
        return Path(named)
    usual = {"data": ".local/share", "config": ".config", "state": ".local/state", "cache": ".cache"}
    return Path(_home()) / usual[kind]


def _home() -> str:
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        raise StoreError(home, "the home folder is unknown", "set HOME, or WMC_TUI_HOME to a folder of your choice")
    return home
