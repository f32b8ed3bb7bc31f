"""Compare a metric over all editions: a table, a chart, and the change from each edition to the next.

METRIC is an id, a label in either language, or words of one; without it the metrics are listed.
Figures that are expected or from before the event stand in brackets and are hatched in the chart;
a change from a hedged figure begins with ~, ! is for a note, +1 for one more figure."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

from wmc_tui.cli.exit_status import NOTHING, UsageError, complain
from wmc_tui.cli.streams import json_document, line, open_stores, print_verbatim, write_file
from wmc_tui.model import Measure, Metric, Scope
from wmc_tui.present.charts import plain
from wmc_tui.present.comparison import (
    Comparer,
    Comparison,
    find_metrics,
    group_label,
    is_charted,
    key_label,
    series_title,
    unit_label,
)
from wmc_tui.present.comparison_export import ComparisonExport
from wmc_tui.present.comparison_table import series_chart, series_table
from wmc_tui.present.tables import FORMATS, record_data
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Key, Series
from wmc_tui.store.problems import did_you_mean, nearest, quoted
from wmc_tui.text.wrap import break_lines

EXAMPLES = """\
examples:
  wmc-tui compare
  wmc-tui compare total_investment
  wmc-tui compare 签约项目数 --part manufacturing --measure share
  wmc-tui compare guests --scope cumulative --csv > guests.csv
  wmc-tui compare projects signed --svg projects.svg

--csv and --markdown print UTF-8 without a byte order mark. With --json the answer is {"key",
"metric", "part", "title", "unit", "points": [{"edition", "fact", "label", "value", "qualifier",
"figure", "stage", "as_of", "note", "change", "change_unit", "change_approximate", "expected",
"others", "sources"}]}: value and change are decimal strings or null, fact is null where there is no
figure. Exit status 1 where there is no such metric, or several."""
WIDTH, LEAST = 80, 30
"""Cells of a line where the output is no terminal; and of the narrowest one."""
_SUGGESTED = 5
_OTHERS = 8


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("metric", metavar="METRIC", nargs="*", help="what to compare; several words are one name")
    parser.add_argument("--part", metavar="ID", help="of a part: a sector, a size, a place")
    parser.add_argument(
        "--measure", choices=[measure.value for measure in Measure], help="amounts, shares, growth, ..."
    )
    parser.add_argument("--scope", choices=[scope.value for scope in Scope], help="what the figures cover")
    parser.add_argument("--unit", metavar="UNIT", help="CNY, USD, percent, ...")
    parser.add_argument("--all", action="store_true", help="name every other series of the metric, not just the first")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--csv", action="store_true", help="print CSV, a row for each edition")
    forms.add_argument("--markdown", action="store_true", help="print a Markdown table")
    forms.add_argument("--svg", metavar="FILE", help="write the chart to a file as SVG; - is standard output")


def run(options: Namespace) -> int:
    """Print the comparison, or the metrics."""
    if options.json and (options.csv or options.markdown or options.svg):
        raise UsageError("one of --json, --csv, --markdown and --svg is enough")
    comparer = Comparer(open_stores(options.store))
    name = " ".join(options.metric)
    if not name.strip():
        return _list(comparer, options)
    metrics = find_metrics(comparer, name)
    if len(metrics) != 1:
        return _ask_again(comparer, name, metrics)
    series = comparer.series(_key(comparer, metrics[0], options))
    assert series is not None
    return _answer(comparer, series, options)


def _answer(comparer: Comparer, series: Series, options: Namespace) -> int:
    comparison = Comparison(series_title(series), [series])
    export = ComparisonExport(comparer.library, comparison)
    if options.json:
        json_document(export.data()[0])
    elif options.csv or options.markdown:
        print_verbatim(FORMATS["csv" if options.csv else "md"].write(export))
    elif options.svg:
        _draw(comparer, comparison, options.svg)
    else:
        _print(comparer, series, options.all)
    return 0


def _list(comparer: Comparer, options: Namespace) -> int:
    """The metrics by group, with the number of editions that have a figure of each."""
    if options.csv or options.markdown or options.svg:
        raise UsageError("name a metric to compare; wmc-tui compare lists them")
    if options.json:
        json_document([_metric_data(comparer, metric) for metric in comparer.metrics])
    else:
        _print_metrics(comparer, comparer.metrics)
    return 0 if comparer.metrics else NOTHING


def _print_metrics(comparer: Comparer, metrics: Sequence[Metric]) -> None:
    width = max((cell_len(metric.id) for metric in metrics), default=0)
    for group, members in groupby(metrics, key=lambda metric: metric.group):
        line(both_languages(group_label(group)))
        for metric in members:
            keys = comparer.keys(metric)
            more = f", {len(keys)} series" if len(keys) > 1 else ""
            line(f"  {metric.id:{width}}  {metric.label.en}  {metric.label.zh}  ({_length(comparer, keys[0])}{more})")


def _length(comparer: Comparer, key: Key) -> str:
    count = comparer.length(key)
    return f"{count} edition{'s' * (count != 1)}"


def _metric_data(comparer: Comparer, metric: Metric) -> dict[str, object]:
    main = comparer.main(metric)
    return {
        "metric": metric.id,
        **record_data(metric, "label", "unit", "group"),
        "editions": [fact.edition for fact in main.facts] if main else [],
        "series": [_key_data(key) for key in comparer.keys(metric)],
    }


def _key_data(key: Key) -> dict[str, str]:
    return {name: str(value) for name, value in key._asdict().items() if name != "metric"}


def _ask_again(comparer: Comparer, name: str, metrics: Sequence[Metric]) -> int:
    """Several metrics have the name, or none has."""
    if metrics:
        complain(f"{len(metrics)} metrics have {quoted(name)}; name one by its id")
        _print_metrics(comparer, metrics)
        return NOTHING
    names = {text.casefold(): m.id for m in comparer.metrics for text in (m.id, m.label.en, m.label.zh) if text}
    like = dict.fromkeys(names[text] for text in nearest(name.casefold(), names, most=_SUGGESTED, alike=0.5))
    hint = f"did you mean {', '.join(like)}?" if like else "wmc-tui compare lists them"
    complain(f"there is no metric {quoted(name)}; {hint}")
    return NOTHING


def _key(comparer: Comparer, metric: Metric, options: Namespace) -> Key:
    """The first series of the metric that the options leave. Raises UsageError where there is none."""
    given = {"part": _part_id(comparer, options.part), "measure": options.measure, "scope": options.scope}
    keys = comparer.keys(metric)
    for option, value in {**given, "unit": options.unit}.items():
        if value is None:
            continue
        values = sorted({_key_data(key)[option] for key in keys} - {""})
        keys = [key for key in keys if _key_data(key)[option] == value]
        if not keys:
            hint = did_you_mean(value, values) or (f"it has {', '.join(values)}" if values else "it has none")
            raise UsageError(f"{metric.id} has no series with --{option} {quoted(value)}; {hint}")
    return keys[0]


def _part_id(comparer: Comparer, name: str | None) -> str | None:
    """The id of a part named by its id or its label."""
    same = (part.id for part in comparer.library.parts() if name in (part.id, part.label.en, part.label.zh))
    return next(same, name) if name else name


def _print(comparer: Comparer, series: Series, every: bool) -> None:
    width = _width()
    unit = unit_label(series)
    title = both_languages(series_title(series))
    _paragraph(f"{title}  ({both_languages(unit, ' ')})" if unit.en else title, width)
    for note in series.metric.note:
        _paragraph(note, width)
    line()
    for row in series_table(series, width, cell_len):
        line(plain(row.spans))
    chart = series_chart(series, width, cell_len)
    if chart:
        line()
    for bar in chart:
        line(plain(bar))
    _print_others(comparer, series, every)


def _print_others(comparer: Comparer, series: Series, every: bool) -> None:
    """The other series of the metric, each with the options that show it."""
    keys = comparer.keys(series.metric)
    others = [key for key in keys if key != series.key]
    shown = others if every else others[:_OTHERS]
    if others:
        line()
    for place, key in enumerate(shown):
        words = both_languages(key_label(key, series.metric, comparer.part(key))) or "the whole  总体"
        options = _options(key, keys) or "without options"
        line(f"{'      ' if place else 'also: '}{options}  ({words}, {_length(comparer, key)})")
    if len(others) > len(shown):
        line(f"      and {len(others) - len(shown)} more, with --all")


def _options(key: Key, keys: Sequence[Key]) -> str:
    """The fewest options that lead to a series."""
    wanted = {option: value for option, value in _key_data(key).items() if value}
    for option in reversed(list(wanted)):
        fewer = {name: value for name, value in wanted.items() if name != option}
        if next(other for other in keys if fewer.items() <= _key_data(other).items()) == key:
            wanted = fewer
    return " ".join(f"--{option} {value}" for option, value in wanted.items())


def _paragraph(text: str, width: int) -> None:
    for start, end in break_lines(text, width, cell_len):
        line(text[start:end])


def _width() -> int:
    if not sys.stdout.isatty():
        return WIDTH
    try:
        return max(LEAST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except OSError:
        return WIDTH


def _draw(comparer: Comparer, comparison: Comparison, name: str) -> None:
    from wmc_tui.present.charts_svg import svg_charts

    if not any(map(is_charted, comparison.series)):
        raise UsageError("there is no chart: the figures of this metric are no amounts")
    drawing = svg_charts(comparer.library, comparison)
    if name == "-":
        print_verbatim(drawing)
    else:
        write_file(Path(name), drawing)
