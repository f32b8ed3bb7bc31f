"""English number words and what they are worth."""

from decimal import Decimal

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
SMALL = {word: Decimal(n) for n, word in enumerate(_SMALL_WORDS.split())} | {"nought": Decimal(0), "naught": Decimal(0)}
TENS = {
    word: Decimal(10 * n)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
WORDS = SMALL | TENS
"""Zero to ninety."""
_POWERS = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "lakhs": 5,
    "million": 6,
    "mln": 6,
    "mn": 6,
    "crore": 7,
    "crores": 7,
    "billion": 9,
    "bln": 9,
    "bn": 9,
    "trillion": 12,
    "trn": 12,
    "tn": 12,
    "quadrillion": 15,
}
SCALES = {word: Decimal(10**power) for word, power in _POWERS.items()}
"""Scale words; `hundred` is one of them behind digits, and part of a group between words."""
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "nineth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
} | {word + "th": n for n, word in enumerate(_SMALL_WORDS.split()) if n > 12}
_ORDINALS |= {word[:-1] + "ieth": int(n) for word, n in TENS.items()}
ORDINALS = {word: Decimal(n) for word, n in _ORDINALS.items()}
ORDINAL_SCALES = {word + "th": SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")}
DOZEN = Decimal(12)
HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
