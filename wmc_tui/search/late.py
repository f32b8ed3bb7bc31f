"""Patterns compiled when they are first needed: together they take longer than most searches."""

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled pattern, always the same."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern)

    return compiled
