"""Cumulative figures: the sum of their editions, the previous one and what came since, never below an earlier one."""

from collections.abc import Iterator

from wmc_tui.checks.fact_table import Book, exact, is_total, on_a_par, principal
from wmc_tui.checks.formula import Name
from wmc_tui.checks.relations import Relation, total
from wmc_tui.model import Bilingual, Fact, Qualifier, Scope
from wmc_tui.model.claims import CheckKind
from wmc_tui.quantities.interval import Interval
from wmc_tui.series import key_of

_EXPECTED = Bilingual("Counts a figure that was only expected.", "其中含有预计数。")


def relations_of(book: Book) -> Iterator[Relation]:
    """Every relation that cumulative facts are put to."""
    for fact in book.facts.values():
        # Each edition's dollars were converted at its own rate: they do not add up.
        if is_total(fact) and principal(fact) and fact.unit == book.metrics[fact.metric].unit:
            yield from _of_editions(fact, book)
            yield from _of_steps(fact, book)
            yield from _floor(fact, book)


def _editions(fact: Fact, book: Book, first: int) -> list[Fact]:
    """What stands for each edition from `first` to the fact's own; empty where one has no figure."""
    found = []
    for year in range(first, fact.edition + 1):
        here = on_a_par(book.of(key_of(fact)._replace(scope=Scope.EDITION), year), fact)
        if not here:
            return []
        found.append(here[0])
    return found


def _of_editions(fact: Fact, book: Book) -> Iterator[Relation]:
    assert fact.since is not None
    addends = _editions(fact, book, fact.since)
    if addends:
        yield Relation(CheckKind.CUMULATIVE, fact, total(addends), note=_note(addends))


def _of_steps(fact: Fact, book: Book) -> Iterator[Relation]:
    """The latest earlier total, and the latest one that is not hedged, each with the editions since."""
    earlier = _earlier(fact, book)
    # What had been started by one day is no part of what had been started by another.
    earlier = [one for one in earlier if one.as_of == fact.as_of]
    starts = earlier[:1] + [one for one in earlier if exact(one)][:1]
    for start in {one.id: one for one in starts}.values():
        since = _editions(fact, book, start.edition + 1)
        if since:
            name = f"{CheckKind.CUMULATIVE.value}:{fact.id}/{start.id}"
            yield Relation(CheckKind.CUMULATIVE, fact, total([start, *since]), id=name, note=_note(since))


def _floor(fact: Fact, book: Book) -> Iterator[Relation]:
    """The latest earlier total that the fact lies below, else the latest earlier one."""
    earlier = _earlier(fact, book)
    own = book.interval(fact)
    if not earlier or own is None:
        return
    start = next((one for one in earlier if _below(own, book.interval(one))), earlier[0])
    name = f"{CheckKind.CUMULATIVE.value}:{fact.id}/at_least/{start.id}"
    yield Relation(CheckKind.CUMULATIVE, fact, Name(start.id), id=name, least=True, text=f"at_least({start.id})")


def _below(one: Interval, other: Interval | None) -> bool:
    """Whether all of an interval lies below all of another."""
    return one.high is not None and other is not None and other.low is not None and one.high < other.low


def _earlier(fact: Fact, book: Book) -> list[Fact]:
    """The totals of the same kind of earlier editions, the latest first, one for each edition."""
    assert fact.since is not None
    found = []
    for year in range(fact.edition - 1, fact.since - 1, -1):
        here = [
            one for one in on_a_par(book.of(key_of(fact), year), fact._replace(as_of="")) if one.since == fact.since
        ]
        found += here[:1]
    return found


def _note(addends: list[Fact]) -> Bilingual:
    return _EXPECTED if any(one.qualifier is Qualifier.EXPECTED for one in addends) else Bilingual()
