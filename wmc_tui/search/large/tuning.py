"""What each kind of answer counts: the numbers by which `wmc_tui.search.Index` ranks, none of them our own."""

from types import ModuleType
from typing import Any

from wmc_tui.search.index import figures, index, texts
from wmc_tui.search.index import matcher as terms
from wmc_tui.search.index import pinyin as heard
from wmc_tui.search.index import scoring as rank
from wmc_tui.search.index import words as vocabulary


def _of(module: ModuleType, name: str) -> Any:
    """A value of a module, which may keep it to itself."""
    return getattr(module, name) if hasattr(module, name) else getattr(module, f"_{name}")


SAME_STEM: float = vocabulary.SAME_STEM
BEGUN: float = _of(vocabulary, "BEGUN")
MORE_OF_IT: float = _of(vocabulary, "MORE_OF_IT")
SLIPS: float = _of(vocabulary, "SLIPS")
SLIPS_IN_BEGUN: float = _of(vocabulary, "SLIPS_IN_BEGUN")
SHORTEST_PART: int = _of(vocabulary, "SHORTEST_PART")
LONGEST_WORD: int = _of(vocabulary, "LONGEST")

SMALL_WORDS: frozenset[str] = _of(terms, "SMALL")
SMALL_BEGUN: float = _of(terms, "BEGUN")
SMALL_WEIGHT: float = _of(terms, "SMALL_WEIGHT")
BOUND_WEIGHT: float = _of(terms, "BOUND_WEIGHT")
BESIDE_ENGLISH: float = _of(terms, "BESIDE_ENGLISH")
MOST_MENDED: int = _of(terms, "MOST_MENDED")
PARTED: float = _of(terms, "PARTED")
JOINED: float = _of(terms, "JOINED")

BEGUN_PHRASE: float = _of(texts, "BEGUN")
CUT: float = _of(texts, "CUT")
PAIRS: float = _of(texts, "PAIRS")
FEWEST_PAIRS: float = _of(texts, "FEWEST_PAIRS")
MOST_PAIRS: int = _of(texts, "MOST_PAIRS")
LITERAL: float = _of(texts, "LITERAL")
COUNTERS: frozenset[str] = _of(texts, "COUNTERS")
COUNTED: float = _of(texts, "COUNTED")

COMPLETE: float = _of(heard, "COMPLETE")
UNFINISHED: float = _of(heard, "UNFINISHED")
LONE: float = _of(heard, "LONE")
AT_START: float = _of(heard, "FIRST")
INITIALS: float = _of(heard, "INITIALS")
INITIALS_AT_START: float = _of(heard, "INITIALS_FIRST")
FEWEST_INITIALS: int = _of(heard, "FEWEST_INITIALS")
MOST_INITIALS: int = _of(heard, "MOST_INITIALS")

OTHER_UNIT: float = _of(figures, "OTHER_UNIT")
OTHER_SIZE_TYPING: float = _of(figures, "OTHER_SIZE_TYPING")
OTHER_SIZE: float = _of(figures, "OTHER_SIZE")
BEGINNING: float = _of(figures, "BEGINNING")
BEGINNING_WHOLE: float = _of(figures, "BEGINNING_WHOLE")
IN_RANGE: float = _of(figures, "IN_RANGE")
CLOSE: float = _of(figures, "CLOSE")
UNLIKELY_UNIT: float = _of(figures, "UNLIKELY_UNIT")
closeness = figures._closeness

COVERAGE: float = rank.COVERAGE
FIT: float = _of(rank, "FIT")
WHOLE: float = _of(rank, "WHOLE")
PHRASE: float = _of(rank, "PHRASE")
NEARLY_WHOLE: float = _of(rank, "NEARLY_WHOLE")
LEADING: float = _of(rank, "BEGINNING")

NAMED_ELSEWHERE: float = _of(index, "NAMED_ELSEWHERE")
AS_GOOD: float = _of(index, "AS_GOOD")
JUST_BEHIND: float = _of(index, "JUST_BEHIND")
