"""A query taken apart by the signs in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wmc_tui.search.query.filters import Filter


@dataclass(slots=True, eq=False, repr=False)
class Structure:
    """A query taken apart. Both texts are as long as the query, with spaces in place of what is missing."""

    filters: list[Filter] = field(default_factory=list)
    """In order."""
    phrases: list[str] = field(default_factory=list)
    """Folded, with single spaces."""
    excluded: list[str] = field(default_factory=list)
    """Folded, with single spaces."""
    left: str = ""
    """What is not set apart, in plain characters."""
    kept: str = ""
    """The same with the phrases."""
