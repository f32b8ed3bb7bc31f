"""Formulas are read as arithmetic is written, and whatever is no formula is told with its place."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.checks.formula import (
    MAX_DEPTH,
    MAX_LENGTH,
    FormulaError,
    Name,
    Node,
    Operation,
    compute,
    compute_value,
    formula_source,
    names,
    parse,
)
from wmc_tui.checks.intervals import point
from wmc_tui.quantities.interval import Interval

WRONG = {
    "": "missing before the end (character 1)",
    "2019.area +": "missing before the end (character 12)",
    "(1 + 2": "a closing parenthesis is missing before the end (character 7)",
    "1 2": 'an operator or the end is missing before "2" (character 3)',
    "1 + )": 'missing before ")" (character 5)',
    "2019.area % 2": '"% 2" cannot be read (character 11)',
    "1.": '"1." cannot be read (character 1)',
    "area": '"area" cannot be read (character 1)',
    "12a": '"12a" cannot be read (character 1)',
}


def value(text: str, **known: int) -> Decimal | None:
    return compute_value(parse(text), lambda id: Decimal(known[id.partition(".")[2]]) if id[5:] in known else None)


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("24 / 4 / 3", 2),
        ("2 * -3", -6),
        ("--4", 4),
        ("-2 + 5", 3),
        ("100 * 2019.aa / 2019.bb", 25),
        ("2019.aa - 2019.bb", -3),
        ("0.5 * 4", 2),
    ],
)
def test_a_formula_is_computed_as_it_is_written(text: str, is_: int) -> None:
    assert value(text, aa=1, bb=4) == is_


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_no_formula_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert said in str(caught.value)


def test_length_and_depth_have_limits() -> None:
    assert parse("(" * (MAX_DEPTH - 1) + "1" + ")" * (MAX_DEPTH - 1)) == Decimal(1)
    with pytest.raises(FormulaError, match=f"more than {MAX_DEPTH} deep"):
        parse("(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH)
    with pytest.raises(FormulaError, match="nested"):
        parse("-" * 100 + "1")
    with pytest.raises(FormulaError, match="longer"):
        parse("1" * (MAX_LENGTH + 1))


def test_a_long_sum_is_no_deep_one() -> None:
    assert value("+".join(["1"] * 900)) == 900


@given(st.text(max_size=60) | st.text(alphabet="0123456789.+-*/() ab_\n", max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    # Anything but a FormulaError ends the test, in computing as well.
    with suppress(FormulaError):
        compute(parse(text), lambda _: point(Decimal(1)))


@given(st.text(alphabet="0123456789.+-*/() ab\n\x1b\u202e", max_size=30))
def test_what_is_wrong_is_told_on_one_line(text: str) -> None:
    said = ""
    try:
        parse(text)
    except FormulaError as error:
        said = str(error)
    assert said.isprintable()


def nodes() -> st.SearchStrategy[Node]:
    leaves = st.integers(0, 99).map(Decimal) | st.sampled_from(["2019.one", "2020.two"]).map(Name)
    return st.recursive(leaves, lambda part: st.builds(Operation, st.sampled_from("+-*/"), part, part), max_leaves=12)


def exactly(node: Node) -> Fraction:
    """The value, without rounding; ZeroDivisionError where there is none."""
    if isinstance(node, Decimal):
        return Fraction(node)
    if isinstance(node, Name):
        return Fraction(7 if node.id == "2019.one" else 3)
    left, right = exactly(node.left), exactly(node.right)
    return {"+": left + right, "-": left - right, "*": left * right}[node.sign] if node.sign != "/" else left / right


@given(nodes())
def test_a_formula_written_down_is_the_same_formula(node: Node) -> None:
    again = parse(formula_source(node))
    try:
        wanted = exactly(node)
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            exactly(again)
    else:
        assert exactly(again) == wanted


@given(nodes())
def test_intervals_hold_what_exact_arithmetic_gives(node: Node) -> None:
    around = {"2019.one": Interval(Decimal("6.5"), Decimal("7.5")), "2020.two": point(Decimal(3))}
    result = compute(node, around.__getitem__)
    try:
        wanted = exactly(node)
    except ZeroDivisionError:
        assert result is None
        return
    if result is not None:
        assert result.low is None or Fraction(result.low) <= wanted
        assert result.high is None or wanted <= Fraction(result.high)


def test_ids_are_listed_once_in_order() -> None:
    assert names(parse("2020.two + 2019.one - 2020.two / 2019.one-part")) == ["2020.two", "2019.one", "2019.one-part"]


def test_an_unknown_value_or_a_zero_divisor_gives_nothing() -> None:
    assert value("2019.gone + 1") is None
    assert value("1 / (2 - 2)") is None
    assert compute(parse("1 / 2019.aa"), lambda _: Interval(Decimal(-1), Decimal(1))) is None
