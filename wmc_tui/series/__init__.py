"""The figures of one metric over all editions, and which of several stands for an edition."""

from wmc_tui.series.key import Key, key_of
from wmc_tui.series.series import Point, Series, keys_of, series_of
from wmc_tui.series.standing_for import Preferences, best_first

__all__ = ["Key", "Point", "Preferences", "Series", "best_first", "key_of", "keys_of", "series_of"]
