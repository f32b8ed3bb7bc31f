"""What our screens have in common: their looks, their actions, the app as they know it."""

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual.actions import parse
from textual.screen import Screen

from wmc_tui.store import Library
from wmc_tui.ui.actions import APP, Action, command_of, key_name
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

    def keys_now(self) -> list[tuple[str, str, str]]:
        """(key, label, command) of each action of the line of keys that may run now."""
        return [(self.key_of(action), action.label, command_of(action)) for action in actions_now(self) if action.label]

    def key_of(self, action: Action) -> str:
        """The first key that an action has now, as people write it."""
        return key_name(self.desk.keys_of(action).split(",")[0])

    async def on_key_bar_clicked(self, message: KeyBar.Clicked) -> None:
        await self.run_action(message.action)


def actions_now(screen: Screen[Any]) -> list[Action]:
    """What may run now on a screen, which need not be the top one: its own actions, then what works everywhere."""
    own = screen.ACTIONS if isinstance(screen, PromptScreen) else ()
    commands = [(action, parse(command_of(action))) for action in (*own, *APP)]
    return [action for action, (_, name, values) in commands if screen.check_action(name, values) is not False]
