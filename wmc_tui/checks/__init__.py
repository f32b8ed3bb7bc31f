"""What must hold between the facts of a store and the sentences that state them."""

from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.readings import check_readings
from wmc_tui.checks.run import check_facts
from wmc_tui.checks.standing import Standing, StandingKind, Standings

__all__ = [
    "Outcome",
    "Standing",
    "StandingKind",
    "Standings",
    "Verdict",
    "check_facts",
    "check_readings",
]
