"""No piece of the shipped Chinese sentences and no label of a fact is lost to the search."""

import os
import re

from wmc_tui.model import Lang
from wmc_tui.search import Index
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, remove_spaces

EVERY_PIECE = "WMC_TUI_EVERY_PIECE"
"""With this variable set, all pieces are searched, which takes minutes; without, one in so many, of each length and
from other places in each sentence."""
ONE_IN = 23
SHORTEST, LONGEST = 2, 8
ALL_HITS = 100_000
SAYS_MORE = re.compile(r"-.*|[\W年]*(?:20[0-9]{2}[\W年]*)+")
"""A piece that a query means otherwise: an exclusion, or nothing but editions, which lists what is of them."""


def test_each_piece_of_a_chinese_sentence_finds_every_sentence_that_holds_it(
    shipped: Library, shipped_index: Index
) -> None:
    texts = {
        f"{article.id} {each.n}": each.zh for article in shipped.articles() for each in shipped.sentences(article.id)
    }
    missed = {}
    for piece in _pieces(list(texts.values()), 1 if EVERY_PIECE in os.environ else ONE_IN):
        holding = {id for id, text in texts.items() if piece in text}
        missing = holding - {hit.id for hit in shipped_index.search(piece, ALL_HITS)}
        if missing:
            missed[piece] = sorted(missing)
    assert missed == {}


def test_a_label_finds_all_facts_of_that_label_before_anything_else(shipped: Library, shipped_index: Index) -> None:
    labelled: dict[str, list[str]] = {}
    typed: dict[str, str] = {}
    for fact in shipped.facts():
        for lang in Lang:
            label = remove_spaces(fold(fact.label[lang]))
            labelled.setdefault(label, []).append(fact.id)
            typed[label] = fact.label[lang]
    missed = {}
    for label, facts in labelled.items():
        first = [hit.id for hit in shipped_index.search(typed[label], len(facts))]
        if set(first) != set(facts):
            missed[typed[label]] = (facts, first)
    assert missed == {}


def _pieces(texts: list[str], one_in: int) -> list[str]:
    """Every `one_in`-th of all pieces of the texts, once each, without those of nothing but spaces and signs."""
    pieces = [
        text[start : start + length]
        for text in texts
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(text) - length + 1)
    ]
    chosen = dict.fromkeys(pieces[::one_in])
    return [piece for piece in chosen if fold(piece).strip() and not SAYS_MORE.fullmatch(piece)]
