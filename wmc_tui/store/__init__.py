"""From TOML to the model: reading, validation, locations, the compiled library."""

from wmc_tui.store.library import Library, open_library
from wmc_tui.store.locations import places
from wmc_tui.store.problems import Problem, StoreError

__all__ = ["Library", "Problem", "StoreError", "open_library", "places"]
