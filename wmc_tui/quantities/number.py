"""A number as read from a text, before its unit is known, and arithmetic that never rounds."""

from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Sums and products in this context keep every digit."""
FRACTION = Context(prec=15)
"""Quotients that may not end (one third) get 15 significant digits."""
ONE = Decimal(1)
ZERO = Decimal(0)
TEN = Decimal(10)


@dataclass(slots=True)
class Number:
    """A number in the text, and how it was written."""

    start: int
    """Where it begins, sign included."""
    end: int
    """One past its last code point, scale words included."""
    value: Decimal
    """What it says; for a vague or double number (几十, 七八) its lower end."""
    step: Decimal
    """Worth of one unit in its last written place: 0.1 billion for 342.5 billion."""
    high: Decimal | None = None
    """Upper end of a vague number; None where `value` says it all."""
    mantissa: Decimal | None = None
    """What stands before its scale words: 5 in 5 million."""
    hedge: str = ""
    """A qualifier inside the number: 余 and 多 make it `over`."""
    digits: bool = False
    """Whether it begins with Arabic digits."""
    bare: bool = False
    """Whether it is nothing but ungrouped Arabic digits."""
    scaled: bool = False
    """Whether a scale word from ten thousand up is part of it."""
    ordinal: bool = False
    """Whether it is an ordinal (21st, third)."""
    fraction: bool = False
    """Whether it was written as a fraction (two thirds, 二分之一)."""
    lone: bool = False
    """Whether it is a single spelled word or Han numeral, often no number at all."""


def times(a: Decimal, b: Decimal) -> Decimal:
    """The exact product; a scale leaves no zeros behind the point and no exponent before it."""
    return a if b == ONE else plain(EXACT.normalize(EXACT.multiply(a, b)))


def plus(a: Decimal, b: Decimal) -> Decimal:
    """The exact sum; of two numbers without positive exponent, it has none either."""
    return EXACT.add(a, b)


def plain(value: Decimal) -> Decimal:
    """The same number with an exponent of at most zero."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return EXACT.quantize(value, ONE) if exponent > 0 else value


def last_place(value: Decimal) -> Decimal:
    """What one unit in the last written place of a finite number is worth: 0.01 for 4.80."""
    return EXACT.scaleb(ONE, value.adjusted() + 1 - len(value.as_tuple().digits))
