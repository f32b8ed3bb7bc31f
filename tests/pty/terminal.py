"""A terminal for tests: runs a program in a pseudo-terminal, types, and reads what it painted.

Bytes are stamped as they are read, and only shown to the emulator once the program pauses, so the slow emulator takes
no time from the program and the time of a paint is the time its bytes arrived.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

_ANSWERS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),  # synchronised output: known, off
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
)
_QUERY_LENGTH = 16
_UNPAINTED = re.compile(
    r"\x1b\[[<>=][0-9;]*[A-Za-z]"  # kitty keys, device attributes
    r"|\x1b\[\?[0-9;]*(?:\$p|u)"
    r"|\x1b\[[0-9;]*(?:t| q)"
    r"|\x1b[P_^X\]][^\x1b\x07]*(?:\x1b\\|\x07)"  # strings: title, clipboard, images
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;?<>=$ ]*|[P_^X\]][^\x1b\x07]*\x1b?)?\Z")
_OWN = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
_PASSED_ON = ("PATH", "HOME", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT")


class _Screen(pyte.Screen):
    """pyte's, deaf to what it would take for colours and to questions that the terminal answers itself."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)

    def report_device_status(self, mode: int, **_: Any) -> None:
        pass

    def report_device_attributes(self, mode: int = 0, **_: Any) -> None:
        pass


class Unseen(AssertionError):
    """What was waited for never came; the message shows the screen."""


class Terminal:
    """A program and its screen. Times are in seconds, sizes in cells; leaving the context ends the program."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 120, rows: int = 40, env: Mapping[str, str] | None = None
    ) -> None:
        self.output = bytearray()
        """Everything the program wrote."""
        self.exit_code: int | None = None
        """As `subprocess` has it; None while the program runs."""
        self._screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._carried = ""
        self._unseen: list[tuple[float, bytes]] = []
        self._answered = 0
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | _OWN | dict(env or {})
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if not self._pid:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)
        os.set_blocking(self._fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            os.killpg(self._pid, signal.SIGKILL)
            self.wait_for_exit()
        os.close(self._fd)

    @property
    def text(self) -> str:
        """The screen as lines, each as wide as the screen; the second cell of a wide character is empty."""
        self._show()
        cells = self._screen.buffer
        return "\n".join(
            "".join(cells[row][column].data for column in range(self._screen.columns))
            for row in range(self._screen.lines)
        )

    def send(self, keys: str | bytes, within: float = 15.0) -> float:
        """Type `keys`; return the time at which. More than the terminal buffers waits for the program. Raises Unseen."""
        now = time.perf_counter()
        left = keys.encode() if isinstance(keys, str) else keys
        while left:
            if select.select([], [self._fd], [], 0.05)[1]:
                left = left[os.write(self._fd, left[:4096]) :]
            if left:
                self._read(0, now + within)
                if time.perf_counter() > now + within:
                    raise Unseen(f"{len(left)} bytes were not taken:\n{self.text}")
        return now

    def paste(self, text: str) -> float:
        """Paste `text` as a terminal does that was told to mark pastes; return the time at which. Raises Unseen."""
        return self.send(f"\x1b[200~{text}\x1b[201~")

    def press(self, keys: str, quiet: float, within: float = 5.0) -> float:
        """Type `keys`; return the seconds until the last byte before a pause of `quiet` seconds. Raises Unseen."""
        self._show()
        sent = self.send(keys)
        if not select.select([self._fd], [], [], within)[0]:
            raise Unseen(f"{keys!r} painted nothing:\n{self.text}")
        self._read(quiet, sent + within)
        stamp = self._unseen[-1][0] if self._unseen else sent
        self._show()
        return stamp - sent

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window; the program is told by SIGWINCH."""
        self._show()
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self._pid, number)

    def wait_for(self, *texts: str, within: float = 15.0, since: float | None = None, quiet: float = 0.05) -> float:
        """Wait until all of `texts` are on the screen; return the seconds from `since` (the start) to that paint.

        The screen is looked at whenever the program paused for `quiet` seconds. Raises Unseen.
        """
        return self._wait(lambda screen: all(text in screen for text in texts), f"{texts}", within, since, quiet)

    def wait_until_gone(self, text: str, within: float = 15.0, since: float | None = None) -> float:
        """Like `wait_for`, until `text` is no longer on the screen."""
        return self._wait(lambda screen: text not in screen, f"no {text!r}", within, since, 0.05)

    def settle(self, quiet: float = 0.1, within: float = 5.0) -> None:
        """Read until the program wrote nothing for `quiet` seconds."""
        self._read(quiet, time.perf_counter() + within)
        self._show()

    def wait_for_exit(self, within: float = 10.0) -> int:
        """Wait for the program's end, reading what it still writes; return its exit code. Raises Unseen."""
        stop = time.perf_counter() + within
        while self.exit_code is None:
            self._read(0.02, min(stop, time.perf_counter() + 0.05))
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
            elif time.perf_counter() > stop:
                raise Unseen(f"still running\n{self.text}")
        return self.exit_code

    def peak_memory(self) -> float:
        """Peak resident memory of the running program, in MiB (Linux)."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="utf-8")
        found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
        if not found:
            raise ProcessLookupError(f"process {self._pid} has ended")
        return int(found[1]) / 1024

    def processor_time(self) -> float:
        """Processor time that the running program has used, in seconds (Linux)."""
        fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _wait(
        self, seen: Callable[[str], bool], wanted: str, within: float, since: float | None, quiet: float
    ) -> float:
        stop = time.perf_counter() + within
        stamp = self._show(seen)
        while stamp is None:
            alive = self._read(quiet, stop)
            stamp = self._show(seen)
            if stamp is None and (not alive or time.perf_counter() > stop):
                raise Unseen(f"{wanted} not on the screen:\n{self.text}")
        return stamp - (self.started if since is None else since)

    def _read(self, quiet: float, stop: float) -> bool:
        """Read until a pause; return False once the program closed the terminal."""
        while (left := stop - time.perf_counter()) > 0:
            if not select.select([self._fd], [], [], min(quiet, left))[0]:
                return True
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:  # the program closed its side
                data = b""
            if not data:
                return False
            self._unseen.append((time.perf_counter(), data))
            self.output += data
            self._answer(len(data))
        return True

    def _answer(self, new: int) -> None:
        """Answer queries as an ordinary terminal does, so that no program waits in vain."""
        start = max(self._answered, len(self.output) - new - _QUERY_LENGTH)
        for query, answer in _ANSWERS:
            for found in query.finditer(self.output, start):
                os.write(self._fd, answer)
                self._answered = max(self._answered, found.end())

    def _show(self, seen: Callable[[str], bool] | None = None) -> float | None:
        """Paint what was read; return the stamp of the first bytes after which `seen` holds."""
        stamp = time.perf_counter() if seen and not self._unseen and seen(self.text) else None
        unseen, self._unseen = self._unseen, []
        for arrived, data in unseen:
            text = self._carried + self._decode(data)
            cut = _UNFINISHED.search(text)
            self._carried = text[cut.start() :] if cut else ""
            self._stream.feed(_UNPAINTED.sub("", text[: cut.start()] if cut else text))
            if seen and stamp is None and seen(self.text):
                stamp = arrived
        return stamp
