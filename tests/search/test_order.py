"""The order of hits in the shipped store, by the rules that it follows."""

import pytest

from wmc_tui.model import Measure, Stage
from wmc_tui.search import Index
from wmc_tui.series import Preferences, best_first, key_of
from wmc_tui.store import Library


def test_an_expected_figure_is_never_before_the_result_of_its_edition_and_metric(
    shipped: Library, shipped_index: Index
) -> None:
    facts = {fact.id: fact for fact in shipped.facts()}
    results = {(fact.edition, key_of(fact)): fact.id for fact in facts.values() if fact.stage is Stage.RESULT}
    wrong = []
    for metric in shipped.metrics():
        for query in (metric.label.en, metric.label.en[:6], metric.label.en.split()[0], metric.label.zh):
            seen: set[object] = set()
            hits = shipped_index.search(query, 200)
            found = {hit.fact for hit in hits}
            for hit in hits:
                fact = facts.get(hit.fact)
                if fact is None or fact.value is None:
                    continue
                about = fact.edition, key_of(fact)
                if fact.stage is Stage.PRE_EVENT and about in results.keys() - seen and results[about] in found:
                    wrong.append((query, fact.id))
                if fact.stage is Stage.RESULT:
                    seen.add(about)
    assert wrong == []


def test_the_label_of_a_metric_finds_the_figure_to_quote_of_the_newest_edition(
    shipped: Library, shipped_index: Index
) -> None:
    preferences = Preferences(shipped)
    missed = {}
    for name in ("total_investment", "projects_signed", "exhibition_area", "exhibitors", "foreign_guests"):
        facts = [fact for fact in shipped.facts(metric=name) if not fact.part and fact.measure is Measure.AMOUNT]
        newest = [fact for fact in facts if fact.edition == max(each.edition for each in facts)]
        best = best_first(newest, preferences)[0]
        metric = shipped.metric(name)
        assert metric is not None
        for query in metric.label:
            hit = shipped_index.search(query)[0]
            if hit.fact != best.id and key_of(best) != key_of(shipped.fact(hit.fact) or best):
                missed[query] = hit.id
    assert missed == {}


@pytest.mark.parametrize("query", ["investment", "投资", "touzi", "invest", "inv"])
def test_the_newest_edition_comes_first_among_equals(shipped_index: Index, query: str) -> None:
    totals = [hit.edition for hit in shipped_index.search(query) if hit.id == f"{hit.edition}.total_investment"]
    results = [year for year in totals if year != 2022]
    assert results == sorted(results, reverse=True)
    assert len(results) >= 5


def test_a_typed_letter_does_not_bring_another_fact_without_reason(shipped_index: Index) -> None:
    for label in ("exhibition area", "total investment", "foreign guests", "展览面积", "zhanlan mianji"):
        first = [shipped_index.search(label[:end])[0].id for end in range(len(label) // 2, len(label) + 1)]
        # A new word may: "foreign g" has more in mind than "foreign".
        assert len(set(first[len(first) // 2 :])) == 1, (label, first)
