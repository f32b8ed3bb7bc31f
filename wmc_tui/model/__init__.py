"""The words of the project as immutable records. Imports nothing but the standard library."""

from wmc_tui.model.articles import Article, Mention, Sentence, Source
from wmc_tui.model.bilingual import Bilingual, Lang, Measure, Qualifier, Scope, Stage
from wmc_tui.model.facts import Edition, Evidence, Fact, Metric, Part

__all__ = [
    "Article",
    "Bilingual",
    "Edition",
    "Evidence",
    "Fact",
    "Lang",
    "Measure",
    "Mention",
    "Metric",
    "Part",
    "Qualifier",
    "Scope",
    "Sentence",
    "Source",
    "Stage",
]
