"""What is measured, and how. Times are medians; two programs that are compared run in turn."""

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.pty.terminal import Terminal

COLUMNS, ROWS = 120, 40
MARKS = ("2018", "2025", "Next figure")
"""On the first complete frame: the whole list of editions, and the line of keys."""
QUERIES = ("4471亿", "total investment", "签约项目", "447.1 bilion", "exhibition 2023")
PAUSE = 0.03
"""Seconds without output after which a key's paint counts as finished."""


@dataclass(frozen=True)
class Desk:
    """The program to measure and how often."""

    program: str
    home: str
    """Folder that takes its files, the compiled store among them."""
    rounds: int

    @property
    def python(self) -> str:
        """The Python that runs the program, which runs what it is compared with as well."""
        beside = Path(self.program).with_name("python")
        return str(beside) if beside.exists() else sys.executable

    def app(self) -> Terminal:
        """The program in a terminal."""
        return Terminal([self.program], columns=COLUMNS, rows=ROWS, env={"WMC_TUI_HOME": self.home})

    def minimal(self) -> Terminal:
        """The minimal app in a terminal."""
        return self.script("minimal.py")

    def script(self, name: str) -> Terminal:
        """A script beside this one in a terminal."""
        return Terminal([self.python, str(Path(__file__).with_name(name))], columns=COLUMNS, rows=ROWS)


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    measured: str
    against: str
    ratio: str
    target: str
    met: bool


def start(desk: Desk) -> Row:
    """Start to first complete frame; the first pair of runs warms the caches and does not count."""
    ours, least = [], []
    for turn in range(desk.rounds + 1):
        with desk.app() as terminal:
            mine = terminal.wait_for(*MARKS, quiet=0.2)
        with desk.minimal() as terminal:
            other = terminal.wait_for("READY-MARK", quiet=0.2)
        if turn:
            ours.append(mine)
            least.append(other)
    return _ratio("start to first complete frame", ours, least, "a minimal app", 1.25)


def start_since(desk: Desk, before: Desk) -> Row:
    """Start to first complete frame against another version of the program, each with a store of its own."""
    ours, theirs = [], []
    for turn in range(desk.rounds + 1):
        with desk.app() as terminal:
            mine = terminal.wait_for(*MARKS, quiet=0.2)
        with before.app() as terminal:
            other = terminal.wait_for(*MARKS, quiet=0.2)
        if turn:
            ours.append(mine)
            theirs.append(other)
    return _ratio("start to first complete frame", ours, theirs, "the version before", 1.1)


def searching(desk: Desk) -> Row:
    """From each key of some queries to the last byte of what it changed on the screen, after the first key."""
    with desk.app() as terminal:
        terminal.wait_for(*MARKS)
        terminal.settle(0.5)
        terminal.send("/")
        terminal.settle(0.5)
        ours = _typing(terminal)
    with desk.script("stock.py") as terminal:
        terminal.wait_for("READY-MARK")
        terminal.settle(0.5)
        stock = _typing(terminal)
    mine, other = statistics.median(ours) * 1e3, statistics.median(stock) * 1e3
    against = f"stock widgets {other:.1f} ms"
    return Row("key to painted result", f"{mine:.1f} ms", against, f"{mine / other:.2f}", "<= 16 ms", mine <= 16)


def _typing(terminal: Terminal) -> list[float]:
    """Seconds for each key of the queries; each query is deleted again, untimed."""
    times: list[float] = []
    for query in QUERIES:
        times += [terminal.press(key, PAUSE) for key in query]
        for _ in query:
            terminal.press("\x7f", PAUSE)
    return times


def commands(desk: Desk) -> Row:
    """A whole search from the shell against Python importing the same ranking library."""
    ours, least = [], []
    search = [desk.program, "search", "--json", "4471亿"]
    load = [desk.python, "-c", "import rapidfuzz.process"]
    for turn in range(desk.rounds + 1):
        mine, other = _whole_process(search, desk.home), _whole_process(load, desk.home)
        if turn:
            ours.append(mine)
            least.append(other)
    mine, other = statistics.median(ours) * 1e3, statistics.median(least) * 1e3
    limit = 1.3 * other + 60
    return Row(
        "search --json, whole process",
        f"{mine:.0f} ms",
        f"importing rapidfuzz.process {other:.0f} ms",
        f"{mine / other:.2f}",
        f"<= 1.3 x + 60 ms = {limit:.0f} ms",
        mine <= limit,
    )


def memory(desk: Desk) -> Row:
    """Peak resident memory of the app once it is on the screen."""
    return _memory(desk, "peak memory", (), 1.3)


def memory_of_search(desk: Desk) -> Row:
    """The same after a search, which loads its library, and some moves; the library alone is 3.5 MiB."""
    return _memory(desk, "peak memory, after a search", ("/", "4471亿", "\x1b", "n", "n"), None)


def _memory(desk: Desk, name: str, keys: tuple[str, ...], target: float | None) -> Row:
    with desk.app() as terminal:
        terminal.wait_for(*MARKS)
        terminal.settle()
        for key in keys:
            terminal.send(key)
            terminal.settle(0.3)
        mine = terminal.peak_memory()
    with desk.minimal() as terminal:
        terminal.wait_for("READY-MARK")
        terminal.settle()
        other = terminal.peak_memory()
    ratio = mine / other
    against = f"a minimal app {other:.1f} MiB"
    wanted = "" if target is None else f"<= {target:.2f}"
    return Row(name, f"{mine:.1f} MiB", against, f"{ratio:.2f}", wanted, target is None or ratio <= target)


def _ratio(name: str, ours: list[float], least: list[float], against: str, target: float) -> Row:
    mine, other = statistics.median(ours) * 1e3, statistics.median(least) * 1e3
    ratio = mine / other
    return Row(name, f"{mine:.0f} ms", f"{against} {other:.0f} ms", f"{ratio:.2f}", f"<= {target:.2f}", ratio <= target)


def _whole_process(command: list[str], home: str) -> float:
    environment = {"WMC_TUI_HOME": home, "LANG": "C.UTF-8", "PATH": str(Path(command[0]).parent)}
    begun = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun
