"""Series: what is compared with what, which figure stands for an edition, and what changed."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from wmc_tui.model import Fact, Measure, Scope
from wmc_tui.series import Key, Preferences, Series, SeriesReader, best_first, key_of
from wmc_tui.store import Library, open_library

STORE = (
    "".join(f'[[edition]]\nyear = {year}\nname_en = "Fair {year}"\n' for year in range(2018, 2022))
    + """
[[metric]]
id = "test_area"
label_en = "Floor"
unit = "m2"

[[part]]
id = "test_north"
label_en = "North hall"
"""
)
FACT = """
[[fact]]
id = "{id}"
edition = {edition}
metric = "test_area"
label_en = "{id}"
scope = "edition"
stage = "{stage}"
value = {value}
qualifier = "{qualifier}"
"""


def fact(id: str, value: int, *, stage: str = "result", qualifier: str = "exact", more: str = "") -> str:
    return FACT.format(id=id, edition=id[:4], value=value, stage=stage, qualifier=qualifier) + more


Make = Callable[..., Library]


@pytest.fixture
def library(tmp_path: Path) -> Make:
    def make(*tables: str) -> Library:
        path = tmp_path / "store.toml"
        path.write_text(STORE + "".join(tables), encoding="utf-8")
        library = open_library([path], use_cache=False)
        assert library.problems == ()
        return library

    return make


KEY = Key("test_area", unit="m2")


def series_of(library: Library, key: Key = KEY) -> Series:
    series = SeriesReader(library).series(key)
    assert series is not None
    return series


def test_every_edition_has_a_point_and_gaps_stay_gaps(library: Make) -> None:
    series = series_of(library(fact("2018.a", 50), fact("2019.a", 60), fact("2021.a", 30)))
    assert [(p.edition, p.fact and p.fact.id, p.change) for p in series.points if p.edition < 2022] == [
        (2018, "2018.a", None),
        (2019, "2019.a", Decimal(20)),
        (2020, None, None),
        (2021, "2021.a", None),
    ]
    assert [fact.id for fact in series.facts] == ["2018.a", "2019.a", "2021.a"]


def test_a_result_stands_before_the_opening_and_a_forecast(library: Make) -> None:
    opened = library(
        fact("2019.c", 70, stage="pre_event"),
        fact("2019.b", 65, stage="opening", qualifier="over"),
        fact("2019.a", 60, qualifier="nearly"),
        fact("2019.d", 61),
        fact("2020.c", 50, stage="pre_event"),
        fact("2021.c", 50, stage="opening", qualifier="expected"),
    )
    series = series_of(opened)
    points = {point.edition: point for point in series.points}
    assert points[2019].fact is not None
    assert [points[2019].fact.id, *(fact.id for fact in points[2019].others)] == [
        "2019.d",
        "2019.a",
        "2019.b",
        "2019.c",
    ]
    assert not points[2019].expected
    assert points[2020].expected and points[2021].expected


def conflict(id: str, status: str, facts: list[str], prefer: str = "") -> str:
    chosen = f'prefer = "{prefer}"\n' if prefer else ""
    text = f'edition = 2019\nkind = "rounding"\ntitle_en = "{id}"\nexplanation_en = "One is rounded."\n{chosen}'
    return f'[[conflict]]\nid = "{id}"\nstatus = "{status}"\nfacts = {facts}\n{text}\n'


@pytest.mark.parametrize(
    ("status", "ranked"), [("resolved", ["2019.b", "2019.c", "2019.a"]), ("open", ["2019.b", "2019.a", "2019.c"])]
)
def test_a_conflict_decides_which_figure_is_quoted(library: Make, status: str, ranked: list[str]) -> None:
    opened = library(
        fact("2019.a", 60),
        fact("2019.b", 61, qualifier="about"),
        fact("2019.c", 62),
        conflict("two-areas", status, ["2019.a", "2019.b"], "2019.b"),
        conflict("undecided", "resolved", ["2019.a", "2019.c"]),
    )
    facts = opened.facts(edition=2019, metric="test_area")
    assert [fact.id for fact in best_first(facts, Preferences(opened))] == ranked


def test_the_latest_state_of_a_follow_up_comes_first(library: Make) -> None:
    opened = library(
        fact("2019.a", 60, stage="follow_up", more='as_of = "2020-01"\n'),
        fact("2019.b", 70, stage="follow_up", more='as_of = "2021-09-30"\n'),
    )
    facts = opened.facts(edition=2019, metric="test_area")
    assert [fact.id for fact in best_first(facts, Preferences(opened))] == ["2019.b", "2019.a"]


def test_parts_measures_scopes_and_units_are_never_mixed(library: Make) -> None:
    opened = library(
        fact("2018.a", 50),
        fact("2019.a", 60),
        fact("2019.north", 20, more='part = "test_north"\n'),
        fact("2019.growth", 20, more='measure = "growth"\nunit = "percent"\n'),
        fact("2019.total", 110, more="since = 2018\n").replace('scope = "edition"', 'scope = "cumulative"'),
        *(fact(f"{year}.price", 7, more='unit = "CNY"\n') for year in (2018, 2019, 2020)),
    )
    metric = opened.metric("test_area")
    assert metric is not None
    reader = SeriesReader(opened)
    assert reader.keys(metric) == [
        KEY,
        KEY._replace(scope=Scope.CUMULATIVE),
        KEY._replace(unit="CNY"),
        KEY._replace(measure=Measure.GROWTH, unit="percent"),
        KEY._replace(part="test_north"),
    ]
    assert {len(series.facts) for key in reader.keys(metric) if (series := reader.series(key))} == {1, 2, 3}
    assert all(key_of(fact) in reader.keys(metric) for fact in opened.facts(metric="test_area"))


def test_the_change_of_a_share_is_in_percentage_points(library: Make) -> None:
    share = 'measure = "share"\nunit = "percent"\npart = "test_north"\n'
    opened = library(fact("2018.s", 40, more=share), fact("2019.s", 42, more=share))
    series = series_of(opened, Key("test_area", "test_north", Measure.SHARE, unit="percent"))
    assert series.part is not None
    assert [point.change for point in series.points][:2] == [None, Decimal(2)]


@pytest.mark.parametrize(
    ("unit", "first", "second"),
    [
        ("ordinal", 'value = "1"', 'value = "2"'),
        ("m2", "value = 0", "value = 5"),
        ("text", 'text_en = "a"', 'text_en = "b"'),
    ],
)
def test_nothing_is_said_of_the_change_of_what_has_no_growth(library: Make, unit: str, first: str, second: str) -> None:
    def worded(id: str, what: str) -> str:
        return fact(id, 7, more=f'unit = "{unit}"\n').replace("value = 7", what)

    series = SeriesReader(library(worded("2018.x", first), worded("2019.x", second))).series(
        Key("test_area", unit=unit)
    )
    assert series is not None
    assert [fact.id for fact in series.facts] == ["2018.x", "2019.x"]
    assert [point.change for point in series.points][:2] == [None, None]
    assert not series.points[2].expected, "a gap"


def test_an_unknown_metric_has_no_series(library: Make) -> None:
    assert SeriesReader(library()).series(Key("no_such_metric")) is None


def test_the_grounds_of_a_conflict_are_not_replaced(library: Make) -> None:
    grounds = conflict("area-and-growth", "resolved", ["2019.growth", "2019.a"], "2019.growth")
    growth = fact("2019.growth", 20, more='measure = "growth"\nunit = "percent"\n')
    opened = library(fact("2019.a", 60), fact("2019.b", 61, qualifier="about"), growth, grounds)
    facts = [fact for fact in opened.facts(edition=2019, metric="test_area") if fact.unit == "m2"]
    assert [fact.id for fact in best_first(facts, Preferences(opened))] == ["2019.a", "2019.b"]


def test_the_facts_of_a_metric_are_read_once(library: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = library(fact("2018.a", 50), fact("2019.north", 20, more='part = "test_north"\n'))
    reads: list[str] = []

    def facts(*, metric: str) -> list[Fact]:
        reads.append(metric)
        return read(metric=metric)

    read = opened.facts
    monkeypatch.setattr(opened, "facts", facts)
    reader, metric = SeriesReader(opened), opened.metric("test_area")
    assert metric is not None
    assert [reader.series(key) for key in reader.keys(metric)] == [reader.series(key) for key in reader.keys(metric)]
    assert reads == ["test_area"]
