"""What our screens have in common: their looks, the app as they know it, the keys of lists."""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from wmc_tui.store import Library
from wmc_tui.ui.actions import Action
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.textual_private import EagerScreen
from wmc_tui.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from wmc_tui.search import Index
    from wmc_tui.ui.state.background import Background

_LOOK_NAMES = "dim strong heading figure loose chosen match note head cursor current selection"
LOOKS: set[str] = {f"look--{name}" for name in _LOOK_NAMES.split()}
"""Named styles for pieces of rows, declared by each screen for all its widgets: textual computes the style of every
component class of every widget before the first frame."""
FAR = 1_000_000
"""More entries than any list has."""


class Desk(Protocol):
    """What screens need of the app besides what every textual app has."""

    library: Library
    last_query: str
    """What was last searched for."""

    @property
    def index(self) -> "Index":
        """The search index, of which at first only a part may be there."""

    @property
    def indexing(self) -> "Background[None]":
        """How far the index is, which is brought up to date when this is first asked for."""

    def keys_now(self) -> list[tuple[str, str, str]]:
        """(key, label, command) of each action of the line of keys that may run now."""

    def keys_of(self, action: Action) -> str:
        """The keys that an action has now."""

    def go_to(self, place: Place) -> None:
        """Show a place on the reading screen."""


class PromptScreen(EagerScreen):
    """A screen that answers a key at once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    """What can be done here and is declared in `ui.actions`, besides what can be done everywhere."""

    @property
    def desk(self) -> Desk:
        """The app, as screens know it."""
        return cast("Desk", self.app)

    async def on_key_bar_clicked(self, message: KeyBar.Clicked) -> None:
        await self.run_action(message.action)


class ListKeys:
    """The keys that move in lists, shared by the screens that have them; each screen says what a step does."""

    @abstractmethod
    def move_cursor(self, right: int, down: int) -> None:
        """Move by entries to the right and down; negative numbers go left and up, `FAR` goes to an end."""

    @abstractmethod
    def move_page(self, direction: int) -> None:
        """Move about a screenful up (-1) or down (1)."""

    @abstractmethod
    def turn_edition(self, step: int) -> None:
        """Go to the edition before (-1) or after (1)."""

    def action_down(self) -> None:
        self.move_cursor(0, 1)

    def action_up(self) -> None:
        self.move_cursor(0, -1)

    def action_left(self) -> None:
        self.move_cursor(-1, 0)

    def action_right(self) -> None:
        self.move_cursor(1, 0)

    def action_top(self) -> None:
        self.move_cursor(0, -FAR)

    def action_bottom(self) -> None:
        self.move_cursor(0, FAR)

    def action_page_down(self) -> None:
        self.move_page(1)

    def action_page_up(self) -> None:
        self.move_page(-1)

    def action_older(self) -> None:
        self.turn_edition(-1)

    def action_newer(self) -> None:
        self.turn_edition(1)
