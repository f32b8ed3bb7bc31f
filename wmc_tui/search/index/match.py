"""What one term of a query found, and why."""

from typing import NamedTuple

Scores = dict[int, float]
"""From record to how well it matches, up to 1."""


class Answers:
    """The records that a term finds, each as good as the best of the reasons for it."""

    __slots__ = ("reasons", "scores", "weight")

    def __init__(self) -> None:
        self.scores: Scores = {}
        self.reasons: list[tuple[str, Scores]] = []
        self.weight = 1.0
        """How much it tells, beside other terms."""

    def add(self, reason: str, scores: Scores) -> None:
        """Find more records."""
        if not scores:
            return
        self.reasons.append((reason, scores))
        if not self.scores:
            self.scores = dict(scores)
            return
        known = self.scores
        for place, quality in scores.items():
            if quality > known.get(place, 0.0):
                known[place] = quality

    def why(self, place: int) -> str:
        """The best reason for a record; empty where it was not found."""
        fitting = [(scores[place], reason) for reason, scores in self.reasons if place in scores]
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else ""


class Heard(NamedTuple):
    """What letters sound like, found in records."""

    reason: str
    """`pinyin` or `initials`."""
    scores: Scores
    """Where."""
    spans: dict[int, tuple[int, int]]
    """Where in each record's sounds it stands first."""
