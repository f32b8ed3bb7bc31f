"""The base of our screens: it paints as soon as nothing else waits, instead of at the next tick of textual's frame timer."""

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.screen import Screen

if TYPE_CHECKING:
    from wmc_tui.ui.actions import Action
    from wmc_tui.ui.app import DeskApp


LOOKS: set[str] = {
    f"look--{name}"
    for name in (
        "dim",
        "strong",
        "heading",
        "figure",
        "loose",
        "chosen",
        "match",
        "note",
        "head",
        "cursor",
        "current",
        "selection",
    )
}
"""Named styles for pieces of rows, declared by each screen for all its widgets: textual works out the style of every
component class of every widget before the first frame."""


TURNS = 4
"""Turns of the event loop that widgets get to say that they changed as well: one paint instead of two."""


class PromptScreen(Screen[Any]):
    """Answers a key in some 8 ms where the timer takes 16 to 33.

    Textual resumes a 60 Hz timer when the message queue is empty and something needs painting, and paints when it
    next fires. Here its handler runs at once. The two names used are textual's own; a test fails if they go.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    ACTIONS: "ClassVar[tuple[Action, ...]]" = ()
    """What can be done here and is declared in `ui.actions`, besides what can be done everywhere."""

    @property
    def desk(self) -> "DeskApp":
        """The app, by its own type."""
        return cast("DeskApp", self.app)

    async def _on_idle(self, event: events.Idle) -> None:
        event.prevent_default()
        if not self._paint_waits() or not self.is_current or self.app._batch_count:
            await super()._on_idle(event)
            return
        for _ in range(TURNS):
            await asyncio.sleep(0)
            if self.message_queue_size:
                return  # what waits comes first; this is called again after it
        self._on_timer_update()

    def _paint_waits(self) -> bool:
        return bool(
            self._layout_required
            or self._scroll_required
            or self._repaint_required
            or self._recompose_required
            or self._dirty_widgets
        )
