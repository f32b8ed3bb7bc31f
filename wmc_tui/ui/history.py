"""Where the reader is, and the places visited before and after."""

from typing import NamedTuple

from wmc_tui.model import Lang


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
        self._places: list[Place] = []
        self._at = -1
        self._limit = limit

    @property
    def can_go_back(self) -> bool:
        """True where an earlier place is known."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True where a later place is known."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Add a place after the present one; the same place twice in a row counts once."""
        if self._places and self._places[self._at] == place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[: -self._limit]
        self._at = len(self._places) - 1

    def amend(self, place: Place) -> None:
        """Note where on the present page the reader has moved to, so that going back finds that spot."""
        if self._places:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """The place before this one, now the present one; None at the beginning."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """The place after this one, now the present one; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._places[self._at]
