"""Does the main job with an installed wmc-tui: drive.py PROGRAM. Exits with 0 when everything came as it should."""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.pty.journey import do_the_main_job
from tests.pty.terminal import Terminal, Unseen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="the wmc-tui to drive")
    program = parser.parse_args().program
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal([program], env={"WMC_TUI_HOME": home, "HOME": home}) as terminal,
    ):
        try:
            do_the_main_job(terminal)
        except (Unseen, AssertionError) as problem:
            print(f"drive: {problem}", file=sys.stderr)
            return 1
    print(f"drive: {program} started, searched, jumped and quit")
    return 0


if __name__ == "__main__":
    sys.exit(main())
