"""The hits of a search, walked in the text from one to the next."""

from collections.abc import Sequence

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.history import Place

LONGEST = 24
"""Characters of the query that are shown."""


class Trail:
    """Places in the order found, each once, and at which of them the reader is."""

    def __init__(self, query: str, places: Sequence[Place], at: Place, *, more: bool = False) -> None:
        """`more`: the search found more than it showed."""
        self._query = query
        self._places = list(dict.fromkeys(places))
        self._at = self._places.index(at) if at in self._places else 0
        self._more = more

    @property
    def place(self) -> Place | None:
        """The present hit; None where there is none."""
        return self._places[self._at] if self._places else None

    def step(self, by: int) -> Place | None:
        """Go to another hit; None at the end, where it stays."""
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        return self._places[self._at]

    @property
    def words(self) -> str:
        """Which hit of how many, safe to show: `hit 3 of 17 for 4471亿`."""
        query = self._query if len(self._query) <= LONGEST else self._query[: LONGEST - 2] + ".."
        return visible_line(f"hit {self._at + 1} of {len(self._places)}{'+' * self._more} for {query}")
