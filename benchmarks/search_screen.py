"""Measure the search screen over large libraries: python -m benchmarks.search_screen [--sizes 100000,1000000].

From each key of some queries to the last byte of what it changed on the screen of the real app, in a pseudo-terminal,
with the index of synthetic records behind it instead of the store's own; and the same in a search box that searches
nothing. Exits with 1 where a target is missed. With --file it is the app that is measured.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measures import COLUMNS, MARKS, PAUSE, ROWS
from benchmarks.synthetic import records
from tests.pty.terminal import Terminal
from wmc_tui.search.large.index import LargeIndex
from wmc_tui.store import open_library
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.settings import Config

TARGETS = {100_000: 16.0, 1_000_000: 25.0}
"""Milliseconds that half of the keys take at most."""
QUERIES = ("total investment", "4471", "hefei robots", "制造业大会", "smart facories", "2019 exports", "xin rui motors")


class LargeDesk(DeskApp):
    """The app with another index."""

    large: LargeIndex

    @property
    def index(self) -> LargeIndex:  # type: ignore[override]
        """The index of the synthetic records."""
        return self.large


def show(file: Path) -> None:
    """Run the app over the index in a file."""
    app = LargeDesk(open_library(), None, Config())
    app.large = LargeIndex.open(file, "benchmark")
    app.large.search("1 word 词 investmnt")
    app.run()


def typed(command: list[str], home: str, *, opening: str = "") -> list[float]:
    """Milliseconds of each key; the queries are deleted again, untimed."""
    times: list[float] = []
    with Terminal(command, columns=COLUMNS, rows=ROWS, env={"WMC_TUI_HOME": home}) as terminal:
        terminal.wait_for(*(MARKS if opening else ("READY-MARK",)), within=60)
        terminal.settle(0.5)
        if opening:
            terminal.send(opening)
            terminal.settle(0.5)
        for query in QUERIES:
            times += [1e3 * terminal.press(key, PAUSE) for key in query]
            for _ in query:
                terminal.press("\x7f", PAUSE)
    return times


def measure(size: int, folder: Path) -> bool:
    """Print what is measured for so many records; whether the target is met."""
    file = folder / f"{size}.index"
    if not file.exists():
        LargeIndex.build(file, "benchmark", records(size))
    ours = typed([sys.executable, "-m", "benchmarks.search_screen", "--file", str(file)], str(folder), opening="/")
    stock = typed([sys.executable, str(Path(__file__).with_name("stock.py"))], str(folder))
    half, most = statistics.median(ours), sorted(ours)[len(ours) * 99 // 100]
    met = half <= TARGETS.get(size, TARGETS[100_000])
    against = statistics.median(stock)
    print(
        f"{size:>9,} records: key to paint p50 {half:.1f} ms, p99 {most:.1f} ms; stock widgets, nothing searched"
        f" {against:.1f} ms ({half / against:.2f} x); at most {TARGETS.get(size, TARGETS[100_000]):g}"
        f"{'' if met else '  MISSED'}"
    )
    return met


def main() -> int:
    """Print a line for each size; 1 where a target is missed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="100000,1000000", help="numbers of records, with commas")
    arguments.add_argument("--folder", type=Path, help="where files are, or are written (default: a temporary one)")
    arguments.add_argument("--file", type=Path, help="run the app over this index instead")
    options = arguments.parse_args()
    if options.file:
        show(options.file)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        met = [measure(int(size), folder) for size in options.sizes.split(",")]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
