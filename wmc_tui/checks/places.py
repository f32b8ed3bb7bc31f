"""Where a mention stands in its store file, for telling the line."""

import tomllib
from pathlib import Path
from typing import Any

from wmc_tui.model import Mention
from wmc_tui.store import Library, Problem
from wmc_tui.store.lines import Place, line_of, lines_of


class Places:
    """Finds lines; a file is read when its first line is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._files: dict[str, tuple[list[Any], dict[Place, int]]] = {}

    def problem(self, mention: Mention, what: str, hint: str) -> Problem:
        """A problem of a mention, with its file and line."""
        file = self._library.origin_of("article", mention.article)
        key = f"article {mention.article}: sentence {mention.sentence}: {mention.lang}"
        return Problem(file, self._line(file, mention), key, what, hint)

    def _line(self, file: str, mention: Mention) -> int | None:
        """The line of the mention's figure; None where the file cannot be read again."""
        if file not in self._files:
            self._files[file] = _read(file)
        articles, lines = self._files[file]
        return line_of(lines, _place(articles, mention)) if lines else None


def _read(file: str) -> tuple[list[Any], dict[Place, int]]:
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
        return tomllib.loads(text).get("article", []), lines_of(text)
    except (OSError, ValueError):
        return [], {}


def _place(articles: list[Any], mention: Mention) -> Place:
    """The mention's place among the tables of the file, or that of the nearest thing around it that is found."""
    place: Place = ()
    tables: Any = articles
    for name, wanted in (
        ("article", {"id": mention.article}),
        ("sentence", {"n": mention.sentence}),
        ("mention", {"fact": mention.fact, mention.lang.value: mention.as_written}),
    ):
        here = [n for n, table in enumerate(tables) if all(table.get(key) == value for key, value in wanted.items())]
        if not here:
            return place
        place = (*place, name, here[0])
        tables = tables[here[0]].get({"article": "sentence", "sentence": "mention"}.get(name, ""), [])
    return (*place, mention.lang.value)
