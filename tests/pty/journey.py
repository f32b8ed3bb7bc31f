"""The main job, done as a reader does it: start, find a figure, go to its sentence, leave."""

from tests.pty.terminal import Terminal

READING = "Next figure"
"""In the line of keys while an article is read, and only then."""


def do_the_main_job(terminal: Terminal) -> None:
    """Search 4471亿, go to the sentence of 3425亿, compare, look at the checks, and quit with code 0.

    Raises Unseen, AssertionError.
    """
    terminal.wait_for("2023", "2018", READING)
    open_search(terminal)
    terminal.send("4471亿")
    terminal.wait_for("4471亿元", "447.1 billion yuan", "2018")
    terminal.send("\x1b")
    terminal.wait_for(READING)
    open_search(terminal)
    terminal.send("3425亿")
    terminal.wait_for("3425亿元", "342.5 billion yuan")
    terminal.send("\r")
    terminal.wait_for(READING, "3425亿元")
    terminal.send("c")
    terminal.wait_for("Compare", "3425亿", "7351亿")
    terminal.send("\x1b")
    terminal.wait_for(READING)
    terminal.send("v")
    terminal.wait_for("Checks and conflicts", "fails")
    terminal.send("\x1b")
    terminal.wait_for(READING)
    quit_app(terminal)


def open_search(terminal: Terminal) -> None:
    """Press `/` and wait until the search box took the place of the article's keys."""
    terminal.settle()
    terminal.send("/")
    terminal.wait_until_gone(READING)


def quit_app(terminal: Terminal) -> None:
    """Press `q` on the reading screen; the app leaves in order."""
    terminal.send("q")
    assert terminal.wait_for_exit() == 0
