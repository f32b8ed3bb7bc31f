"""What people type finds what they mean first: the queries of queries.toml, on the shipped store."""

import os
import re
from collections import Counter

import pytest

from tests.search.asked import Asked, by_kind, found, read, score
from wmc_tui.model import Bilingual, Fact, Lang
from wmc_tui.search import Index
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, remove_spaces

EVERY_LABEL = "WMC_TUI_EVERY_LABEL"
"""With this variable set, every label is typed, which takes minutes; without, one in so many."""
ONE_IN = 13
LEAST_KEPT = 0.9
"""Share of the letters typed after a fact came first that must leave it there."""


@pytest.fixture(scope="module")
def ranks(shipped_index: Index) -> list[tuple[Asked, int]]:
    return [(asked, asked.rank(found(shipped_index, asked))) for asked in read()]


def test_the_queries_are_many_of_each_kind_and_name_what_there_is(shipped: Library) -> None:
    queries = read()
    ids = {thing.id for things in (shipped.facts(), shipped.metrics(), shipped.sources()) for thing in things}
    for article in shipped.articles():
        ids |= {article.id} | {f"{article.id} {sentence.n}" for sentence in shipped.sentences(article.id)}
    assert {asked.text: asked.first - ids for asked in queries if not asked.first or asked.first - ids} == {}
    assert len(queries) >= 260
    assert min(Counter(asked.kind for asked in queries).values()) >= 12


def test_what_is_meant_comes_first(ranks: list[tuple[Asked, int]], shipped_index: Index) -> None:
    overall = score([rank for _, rank in ranks])
    poor = {kind: worst for kind, places in by_kind(ranks).items() if (worst := score(places)).top1 < 0.9}
    assert overall.top1 >= 0.95 and overall.mrr >= 0.97 and not poor, _report(ranks, shipped_index)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_fact_stays_first_while_its_label_is_typed(shipped: Library, shipped_index: Index, lang: Lang) -> None:
    lost, kept, after = {}, 0, 0
    # A label with a year in it names two editions while it is typed.
    facts = [fact for fact in shipped.facts() if not re.search("20[0-9]{2}", fact.label[lang])]
    facts = facts[:: 1 if EVERY_LABEL in os.environ else ONE_IN]
    for fact in facts:
        others = [_said_of(other, shipped) for other in shipped.facts(fact.edition) if other.id != fact.id]
        label = fact.label[lang]
        typed = [label[:end] for end in range(1, len(label) + 1)]
        found = [shipped_index.search(f"{fact.edition} {beginning}", 1) for beginning in typed]
        first = [bool(hits) and hits[0].id == fact.id for hits in found]
        alone = [not any(_answers(other, beginning) for other in others) for beginning in typed]
        if any(is_alone and not is_first for is_alone, is_first in zip(alone, first, strict=True)):
            lost[f"{fact.edition} {label}"] = _marked(label, first)
        since = first[first.index(True) :] if True in first else []
        kept, after = kept + sum(since), after + len(since)
    # Not first (_ for each letter) though no other label of the edition answers: only where a figure does, 8|月公布的场次.
    assert len(lost) <= 0.02 * len(facts), lost
    # Before, what is equally meant comes between, or a whole word before a longer one: exhibit|ion, investment| in chips.
    assert kept / after >= LEAST_KEPT


def _said_of(fact: Fact, library: Library) -> Bilingual:
    """Label, text, metric and noun of a fact, folded: words of English, Chinese without spaces."""
    metric = library.metric(fact.metric)
    assert metric is not None
    english = f"{fact.label.en} {fact.text.en} {metric.label.en} {fact.noun.en}"
    chinese = f"{fact.label.zh} {fact.text.zh} {metric.label.zh}"
    return Bilingual(" ".join(fold(english).split()), remove_spaces(fold(chinese)))


def _answers(said: Bilingual, typed: str) -> bool:
    """Whether all typed words begin words of the English, or the Chinese holds all that was typed.

    Two Latin letters may be the pinyin of anything.
    """
    if typed.isascii() and len(typed) < 3:
        return True
    beginnings, words = fold(typed).split(), said.en.split()
    english = all(any(word.startswith(beginning) for word in words) for beginning in beginnings)
    return english or remove_spaces(fold(typed)) in said.zh


def _marked(label: str, first: list[bool]) -> str:
    """The label with a _ for each letter after which its fact was not first."""
    return "".join(letter if is_first else "_" for letter, is_first in zip(label, first, strict=True))


def _report(ranks: list[tuple[Asked, int]], index: Index) -> str:
    """Figures by kind, then each query that fails with what came first instead."""
    lines = [f"{'top-1':>6} {'MRR':>6}  kind"]
    for kind, places in {**by_kind(ranks), "all": [rank for _, rank in ranks]}.items():
        figures = score(places)
        lines.append(f"{figures.top1:6.3f} {figures.mrr:6.3f}  {kind}")
    for asked, rank in ranks:
        if rank != 1:
            instead = ", ".join(found(index, asked)[:3]) or "nothing"
            lines.append(
                f"{asked.kind}: {asked.text!r} wants {', '.join(sorted(asked.first))} (at {rank}), gets {instead}"
            )
    return "\n" + "\n".join(lines)
