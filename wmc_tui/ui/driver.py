"""Reading the terminal without falling over what it sends. All of textual's private names for this are used here.

Textual's input thread expects valid UTF-8 and well-formed sequences. Without this module one other byte (a key typed in
GBK, a paste in Latin-1, an old mouse report beyond column 95) or one odd sequence (`ESC[1:2u`, `ESC[99999999u`) ends the
app with a traceback and exit status 0 (textual's issue 6456), and what follows an escape character in a paste is taken
for keys: pasting the colours of a log could quit or write a file.

If textual renames what is replaced here, its own reading is back and tests in `tests/pty` fail.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.keys import Keys
from textual.message import Message

_MARKER = re.compile(r"\x1b\[20([01])~")
"""Where a paste starts (0) and ends (1)."""
_PART_OF_MARKER = re.compile(r"\x1b(?:\[(?:2(?:0[01]?)?)?)?\Z")
_ESCAPE = "\x1b"
_VISIBLE_ESCAPE = "\u241b"
"""What `wmc_tui.text.safe` shows for it."""


class InputDecoder:
    """Turns what is read from the terminal into text, with U+FFFD for bytes that are not UTF-8.

    Escape characters inside a paste become visible ones, so that only the end of the paste is a sequence.
    """

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._pasting = False
        self._tail = ""
        """What may be the first part of a marker that the next read completes. Returned already, unless in a paste."""

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of the next bytes; the rest of a character or marker comes with a later call."""
        returned = 0 if self._pasting else len(self._tail)
        text = self._tail + self._decode(data, final)
        pieces, start = [], 0
        for marker in _MARKER.finditer(text):
            pieces += [self._harmless(text[start : marker.start()]), marker[0]]
            self._pasting, start = marker[1] == "0", marker.end()
        part = _PART_OF_MARKER.search(text, start)
        self._tail = part[0] if part else ""
        end = len(text) - len(self._tail) if self._pasting else len(text)
        pieces.append(self._harmless(text[start:end]))
        return "".join(pieces)[returned:]

    def _harmless(self, text: str) -> str:
        return text.replace(_ESCAPE, _VISIBLE_ESCAPE) if self._pasting else text


class InputParser(XTermParser):
    """Textual's, but ignoring sequences whose numbers mean nothing."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            yield from super()._sequence_to_key_events(sequence, alt)
        except (ValueError, OverflowError):  # not one number, or no character has it
            yield events.Key(Keys.Ignore, sequence)

    def parse_mouse_code(self, code: str) -> Message | None:
        """The mouse event of a sequence; None for one in pixels where the terminal says that a cell has none."""
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None


class TerminalDriver(linux_driver.LinuxDriver):
    """Textual's, with our own decoder and parser, and the end of its input thread reported like any other error."""

    def run_input_thread(self) -> None:
        """Read until the app ends. Textual's loop looks both names up in its module."""
        replaced = {"getincrementaldecoder": lambda _: InputDecoder, "XTermParser": InputParser}
        vars(linux_driver).update(replaced)
        super().run_input_thread()

    def _run_input_thread(self) -> None:
        """Let an error of the thread end the app as errors of the app itself do, not by `panic` with status 0."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
