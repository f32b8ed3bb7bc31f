"""The words of the project as immutable records. Imports nothing but the standard library."""

from wmc_tui.model.articles import Article, Mention, Sentence, Source
from wmc_tui.model.facts import Edition, Evidence, Fact, Metric
from wmc_tui.model.words import Bilingual, Lang, Qualifier, Scope, Stage

__all__ = [
    "Article",
    "Bilingual",
    "Edition",
    "Evidence",
    "Fact",
    "Lang",
    "Mention",
    "Metric",
    "Qualifier",
    "Scope",
    "Sentence",
    "Source",
    "Stage",
]
