"""English number words and what they are worth."""

from decimal import Decimal

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: Decimal(n) for n, word in enumerate(_SMALL_WORDS.split())} | dict.fromkeys(
    ("nought", "naught"), Decimal(0)
)
TENS = {word: Decimal(10 * n) for n, word in enumerate(_TENS_WORDS.split(), start=2)}
WORDS = SMALL | TENS
"""Zero to ninety."""
_POWERS = {"hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "million": 6, "mln": 6, "mn": 6, "crore": 7, "crores": 7}
_POWERS |= {"billion": 9, "bln": 9, "bn": 9, "trillion": 12, "trn": 12, "tn": 12, "quadrillion": 15}
SCALES = {word: Decimal(10**power) for word, power in _POWERS.items()}
"""Scale words; `hundred` is one of them behind digits, and part of a group between words."""
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {"nineth": 9}
_ORDINALS |= {word + "th": n for n, word in enumerate(_SMALL_WORDS.split()) if n > 12}
_ORDINALS |= {word[:-1] + "ieth": int(n) for word, n in TENS.items()}
ORDINALS = {word: Decimal(n) for word, n in _ORDINALS.items()}
ORDINAL_SCALES = {word + "th": SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")}
DOZEN = Decimal(12)
HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
