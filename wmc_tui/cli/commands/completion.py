"""Print a script that completes commands and options in your shell."""

from argparse import ArgumentParser, Namespace

from wmc_tui.cli.streams import json_document, paragraph

SHELLS = ("bash", "zsh", "fish", "tcsh")

EXAMPLES = """\
examples:
  bash  wmc-tui completion bash > ~/.local/share/bash-completion/completions/wmc-tui
  zsh   wmc-tui completion zsh > ~/.zfunc/_wmc-tui      (a folder of your fpath)
  fish  wmc-tui completion fish > ~/.config/fish/completions/wmc-tui.fish"""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=f"one of {', '.join(SHELLS)}")


def run(options: Namespace) -> int:
    """Print the script."""
    import shtab

    from wmc_tui.cli.program import complete_parser

    script = shtab.complete(complete_parser(), options.shell)
    if options.json:
        json_document({"shell": options.shell, "script": script})
    else:
        paragraph(script)
    return 0
