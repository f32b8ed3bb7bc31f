"""Textual's private names that the app builds on, each with what happens if a version of textual lacks it.

What reads the terminal replaces more of them; they stand beside it, in `driver`. A test holds textual to each name.
"""

import asyncio
from abc import abstractmethod
from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

WAITING_FOR_PAINT = (
    "_layout_required",
    "_scroll_required",
    "_repaint_required",
    "_recompose_required",
    "_dirty_widgets",
)
"""A screen's notes that something wants to be painted. Without them nothing seems to wait, and the frame timer paints."""
TURNS = 4
"""Turns of the event loop that widgets get to say that they changed as well: one paint instead of two."""


def waits_for_paint(screen: Screen[Any]) -> bool:
    """Whether a screen may be painted now and has a reason to; False leaves it to textual's frame timer."""
    if getattr(screen.app, "_batch_count", 1):  # several changes are being made that want to be seen at once
        return False
    return screen.is_current and any(getattr(screen, name, False) for name in WAITING_FOR_PAINT)


class EagerScreen(Screen[Any]):
    """Paints as soon as nothing else waits: a key is answered in some 8 ms where the timer takes 16 to 33.

    Textual resumes a 60 Hz timer when the message queue is empty and something needs painting, and paints when it next
    fires. Here the timer's handler runs at once. Without `_on_idle` or `_on_timer_update` the timer paints.
    """

    async def _on_idle(self, event: events.Idle) -> None:
        paint = getattr(self, "_on_timer_update", None)
        event.prevent_default()
        if paint is None or not waits_for_paint(self):
            await super()._on_idle(event)
            return
        for _ in range(TURNS):
            await asyncio.sleep(0)
            if self.message_queue_size:
                return  # what waits comes first; this is called again after it
        paint()


class CrashApp(App[int]):
    """An app that says in its own words that it crashed. Without `_fatal_error` textual prints a traceback."""

    def _fatal_error(self) -> None:
        self.report_crash()

    @abstractmethod
    def report_crash(self) -> None:
        """Called in place of textual's own report, while the error is being handled."""


def cursor_is_visible(box: Input) -> bool:
    """Whether the cursor of a box is in the visible half of its blinking; without the name it does not blink."""
    return bool(getattr(box, "_cursor_visible", True))
