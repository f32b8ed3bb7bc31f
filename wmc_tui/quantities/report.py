"""Figures as plain data for JSON: decimal strings, code-point offsets, nothing else."""

from collections.abc import Iterable
from decimal import Decimal

from wmc_tui.quantities.figure import Figure

FIELDS = ("text", "start", "end", "value", "low", "high", "unit", "kind", "qualifier", "noun")
"""Keys of one figure, in this order."""


def figure_dict(figure: Figure) -> dict[str, str | int | None]:
    """One figure; `value`, `low` and `high` are plain decimal strings ("342500000000") or None."""
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": plain_decimal(figure.value),
        "low": plain_decimal(figure.low),
        "high": plain_decimal(figure.high),
        "unit": _unit(figure),
        "kind": figure.kind,
        "qualifier": figure.qualifier,
        "noun": figure.noun,
    }


def figure_dicts(figures: Iterable[Figure]) -> list[dict[str, str | int | None]]:
    """All figures of one text, in its order."""
    return [figure_dict(figure) for figure in figures]


def plain_decimal(value: Decimal | None) -> str | None:
    """Every digit without exponent, and no zeros behind the point that say nothing: "4.8" for 4.800."""
    if value is None:
        return None
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _unit(figure: Figure) -> str | None:
    """The unit for exchange. Readers of Chinese put 百分点 under percent; `kind` still tells the two apart."""
    if figure.unit == "percentage_point" and not figure.text.isascii():
        return "percent"
    return figure.unit
