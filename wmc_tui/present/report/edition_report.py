"""What a report of an edition holds, whatever the language and the form."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.checks.attestation import Attestations, FactAttestation
from wmc_tui.checks.run import check_facts
from wmc_tui.model import Article, Bilingual, Edition, Fact, Qualifier, Source, Stage
from wmc_tui.model.claims import Conflict
from wmc_tui.present.comparison import EXPECTED, group_label
from wmc_tui.present.findings import Finding, Status, facts_of, list_findings
from wmc_tui.present.record_export import lines_data
from wmc_tui.present.tables import Data, plain_data, record_data
from wmc_tui.present.wording import PERCENT_UNITS, attestation_text, dates, renderings
from wmc_tui.series import SeriesReader, key_of

if TYPE_CHECKING:
    from wmc_tui.store import Library


_EXPLANATIONS = 2
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


class ReportedFact(NamedTuple):
    """A fact as the report shows it."""

    fact: Fact
    """The fact."""
    figure: Bilingual
    """The figure in both languages."""
    attestation: FactAttestation
    """How well it is attested."""
    citations: tuple[int, ...]
    """Numbers of the publications that state it, ascending."""
    change: Change | None = None
    """On the edition before; of headline figures only, None where nothing can be compared."""


class ReportedFinding(NamedTuple):
    """A check or conflict with the facts that it is about."""

    finding: Finding
    """The check or conflict."""
    facts: tuple[ReportedFact, ...]
    """Its facts, the reported one or the one to quote first."""
    explained_by: tuple[Conflict, ...] = ()
    """The conflicts that account for a failing check, the most telling first."""


class NumberedSource(NamedTuple):
    """A publication in the list at the end."""

    number: int
    """From 1, in the order in which the report first names them."""
    source: Source
    """The publication."""
    title: Bilingual
    """Its title as the store's article of it has it in both languages; empty without one."""


class EditionReport(NamedTuple):
    """A summary of an edition."""

    edition: Edition
    """The edition."""
    headline: tuple[ReportedFact, ...]
    """The figures that sum it up."""
    findings: tuple[ReportedFinding, ...]
    """What does not add up: failing checks, then conflicts; what holds is left out."""
    groups: tuple[tuple[Bilingual, tuple[ReportedFact, ...]], ...]
    """Every other fact than follow-ups, by group of metrics; headline figures once more."""
    follow_up: tuple[ReportedFact, ...]
    """What became of it, by the day that the figures are of."""
    articles: tuple[tuple[Article, int], ...]
    """The store's articles, each with the number of its publication."""
    publications: tuple[NumberedSource, ...]
    """Every publication named."""


class _Builder:
    """Puts a report together; the order of its calls is the order of the citations."""

    def __init__(self, library: "Library", edition: Edition) -> None:
        self._library = library
        self._edition = edition
        self._numbers: dict[str, int] = {}
        self._attestations = Attestations(library)
        self._series = SeriesReader(library)

    def report(self) -> EditionReport:
        year = self._edition.year
        facts = self._library.facts(edition=year)
        by_id = {fact.id: fact for fact in facts}
        headline = tuple(self._reported(by_id[id], changes=True) for id in self._edition.headline if id in by_id)
        findings = self._findings(year)
        groups = self._grouped(fact for fact in facts if fact.stage is not Stage.FOLLOW_UP)
        later = sorted((fact for fact in facts if fact.stage is Stage.FOLLOW_UP), key=lambda fact: fact.as_of)
        follow_up = tuple(self._reported(fact) for fact in later)
        articles = self._library.articles(edition=year)
        cited = tuple((article, self._number(article.source)) for article in articles)
        return EditionReport(self._edition, headline, findings, groups, follow_up, cited, self._publications())

    def _number(self, source_id: str) -> int:
        """The number of a publication: the next one where it is cited for the first time."""
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    def _publications(self) -> tuple[NumberedSource, ...]:
        titles = {article.source: article.title for article in reversed(self._library.articles())}
        sources = ((number, self._library.source(id)) for id, number in self._numbers.items())
        return tuple(
            NumberedSource(number, source, titles.get(source.id, Bilingual()))
            for number, source in sources
            if source is not None
        )

    def _reported(self, fact: Fact, *, changes: bool = False) -> ReportedFact:
        attestation = self._attestations.of(fact.id)
        numbers = tuple(sorted(self._number(source) for source in attestation.sources))
        return ReportedFact(fact, renderings(fact), attestation, numbers, self._change(fact) if changes else None)

    def _change(self, fact: Fact) -> Change | None:
        series = self._series.series(key_of(fact))
        for before, point in pairwise(series.points if series is not None else ()):
            earlier = before.fact
            if point.fact == fact and point.change is not None and earlier is not None:
                hedged = {fact.qualifier, earlier.qualifier} != {Qualifier.EXACT}
                plain = earlier.qualifier is Qualifier.EXPECTED
                figure = renderings(earlier._replace(qualifier=Qualifier.EXACT) if plain else earlier)
                points = fact.unit in PERCENT_UNITS
                approximate = hedged or before.expected or point.expected
                given = (EXPECTED if plain else earlier.stage.label) if before.expected else Bilingual()
                return Change(point.change, points, approximate, before.edition, figure, given)
        return None

    def _findings(self, year: int) -> tuple[ReportedFinding, ...]:
        outcomes = [outcome for outcome in check_facts(self._library) if outcome.edition == year]
        findings = list_findings(self._library.conflicts(edition=year), outcomes)
        return tuple(self._finding(finding) for finding in findings if finding.status is not Status.HOLDS)

    def _finding(self, finding: Finding) -> ReportedFinding:
        facts = tuple(self._reported(fact) for fact in facts_of(self._library, finding))
        ids = finding.outcome.conflicts[:_EXPLANATIONS] if finding.outcome is not None else ()
        conflicts = map(self._library.conflict, ids)
        return ReportedFinding(finding, facts, tuple(conflict for conflict in conflicts if conflict is not None))

    def _grouped(self, facts: Iterable[Fact]) -> tuple[tuple[Bilingual, tuple[ReportedFact, ...]], ...]:
        """The facts by group, in the order in which the metrics bring the groups; those without one come last."""
        group_of = {metric.id: metric.group for metric in self._library.metrics()}
        groups: dict[str, list[Fact]] = {group: [] for group in (*group_of.values(), "")}
        for fact in facts:
            groups[group_of.get(fact.metric, "")].append(fact)
        return tuple(
            (group_label(group), tuple(map(self._reported, facts))) for group, facts in groups.items() if facts
        )


def report_of(library: "Library", edition: Edition) -> EditionReport:
    """The report of an edition. FormulaError where a declared check cannot be read."""
    return _Builder(library, edition).report()


def report_data(report: EditionReport) -> Data:
    """Everything that the printed report says, in both languages; citations are numbers of publications."""
    edition = report.edition
    return {
        "edition": edition.year,
        "name": plain_data(edition.name),
        "dates": plain_data(dates(edition.start, edition.end)),
        **record_data(edition, "theme", "note"),
        "headline": _facts_data(report.headline),
        "findings": [_finding_data(finding) for finding in report.findings],
        "groups": [{"group": plain_data(name), "facts": _facts_data(facts)} for name, facts in report.groups],
        "follow_up": _facts_data(report.follow_up),
        "articles": [
            {"article": article.id, "title": plain_data(article.title), "citation": number}
            for article, number in report.articles
        ],
        "publications": [
            {
                "number": publication.number,
                "source": publication.source.id,
                **record_data(publication.source, "publisher", "title", "language", "published", "url"),
            }
            for publication in report.publications
        ],
    }


def _facts_data(facts: Iterable[ReportedFact]) -> list[Data]:
    return list(map(_fact_data, facts))


def _fact_data(reported: ReportedFact) -> Data:
    fact, change, attestation = reported.fact, reported.change, reported.attestation
    data = {
        "fact": fact.id,
        "label": plain_data(fact.label),
        "figure": plain_data(reported.figure),
        **record_data(fact, "value", "unit", "qualifier", "stage"),
        "as_of": fact.as_of or None,
        "standing": attestation.kind,
        "standing_words": plain_data(attestation_text(attestation)),
        "note": plain_data(fact.note),
        "citations": list(reported.citations),
    }
    if change is not None:
        data["change"] = {
            "by": plain_data(change.by.quantize(Decimal("0.1"), ROUND_HALF_UP)),
            "unit": "percentage_point" if change.points else "percent",
            "approximate": change.approximate,
            "on_edition": change.before,
            "on_figure": plain_data(change.figure),
            "on_given": plain_data(change.given),
        }
    return data


def _finding_data(reported: ReportedFinding) -> Data:
    finding = reported.finding
    return {
        **record_data(finding, "id", "status", "kind", "title"),
        "told": lines_data(finding),
        "facts": _facts_data(reported.facts),
        "explained_by": [conflict.id for conflict in reported.explained_by],
    }
