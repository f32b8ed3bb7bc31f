"""A line on standard error that says how far a long piece of work is, where output is not piped."""

import os
import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from wmc_tui.present.progress import WorkProgress
    from wmc_tui.store import Progress

PATIENCE = 0.5
"""Seconds of work that nobody needs to be told of."""

UNKNOWN_COLUMNS = 80
"""Of a terminal that does not say how many it has."""


class ProgressBar:
    """Shows reports of progress after a moment, on a terminal only, and wipes them when its context is left.

    What words and measures the line is imported for the first report that is shown: most commands show none.
    """

    def __init__(self) -> None:
        self._watched = all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))
        self._begun = monotonic()
        self._cells = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._cells:
            self._write("")

    def show_compiling(self, progress: "Progress") -> None:
        """Stores are compiled."""
        if self._is_due():
            from wmc_tui.present.progress import compile_progress

            self._show(compile_progress(*progress))

    def show_indexing(self, done: int, total: int) -> None:
        """The search index is built."""
        if self._is_due():
            from wmc_tui.present.progress import index_progress

            self._show(index_progress(done, total))

    def _is_due(self) -> bool:
        return self._watched and monotonic() - self._begun >= PATIENCE

    def _show(self, progress: "WorkProgress") -> None:
        from rich.cells import cell_len

        from wmc_tui.present.progress import progress_line

        # The last column stays free: some terminals go to the next line when it is written.
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or UNKNOWN_COLUMNS
        text = progress_line(progress, columns - 1, cell_len)
        self._write(text, cell_len(text))

    def _write(self, text: str, cells: int = 0) -> None:
        """Write over the last line; blanks instead of an escape sequence, for terminals that know none."""
        blanks = " " * max(0, self._cells - cells)
        print(f"\r{text}{blanks}" + ("" if text else "\r"), end="", file=sys.stderr, flush=True)
        self._cells = cells
