"""What hits are called in rows, each text made once, as the same hits come with every key."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from wmc_tui.model import Fact, Lang
from wmc_tui.present.wording import renderings
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.pages import source_label

if TYPE_CHECKING:
    from wmc_tui.present.comparison import Comparer
    from wmc_tui.search import Hit


class HitTexts:
    """The texts of one library's hits. Everything it gives is safe to show."""

    def __init__(self, library: Library, keys: Mapping[str, str]) -> None:
        """`keys`: the keys of commands, as people write them, by id."""
        self.library = library
        self._keys = keys
        self._texts: dict[tuple[str, str], tuple[str, ...]] = {}
        self._mentions = cache(library.mentions_in)

    def of(self, hit: "Hit") -> tuple[str, ...]:
        """Label or title in English and Chinese, then its value (see `value`)."""
        key = hit.kind, hit.id
        if key not in self._texts:
            self._texts[key] = tuple(map(visible_line, (*hit.text, *self._value(hit))))
        return self._texts[key]

    def value(self, hit: "Hit") -> tuple[str, ...]:
        """What stands right of a label or title: a fact's value in both languages, once where they are the same."""
        return self.of(hit)[2:]

    def _value(self, hit: "Hit") -> tuple[str, ...]:
        match hit.kind:
            case "fact":
                fact = self.library.fact(hit.fact)
                return tuple(dict.fromkeys(renderings(fact))) if fact else ()
            case "article":
                article = self.library.article(hit.article)
                return (source_label(self.library, article.source),) if article else ()
            case "publication":
                return (source_label(self.library, hit.id),)
            case "metric":
                years = sorted({fact.edition for fact in self.library.facts(metric=hit.id)})
                return (f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(map(str, years)),)
            case "command":
                return (self._keys.get(hit.id, ""),)
            case _:
                return ()

    @cached_property
    def _comparer(self) -> "Comparer":
        """The series of the library's metrics, imported and built when first asked for."""
        from wmc_tui.present.comparison import Comparer

        return Comparer(self.library)

    def figures(self, metric_id: str) -> tuple[str, ...]:
        """A metric's figures over the editions, in a line for each language; none where it has none."""
        from wmc_tui.present.comparison import edition_figures

        metric = self.library.metric(metric_id)
        series = self._comparer.main(metric) if metric else None
        if series is None:
            return ()
        shown = [(entry.edition, entry.short) for entry in edition_figures(series) if entry.fact is not None]
        lines = ("  ".join(f"{year} {short[lang]}" for year, short in shown) for lang in Lang)
        return tuple(dict.fromkeys(lines))

    def hits_stated(self, source_id: str) -> list["Hit"]:
        """The facts that a publication states, as hits."""
        from wmc_tui.search.index.hits import Hit, Reason

        hits = []
        for fact in self.stated_by(source_id):
            hit = Hit("fact", fact.id, fact.label, edition=fact.edition, fact=fact.id, why=(Reason.STATED,))
            mentions = self.library.mentions_of(fact.id)
            if mentions:
                hit = replace(hit, article=mentions[0].article, sentence=mentions[0].sentence)
            hits.append(hit)
        return hits

    def stated_by(self, source_id: str) -> list[Fact]:
        """The facts that a publication states, in the order of the library."""
        library = self.library
        stated = {evidence.fact for evidence in library.evidence() if evidence.source == source_id}
        for article in library.articles():
            if article.source == source_id:
                stated.update(mention.fact for mention in library.mentions_in(article.id))
        return [fact for fact in library.facts() if fact.id in stated]

    def matching_fact(self, hit: "Hit") -> str:
        """The fact that a sentence states by the figure that matched; empty where none did."""
        here = (mention for mention in self._mentions(hit.article) if mention.sentence == hit.sentence)
        return next((mention.fact for mention in here if hit.spans(mention.as_written)), "")
