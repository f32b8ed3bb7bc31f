"""From TOML to the model: reading, validation, locations, the compiled library."""

from wmc_tui.store.files import Progress
from wmc_tui.store.library import Library, Origin, needs_compiling, open_current, open_library
from wmc_tui.store.locations import places
from wmc_tui.store.problems import Problem, StoreError

__all__ = [
    "Library",
    "Origin",
    "Problem",
    "Progress",
    "StoreError",
    "needs_compiling",
    "open_current",
    "open_library",
    "places",
]
