"""The command palette's own entries: editions and articles, found by any part of their names.

Textual's matcher is not used: it reads what it highlights as markup, and its time explodes on long texts.
"""

from collections.abc import Iterator
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.screens.base import Desk
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id


class StoreProvider(Provider):
    """Goes to an edition's facts or to an article."""

    async def discover(self) -> Hits:
        """Everything there is, before anything is typed."""
        for text, place in self._entries():
            yield DiscoveryHit(Content(text), partial(self._desk.go_to, place), text)

    async def search(self, query: str) -> Hits:
        """Entries that have every word of the query."""
        words = query.casefold().split()
        for text, place in self._entries():
            folded = text.casefold()
            if words and all(word in folded for word in words):
                content = Content(text)
                for word in words:
                    if len(folded) == len(text):
                        at = folded.index(word)
                        content = content.stylize("bold underline", at, at + len(word))
                yield Hit(1.0, content, partial(self._desk.go_to, place), text)

    def _entries(self) -> Iterator[tuple[str, Place]]:
        library = self._desk.library
        for edition in library.editions():
            name = _dated(edition.year, f"{edition.name.en} {edition.name.zh}: all facts")
            yield visible_line(name), Place(overview_id(edition.year))
        for article in library.articles():
            name = _dated(article.edition, f"{article.title.en} {article.title.zh}")
            yield visible_line(name), Place(article.id)

    @property
    def _desk(self) -> Desk:
        return cast("Desk", self.app)


def _dated(year: int, name: str) -> str:
    """The name with its year, said once."""
    return name if str(year) in name else f"{year} {name}"
