"""What to try where no figure is the one asked for: slips of scale, neighbours, wrong digits."""

from dataclasses import dataclass

from wmc_tui.model import Bilingual


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query."""

    text: str
    """The query to try."""
    reason: Bilingual
    """Why."""
