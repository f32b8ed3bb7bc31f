"""How far a long piece of work is, on one line of a terminal."""

import sys
from time import monotonic
from types import TracebackType
from typing import Self

_PATIENCE = 0.5
"""Seconds of work that are done without a word."""
_WIDTH = 24


class ProgressBar:
    """A bar on standard error while the `with` block runs; none where it is short or where output is piped."""

    def __init__(self, what: str, unit: str, size: int = 1) -> None:
        """`what` is being done; the amounts given to `update` are shown in `unit`, each of `size`."""
        self._what, self._unit, self._size = what, unit, size
        self._drawn = ""
        streams = (sys.stdout, sys.stderr)
        self._wanted = all(stream is not None and stream.isatty() for stream in streams)
        self._begun = monotonic()

    def update(self, done: int, total: int) -> None:
        """Show that so much of so much is done."""
        if not self._wanted or total <= 0 or monotonic() - self._begun < _PATIENCE:
            return
        filled = _WIDTH * done // total
        bar = "#" * filled + "." * (_WIDTH - filled)
        amounts = f"{done / self._size:,.0f} of {total / self._size:,.0f} {self._unit}"
        self._draw(f"{self._what}  [{bar}]  {amounts}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._drawn:
            self._draw("")
            print("\r", end="", file=sys.stderr, flush=True)

    def _draw(self, text: str) -> None:
        print(f"\r{text:{len(self._drawn)}}", end="", file=sys.stderr, flush=True)
        self._drawn = text
