"""What can be found, folded once: the row that every search engine ranks."""

from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.model import Bilingual
from wmc_tui.text.fold import fold_words

OWN, SHARED = 1.0, 0.95
"""What a word counts in a label, title or sentence, and in the metric's label, the counted noun or the publisher."""


@dataclass(slots=True, eq=False, repr=False)
class Record:
    """A fact, sentence, article, publication, metric or command, ready to be compared with queries.

    Its fields, their order aside, are agreed upon with every engine that ranks by `rank.score`.
    """

    kind: str
    """`fact`, `sentence`, `article`, `publication`, `metric` or `command`."""
    edition: int
    """Year; for a publication that of what it reports, for a metric the newest one that has it; 0 for a command."""
    fact: str
    """Fact id; empty for all other kinds."""
    article: str
    """Where it stands or is best read; empty where no article here has it."""
    sentence: int
    """Sentence number in that article; 0 where there is none."""
    text: Bilingual
    """A label or title, or the sentence."""
    words_en: str
    """The English text, and the wording of a fact that is no number, folded, with one space between words."""
    words_zh: str
    """The same of the Chinese."""
    shared_en: str = ""
    """What counts less: labels of metric and part, counted noun, publisher, other wordings of a fact that is no number;
    folded."""
    shared_zh: str = ""
    """The same of the Chinese."""
    labels: tuple[str, ...] = ()
    """Its label or title in each language, folded and packed; none for a sentence."""
    bonus: float = 0.0
    """How telling it is among equals: points of `rank.score`."""
    figures: tuple[tuple[Decimal, str, str], ...] = ()
    """Value, unit and qualifier of its fact, or of each fact that the sentence states."""
    written: frozenset[str] = frozenset()
    """A fact's figure as its publications write it, as `fold.normalise_figure` makes it: with its decimal points."""
    id: str = ""
    """Of the fact, article, publication, metric or command; `ARTICLE N` for a sentence."""
    sounds: str = ""
    """`words_zh`, a line feed and `shared_zh` written in sounds (wmc_tui.search.sounds): as long as these."""
    states: tuple[str, ...] = ()
    """Ids of the facts that a sentence states."""
    metric: str = ""
    """Metric id of a fact; a metric's own."""
    part: str = ""
    """Part id of a fact."""
    unit: str = ""
    """As in Fact.unit, of a fact or metric."""
    scope: str = ""
    """As in Fact.scope."""
    stage: str = ""
    """As in Fact.stage."""
    qualifier: str = ""
    """As in Fact.qualifier."""
    publishers: tuple[str, ...] = ()
    """Who published it, folded and packed."""
    languages: tuple[str, ...] = ()
    """The languages of these publications."""
    standing: str = ""
    """Of a fact: `disputed`, `single` or `confirmed`."""
    names: tuple[str, ...] = ()
    """Of a fact that stands for its metric, or for a part of it: what that is plainly called, folded and packed."""
    behind: str = ""
    """Id of the fact that an expected figure never stands before where both answer: the result of the same thing."""


def command_record(id: str, label: Bilingual, more: Bilingual = Bilingual()) -> Record:
    """A record of something to do, found by its label and, less, by further words."""
    en, zh = fold_words(label.en), fold_words(label.zh)
    return Record(
        kind="command",
        edition=0,
        fact="",
        article="",
        sentence=0,
        text=label,
        words_en=en,
        words_zh=zh,
        shared_en=fold_words(more.en),
        shared_zh=fold_words(more.zh),
        labels=tuple(packed_label.replace(" ", "") for packed_label in (en, zh) if packed_label),
        id=id,
    )
