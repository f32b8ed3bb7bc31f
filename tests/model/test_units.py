"""Every unit of the table is written, read back, searched for by its value, and filtered, in both languages."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest

from wmc_tui.model.units import UNITS, Unit, UnitKind, convert, same_dimension
from wmc_tui.quantities.formatter import format_en, format_zh
from wmc_tui.quantities.recogniser import recognise
from wmc_tui.search import Index
from wmc_tui.store import open_library
from wmc_tui.text.traditional import SIMPLIFIED, TRADITIONAL

VALUED = sorted((unit for unit in UNITS.values() if unit.kind is not UnitKind.WORDS), key=lambda unit: unit.id != "mu")
TO_TRADITIONAL = dict(zip(map(ord, SIMPLIFIED), TRADITIONAL, strict=True))
NUMBERS = ("0", "1", "0.001", "12345.678", "99999999", "1E+20")
QUALIFIERS = ("exact", "over", "nearly", "less_than")
NOUNS = {"count": ("guests", "位")}
"""What is counted, in English and Chinese; other units have no noun."""


def amount(unit: Unit) -> Decimal:
    """Another amount for each unit: 1200 of the first; of four digits, but for years, which would name one."""
    return Decimal(312 if unit.id == "year" else 1200 + 7 * VALUED.index(unit))


def texts(unit: Unit, value: Decimal, qualifier: str = "exact") -> tuple[str, str]:
    """An amount as each language writes it."""
    english, chinese = NOUNS.get(unit.id, ("", ""))
    return (
        format_en(value, unit.id, qualifier=qualifier, noun=english),
        format_zh(value, unit.id, qualifier=qualifier, noun=chinese),
    )


def records(metric: str, unit: str, value: Decimal) -> str:
    """A metric and its only fact."""
    noun = 'noun_en = "{}"\nnoun_zh = "{}"\n'.format(*NOUNS[unit]) if unit in NOUNS else ""
    letters = metric.translate(dict(zip(map(ord, "0123456789"), "abcdefghij", strict=True)))
    common = f'label_en = "Thing {letters}"\nlabel_zh = "东西{letters}"\nunit = "{unit}"\n{noun}'
    of_fact = f'edition = 2019\nmetric = "{metric}"\nscope = "edition"\nstage = "result"\nqualifier = "exact"\nvalue = {value}\n'
    return f'[[metric]]\nid = "{metric}"\n{common}\n[[fact]]\nid = "2019.{metric}"\n{of_fact}{common}\n'


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of a library with a fact of each unit, and with as many guests as each amount of something else."""
    home = tmp_path_factory.mktemp("home")
    path = home / "facts.toml"
    edition = '[[edition]]\nyear = 2019\nname_en = "Fair"\nname_zh = "大会"\n\n'
    measured = [records(f"m{place}", unit.id, amount(unit)) for place, unit in enumerate(VALUED)]
    others = [(place, unit) for place, unit in enumerate(VALUED) if unit.id != "count"]
    counted = [records(f"g{place}", "count", amount(unit)) for place, unit in others]
    path.write_text("".join([edition, *measured, *counted]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WMC_TUI_HOME", str(home))
        patch.setattr("wmc_tui.store.files.shipped_store", lambda: path)
        library = open_library(use_cache=False)
    assert [str(problem) for problem in library.problems] == []
    yield Index.open(library)
    library.close()


@pytest.mark.parametrize("unit", VALUED, ids=lambda unit: unit.id)
def test_a_unit_is_written_and_read_back(unit: Unit) -> None:
    rank = unit.id == "ordinal"
    for number, qualifier in product(["1200"] if rank else NUMBERS, ["exact"] if rank else QUALIFIERS):
        value = Decimal(number)
        compact = format_en(value, unit.id, qualifier=qualifier, noun="guests", style="compact")
        for text in (compact, *texts(unit, value, qualifier)):
            for written in (text, text.translate(TO_TRADITIONAL)):
                (figure,) = recognise(written)
                assert (figure.value, figure.unit, figure.qualifier) == (value, unit.id, qualifier), written


@pytest.mark.parametrize("unit", VALUED, ids=lambda unit: unit.id)
def test_every_spelling_of_a_unit_is_read(unit: Unit) -> None:
    for spelling in (*unit.behind, *filter(None, unit.symbols.split(", "))):
        if spelling != "second":  # alone an ordinal
            figures = [(figure.value, figure.unit) for figure in recognise(f"57 {spelling}.")]
            assert figures == [(Decimal(57), unit.id)], spelling


@pytest.mark.parametrize("unit", [unit for unit in VALUED if unit.id != "ordinal"], ids=lambda unit: unit.id)
def test_a_unit_is_searched_for_by_its_value(index: Index, unit: Unit) -> None:
    for text in texts(unit, amount(unit)):
        query = index.answer(text).query
        typed = None if text.endswith("guests") else unit.id
        assert [(number.value, number.unit) for number in query.numbers] == [(amount(unit), typed)], text
        assert index.search(text)[0].id == f"2019.m{VALUED.index(unit)}", text


@pytest.mark.parametrize("unit", VALUED, ids=lambda unit: unit.id)
def test_a_unit_is_filtered_in_both_languages(index: Index, unit: Unit) -> None:
    for name in ("unit", "单位"):
        for label in (unit.label.en, unit.label.zh, unit.id):
            ids = {hit.id for hit in index.search(f'{name}:"{label}" kind:fact', 500)}
            assert f"2019.m{VALUED.index(unit)}" in ids, label
            assert len(ids) == (1 if unit.id != "count" else len(VALUED))


def test_another_sort_of_thing_is_no_answer(index: Index) -> None:
    assert not any(hit.id.startswith("2019.g") for hit in index.search("1200亩"))


def test_factors_lead_to_the_base_unit_of_the_same_dimension() -> None:
    derived = [unit for unit in UNITS.values() if unit.base]
    assert derived
    for unit in derived:
        assert UNITS[unit.base].base == ""
        assert same_dimension(unit.id, unit.base)
        assert unit.factor > 0
    assert UNITS["ha"].factor / UNITS["mu"].factor == Decimal(15)
    assert UNITS["week"].factor == 7 * UNITS["day"].factor
    assert convert(Decimal(120), "mu")["m2"].quantize(Decimal(1)) == 80_000
    assert convert(Decimal(2), "week")["day"] == 14
    assert convert(Decimal(5), "CNY") == convert(Decimal(5), "count") == {}
    assert not same_dimension("mu", "kg") and not same_dimension("mu", "count")
    assert same_dimension("CNY", "USD") and same_dimension("percent", "percentage_point")
