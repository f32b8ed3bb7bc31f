"""A search screen as one would write it with Textual's own widgets: what a key costs without any care for it."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

ROWS = 30
"""As many lines change with each key as results do in ours."""


class Stock(App[None]):
    """An Input, and lines that repeat what was typed."""

    def compose(self) -> ComposeResult:
        """The two widgets."""
        yield Input(placeholder="READY-MARK")
        yield Static(id="lines")

    def on_input_changed(self, message: Input.Changed) -> None:
        lines = "\n".join(f"{row} {message.value}" for row in range(ROWS))
        self.query_one("#lines", Static).update(lines)


if __name__ == "__main__":
    Stock().run()
