"""A library in memory: what validation gives and compiling takes."""

from dataclasses import dataclass, field

from wmc_tui.model import Article, Edition, Evidence, Fact, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate


@dataclass(slots=True)
class Content:
    """All good records of all files, each kind by its id and in the order of reading."""

    editions: dict[int, Edition] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    """By fact id."""
    articles: dict[str, Article] = field(default_factory=dict)
    sentences: dict[str, list[Sentence]] = field(default_factory=dict)
    """By article id, in file order."""
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    """By article id, by sentence, language and start."""
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    origins: dict[tuple[str, str], str] = field(default_factory=dict)
    """(table, id) to the file that the record came from."""
