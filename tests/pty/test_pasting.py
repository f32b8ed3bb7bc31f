"""Pastes into the running app: whatever is pasted wherever, the next key is answered and the processor rests."""

from collections.abc import Iterator

import pytest

from tests.pty.conftest import Start
from tests.pty.journey import READING, quit_app
from tests.pty.terminal import Terminal

PASTES = (
    "one line",
    "many\nlines\r\nof 文字",
    "\x07\x08\x0e\x7f\x85\x9b2J",
    "\x1b]0;owned\x07\x1b[31mevery q and every e, r and y is text\x1b[0m\x1bc",
)
BOXES = (("/", "Search 检索"), ("\x10", "🔎"))
"""The keys that open a screen with a box, and what only that screen shows."""
PICKER = ("w", "Which metric")
"""Opens from the comparing screen."""
OTHERS = (("c", "One metric"), ("v", "Checks and conflicts"), ("?", "Comparing:"), ("y", "y chooses"))
PLACES = ("l", "\r", "\x1b", "h", "h", "l")
"""On the reading screen: the other pane, the fact card, the list of editions."""


@pytest.fixture
def terminal(start: Start) -> Iterator[Terminal]:
    """The app, started; it has to leave in order and at rest."""
    with start() as terminal:
        terminal.wait_for("2023", READING)
        yield terminal
        terminal.settle(quiet=0.05)
        before = terminal.processor_time()
        terminal.settle(quiet=0.2)
        assert terminal.processor_time() - before < 0.1, "a paste goes round and round"
        quit_app(terminal)


def test_a_paste_into_any_box(terminal: Terminal) -> None:
    for key, shown in BOXES:
        paste_on(terminal, key, shown)
        leave(terminal, shown)
    terminal.send("c")
    terminal.wait_for("One metric")
    paste_on(terminal, *PICKER)
    leave(terminal, PICKER[1])
    leave(terminal, "One metric")


def test_escape_sequences_are_pasted_as_text(terminal: Terminal) -> None:
    terminal.send("/")
    terminal.wait_for(BOXES[0][1])
    terminal.paste("\x1b[31mquit\x1b[0m\x1b")
    terminal.wait_for("\u241b[31mquit\u241b[0m\u241b")
    leave(terminal, BOXES[0][1])


def test_a_paste_that_nothing_takes(terminal: Terminal) -> None:
    # No box is opened afterwards: it would take a paste that still goes round.
    for key, shown in OTHERS:
        paste_on(terminal, key, shown)
        leave(terminal, shown)
    for key in PLACES:
        terminal.send(key)
        for text in PASTES:
            terminal.paste(text)
    terminal.settle()
    terminal.paste("guests 嘉宾\n" * 70_000)
    paste_on(terminal, "?", "Comparing:")
    leave(terminal, "Comparing:")


def paste_on(terminal: Terminal, key: str, shown: str) -> None:
    terminal.send(key)
    terminal.wait_for(shown)
    for text in PASTES:
        terminal.paste(text)


def leave(terminal: Terminal, shown: str) -> None:
    terminal.send("\x1b")
    terminal.wait_until_gone(shown)
