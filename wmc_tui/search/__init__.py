"""Search over facts and sentences, by words of either language and by numbers."""

from wmc_tui.search.index.hits import Hit, Span
from wmc_tui.search.index.index import Index

__all__ = ["Hit", "Index", "Span"]
