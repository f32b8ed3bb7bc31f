"""The figures of one metric over all editions, and which of several stands for an edition."""

from wmc_tui.series.series import Key, Point, Preferences, Series, SeriesReader, best_first, key_of

__all__ = ["Key", "Point", "Preferences", "Series", "SeriesReader", "best_first", "key_of"]
