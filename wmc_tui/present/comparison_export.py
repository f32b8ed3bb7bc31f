"""Series written for use elsewhere: CSV, Markdown, and plain data for JSON."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual, Fact, Source
from wmc_tui.present.comparison import Comparison, Entry, entries, series_title, unit_words
from wmc_tui.present.comparison_table import pair
from wmc_tui.present.export import markdown_cell, sheet_cell
from wmc_tui.present.wording import renderings, source_ids
from wmc_tui.quantities.report import plain_decimal
from wmc_tui.series import Point, Series

if TYPE_CHECKING:
    from wmc_tui.store import Library

COLUMNS = (
    "metric part measure scope unit label_en label_zh edition fact value qualifier figure_en figure_zh change "
    "change_unit stage expected others sources".split()
)
"""Columns of the CSV form. `value` and `change` are plain decimals, `others` are fact ids and `sources` ids of
publications, both separated by spaces; an edition without a figure has a row without a fact."""
_FACT = ("fact", "label", "value", "qualifier", "figure", "stage", "as_of", "note")


def csv_text(library: "Library", seen: Comparison) -> str:
    """A row for each series and edition, with a header (RFC 4180, for UTF-8 without a byte order mark)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for series in seen.series:
        key, title = series.key, series_title(series)
        texts = (key.metric, key.part, key.measure.value, key.scope.value, key.unit, title.en, title.zh)
        named = list(map(sheet_cell, texts))
        writer.writerows([*named, *_cells(library, point, entry)] for point, entry in seen.rows(series))
    return out.getvalue()


def markdown(library: "Library", seen: Comparison) -> str:
    """One series with its editions below each other; several as a table of series by editions, or of one edition."""
    lines = [f"# {markdown_cell(seen.title.en)}", "", f"# {markdown_cell(seen.title.zh)}", ""]
    if len(seen.series) == 1 and seen.edition is None:
        lines += _one(library, seen.series[0], seen)
    elif seen.edition is not None:
        lines += _profile(library, seen)
    else:
        lines += _matrix(seen)
    return "\n".join(lines) + "\n"


def data(library: "Library", seen: Comparison) -> list[dict[str, object]]:
    """Every series in full, as for JSON: values are decimal strings, what is missing is null."""
    return [_series_data(library, series, seen) for series in seen.series]


def cited(library: "Library", series: Sequence[Series]) -> list[Source]:
    """The publications that state the figures shown, once each."""
    ids = dict.fromkeys(id for one in series for fact in one.facts for id in source_ids(library, fact))
    return [source for source in map(library.source, ids) if source is not None]


def _change(point: Point) -> tuple[str | None, str | None]:
    """The change as a decimal of at most four digits behind the point, and its unit."""
    if point.change is None or point.fact is None:
        return None, None
    points = point.fact.unit in ("percent", "percentage_point")
    small = abs(point.change) < 10**20
    change = point.change.quantize(Decimal("0.0001")) if small else point.change
    return plain_decimal(change), "percentage_point" if points else "percent"


def _cells(library: "Library", point: Point, entry: Entry) -> list[str]:
    fact = point.fact
    if fact is None:
        return [str(point.edition), *[""] * (len(COLUMNS) - 8)]
    change, unit = _change(point)
    shown = renderings(fact)
    return [
        str(point.edition),
        sheet_cell(fact.id),
        plain_decimal(fact.value) or "",
        fact.qualifier.value,
        sheet_cell(shown.en),
        sheet_cell(shown.zh),
        change or "",
        unit or "",
        fact.stage.value,
        "yes" if entry.expected else "no",
        sheet_cell(" ".join(other.id for other in point.others)),
        sheet_cell(" ".join(source_ids(library, fact))),
    ]


def _one(library: "Library", series: Series, seen: Comparison) -> list[str]:
    lines = ["| edition 届 | figure | 数值 | change 变化 | given 时点 | fact |", "|---|---|---|---:|---|---|"]
    for point, entry in seen.rows(series):
        figures = [entry.figure.en, entry.figure.zh, entry.change.en, pair(entry.state, " ")]
        lines.append(_table_row([str(point.edition), *figures, point.fact.id if point.fact else ""]))
    names = [markdown_cell(f"{source.publisher}, {source.published}") for source in cited(library, [series])]
    return [*lines, "", f"Stated by 来源: {'; '.join(names)}"] if names else lines


def _profile(library: "Library", seen: Comparison) -> list[str]:
    lines = ["| metric | 指标 | figure | 数值 | change 变化 | given 时点 |", "|---|---|---|---|---:|---|"]
    for series in seen.series:
        title = series_title(series)
        for _, entry in seen.rows(series):
            figures = [entry.figure.en, entry.figure.zh, entry.change.en, pair(entry.state, " ")]
            lines.append(_table_row([title.en, title.zh, *figures]))
    return lines


def _matrix(seen: Comparison) -> list[str]:
    years = [point.edition for point in seen.series[0].points] if seen.series else []
    lines = [
        f"| metric | 指标 | unit 单位 | {' | '.join(map(str, years))} |",
        f"|---|---|---|{'---:|' * len(years)}",
    ]
    for series in seen.series:
        title = series_title(series)
        figures = [entry.short.en if entry.fact else "" for entry in entries(series)]
        lines.append(_table_row([title.en, title.zh, pair(unit_words(series), " "), *figures]))
    return lines


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(markdown_cell, cells))} |"


def _series_data(library: "Library", series: Series, seen: Comparison) -> dict[str, object]:
    key, metric, part = series.key, series.metric, series.part
    return {
        "key": {
            "metric": key.metric,
            "part": key.part,
            "measure": key.measure.value,
            "scope": key.scope.value,
            "unit": key.unit,
        },
        "metric": {
            "metric": metric.id,
            "label": _both(metric.label),
            "unit": metric.unit,
            "noun": _both(metric.noun),
            "note": _both(metric.note),
            "group": metric.group,
        },
        "part": {"part": part.id, "label": _both(part.label), "note": _both(part.note)} if part else None,
        "title": _both(series_title(series)),
        "unit": _both(unit_words(series)),
        "points": [_point_data(library, point, entry) for point, entry in seen.rows(series)],
    }


def _point_data(library: "Library", point: Point, entry: Entry) -> dict[str, object]:
    fact = point.fact
    change, unit = _change(point)
    return {
        "edition": point.edition,
        **(_fact_data(fact) if fact else dict.fromkeys(_FACT)),
        "change": change,
        "change_unit": unit,
        "change_approximate": entry.change.en.startswith("~"),
        "expected": entry.expected,
        "others": [_fact_data(other) for other in point.others],
        "sources": [_source_data(library, source) for source in source_ids(library, fact)] if fact else [],
    }


def _fact_data(fact: Fact) -> dict[str, object]:
    return {
        "fact": fact.id,
        "label": _both(fact.label),
        "value": plain_decimal(fact.value),
        "qualifier": fact.qualifier.value,
        "figure": _both(renderings(fact)),
        "stage": fact.stage.value,
        "as_of": fact.as_of,
        "note": _both(fact.note),
    }


def _source_data(library: "Library", id: str) -> dict[str, object]:
    source = library.source(id)
    if source is None:
        return {"source": id}
    return {"source": id, "publisher": source.publisher, "title": source.title, "published": source.published}


def _both(pair: Bilingual) -> dict[str, object]:
    return {"en": pair.en, "zh": pair.zh}
