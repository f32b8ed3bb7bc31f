"""What must be the same for two facts to be compared."""

from typing import NamedTuple

from wmc_tui.model import Fact, Measure, Scope


class Key(NamedTuple):
    """One comparable sequence of figures; facts of different keys are never put side by side in one series."""

    metric: str
    """Metric id."""
    part: str = ""
    """Part id; empty for the whole."""
    measure: Measure = Measure.AMOUNT
    """What is said of the metric."""
    scope: Scope = Scope.EDITION
    """What the figures cover."""
    unit: str = ""
    """As in Fact.unit: yuan and dollars are two series."""


def key_of(fact: Fact) -> Key:
    """The series that a fact belongs to."""
    return Key(fact.metric, fact.part, fact.measure, fact.scope, fact.unit)
