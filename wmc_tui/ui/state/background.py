"""Long work in a thread of its own, so that keys are answered meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from wmc_tui.present.progress import WorkProgress, index_progress

if TYPE_CHECKING:
    from wmc_tui.search import Index
    from wmc_tui.store import Library

MOMENT = 0.1
"""Seconds within which work counts as done at once."""
PATIENCE = 1.0
"""Seconds that leaving waits for work to end; the program then ends without it."""

Report = Callable[[WorkProgress], None]
_Made = TypeVar("_Made")


class Abandoned(Exception):
    """Nobody waits for the result any more; raised in the thread, where it reports its progress."""


class Background(Generic[_Made]):
    """A piece of work, how far it is, and what came of it.

    Its thread is a daemon's: one of textual's workers would keep the process alive until it is done.
    """

    def __init__(self, work: Callable[[Report], _Made], progress: WorkProgress) -> None:
        """`work` gets what it is to call with its progress, a few times a second; `progress` is that of the start."""
        self.progress = progress
        self.result: _Made | None = None
        self.error: Exception | None = None
        self.is_done = False
        self._work = work
        self._is_abandoned = False
        self._notify: Callable[[], object] = lambda: None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self, wait: float = 0.0) -> None:
        """Begin, and wait so many seconds at most, in case that it is done by then."""
        self._thread.start()
        self._thread.join(wait)

    def listen(self, notify: Callable[[], object]) -> None:
        """From now on call `notify`, in the thread of the work, with each report of progress and at the end."""
        self._notify = notify

    def abandon(self) -> None:
        """Let it end where it next reports its progress; returns when it has, or after PATIENCE."""
        self._is_abandoned = True
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            self.result = self._work(self._report)
        except Abandoned:
            pass
        except Exception as error:
            self.error = error
        self.is_done = True
        self._tell()

    def _report(self, progress: WorkProgress) -> None:
        if self._is_abandoned:
            raise Abandoned
        self.progress = progress
        self._tell()

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the event loop is closed already
            self._notify()


def update_index(index: "Index", library: "Library") -> Background[None]:
    """Bring the search index of a library up to date; what takes longer than a moment goes on in the background."""
    pending = index.pending(library)
    work = Background(
        lambda report: index.update(library, lambda done, total: report(index_progress(done, total))),
        index_progress(0, pending),
    )
    work.start(MOMENT)
    return work
