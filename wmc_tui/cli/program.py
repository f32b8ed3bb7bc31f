"""From the command line to the command. Its help looks the same in every terminal, so that the README can show it."""

import gc
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from wmc_tui import __version__
from wmc_tui.cli.exit_status import UsageError
from wmc_tui.cli.streams import file_path, prepare

COMMANDS = {
    "search": "find facts and sentences by words, pieces of Chinese, or numbers in any form",
    "show": "a fact in both languages, with everybody who states it",
    "editions": "the editions of the convention with their headline figures",
    "articles": "the articles, by edition",
    "article": "an article in both languages, sentence by sentence",
    "compare": "a metric over all editions: table and chart, CSV, Markdown, JSON, SVG",
    "report": "an edition to print: key figures, sources, what does not add up; Markdown, HTML",
    "figures": "every quantity in a text of your own, read from English or Chinese",
    "check": "look for mistakes in the stores: structure, references, figures",
    "where": "the files that wmc-tui uses",
    "completion": "print a completion script for your shell",
}
"""Every command and what it is for; each is a module of `wmc_tui.cli.commands`."""

_USAGE = "wmc-tui [--store PATH]... [--edition YEAR]\n       wmc-tui COMMAND [ARGUMENT]... [--store PATH]..."
_ABOUT = """\
The fact desk of the World Manufacturing Convention (世界制造业大会): every figure of every edition,
in English and Chinese, one keystroke from the sentence that states it.

Without a command it opens the reader, where ? shows the keys."""
_EXAMPLES = """\
examples:
  wmc-tui --edition 2018                     open the reader at an edition
  wmc-tui search 4471亿                      which fact is that? also: 447.1 bn, 447,100,000,000
  wmc-tui search 2018 investment --json      words in any order, a year for an edition
  wmc-tui show 2018.total_investment         who says so, and in which words
  wmc-tui compare total_investment           over all editions, as a table and a chart
  wmc-tui figures --lang zh press.txt        what a text of your own states
  wmc-tui check mine.toml                    before you share a store

Every command takes --json, and --help tells more of it. Exit status: 0 done, 1 nothing found or
problems found, 2 wrong usage or something that cannot be read."""
_STORE = "read this store too: a TOML file or a folder of them; may be given more than once"


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
        from wmc_tui.ui.launch import run_app as open_app

        return open_app(program.store, program.edition)
    if program.command not in COMMANDS:
        raise UsageError(_unknown_command(program.command))
    if program.edition is not None:
        raise UsageError(f"--edition is for the reader; {program.command} does not take it")
    options = parse_command(program.command, program.rest)
    options.store = program.store + options.store
    status: int = command_module(program.command).run(options)
    return status


def _unknown_command(command: str) -> str:
    from wmc_tui.store.problems import did_you_mean, quoted

    hint = did_you_mean(command, COMMANDS) or f"the commands are {', '.join(COMMANDS)}"
    return f"there is no command {quoted(command)}; {hint}"


class _Help(RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100, max_help_position=20)


class Parser(ArgumentParser):
    """An ArgumentParser that complains in one line and knows no abbreviations."""

    def __init__(self, prog: str, **more: str) -> None:
        super().__init__(prog=prog, formatter_class=_Help, allow_abbrev=False, **more)  # type: ignore[arg-type]
        # From 3.14 on help is coloured where it is shown on a terminal.
        self.color = False

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message}; see {self.prog} --help")


def program_parser() -> Parser:
    """What stands before a command, the command, and the rest, which is the command's own."""
    listed = "\n".join(f"  {name:12}{summary}" for name, summary in COMMANDS.items())
    parser = Parser("wmc-tui", usage=_USAGE, description=_ABOUT, epilog=f"commands:\n{listed}\n\n{_EXAMPLES}")
    _add_options(parser)
    parser.add_argument("command", nargs="?", help=SUPPRESS)
    parser.add_argument("rest", nargs="...", help=SUPPRESS)
    return parser


def complete_parser() -> ArgumentParser:
    """The whole command line in one parser, as completion needs it; it is not for parsing."""
    parser = ArgumentParser(prog="wmc-tui")
    _add_options(parser)
    commands = parser.add_subparsers()
    for name, summary in COMMANDS.items():
        _add_arguments(commands.add_parser(name, help=summary), command_module(name))
    return parser


def parse_command(name: str, arguments: Sequence[str]) -> Namespace:
    """The options of a command; they may stand between its words, but not behind `--`."""
    module = command_module(name)
    parser = Parser(f"wmc-tui {name}", description=(module.__doc__ or "").strip(), epilog=module.EXAMPLES)
    _add_arguments(parser, module)
    # An intermixed reading would take what follows `--` for options all the same.
    return parser.parse_args(arguments) if "--" in arguments else parser.parse_intermixed_args(arguments)


def command_module(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"wmc_tui.cli.commands.{name}")


def _add_options(parser: ArgumentParser) -> None:
    _add_store(parser)
    parser.add_argument("--edition", metavar="YEAR", type=int, help="open the reader at this edition, not the newest")
    parser.add_argument("--version", action="version", version=f"wmc-tui {__version__}", help="print the version")


def _add_arguments(parser: ArgumentParser, module: ModuleType) -> None:
    module.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_store(parser)


def _add_store(parser: ArgumentParser) -> None:
    parser.add_argument("--store", metavar="PATH", action="append", type=file_path, default=[], help=_STORE)
