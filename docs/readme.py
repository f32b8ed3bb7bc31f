"""Write the README's generated parts from the program itself: `python docs/readme.py`.

Between `<!-- NAME -->` and `<!-- /NAME -->` stands what the program says of itself; a test fails when it is stale.
"""

import argparse
import io
from contextlib import redirect_stdout
from pathlib import Path

from wmc_tui.__main__ import main as program
from wmc_tui.cli.program import COMMANDS
from wmc_tui.ui.actions import ALL, key_names

README = Path(__file__).parent.parent / "README.md"
MANUAL = Path(__file__).parent / "commands.md"


def help_text(*arguments: str) -> str:
    """What the program prints for `ARGUMENTS --help`."""
    out = io.StringIO()
    with redirect_stdout(out):
        program([*arguments, "--help"])
    return out.getvalue().rstrip()


def keys_table() -> str:
    """Every action with its keys and its id, as a table."""
    rows = ["| key | does | id |", "|---|---|---|"]
    for action in ALL:
        keys = " ".join(f"`{key}`" for key in key_names(action.keys).split())
        rows.append(f"| {keys} | {action.help} | `{action.id}` |")
    return "\n".join(rows)


def fenced(text: str) -> str:
    """The text as a block of code."""
    return f"```text\n{text}\n```"


def refreshed(text: str) -> str:
    """The README with its generated parts as the program is now."""
    parts = {"help": fenced(help_text()), "keys": keys_table()}
    for name, part in parts.items():
        before, start, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}{start}{part}\n{end}{after}"
    return text


def manual() -> str:
    """The help of every command on one page."""
    head = "# Commands\n\nEvery answer of the reader is a command too. This page is what `wmc-tui COMMAND --help` prints.\n"
    return head + "".join(f"\n## {name}\n\n{fenced(help_text(name))}\n" for name in COMMANDS)


def main() -> None:
    """Write both files."""
    argparse.ArgumentParser(description="Write the generated parts of README.md, and docs/commands.md.").parse_args()
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
    MANUAL.write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    main()
