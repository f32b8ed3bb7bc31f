"""From the command line to the command."""

import gc
from collections.abc import Sequence

from wmc_tui.cli.exit_status import UsageError
from wmc_tui.cli.output import prepare
from wmc_tui.cli.parsing import COMMANDS, command_module, parse_command, program_parser


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit status. Raises UsageError, StoreError and OSError."""
    gc.disable()  # imports leave much to look at and little to free; what reads a stream turns it on again
    try:
        prepare()
        return _run(arguments)
    except SystemExit as ended:
        # argparse has printed help or the version.
        return int(ended.code or 0)
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    program = program_parser().parse_args(arguments)
    if program.command is None:
        from wmc_tui.ui.startup import run as open_app

        return open_app(program.store, program.edition)
    if program.command not in COMMANDS:
        raise UsageError(_unknown(program.command))
    if program.edition is not None:
        raise UsageError(f"--edition is for the reader; {program.command} does not take it")
    options = parse_command(program.command, program.rest)
    options.store = program.store + options.store
    status: int = command_module(program.command).run(options)
    return status


def _unknown(command: str) -> str:
    from wmc_tui.store.problems import did_you_mean, quoted

    hint = did_you_mean(command, COMMANDS) or f"the commands are {', '.join(COMMANDS)}"
    return f"there is no command {quoted(command)}; {hint}"
