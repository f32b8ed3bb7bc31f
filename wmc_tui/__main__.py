"""The program `wmc-tui`. What it need not do is not imported: without arguments, not even the parser of arguments."""

import gc
import sys
from collections.abc import Sequence

_RARELY = 100_000
"""Objects between two runs of the garbage collector: more than a short command makes, so that it need not wait."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; `argv` is what follows its name, `sys.argv[1:]` where None."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from wmc_tui.cli.exit_status import run_guarded

    if not arguments:
        from wmc_tui.ui.launch import run_app as open_app

        return run_guarded(open_app)
    if argv is not None:
        return run_guarded(lambda: _command(arguments))
    gc.set_threshold(_RARELY)
    status = run_guarded(lambda: _command(arguments))
    # The interpreter looks for garbage twice more when it ends, which takes as long as a search.
    gc.freeze()
    return status


def _command(arguments: Sequence[str]) -> int:
    from wmc_tui.cli.program import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
