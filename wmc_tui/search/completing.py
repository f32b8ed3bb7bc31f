"""What the word under the cursor may become: names of filters and their values."""

from dataclasses import dataclass

from wmc_tui.model import Bilingual


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on."""

    text: str
    """What to write."""
    start: int
    """From where it replaces the query, in code points."""
    end: int
    """Up to where."""
    label: Bilingual
    """What it means."""
    records: int | None = None
    """How many records have it; None where nobody counted, and for names."""
