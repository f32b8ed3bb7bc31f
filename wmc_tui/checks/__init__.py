"""What must hold between the facts of a store and the sentences that state them.

A name is imported when it is first asked for: the attestation of one fact must not load the machinery of all checks.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import Attestations, FactAttestation
    from wmc_tui.checks.declared import check_formulas
    from wmc_tui.checks.mentions import check_mentions
    from wmc_tui.checks.outcome import Outcome, Verdict
    from wmc_tui.checks.run import check_facts

__all__ = [
    "Attestations",
    "FactAttestation",
    "Outcome",
    "Verdict",
    "check_facts",
    "check_formulas",
    "check_mentions",
]

_MODULES = {
    "attestation": ("Attestations", "FactAttestation"),
    "declared": ("check_formulas",),
    "mentions": ("check_mentions",),
    "outcome": ("Outcome", "Verdict"),
    "run": ("check_facts",),
}


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
