"""What a report of an edition holds, whatever the language and the form."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.checks import Attestations, FactAttestation, check_facts
from wmc_tui.model import Article, Bilingual, Edition, Fact, Qualifier, Source, Stage
from wmc_tui.model.claims import Conflict
from wmc_tui.present.comparison import EXPECTED, group_label
from wmc_tui.present.findings import Finding, Status, facts_of, list_findings
from wmc_tui.present.wording import renderings
from wmc_tui.series import Preferences, key_of, series_of

if TYPE_CHECKING:
    from wmc_tui.store import Library


_HOLDS = Status.HOLDS
_SEEN = 2
"""Conflicts that a failing check refers to."""


class Change(NamedTuple):
    """A headline figure against the edition before."""

    by: Decimal
    """By how much it grew: percent, or percentage points of a share; negative where it fell."""
    points: bool
    """Whether that is in percentage points."""
    approximate: bool
    """Whether either figure is hedged or was only expected."""
    before: int
    """The edition before."""
    figure: Bilingual
    """Its figure."""
    given: Bilingual
    """That it was only expected, or given before the event; empty for others."""


class Stated(NamedTuple):
    """A fact as the report shows it."""

    fact: Fact
    """The fact."""
    figure: Bilingual
    """The figure in both languages."""
    standing: FactAttestation
    """How well it is attested."""
    citations: tuple[int, ...]
    """Numbers of the publications that state it, ascending."""
    change: Change | None = None
    """On the edition before; of headline figures only, None where nothing can be compared."""


class Found(NamedTuple):
    """A check or conflict with the facts that it is about."""

    finding: Finding
    """The check or conflict."""
    facts: tuple[Stated, ...]
    """Its facts, the reported one or the one to quote first."""
    explained_by: tuple[Conflict, ...] = ()
    """The conflicts that account for a failing check, the most telling first."""


class Listed(NamedTuple):
    """An article of the edition."""

    article: Article
    """The article."""
    citation: int
    """The number of its publication."""


class Cited(NamedTuple):
    """A publication in the list at the end."""

    number: int
    """From 1, in the order in which the report first names them."""
    source: Source
    """The publication."""
    title: Bilingual
    """Its title as the store's article of it has it in both languages; empty without one."""


class Report(NamedTuple):
    """A summary of an edition."""

    edition: Edition
    """The edition."""
    headline: tuple[Stated, ...]
    """The figures that sum it up."""
    findings: tuple[Found, ...]
    """What does not add up: failing checks, then conflicts; what holds is left out."""
    groups: tuple[tuple[Bilingual, tuple[Stated, ...]], ...]
    """Every other fact than follow-ups, by group of metrics; headline figures once more."""
    follow_up: tuple[Stated, ...]
    """What became of it, by the day that the figures are of."""
    articles: tuple[Listed, ...]
    """The store's articles."""
    publications: tuple[Cited, ...]
    """Every publication named."""


class _Citations:
    """Gives publications their numbers, in the order in which they are asked for."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._numbers: dict[str, int] = {}
        self._articles = {article.source: article for article in reversed(library.articles())}

    def number(self, source_id: str) -> int:
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    def cited(self) -> tuple[Cited, ...]:
        found = ((number, self._library.source(id)) for id, number in self._numbers.items())
        return tuple(Cited(number, source, self._title(source)) for number, source in found if source is not None)

    def _title(self, source: Source) -> Bilingual:
        article = self._articles.get(source.id)
        return article.title if article is not None else Bilingual()


class _Composer:
    """Puts a report together; the order of its calls is the order of the citations."""

    def __init__(self, library: "Library", edition: Edition) -> None:
        self._library = library
        self._edition = edition
        self._citations = _Citations(library)
        self._standings = Attestations(library)
        self._preferences = Preferences(library)
        self._groups = {metric.id: metric.group for metric in library.metrics()}

    def report(self) -> Report:
        year = self._edition.year
        facts = self._library.facts(edition=year)
        known = {fact.id: fact for fact in facts}
        headline = tuple(self._stated(known[id], changes=True) for id in self._edition.headline if id in known)
        found = self._findings(year)
        followed = [fact for fact in facts if fact.stage is Stage.FOLLOW_UP]
        groups = self._grouped(fact for fact in facts if fact.stage is not Stage.FOLLOW_UP)
        follow_up = tuple(self._stated(fact) for fact in sorted(followed, key=lambda fact: fact.as_of))
        articles = self._library.articles(edition=year)
        listed = tuple(Listed(article, self._citations.number(article.source)) for article in articles)
        return Report(self._edition, headline, found, groups, follow_up, listed, self._citations.cited())

    def _stated(self, fact: Fact, *, changes: bool = False) -> Stated:
        standing = self._standings.of(fact.id)
        numbers = tuple(sorted(self._citations.number(source) for source in standing.sources))
        return Stated(fact, renderings(fact), standing, numbers, self._change(fact) if changes else None)

    def _change(self, fact: Fact) -> Change | None:
        series = series_of(self._library, key_of(fact), self._preferences)
        for before, point in pairwise(series.points if series is not None else ()):
            earlier = before.fact
            if point.fact == fact and point.change is not None and earlier is not None:
                hedged = {fact.qualifier, earlier.qualifier} != {Qualifier.EXACT}
                plain = earlier.qualifier is Qualifier.EXPECTED
                figure = renderings(earlier._replace(qualifier=Qualifier.EXACT) if plain else earlier)
                points = fact.unit in ("percent", "percentage_point")
                approximate = hedged or before.expected or point.expected
                given = (EXPECTED if plain else earlier.stage.label) if before.expected else Bilingual()
                return Change(point.change, points, approximate, before.edition, figure, given)
        return None

    def _findings(self, year: int) -> tuple[Found, ...]:
        outcomes = [outcome for outcome in check_facts(self._library) if outcome.edition == year]
        shown = [
            one for one in list_findings(self._library.conflicts(edition=year), outcomes) if one.status is not _HOLDS
        ]
        return tuple(
            Found(one, tuple(self._stated(fact) for fact in facts_of(self._library, one)), self._explained_by(one))
            for one in shown
        )

    def _explained_by(self, finding: Finding) -> tuple[Conflict, ...]:
        ids = finding.outcome.conflicts[:_SEEN] if finding.outcome is not None else ()
        return tuple(conflict for conflict in map(self._library.conflict, ids) if conflict is not None)

    def _grouped(self, facts: Iterable[Fact]) -> tuple[tuple[Bilingual, tuple[Stated, ...]], ...]:
        order = list(dict.fromkeys(self._groups.values()))
        rank = {group: place for place, group in enumerate(order)}

        def place(fact: Fact) -> int:
            return rank.get(self._groups.get(fact.metric, ""), len(rank))

        ordered = sorted(facts, key=place)
        return tuple(
            (group_label(order[at] if at < len(order) else ""), tuple(self._stated(fact) for fact in group))
            for at, group in groupby(ordered, key=place)
        )


def report_of(library: "Library", edition: Edition) -> Report:
    """The report of an edition. FormulaError where a declared check cannot be read."""
    return _Composer(library, edition).report()
