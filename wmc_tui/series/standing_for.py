"""Which of several figures for the same thing stands for it: the one to quote."""

from collections.abc import Iterable

from wmc_tui.model import Fact, Qualifier, Stage
from wmc_tui.model.claims import ConflictStatus
from wmc_tui.series.key import key_of
from wmc_tui.store import Library

_STAGES = {stage: place for place, stage in enumerate((Stage.RESULT, Stage.CUMULATIVE, Stage.FOLLOW_UP, Stage.OPENING))}
_LAST = len(_STAGES)


class Preferences:
    """What the conflicts of a library say about which fact to quote."""

    def __init__(self, library: Library) -> None:
        self._library = library
        settled = [one for one in library.conflicts() if one.prefer]
        self._preferred = {one.prefer for one in settled}
        self._preferred_to = {
            fact: one.prefer
            for one in settled
            if one.status is ConflictStatus.RESOLVED
            for fact in one.facts
            if fact != one.prefer
        }

    def rank(self, fact: Fact) -> int:
        """0 for a fact that a conflict prefers, 2 for one that it replaces, 1 for all others.

        Only what says the same thing is replaced: the other facts of a conflict are its grounds.
        """
        if fact.id in self._preferred:
            return 0
        other = self._library.fact(self._preferred_to[fact.id]) if fact.id in self._preferred_to else None
        replaced = other is not None and (other.edition, key_of(other)) == (fact.edition, key_of(fact))
        return 2 if replaced else 1


def best_first(facts: Iterable[Fact], preferences: Preferences) -> list[Fact]:
    """Facts that say the same thing of one edition, the one to quote first.

    What a conflict prefers comes first, then results before figures from the opening and from before the event, the
    latest state of a follow-up, unhedged figures before hedged ones, and else the order of the store.
    """
    latest = sorted(facts, key=lambda fact: fact.as_of, reverse=True)
    return sorted(
        latest,
        key=lambda fact: (
            preferences.rank(fact),
            _STAGES.get(fact.stage, _LAST),
            fact.qualifier is not Qualifier.EXACT,
        ),
    )
