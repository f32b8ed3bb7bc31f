"""Search over facts and sentences, by words of either language and by numbers."""

from wmc_tui.search.index.hits import Hit, Span
from wmc_tui.search.index.index import Answer, Index
from wmc_tui.search.index.index_tables import NoFullTextSearch

__all__ = ["Answer", "Hit", "Index", "NoFullTextSearch", "Span"]
