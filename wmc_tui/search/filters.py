"""Filters in a query: `edition:2023`, `-is:single`, `publisher:"China Daily"`, `届:2021..2023`."""

from collections.abc import Iterable
from dataclasses import dataclass

from wmc_tui.model import Bilingual


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as typed, understood."""

    name: str
    """Its English name; as typed where there is no such filter."""
    value: str
    """The id of its value; with a star behind the beginning of several (`zh*`), `2021..2023` for a range of editions,
    several behind commas; as typed where it is wrong."""
    start: int
    """Where it stands in the query as typed, its minus sign included, in code points."""
    end: int
    """One past its last code point."""
    negated: bool = False
    """Whether what has it is left out."""
    values: tuple[str, ...] = ()
    """Ids of all values that it stands for; empty where it is wrong or unfinished, and then it does not filter."""
    problem: Bilingual = Bilingual()
    """What is wrong with it, with the nearest right one; empty where nothing is."""
    nearest: str = ""
    """The nearest right filter, to be written in its place; empty where nothing is near."""


def wanted(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    """By name, the values of which a record must have one."""
    return _gathered(one for one in filters if not one.negated)


def unwanted(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    """By name, the values of which a record must have none."""
    return _gathered(one for one in filters if one.negated)


def _gathered(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in filters:
        if one.values:
            found.setdefault(one.name, set()).update(one.values)
    return {name: frozenset(values) for name, values in found.items()}
