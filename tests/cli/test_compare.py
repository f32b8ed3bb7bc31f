"""`wmc-tui compare`: a metric by its name, in every form."""

import csv
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Run

STORE = Path(__file__).parent.parent / "present" / "compared.toml"


@pytest.fixture(autouse=True)
def _store(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wmc_tui.store.files.shipped_store", lambda: STORE)


def test_a_metric_is_printed_as_a_table_and_a_chart(run: Run) -> None:
    ended = run("compare", "deals")
    lines = ended.out.splitlines()
    assert (ended.status, ended.err) == (0, "")
    assert lines[:3] == ["Deals signed  签约数  (deals 个)", "Signed, not started.", "为签约数。"]
    assert any(line.startswith("2018") and "over 4,000 deals" in line and "4000多个" in line for line in lines)
    assert "2020 | no figure 无数据" in lines
    assert any(line.startswith("2021 |//") and line.endswith("(9,000)  (9000)  expected 预计") for line in lines)
    assert lines[-2:] == [
        "also: --measure growth  (growth  增速, 2 editions)",
        "      --part north  (North hall  北馆, 1 edition)",
    ]
    assert max(map(cell_len, lines)) <= 80


def test_columns_stand_below_each_other_by_cells(run: Run) -> None:
    rows = [line for line in run("compare", "deals").out.splitlines() if line[:4].isdecimal() and "|" not in line]
    assert len(rows) == 4
    texts = ("4000多", "4500个", "无数据", "(9000")
    assert len({cell_len(row[: row.index(text)]) for row, text in zip(rows, texts, strict=True)}) == 1


@pytest.mark.parametrize("name", [("deals",), ("Deals", "signed"), ("签约数",), ("SIGNED",)])
def test_a_metric_has_many_names(run: Run, name: tuple[str, ...]) -> None:
    assert run("compare", *name).out == run("compare", "deals").out


def test_every_series_is_reached_by_the_options_that_are_named(run: Run) -> None:
    assert run("compare", "deals", "--part", "north").out.startswith("Deals signed (North hall)")
    assert run("compare", "deals", "--part", "北馆").out.startswith("Deals signed (North hall)")
    growth = run("compare", "deals", "--measure", "growth").out
    assert "-14.2 pp" in growth and "also: without options  (the whole  总体, 3 editions)" in growth
    assert "USD 31bn" in run("compare", "money", "--unit", "USD").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("deals", "--part", "nort"), 'deals has no series with --part "nort"; did you mean "north"?'),
        (("money", "--measure", "share"), 'money has no series with --measure "share"; it has amount'),
        (("motto", "--svg", "x.svg"), "there is no chart"),
        (("--csv",), "name a metric to compare"),
        (("deals", "--json", "--csv"), "one of --json"),
        (("deals", "--csv", "--markdown"), "not allowed with argument"),
        (("deals", "--svg", "/nowhere/x.svg"), "/nowhere/x.svg: cannot be written"),
    ],
)
def test_what_cannot_be_answered_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ended = run("compare", *arguments)
    assert (ended.status, ended.out) == (2, "") and said in ended.err and ended.err.count("\n") == 1


def test_an_unknown_metric_brings_the_nearest_ones(run: Run) -> None:
    ended = run("compare", "dealz")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == 'wmc-tui: there is no metric "dealz"; did you mean deals?\n'
    assert "wmc-tui compare lists them" in run("compare", "xyzzy").err


def test_several_metrics_of_a_name_are_listed(run: Run) -> None:
    ended = run("compare", "o")
    assert ended.status == 1 and "2 metrics" in ended.err
    assert [line.split()[0] for line in ended.out.splitlines() if line.startswith("  ")] == ["motto", "money"]


def test_without_a_metric_all_are_listed(run: Run) -> None:
    ended = run("compare")
    assert ended.status == 0
    assert "  deals  Deals signed  签约数  (3 editions, 3 series)" in ended.out.splitlines()
    assert "unused" not in ended.out
    answer = json.loads(run("compare", "--json").out)
    assert (answer[1]["metric"], answer[1]["editions"]) == ("deals", [2018, 2019, 2021])
    assert answer[1]["series"][1] == {"part": "", "measure": "growth", "scope": "edition", "unit": "percent"}


def test_json_csv_and_markdown_hold_the_same_figures(run: Run) -> None:
    answer = json.loads(run("compare", "deals", "--json").out)
    rows = list(csv.DictReader(run("compare", "deals", "--csv").out.splitlines()))
    assert [point["fact"] or "" for point in answer["points"]] == [row["fact"] for row in rows]
    assert [point["value"] or "" for point in answer["points"]] == [row["value"] for row in rows]
    written = run("compare", "deals", "--markdown").out
    assert all(point["fact"] in written for point in answer["points"] if point["fact"])


def test_the_chart_is_written_as_svg(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "deals.svg"
    ended = run("compare", "deals", "--svg", str(path))
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert path.read_text(encoding="utf-8") == run("compare", "deals", "--svg", "-").out
    assert "签约数" in "".join(ElementTree.parse(path).getroot().itertext())


def test_a_terminal_gets_its_own_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("wmc_tui.cli.commands.compare._width", lambda: 40)
    lines = run("compare", "deals", "--all").out.splitlines()
    bars = [line for line in lines if "|" in line]
    assert max(map(cell_len, bars)) == 40
