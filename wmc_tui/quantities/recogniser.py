"""Finds every quantity in English and Chinese running text.

Importing this costs next to nothing: the tables and patterns are loaded with the first text that is read.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing names it, without the cost of importing typing
if TYPE_CHECKING:
    from wmc_tui.quantities.figure import Figure

_LANGUAGES = ("auto", "en", "zh")


def recognise(text: str, lang: str = "auto") -> list[Figure]:
    """All quantities of `text`, in order, not overlapping; offsets in code points.

    `lang` "en" reads no Chinese numerals, "zh" no spelled English ones, "auto" both. ValueError for another `lang`.
    """
    from wmc_tui.quantities.scanning import scan  # here, so that a program starts without the tables

    if lang not in _LANGUAGES:
        raise ValueError(f"unknown language {lang!r}; one of {', '.join(_LANGUAGES)}")
    return scan(text, lang)
