"""How the program ends: with a status, and never with a traceback for what a user can cause."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

NOTHING, WRONG, INTERRUPTED = 1, 2, 130
"""Exit statuses: nothing found or problems found; wrong usage or something unreadable; ended by ctrl+c."""


class UsageError(Exception):
    """Something was asked for in a way that cannot be answered; the message is one line."""


def run_guarded(work: Callable[[], int]) -> int:
    """Do the work and give its status; a closed pipe and ctrl+c end it quietly, a user's mistake with one line."""
    try:
        status = work()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        return complain(str(error))
    except Exception as error:
        message = _error_line(error)
        if message is None:
            raise
        return complain(message)
    return status


def complain(message: str) -> int:
    """Say in one line on standard error what is wrong; returns the status that goes with it."""
    from wmc_tui.text.safe import visible_line

    # Standard error may be closed as well, and there is nowhere left to say so.
    with suppress(OSError, ValueError):
        print(f"wmc-tui: {visible_line(message)}", file=sys.stderr)
    return WRONG


def _error_line(error: Exception) -> str | None:
    """The line for an error of the store or of the output; None for a mistake of the program's own."""
    from wmc_tui.store.problems import StoreError

    if isinstance(error, StoreError):
        return str(error)
    if isinstance(error, OSError) and error.filename is None:
        _forget_output()
        return f"the output cannot be written ({error.strerror or error})"
    return None


def _forget_output() -> None:
    """Let what is still buffered go nowhere, for the interpreter flushes it once more when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
