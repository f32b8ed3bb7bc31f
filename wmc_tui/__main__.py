"""The program `wmc-tui`. What it need not do is not imported: without arguments, not even the parser of arguments."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; `argv` is what follows its name, `sys.argv[1:]` where None."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from wmc_tui.cli.ending import guarded

    if not arguments:
        from wmc_tui.ui.startup import run as open_app

        return guarded(open_app)
    from wmc_tui.cli.program import run

    return guarded(lambda: run(arguments))


if __name__ == "__main__":
    sys.exit(main())
