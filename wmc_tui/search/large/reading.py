"""What the text of a record says that numbers alone cannot: whether it holds what it seems to hold."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from wmc_tui.search.index.record import OWN, Record
from wmc_tui.search.index.texts import stands_whole
from wmc_tui.search.large.heard import Heard
from wmc_tui.search.large.term import quality_of, reason_of
from wmc_tui.search.large.tuning import AS_GOOD, BEGUN_PHRASE, CUT, INITIALS, JUST_BEHIND, PAIRS


class Ranked(NamedTuple):
    """A record that answers."""

    points: float
    place: int
    """Its place in the library."""
    record: Record
    why: tuple[str, ...] = ()
    """For each term of the query the best reason."""
    heard: tuple[str, ...] = ()
    """Han characters that letters of the query sound like."""


def unheard(
    heard: Sequence[Heard], spans: Sequence[tuple[int, int] | None], worths: Sequence[int], shares: Sequence[float]
) -> float:
    """How much less a record covers that has all neighbours of what letters sound like, though not in a row."""
    less = 0.0
    for place, worth in enumerate(worths):
        reason = reason_of(worth)
        if reason in ("pinyin", "initials"):
            here = [span for one, span in zip(heard, spans, strict=True) if place in one.words and one.reason == reason]
            quality = float(quality_of(np.array([worth], np.int32))[0])
            if not any(here):
                less += shares[place] * quality
            elif reason == "initials" and all(span is None or span[0] for span in here):
                less += shares[place] * max(0.0, quality - INITIALS)
    return less


def results_first(found: Sequence[tuple[float, Ranked]]) -> list[Ranked]:
    """Let no expected figure stand before its result, unless the query asks for just that."""
    results = {each.record.fact: (quality, each.points) for quality, each in found if each.record.fact}
    kept = []
    for quality, each in found:
        covered, points = results.get(each.record.behind, (0.0, 0.0))
        if each.record.behind and covered >= AS_GOOD * quality and points - JUST_BEHIND < each.points:
            each = each._replace(points=round(points - JUST_BEHIND, 2))
        kept.append(each)
    return kept


class Phrase:
    """A query as it was typed, to be seen in texts."""

    def __init__(self, folded: str) -> None:
        words = folded.split()
        piece, self._words = "".join(words), " ".join(words)
        self._piece = piece

    def quality(self, record: Record) -> float:
        """How well a record holds it; less where it begins or ends inside a word or a number."""
        if not self._piece:
            return 0.0
        if " " in self._words and f" {self._words}" in f" {record.words_en}":
            return OWN if f" {self._words} " in f" {record.words_en} " else BEGUN_PHRASE
        texts = [record.words_zh.replace(" ", "")]
        if not self._piece.isalpha():
            texts += record.written
        held = [text for text in texts if self._piece in text]
        if not held:
            return 0.0
        return OWN if any(stands_whole(self._piece, text) for text in held) else CUT


def lacking(record: Record, runs: Iterable[tuple[str, float]]) -> float:
    """How much less a record covers that has all pairs of characters of a run, though not next to each other."""
    if not runs:
        return 0.0
    dense, alike = record.words_zh.replace(" ", ""), record.shared_zh.replace(" ", "")
    less = 0.0
    for run, share in runs:
        if run in dense or run in alike:
            continue
        if all(run[place : place + 2] in dense for place in range(len(run) - 1)):
            less += share * (OWN - PAIRS)
    return less
