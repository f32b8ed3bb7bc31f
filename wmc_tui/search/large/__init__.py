"""Search over more records than fit a search in Python alone: arrays in a mapped file, read with numpy.

Importing this package imports no numpy; `wmc_tui.search.large.index` does.
"""

from importlib.util import find_spec

LARGE = 10_000
"""Records from which on this engine is worth its file."""
ADVICE = "searching more than 10,000 records needs numpy for speed: pip install 'wmc-tui[large]'"
"""What to tell where numpy is missing."""


def available() -> bool:
    """Whether numpy is installed; it is not imported to find out."""
    return find_spec("numpy") is not None


def wanted(records: int) -> bool:
    """Whether a library of so many records is to be searched by this engine."""
    return records > LARGE and available()
