"""Comparisons, to be written for use elsewhere."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Fact, Source
from wmc_tui.present.comparison import Comparison, EditionFigure, edition_figures, series_title, unit_label
from wmc_tui.present.tables import Cell, Data, markdown_cell, markdown_table, markdown_titles, plain_data, record_data
from wmc_tui.present.wording import PERCENT_UNITS, both_languages, publication_list, renderings, source_ids, sources_of
from wmc_tui.series import Point, Series

if TYPE_CHECKING:
    from wmc_tui.store import Library

COLUMNS = (
    "metric part measure scope unit label_en label_zh edition fact value qualifier figure_en figure_zh change "
    "change_unit stage expected others sources".split()
)
"""Columns of the table. `value` and `change` are plain decimals, `others` are fact ids and `sources` ids of
publications, both separated by spaces; an edition without a figure has a row without a fact."""
_FACT_FIELDS = ("fact", "label", "value", "qualifier", "figure", "stage", "as_of", "note")


class ComparisonExport(NamedTuple):
    """What is compared, of all editions or of one."""

    library: "Library"
    comparison: Comparison

    def markdown(self) -> str:
        """One series with its editions below each other; several as a table of series by editions, or of one edition."""
        shown = self.comparison
        lines = markdown_titles(shown.title)
        if shown.edition is not None:
            lines += self._edition_table()
        elif len(shown.series) == 1:
            lines += self._series_table(shown.series[0])
        else:
            lines += self._editions_table()
        return "\n".join(lines) + "\n"

    def table(self) -> Iterator[Sequence[Cell]]:
        """A row for each series and edition."""
        yield COLUMNS
        for series in self.comparison.series:
            title = series_title(series)
            for point, entry in self.comparison.rows(series):
                yield (*series.key, title.en, title.zh, *self._cells(point, entry))

    def data(self) -> list[Data]:
        """Every series in full: values are decimal strings, what is missing is null."""
        return [self._series_data(series) for series in self.comparison.series]

    def _cells(self, point: Point, entry: EditionFigure) -> list[Cell]:
        fact = point.fact
        if fact is None:
            return [point.edition, *[None] * (len(COLUMNS) - 8)]
        shown = renderings(fact)
        return [
            *(point.edition, fact.id, fact.value, fact.qualifier, shown.en, shown.zh),
            *_change(point),
            *(fact.stage, "yes" if entry.expected else "no"),
            " ".join(other.id for other in point.others),
            " ".join(source_ids(self.library, fact)),
        ]

    def _series_table(self, series: Series) -> list[str]:
        heads = ("edition 届", "figure", "数值", "change 变化", "given 时点", "fact")
        rows = (
            (str(point.edition), *_figure_cells(entry), point.fact.id if point.fact else "")
            for point, entry in self.comparison.rows(series)
        )
        lines = markdown_table(heads, rows, right=("change 变化",))
        publications = stating_sources(self.library, [series])
        stated = f"Stated by 来源: {markdown_cell(publication_list(publications))}"
        return [*lines, "", stated] if publications else lines

    def _edition_table(self) -> list[str]:
        heads = ("metric", "指标", "figure", "数值", "change 变化", "given 时点")
        rows = (
            (*series_title(series), *_figure_cells(entry))
            for series in self.comparison.series
            for _, entry in self.comparison.rows(series)
        )
        return markdown_table(heads, rows, right=("change 变化",))

    def _editions_table(self) -> list[str]:
        shown = self.comparison.series
        years = [str(point.edition) for point in shown[0].points] if shown else []
        rows = (
            (
                *series_title(series),
                both_languages(unit_label(series), " "),
                *(entry.short.en if entry.fact else "" for entry in edition_figures(series)),
            )
            for series in shown
        )
        return markdown_table(("metric", "指标", "unit 单位", *years), rows, right=years)

    def _series_data(self, series: Series) -> Data:
        metric, part = series.metric, series.part
        return {
            "key": series.key._asdict(),
            "metric": {"metric": metric.id, **record_data(metric, "label", "unit", "noun", "note", "group")},
            "part": {"part": part.id, **record_data(part, "label", "note")} if part else None,
            "title": plain_data(series_title(series)),
            "unit": plain_data(unit_label(series)),
            "points": [self._point_data(point, entry) for point, entry in self.comparison.rows(series)],
        }

    def _point_data(self, point: Point, entry: EditionFigure) -> Data:
        fact = point.fact
        change, unit = _change(point)
        return {
            "edition": point.edition,
            **(_fact_data(fact) if fact else dict.fromkeys(_FACT_FIELDS)),
            "change": plain_data(change),
            "change_unit": unit,
            "change_approximate": entry.change.en.startswith("~"),
            "expected": entry.expected,
            "others": [_fact_data(other) for other in point.others],
            "sources": [self._source_data(id) for id in source_ids(self.library, fact)] if fact else [],
        }

    def _source_data(self, id: str) -> Data:
        source = self.library.source(id)
        return {"source": id, **(record_data(source, "publisher", "title", "published") if source else {})}


def stating_sources(library: "Library", shown: Sequence[Series]) -> list[Source]:
    """The publications that state the figures shown, once each."""
    facts = (fact for series in shown for fact in series.facts)
    return list({source.id: source for fact in facts for source in sources_of(library, fact)}.values())


def _figure_cells(entry: EditionFigure) -> tuple[str, str, str, str]:
    """The figure in both languages, its change, and when it was given."""
    return entry.figure.en, entry.figure.zh, entry.change.en, both_languages(entry.state, " ")


def _change(point: Point) -> tuple[Decimal | None, str | None]:
    """The change, with at most four digits behind the point, and its unit."""
    if point.change is None or point.fact is None:
        return None, None
    small = abs(point.change) < 10**20
    change = point.change.quantize(Decimal("0.0001")) if small else point.change
    return change, "percentage_point" if point.fact.unit in PERCENT_UNITS else "percent"


def _fact_data(fact: Fact) -> Data:
    data = {"fact": fact.id, **record_data(fact, "label", "value", "qualifier")}
    return data | {"figure": plain_data(renderings(fact)), **record_data(fact, "stage", "as_of", "note")}
