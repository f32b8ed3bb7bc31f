"""What must be settled before textual is imported, and running the app.

Imports are most of a start, and the garbage collector most of what is left: it is off until the first frame stands.
"""

import gc
import os
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wmc_tui.store import Library


def prepare(env: MutableMapping[str, str]) -> None:
    """Settle what textual reads from the environment at its import; what the user set stays.

    iTerm2 loses the input of Chinese input methods while the kitty keyboard protocol is on (not within tmux, which
    does not pass it on).
    """
    iterm = env.get("TERM_PROGRAM") == "iTerm.app" or env.get("LC_TERMINAL") == "iTerm2"
    if iterm and not env.get("TMUX"):
        env.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def import_asyncio_without_ssl() -> None:
    """Import asyncio as on a Python built without ssl, which it provides for: the app talks to no network."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def run(stores: Sequence[Path] = (), edition: int | None = None) -> int:
    """Run the app until the reader leaves. Returns an exit code: 0, or 2 with one line on standard error."""
    gc.disable()
    prepare(os.environ)
    import_asyncio_without_ssl()
    from wmc_tui.store import StoreError, open_library

    try:
        library = open_library(stores)
    except StoreError as error:
        print(f"wmc-tui: {error}", file=sys.stderr)
        return 2
    years = [found.year for found in library.editions()]
    if edition is not None and edition not in years:
        known = ", ".join(map(str, sorted(years))) or "none"
        print(f"wmc-tui: edition {edition} is not in the store; it has {known}", file=sys.stderr)
        return 2
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        print("wmc-tui: the app needs a terminal; `wmc-tui --help` lists commands that do not", file=sys.stderr)
        return 2
    return _run_app(library, edition)


def _run_app(library: "Library", edition: int | None) -> int:
    from wmc_tui.store.locations import settings_file
    from wmc_tui.ui.app import DeskApp
    from wmc_tui.ui.settings import ConfigError, load_config

    try:
        config = load_config(settings_file())
    except ConfigError as error:
        print(f"wmc-tui: {error}", file=sys.stderr)
        return 2
    app = DeskApp(library, edition, config)
    try:
        app.run()
    finally:
        library.close()
    return app.return_code or 0
