"""English against Chinese: the writings of one fact, and figures that only one of the two languages has."""

from collections.abc import Iterator
from decimal import Decimal

from wmc_tui.checks.fact_table import FactTable
from wmc_tui.checks.outcome import Outcome, judge
from wmc_tui.checks.precision import interval_of_value
from wmc_tui.checks.relations import slip_between
from wmc_tui.model import Bilingual, Fact, Qualifier
from wmc_tui.model.claims import CheckKind
from wmc_tui.quantities.interval import Interval

_BOTH = frozenset(("en", "zh"))
_HEDGED = (Qualifier.OVER, Qualifier.AT_LEAST)


def outcomes_of(table: FactTable) -> Iterator[Outcome]:
    """One for each fact that is written in both languages, and for each that contradicts the other language's."""
    languages: dict[str, set[str]] = {}
    for fact in table.facts.values():
        if fact.value is None:
            continue
        languages[fact.id] = {writing.lang for writing in table.writings(fact)} & _BOTH
        if len(languages[fact.id]) > 1:
            yield from _check_writings(fact, table)
    for group in table.groups.values():
        yield from _check_group(group, languages, table)


def _check_writings(fact: Fact, table: FactTable) -> Iterator[Outcome]:
    """Every writing of a fact must say its value and its hedge; the first that does not is reported."""
    claimed, amount = table.interval(fact), fact.value
    assert amount is not None and claimed is not None
    read = [(writing, value) for writing, value in table.written_values(fact) if value and writing.lang in _BOTH]
    texts = {writing.lang: writing.text for writing, _ in reversed(read)}
    if len(texts) < len(_BOTH):
        return
    unhedged = fact.qualifier not in _HEDGED
    differing = [
        (writing, value) for writing, value in read if value.value != amount.copy_abs() or (value.over and unhedged)
    ]
    if not differing:
        note = Bilingual(f"{texts['en']} = {texts['zh']}", f"{texts['zh']} = {texts['en']}")
        yield _outcome(fact, fact, claimed, claimed, amount, note=note)
        return
    writing, written = differing[0]
    value = written.value if amount >= 0 else -written.value
    qualifier = Qualifier.OVER if written.over else fact.qualifier
    computed = interval_of_value(value, qualifier, written.step, fact.unit)
    where = writing.article or writing.source
    note = Bilingual(f"{where} writes {writing.text}.", f"{where}写作{writing.text}。")
    yield _outcome(fact, fact, claimed, computed, value, note=note)


def _check_group(group: list[Fact], languages: dict[str, set[str]], table: FactTable) -> Iterator[Outcome]:
    """Figures for the same thing, one known in English only and one in Chinese only; and any that are a slip apart."""
    best = group[0]
    for other in group[1:]:
        same = (other.stage, other.since, other.as_of) == (best.stage, best.since, best.as_of)
        claimed, computed = table.interval(other), table.interval(best)
        if not same or claimed is None or computed is None:
            continue
        shared = languages.get(best.id, set()) & languages.get(other.id, set())
        if slip_between(claimed, computed) or not (shared or claimed.meets(computed)):
            yield _outcome(other, best, claimed, computed, best.value)


def _outcome(
    reported: Fact,
    base: Fact,
    claimed: Interval,
    computed: Interval,
    value: Decimal | None,
    *,
    note: Bilingual = Bilingual(),
) -> Outcome:
    """A fact against what another one, or a writing of its own, says of the same thing."""
    verdict, difference = judge(claimed, computed)
    slip = slip_between(claimed, computed)
    return Outcome(
        id=f"{CheckKind.LANGUAGES.value}:{reported.id}" + (f"/{base.id}" if base is not reported else ""),
        kind=CheckKind.LANGUAGES,
        reported=reported,
        inputs=(base,),
        formula=base.id,
        claimed=claimed,
        computed=computed,
        value=value,
        verdict=verdict,
        difference=difference,
        slip=slip,
        slip_fact=reported.id if slip else "",
        note=note,
    )
