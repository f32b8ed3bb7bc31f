"""Where the reader is, and the places visited before and after."""

from collections.abc import Callable
from typing import NamedTuple

from wmc_tui.model import Lang

Opening = Callable[[], None]
"""Opens a screen again as the reader left it."""


class Place(NamedTuple):
    """A spot in the store that can be gone back to."""

    page: str
    """Article id, or `edition:YEAR` for an edition's overview."""
    n: int = 1
    """Number of the passage on that page."""
    fact: str | None = None
    """The fact whose figure is chosen there."""
    lang: Lang | None = None
    """The pane that the reader was in; None leaves it as it is."""


class History:
    """Places visited, as a browser keeps them: going somewhere new forgets what lay ahead."""

    def __init__(self, limit: int = 500) -> None:
        self._visits: list[tuple[Place, Opening | None]] = []
        self._at = -1
        self._limit = limit

    @property
    def can_go_back(self) -> bool:
        """True where an earlier place is known."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True where a later place is known."""
        return self._at < len(self._visits) - 1

    @property
    def door(self) -> Opening | None:
        """What opens the screen through which the present place was reached; None where the text itself led here."""
        return self._visits[self._at][1] if self._visits else None

    def visit(self, place: Place, door: Opening | None = None) -> None:
        """Add a place after the present one; the same place twice in a row counts once, unless a screen led there."""
        if self._visits and self._visits[self._at][0] == place and door is None:
            return
        del self._visits[self._at + 1 :]
        self._visits.append((place, door))
        del self._visits[: -self._limit]
        self._at = len(self._visits) - 1

    def amend(self, place: Place) -> None:
        """Note where on the present page the reader has moved to, so that going back finds that spot."""
        if self._visits:
            self._visits[self._at] = place, self.door

    def back(self) -> Place | None:
        """The place before this one, now the present one; None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._visits[self._at][0]

    def forward(self) -> Place | None:
        """The place after this one, now the present one; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._visits[self._at][0]
