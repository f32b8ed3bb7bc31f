"""The shipped store: labels, figures and pieces of Chinese find what they should."""

import pytest

from wmc_tui.model import Lang
from wmc_tui.search import Index
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, remove_spaces


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("form", ["{year} {label}", "{label} {year}", "{year}年{label}"])
def test_each_label_in_full_with_its_year_finds_its_fact_first(
    shipped: Library, shipped_index: Index, lang: Lang, form: str
) -> None:
    if lang is Lang.EN:
        form = form.replace("年", " ")
    queries = {form.format(year=fact.edition, label=fact.label[lang]): fact.id for fact in shipped.facts()}
    found = {query: [hit.fact for hit in shipped_index.search(query)[:1]] for query in queries}
    assert {query: facts for query, facts in found.items() if facts != [queries[query]]} == {}


def test_each_figure_as_written_finds_the_facts_so_written_before_others(
    shipped: Library, shipped_index: Index
) -> None:
    facts: dict[str, set[str]] = {}
    for fact in shipped.facts():
        written = {mention.as_written for mention in shipped.mentions_of(fact.id)}
        for figure in written | {evidence.as_written for evidence in shipped.evidence_of(fact.id)}:
            facts.setdefault(figure, set()).add(fact.id)
    first = {figure: shipped_index.search(figure, 1) for figure in facts}
    alike = {
        figure: {remove_spaces(fold(other)) for other in facts if hits and hits[0].id in facts[other]}
        for figure, hits in first.items()
    }
    assert {figure: hits for figure, hits in first.items() if remove_spaces(fold(figure)) not in alike[figure]} == {}


def test_pieces_of_chinese_labels_find_their_facts(shipped: Library, shipped_index: Index) -> None:
    missed = []
    for number, fact in enumerate(shipped.facts()):
        label = fact.label.zh
        for length in range(1, 9):
            # Another start for each length and fact, so that all kinds of beginnings are met.
            for start in range((length + number) % 9, len(label) - length + 1, 9):
                piece = label[start : start + length]
                if fact.id not in [hit.fact for hit in shipped_index.search(piece, limit=10_000)]:
                    missed.append((piece, fact.id))
    assert missed == []
