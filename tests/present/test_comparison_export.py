"""What is exported holds every figure exactly, as text that no program takes for more."""

import csv
import json
from decimal import Decimal
from xml.etree import ElementTree

from tests.present.conftest import series_of
from wmc_tui.model import Bilingual, Measure
from wmc_tui.present.charts_svg import svg_charts
from wmc_tui.present.comparison import Comparer, Comparison, headline_keys, series_title
from wmc_tui.present.comparison_export import COLUMNS, ComparisonExport
from wmc_tui.present.tables import csv_text
from wmc_tui.series import Key
from wmc_tui.store import Library

DEALS = Key("deals", unit="count")
GROWTH = Key("deals", measure=Measure.GROWTH, unit="percent")
SVG = "{http://www.w3.org/2000/svg}"


def comparison_of(library: Library, key: Key) -> Comparison:
    series = series_of(library, key)
    return Comparison(series_title(series), [series])


def texts(drawing: str) -> list[str]:
    return ["".join(element.itertext()) for element in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def test_csv_has_a_row_for_each_edition_gaps_too(compared: Library) -> None:
    written = csv_text(ComparisonExport(compared, comparison_of(compared, DEALS)).table())
    rows = list(csv.DictReader(written.splitlines()))
    assert list(rows[0]) == COLUMNS and written.endswith("\r\n")
    assert [(row["edition"], row["fact"], row["value"]) for row in rows] == [
        ("2018", "2018.deals", "4000"),
        ("2019", "2019.deals", "4500"),
        ("2020", "", ""),
        ("2021", "2021.deals", "9000"),
    ]
    assert (rows[1]["change"], rows[1]["change_unit"], rows[1]["others"]) == ("12.5", "percent", "2019.deals.before")
    assert (rows[3]["expected"], rows[3]["sources"]) == ("yes", "paper")
    assert rows[3]["figure_en"] == "an expected 9,000 deals"


def test_data_is_complete(compared: Library) -> None:
    (growth,) = json.loads(json.dumps(ComparisonExport(compared, comparison_of(compared, GROWTH)).data()))
    key = {"metric": "deals", "part": "", "measure": "growth", "scope": "edition", "unit": "percent"}
    assert growth["key"] == key
    points = growth["points"]
    assert [(point["edition"], point["fact"]) for point in points[:2]] == [(2018, None), (2019, "2019.deals_growth")]
    assert Decimal(points[2]["value"]) == Decimal("-5.77")
    assert (points[2]["change"], points[2]["change_unit"]) == ("-14.15", "percentage_point")
    deals = ComparisonExport(compared, comparison_of(compared, DEALS)).data()[0]["points"]
    assert isinstance(deals, list)
    assert deals[1]["change_approximate"] and deals[3]["expected"] and deals[3]["change"] is None
    assert deals[3]["sources"] == [
        {"source": "paper", "publisher": "Sample & Sons", "title": "=SUM(1)", "published": "2021-09-20"}
    ]
    assert [other["fact"] for other in deals[1]["others"]] == ["2019.deals.before"]


def test_markdown_is_a_table_of_what_is_seen(compared: Library) -> None:
    written = ComparisonExport(compared, comparison_of(compared, DEALS)).markdown()
    assert "| 2019 | 4,500 deals | 4500个 | \\~+12.5% | result 大会成果 | 2019.deals |" in written
    assert "Stated by 来源: Sample & Sons, 2021-09-20" in written
    comparer = Comparer(compared)
    shown = [series_of(compared, key) for key in headline_keys(comparer)]
    matrix = ComparisonExport(compared, Comparison(Bilingual("All", "全部"), shown)).markdown()
    assert "| Deals signed | 签约数 | deals 个 | over 4,000 | 4,500 |  | (9,000) |" in matrix
    profile = ComparisonExport(compared, Comparison(Bilingual("2021", "2021"), shown, 2021)).markdown()
    assert "| Deals signed | 签约数 | (9,000 deals) | (9000个) |" in profile and "4,500" not in profile


def test_a_picture_has_axes_values_gaps_legend_and_source(compared: Library) -> None:
    drawing = svg_charts(compared, comparison_of(compared, DEALS))
    shown = texts(drawing)
    assert {"Deals signed", "签约数", "in deals 个", "0", "2,500", "10,000", "2018", "无数据"} <= set(shown)
    assert {"over 4,000", "超4000"} <= set(shown)
    assert any("expected" in text and "预计" in text for text in shown)
    assert "Source 来源: Sample & Sons, wmc-tui fact store" in shown
    kinds = [element.get("class") for element in ElementTree.fromstring(drawing).iter(f"{SVG}rect")]
    assert kinds.count("bar") == 2 and kinds.count("expected") == 2, "a bar and its legend"
    assert "textLength" not in drawing and "Noto Sans CJK SC" in drawing


def test_falling_values_hang_from_the_zero_line(compared: Library) -> None:
    drawing = svg_charts(compared, comparison_of(compared, GROWTH))
    bars = [e for e in ElementTree.fromstring(drawing).iter(f"{SVG}rect") if e.get("class") == "bar"]
    zero = next(e for e in ElementTree.fromstring(drawing).iter(f"{SVG}line") if e.get("class") == "zero")
    up, down = ((int(bar.get("y", "")), int(bar.get("height", ""))) for bar in bars)
    assert up[0] + up[1] == int(zero.get("y1", "")) == down[0]
    assert abs(up[1] * 577 - down[1] * 838) < 2 * 838, "one scale"


def test_several_charts_stand_side_by_side(compared: Library) -> None:
    shown = [series_of(compared, key) for key in headline_keys(Comparer(compared))]
    drawn = texts(svg_charts(compared, Comparison(Bilingual("Headline metrics", "主要指标"), shown)))
    assert "Deals signed" in drawn and "Money pledged" in drawn and "Motto" not in drawn
    assert "4,000+" in drawn and "342.5bn" in drawn


def test_nothing_in_a_name_is_markup_or_a_formula(compared: Library) -> None:
    series = series_of(compared, DEALS)
    evil = Bilingual('<script>&"\x1b[31m\ufffe', "=1+1|`\u202e")
    series = series._replace(metric=series.metric._replace(label=evil))
    seen = Comparison(series_title(series), [series])
    drawing = svg_charts(compared, seen)
    assert any("<script>&" in text for text in texts(drawing)) and "<script" not in drawing
    rows = list(csv.DictReader(csv_text(ComparisonExport(compared, seen).table()).splitlines()))
    assert rows[0]["label_zh"].startswith("'=1+1")
    markdown = ComparisonExport(compared, seen).markdown()
    assert "\\<script\\>" in markdown and "\x1b" not in markdown


def test_a_label_of_any_length_is_drawn(compared: Library) -> None:
    series = series_of(compared, DEALS)
    long = Bilingual("long " * 60, "很长" * 150)
    series = series._replace(metric=series.metric._replace(label=long))
    lines = texts(svg_charts(compared, Comparison(series_title(series), [series])))
    assert "".join("".join(lines).split()).count("long") == 60
    assert all(len(line) < 120 for line in lines)
