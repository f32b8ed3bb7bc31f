"""What must hold between the facts of a store and the sentences that state them."""

from wmc_tui.checks.readings import check_readings

__all__ = ["check_readings"]
