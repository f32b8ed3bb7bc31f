"""Opening a library and running the app on it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.ui.startup import prepare

if TYPE_CHECKING:
    from wmc_tui.store import Library
    from wmc_tui.ui.state.background import Background, Report

AT_ONCE = 600_000
"""Bytes of stores that are compiled before the app appears, in 0.2 to 0.5 s: a bar would hardly be seen."""


class LaunchError(Exception):
    """The app cannot be opened; the message is one line."""


def run_app(stores: Sequence[Path] = (), edition: int | None = None) -> int:
    """Run the app until the reader leaves. Returns an exit code: 0, or 2 with one line on standard error."""
    prepare()
    from wmc_tui.store import StoreError

    try:
        library = _open(stores, edition)
        if not sys.stdout.isatty() or not sys.stdin.isatty():
            raise LaunchError("the app needs a terminal; `wmc-tui --help` lists commands that do not")
        return _run(library, edition)
    except (StoreError, LaunchError) as error:
        print(f"wmc-tui: {error}", file=sys.stderr)
        return 2


def _open(stores: Sequence[Path], edition: int | None) -> "Library | Background[Library]":
    """The library; or, where much is to be compiled, the work that opens it. Raises StoreError and LaunchError."""
    from wmc_tui.store import needs_compiling, open_current, open_library

    library = open_current(stores)
    if library is not None:
        return _require(edition, library)
    size = needs_compiling(stores)
    if size <= AT_ONCE:
        return _require(edition, open_library(stores))
    from wmc_tui.present.progress import compile_progress
    from wmc_tui.ui.state.background import Background

    def work(report: "Report") -> "Library":
        return _require(edition, open_library(stores, progress=lambda progress: report(compile_progress(*progress))))

    return Background(work, compile_progress(0, size, ""))


def _require(edition: int | None, library: "Library") -> "Library":
    """The library, which has this edition. Raises LaunchError where it does not."""
    years = [entry.year for entry in library.editions()]
    if edition is not None and edition not in years:
        known = ", ".join(map(str, sorted(years))) or "none"
        raise LaunchError(f"edition {edition} is not in the store; it has {known}")
    return library


def _run(library: "Library | Background[Library]", edition: int | None) -> int:
    from wmc_tui.store.locations import settings_file
    from wmc_tui.ui.app import DeskApp
    from wmc_tui.ui.settings import ConfigError, load_config

    try:
        config = load_config(settings_file())
    except ConfigError as error:
        raise LaunchError(str(error)) from error
    app = DeskApp(library, edition, config)
    try:
        app.run()
    finally:
        app.close()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
