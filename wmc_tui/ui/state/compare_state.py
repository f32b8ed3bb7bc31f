"""The state of the comparing screen: its views, which of them is shown, and the way back. Plain Python."""

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.comparison import Comparer
from wmc_tui.series import Key, key_of
from wmc_tui.ui.compare.one_metric import OneMetricView
from wmc_tui.ui.compare.view import View
from wmc_tui.ui.state.reading import AttestationCache, Reading

VIEWS = {
    "one_metric": Bilingual("One metric", "单项指标"),
    "multiples": Bilingual("Side by side", "并列"),
    "profile": Bilingual("Edition", "届"),
    "matrix": Bilingual("Matrix", "矩阵"),
}
"""What the views are called, by the action that goes to each."""


class CompareState:
    """What is compared. It outlives the screen, so that going back from a sentence finds everything as it was."""

    def __init__(self, reading: Reading) -> None:
        self.library = reading.library
        self.comparer = comparer = reading.comparer or Comparer(reading.library)
        self.attestation = reading.attestation or AttestationCache(reading.library)
        year, fact = reading.page.edition, _first_fact(reading)
        main = (comparer.keys(metric)[0] for metric in comparer.metrics)
        self.one = OneMetricView(comparer, key_of(fact) if fact else next(main, None), year)
        self.view: View = self.one
        self._year = year
        self._views: dict[str, View] = {self.one.action: self.one}
        self._views_before: list[View] = []

    def go(self, action: str) -> None:
        """Another view, at the series and edition under the cursor."""
        series, year = self.view.series, self.view.year
        self._views_before = []
        if action not in self._views:
            self._add_views()
        self.view = self._views[action]
        if series is not None:
            self.view.follow(series, year)

    def _add_views(self) -> None:
        """The other views, imported when one of them is first gone to."""
        from wmc_tui.ui.compare.editions import MatrixView, ProfileView
        from wmc_tui.ui.compare.multiples import MultiplesView

        comparer, year = self.comparer, self._year
        for view in (MultiplesView(comparer), ProfileView(comparer, year), MatrixView(comparer, year)):
            self._views[view.action] = view

    def next_view(self) -> None:
        """The view after this one."""
        names = list(VIEWS)
        self.go(names[(names.index(self.view.action) + 1) % len(names)])

    def enlarge(self) -> bool:
        """From a small chart to the large one; False where the cursor is at none."""
        if self.view.series is None:
            return False
        self._show_large(self.view.series.key)
        return True

    def _show_large(self, key: Key) -> None:
        self._views_before.append(self.view)
        self.one.show(key)
        self.view = self.one

    def back(self) -> bool:
        """To the view before; False at the first one."""
        if not self._views_before:
            return False
        self.view = self._views_before.pop()
        return True

    def pick(self, key: Key) -> None:
        """Show a series: in the present view where that holds it, else large."""
        series = self.comparer.series(key)
        if series is not None and not self.view.follow(series, None):
            self._show_large(key)


def _first_fact(reading: Reading) -> Fact | None:
    """The fact under the reader's cursor, else the first headline one of the edition being read."""
    edition = reading.library.edition(reading.page.edition)
    ids = [reading.fact, *(edition.headline if edition else ())]
    return next((fact for fact in (reading.library.fact(id) for id in ids if id) if fact is not None), None)
