"""What must hold between the facts of a store and the sentences that state them.

A name is imported when it is first asked for: the standing of one fact must not load the machinery of all checks.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import Standing, Standings
    from wmc_tui.checks.declared import check_formulas
    from wmc_tui.checks.derived import Derived, DerivedKind, derive
    from wmc_tui.checks.mentions import check_readings
    from wmc_tui.checks.outcome import Outcome, Verdict
    from wmc_tui.checks.run import check_facts

__all__ = [
    "Derived",
    "DerivedKind",
    "Outcome",
    "Standing",
    "Standings",
    "Verdict",
    "check_facts",
    "check_formulas",
    "check_readings",
    "derive",
]

_PLACES = {
    "declared": ("check_formulas",),
    "derived": ("Derived", "DerivedKind", "derive"),
    "outcome": ("Outcome", "Verdict"),
    "mentions": ("check_readings",),
    "run": ("check_facts",),
    "attestation": ("Standing", "Standings"),
}


def __getattr__(name: str) -> object:
    for module, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
