"""A figure among those of the other editions, in a row or two of the fact card."""

from rich.cells import cell_len

from wmc_tui.model import Fact
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import narrow_figure
from wmc_tui.series import Series, key_of
from wmc_tui.store import Library
from wmc_tui.ui.widgets.line import Line, Piece

NAME = "Trend 历届"
GAP = "  "


class Trends:
    """The trend of each fact that is a number; loads the series of its metric when first asked for it."""

    def __init__(self, library: Library) -> None:
        self._comparer = Comparer(library)

    def lines(self, fact: Fact, width: int) -> list[Line]:
        """The editions with their figures, in lines of `width` cells; none where only one edition has a figure."""
        series = self._comparer.series(key_of(fact)) if fact.value is not None else None
        if series is None or len(series.facts) < 2:
            return []
        lines: list[list[Piece]] = [[Piece(NAME, "heading")]]
        used = cell_len(NAME)
        for year, said in _figures(series):
            if used + cell_len(GAP + said) > width:
                lines.append([])
                used = 0
            lines[-1].append(Piece(GAP + said, "strong" if year == fact.edition else "dim"))
            used += cell_len(GAP + said)
        return list(lines)


def _figures(series: Series) -> list[tuple[int, str]]:
    """The years of a series with their figures, from the first to the last, a dash for a gap."""
    first, last = series.facts[0].edition, series.facts[-1].edition
    return [
        (point.edition, f"{point.edition} {narrow_figure(point.fact, point.expected) if point.fact else '-'}")
        for point in series.points
        if first <= point.edition <= last
    ]
