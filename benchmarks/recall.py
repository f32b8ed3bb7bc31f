"""How much of what an exhaustive search finds another one finds."""

from collections.abc import Sequence

from wmc_tui.search import Hit

_ROUNDING = 0.011


def recalled(everything: Sequence[Hit], found: Sequence[Hit], top: int) -> float | None:
    """The share of the best of all hits among the first found, where hits of equal score stand for each other.

    `everything` are all hits of the exhaustive search, best first. None where it finds nothing.
    """
    best = everything[:top]
    if not best:
        return None
    scores = {hit.id: hit.score for hit in everything}
    least = best[-1].score - _ROUNDING
    return sum(scores.get(hit.id, least - 1) >= least for hit in found[: len(best)]) / len(best)
