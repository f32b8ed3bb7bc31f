"""Opening a library and running the app on it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.ui.startup import prepare

if TYPE_CHECKING:
    from wmc_tui.store import Library


def run_app(stores: Sequence[Path] = (), edition: int | None = None) -> int:
    """Run the app until the reader leaves. Returns an exit code: 0, or 2 with one line on standard error."""
    prepare()
    from wmc_tui.store import StoreError, open_library

    try:
        library = open_library(stores)
    except StoreError as error:
        print(f"wmc-tui: {error}", file=sys.stderr)
        return 2
    years = [entry.year for entry in library.editions()]
    if edition is not None and edition not in years:
        known = ", ".join(map(str, sorted(years))) or "none"
        print(f"wmc-tui: edition {edition} is not in the store; it has {known}", file=sys.stderr)
        return 2
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        print("wmc-tui: the app needs a terminal; `wmc-tui --help` lists commands that do not", file=sys.stderr)
        return 2
    return _run(library, edition)


def _run(library: "Library", edition: int | None) -> int:
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
