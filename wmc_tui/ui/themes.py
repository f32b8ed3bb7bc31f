"""Colours: a dark and a light theme of our own, and two that leave colours to the terminal.

Nothing is said by colour alone: figures are underlined, the chosen one is reversed, cursors have a sign.
"""

from textual.theme import Theme

DARK = Theme(
    name="desk-dark",
    primary="#6fb1ff",
    secondary="#8fd3c1",
    accent="#ffcf6b",
    warning="#ffb454",
    error="#ff6b7a",
    success="#8fd694",
    foreground="#d9dee7",
    background="#12161d",
    surface="#171c25",
    panel="#1f2633",
    variables={"desk-current": "#1c2635", "desk-cursor": "#27405f", "desk-match": "#ffcf6b"},
)
LIGHT = Theme(
    name="desk-light",
    primary="#0b5cad",
    secondary="#0f766e",
    accent="#8a4b00",
    warning="#9a5b00",
    error="#b3261e",
    success="#2e7d32",
    foreground="#1d2430",
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#e7e4da",
    dark=False,
    variables={"desk-current": "#ecebe2", "desk-cursor": "#cfe0f4", "desk-match": "#8a4b00"},
)
OURS = (DARK, LIGHT)
"""Themes to register."""

CYCLE = ("desk-dark", "desk-light", "ansi-dark", "ansi-light")
"""The order in which the theme key goes; the last two use the terminal's own colours."""

FALLBACKS = {"desk-current": "ansi_default", "desk-cursor": "ansi_default", "desk-match": "ansi_default"}
"""Our variables, for themes that do not define them."""


def theme_after(name: str) -> str:
    """The theme that follows in the cycle; the first one after a theme from elsewhere."""
    return CYCLE[(CYCLE.index(name) + 1) % len(CYCLE)] if name in CYCLE else CYCLE[0]


LOOKS = """
.look--dim { color: $foreground 62%; }
.look--strong { text-style: bold; }
.look--heading { color: $secondary; text-style: bold; }
.look--figure { color: $accent; text-style: underline; }
.look--loose { text-style: italic; color: $accent; }
.look--chosen { color: $accent; text-style: bold reverse; }
.look--match { color: $desk-match; text-style: bold underline; }
.look--note { color: $warning; }
.look--head { background: $panel; }
.look--cursor { background: $desk-cursor; }
.look--current { background: $desk-current; }
.look--selection { background: $primary 45%; }
App:ansi .look--dim { color: ansi_default; text-style: dim; }
App:ansi .look--head { background: ansi_default; text-style: underline; }
App:ansi .look--cursor { background: ansi_default; text-style: bold; }
App:ansi .look--selection { background: ansi_default; text-style: reverse; }
"""
"""Style of every look, for all widgets that draw rows."""

READER = """
ReaderScreen {
    layout: grid; grid-size: 3 4; grid-columns: 34 1fr 1fr; grid-rows: 1 1fr 10 1; background: $background;
}
ReaderScreen.-low { grid-rows: 1 1fr 7 1; }
ReaderScreen.-narrow { grid-size: 2 5; grid-columns: 26 1fr; grid-rows: 1 1fr 1fr 10 1; }
ReaderScreen.-narrow.-low { grid-rows: 1 1fr 1fr 7 1; }
TextBar { height: 1; background: $panel; }
ScrollWidget { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-background: $surface; }
Pane { overflow-y: scroll; }
Sheet { overflow-y: hidden; }
ToastRack { align: left bottom; }
ToastHolder { align-horizontal: left; }
Toast { width: 34; max-width: 100%; }
#title { column-span: 3; background: $primary 30%; }
#sidebar { row-span: 2; background: $surface; }
#card { column-span: 2; background: $surface; }
#keys { column-span: 3; }
.-narrow #title, .-narrow #keys { column-span: 2; }
.-narrow #sidebar { row-span: 3; }
.-narrow #card { column-span: 1; }
App:ansi #title { background: ansi_default; text-style: reverse; }
App:ansi TextBar { background: ansi_default; text-style: underline; }
"""
"""Layout of the reading screen; textual reads no CSS of an app's first screen, so it stands here."""
