"""English against Chinese: the writings of one fact, and figures that only one of the two languages has."""

from collections.abc import Iterator
from decimal import Decimal

from wmc_tui.checks.fact_table import Book
from wmc_tui.checks.intervals import distance
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.precision import Writing, Written, spread
from wmc_tui.checks.slips import slip_between
from wmc_tui.model import Bilingual, Fact, Qualifier
from wmc_tui.model.claims import CheckKind

_BOTH = frozenset(("en", "zh"))
_HEDGED = (Qualifier.OVER, Qualifier.AT_LEAST)


def outcomes_of(book: Book) -> Iterator[Outcome]:
    """One for each fact that is written in both languages, and for each that contradicts the other language's."""
    languages: dict[str, set[str]] = {}
    for fact in book.facts.values():
        if fact.value is None:
            continue
        languages[fact.id] = {one.lang for one in book.writings(fact)} & _BOTH
        if len(languages[fact.id]) > 1:
            found = _one_fact(fact, book)
            if found is not None:
                yield found
    for group in book.groups:
        if len(group) > 1:
            yield from _several(group, languages, book)


def _one_fact(fact: Fact, book: Book) -> Outcome | None:
    """Every writing of a fact must say its value and its hedge; the first that does not is told."""
    assert fact.value is not None
    amount = fact.value.copy_abs()
    words: dict[str, str] = {}
    differing = None
    for one, reading in book.readings(fact):
        if reading is None or one.lang not in _BOTH:
            continue
        words.setdefault(one.lang, one.text)
        if differing is None and (reading.value != amount or (reading.over and fact.qualifier not in _HEDGED)):
            differing = one, reading
    if len(words) < len(_BOTH):
        return None
    if differing is not None:
        return _differing(fact, *differing, book)
    claimed = book.interval(fact)
    assert claimed is not None
    return Outcome(
        id=f"{CheckKind.LANGUAGES.value}:{fact.id}",
        kind=CheckKind.LANGUAGES,
        edition=fact.edition,
        reported=fact,
        inputs=(fact,),
        formula=fact.id,
        claimed=claimed,
        computed=claimed,
        value=fact.value,
        verdict=Verdict.HOLDS,
        off=Decimal(0),
        slip=None,
        slipped="",
        declared=False,
        note=Bilingual(f"{words['en']} = {words['zh']}", f"{words['zh']} = {words['en']}"),
    )


def _differing(fact: Fact, one: Writing, reading: Written, book: Book) -> Outcome | None:
    claimed = book.interval(fact)
    if claimed is None or fact.value is None:
        return None
    value = reading.value if fact.value >= 0 else -reading.value
    qualifier = Qualifier.OVER if reading.over else fact.qualifier
    said = spread(value, qualifier, reading.step, fact.unit)
    where = one.article or one.source
    return Outcome(
        id=f"{CheckKind.LANGUAGES.value}:{fact.id}",
        kind=CheckKind.LANGUAGES,
        edition=fact.edition,
        reported=fact,
        inputs=(fact,),
        formula=fact.id,
        claimed=claimed,
        computed=said,
        value=value,
        verdict=Verdict.HOLDS if said.meets(claimed) else Verdict.FAILS,
        off=distance(claimed, said),
        slip=slip_between(claimed, said),
        slipped=fact.id if slip_between(claimed, said) else "",
        declared=False,
        note=Bilingual(f"{where} writes {one.text}.", f"{where}写作{one.text}。"),
    )


def _several(group: list[Fact], languages: dict[str, set[str]], book: Book) -> Iterator[Outcome]:
    """Figures for the same thing, one known in English only and one in Chinese only; and any that are a slip apart."""
    best = group[0]
    for other in group[1:]:
        same = (other.stage, other.since, other.as_of) == (best.stage, best.since, best.as_of)
        one, another = book.interval(best), book.interval(other)
        if not same or one is None or another is None:
            continue
        slip = slip_between(another, one)
        apart = not another.meets(one)
        if slip is None and not (apart and not languages.get(best.id, set()) & languages.get(other.id, set())):
            continue
        yield Outcome(
            id=f"{CheckKind.LANGUAGES.value}:{other.id}/{best.id}",
            kind=CheckKind.LANGUAGES,
            edition=other.edition,
            reported=other,
            inputs=(best,),
            formula=best.id,
            claimed=another,
            computed=one,
            value=best.value,
            verdict=Verdict.FAILS if apart else Verdict.HOLDS,
            off=distance(another, one),
            slip=slip,
            slipped=other.id if slip else "",
            declared=False,
            note=Bilingual(),
        )
