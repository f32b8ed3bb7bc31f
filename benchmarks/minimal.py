"""The smallest Textual app, one Static: what every start and footprint is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """Shows one word and quits on q."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("READY-MARK")


if __name__ == "__main__":
    Minimal().run()
