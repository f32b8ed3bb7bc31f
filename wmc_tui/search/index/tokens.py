"""What a record is looked up by: the tokens of its row in the full-text table.

The first character of a token says its kind, so that no two kinds meet:

    w word        investment              f facet          metric=exports      b two characters  投资
    p beginning   in, inv                 s the same, of a fact that is stated  c character       投
    v value       447100000000            d digits         4471                m magnitude       11, 11_4, 11_44
    l label or figure in full, as a checksum               y edition, or year in a label         a all records
"""

from collections.abc import Iterable
from decimal import Decimal
from operator import add
from re import compile
from zlib import crc32

from wmc_tui.search.index.record import Record, figures_in, plain_value

COUNTED = frozenset("wpbcdfm")
"""Kinds of tokens whose records are counted in the vocabulary."""
ALL = "a"
_LONGEST = 64
_BEGINNINGS = (2, 3)
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_SHORTEST_STEM = 4
_YEAR = compile("(?<![0-9])20[0-9]{2}(?![0-9])")
_LEAST, _MOST = -9, 30
"""Powers of ten outside of which all magnitudes are one."""


def stem(word: str) -> str:
    """A word without its plural or tense: `projects`, `invested`, `countries` and their other forms meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def tokens_of(record: Record) -> set[str]:
    """All tokens of a record."""
    words = {*record.words_en.split(), *record.latin.split(), *record.shared_en.split()}
    tokens = {f"w{word[:_LONGEST]}" for word in words}
    for length in _BEGINNINGS:
        tokens.update(map("p".__add__, {word[:length] for word in words}))
    for text in (record.words_zh, record.shared_zh, *record.written.split("\n")):
        if text:
            tokens.update(map("c".__add__, set(text)), map("b".__add__, map(add, text, text[1:])))
    tokens.update(map(whole_token, filter(None, (record.label_en, record.label_zh, *record.written.split("\n")))))
    for value, _, _ in figures_in(record.figures):
        tokens.update((f"v{value}", f"d{digits_of(value)}", *magnitudes_of(Decimal(value))))
    own, *stated = record.facets.split("\n")
    tokens.update([f"f{facet}" for facet in own.split()])
    tokens.update([f"s{facet}" for line in stated for facet in line.split()])
    tokens.update([f"y{year}" for year in years_of(record)])
    tokens.add(ALL)
    return tokens


def years_of(record: Record) -> set[str]:
    """The edition of a record, and the years in its label: Registration rate, January 2019."""
    years = set(_YEAR.findall(f"{record.words_en} {record.words_zh}")) if record.label_en or record.label_zh else set()
    return years if record.kind in ("metric", "command") else years | {str(record.edition)}


def whole_token(text: str) -> str:
    """The token of a whole label or figure."""
    return f"l{crc32(text.encode('utf-8', 'replace')):x}"


def digits_of(value: str) -> str:
    """The significant digits of a value as `plain_value` writes it."""
    return value.replace(".", "").strip("-0") or "0"


def magnitudes_of(value: Decimal) -> tuple[str, ...]:
    """Tokens for the size of a value: its power of ten, that with one digit, that with two."""
    if value <= 0:
        return ("m-",)
    power = min(max(value.adjusted(), _LEAST), _MOST)
    digits = "".join(map(str, value.as_tuple().digits[:2])).ljust(2, "0")
    return (f"m{power}", f"m{power}_{digits[0]}", f"m{power}_{digits}")


def magnitudes_between(low: Decimal | None, high: Decimal | None) -> list[str]:
    """The fewest tokens that cover all values of a range, the smallest ones first; some may lie just outside."""
    tokens = ["m-"] if low is None or low <= 0 else []
    if high is not None and high <= 0:
        return tokens
    bottom = Decimal(10) ** _LEAST if low is None or low <= 0 else low
    top = Decimal(10) ** (_MOST + 1) if high is None else high
    for power in range(min(max(bottom.adjusted(), _LEAST), _MOST), min(max(top.adjusted(), _LEAST), _MOST) + 1):
        tokens += _covering(f"m{power}", Decimal(10) ** power, bottom, top)
    return tokens


def _covering(token: str, unit: Decimal, bottom: Decimal, top: Decimal) -> Iterable[str]:
    """Tokens for the part of the values between one and ten units that lies between bottom and top."""
    whole = bottom <= unit and top >= unit * 10
    if whole:
        return [token]
    tokens: list[str] = []
    for first in range(1, 10):
        if bottom < unit * (first + 1) and top >= unit * first:
            if bottom <= unit * first and top >= unit * (first + 1):
                tokens.append(f"{token}_{first}")
            else:
                tenth = unit / 10
                tokens += [
                    f"{token}_{first}{second}"
                    for second in range(10)
                    if bottom < tenth * (10 * first + second + 1) and top >= tenth * (10 * first + second)
                ]
    return tokens


def any_of(tokens: Iterable[str]) -> str:
    """The expression of the full-text table for records with one of some tokens."""
    return " OR ".join([quoted(token) for token in tokens])


def all_of(tokens: Iterable[str]) -> str:
    """The same for records with all of them."""
    return " AND ".join([quoted(token) for token in tokens])


def pairs_of(text: str) -> list[str]:
    """The tokens of which a record has all that has a piece of Chinese, joined."""
    return list(dict.fromkeys([f"b{pair}" for pair in map(add, text, text[1:])])) if len(text) > 1 else [f"c{text}"]


def value_token(value: Decimal) -> str:
    """The token of a value."""
    return f"v{plain_value(value)}"


def quoted(token: str) -> str:
    """A token as it stands in an expression."""
    return '"' + token.replace('"', '""') + '"'
