"""The words of the project as immutable records. Imports nothing but the standard library."""

from wmc_tui.model.articles import Article, Mention, Sentence, Source
from wmc_tui.model.bilingual import Bilingual, Lang
from wmc_tui.model.facts import Edition, Evidence, Fact, Metric, Part
from wmc_tui.model.vocabulary import Attestation, Measure, Qualifier, Scope, Stage, language_label

__all__ = [
    "Article",
    "Attestation",
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
    "language_label",
]
