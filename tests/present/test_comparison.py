"""A series in words: figures with their hedges, gaps, changes, and what marks a figure that is no result."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.present.conftest import series_of
from wmc_tui.model import Bilingual, Measure
from wmc_tui.present.charts import plain
from wmc_tui.present.comparison import (
    Comparer,
    edition_figure,
    edition_figures,
    find_metrics,
    find_series,
    headline_keys,
    is_charted,
    narrow_figure,
    series_title,
    signed_text,
    unit_label,
)
from wmc_tui.present.comparison_table import series_chart, series_table
from wmc_tui.series import Key
from wmc_tui.store import Library

DEALS = Key("deals", unit="count")
GROWTH = Key("deals", measure=Measure.GROWTH, unit="percent")


def test_every_edition_has_an_entry_and_gaps_are_gaps(compared: Library) -> None:
    entries = edition_figures(series_of(compared, DEALS))
    assert [(entry.edition, entry.figure.en, entry.figure.zh, entry.change.en) for entry in entries] == [
        (2018, "over 4,000 deals", "4000多个", ""),
        (2019, "4,500 deals", "4500个", "~+12.5%"),
        (2020, "no figure", "无数据", ""),
        (2021, "(9,000 deals)", "(9000个)", ""),
    ]
    assert all(entry.change.zh == entry.change.en for entry in entries)
    assert [entry.expected for entry in entries] == [False, False, False, True]
    assert [(entry.noted, entry.others) for entry in entries] == [(False, 0), (True, 1), (False, 0), (False, 0)]
    assert edition_figure(series_of(compared, DEALS), 1999) is None
    assert (entries[3].state.en, entries[3].sign.zh) == ("expected, at the opening", "预计")


def test_shares_and_growth_change_by_points(compared: Library) -> None:
    entries = edition_figures(series_of(compared, GROWTH))
    assert [entry.change.en for entry in entries] == ["", "", "-14.2 pp", ""]
    assert [entry.change.zh for entry in entries] == ["", "", "-14.2个百分点", ""]
    assert [entry.short.en for entry in entries] == ["no figure", "8.38%", "-5.77%", "no figure"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("12.5", "+12.5"),
        ("-0.04", "0.0"),
        ("0", "0.0"),
        ("-5.85", "-5.9"),
        ("1042.857", "+1,042.9"),
        ("1000", "+1,000.0"),
    ],
)
def test_a_change_has_its_sign_and_one_digit(change: str, said: str) -> None:
    assert signed_text(Decimal(change)) == said


def test_titles_tell_series_of_a_metric_apart(compared: Library) -> None:
    comparer = Comparer(compared)
    titles = [series_title(series_of(compared, key)) for metric in comparer.metrics for key in comparer.keys(metric)]
    assert titles == [
        Bilingual("Motto", "口号"),
        Bilingual("Deals signed", "签约数"),
        Bilingual("Deals signed (growth)", "签约数（增速）"),
        Bilingual("Deals signed (North hall)", "签约数（北馆）"),
        Bilingual("Money pledged", "投资额"),
        Bilingual("Money pledged (US dollars)", "投资额（美元）"),
    ]
    assert unit_label(series_of(compared, DEALS)) == Bilingual("deals", "个")
    assert unit_label(series_of(compared, GROWTH)) == Bilingual("%", "%")
    assert unit_label(series_of(compared, Key("motto", unit="text"))) == Bilingual()
    assert [key.metric for key in headline_keys(comparer)] == ["money", "deals", "motto"]


def test_a_narrow_cell_has_signs_for_hedges(compared: Library) -> None:
    facts = {id: compared.fact(id) for id in ("2018.deals", "2021.deals", "2020.money_usd", "2020.deals_growth")}
    said = [narrow_figure(fact, fact.id == "2021.deals") for fact in facts.values() if fact]
    assert said == ["4,000+", "(9,000)", "~USD 31bn", "-5.77%"]
    dollars = facts["2020.money_usd"]
    assert dollars is not None and narrow_figure(dollars, False, unit=False) == "~31bn"


def test_a_metric_is_found_by_id_label_or_words(compared: Library) -> None:
    comparer = Comparer(compared)
    for name in ("deals", "Deals Signed", "签约数", "signed", "签约"):
        assert [metric.id for metric in find_metrics(comparer, name)] == ["deals"], name
    assert [metric.id for metric in find_metrics(comparer, "o")] == ["motto", "money"]
    assert not find_metrics(comparer, "nothing") and not find_metrics(comparer, " ")
    assert [(key.metric, key.part) for key in find_series(comparer, "north")] == [("deals", "north")]
    assert [key.metric for key in find_series(comparer, "")] == ["motto", "deals", "money"]


def test_the_table_says_it_in_words(compared: Library) -> None:
    rows = [plain(row.spans) for row in series_table(series_of(compared, DEALS), 100, cell_len)]
    assert rows[3].split("  ")[0] == "2020" and rows[3].split()[1:] == ["no", "figure", "无数据"]
    assert rows[0].split() == ["edition", "figure", "数值", "change", "given", "时点"]
    assert rows[2].split()[-2:] == ["!", "+1"]
    assert "expected, at the opening" in rows[4] and "预计，开幕时" in rows[4] and "(9,000 deals)" in rows[4]


def test_texts_have_a_table_and_no_chart(compared: Library) -> None:
    motto = series_of(compared, Key("motto", unit="text"))
    assert not is_charted(motto) and series_chart(motto, 80, cell_len) == []
    rows = series_table(motto, 60, cell_len)
    said = " ".join(" ".join(plain(row.spans).split()) for row in rows).replace("result ", "")
    assert "one after the other, for everybody everywhere 精益求精" in said, "long texts are broken, not cut"


def test_the_chart_names_what_is_expected(compared: Library) -> None:
    wide, narrow = (
        [plain(row) for row in series_chart(series_of(compared, DEALS), width, cell_len)] for width in (80, 40)
    )
    assert wide[3].endswith("/ (9,000)  (9000)  expected 预计") and narrow[3].endswith("/ (9,000) expected")
    assert wide[0].endswith("over 4,000  超4000") and wide[2] == "2020 | no figure 无数据"


@given(st.integers(30, 200), st.integers(0, 5))
def test_tables_and_charts_fit_any_width(compared: Library, width: int, which: int) -> None:
    comparer = Comparer(compared)
    keys = [key for metric in comparer.metrics for key in comparer.keys(metric)]
    series = series_of(compared, keys[which])
    rows = [plain(row.spans) for row in series_table(series, width, cell_len)]
    rows += [plain(row) for row in series_chart(series, width, cell_len)]
    assert all(cell_len(row) <= width for row in rows), rows
    years = [row[:4] for row in rows if row[:4].isdecimal()]
    assert years[:4] == ["2018", "2019", "2020", "2021"]
