"""The reading state: which page, sentence and fact, in which language, and how the reader came there.

The one owner of that state is the reading screen; everything here is plain Python and knows no widget.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual, Lang
from wmc_tui.present.wording import ATTESTATION_SIGNS
from wmc_tui.store import Library
from wmc_tui.ui.state.history import History, HitWalk, Place, Reopen
from wmc_tui.ui.state.pages import Page, load_page, overview_id

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import FactAttestation
    from wmc_tui.present.comparison import Comparer


class AttestationCache:
    """How well each fact is attested, computed when first asked for; a start does not wait for it."""

    def __init__(self, library: Library) -> None:
        from wmc_tui.checks.attestation import Attestations

        self._library = library
        self.of: Callable[[str], FactAttestation] = cache(Attestations(library).of)
        """How well a fact is attested."""
        self.counts: Callable[[int], Counter[str]] = cache(self._counts)
        """How many facts of an edition are `confirmed`, `single` or `disputed`."""

    def sign(self, fact_id: str) -> str:
        """`?` for a fact that is disputed, `'` for one that a single publication states, nothing for a confirmed one."""
        return ATTESTATION_SIGNS[self.of(fact_id).kind.value]

    def _counts(self, year: int) -> Counter[str]:
        return Counter(self.of(fact.id).kind.value for fact in self._library.facts(edition=year))


class Reading:
    """Moves through a library; every method leaves a consistent state."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.history = History()
        self.page = Page(id="", edition=0, title=Bilingual(), original=None, passages=())
        self.lang = Lang.EN
        self.locked = True
        self.fact: str | None = None
        self.attestation: AttestationCache | None = None
        """How well facts are attested; None until the first frame is painted."""
        self.comparer: Comparer | None = None
        """The series of figures over the editions; None until the first frame is painted."""
        self.hits: HitWalk | None = None
        """The hits of the last search that led somewhere."""
        self._index = {Lang.EN: 0, Lang.ZH: 0}

    # -- where ---------------------------------------------------------------------------

    @property
    def index(self) -> int:
        """The current passage of the language being read."""
        return self._index[self.lang]

    def index_in(self, lang: Lang) -> int:
        """The current passage of either language; the same one while the panes are locked."""
        return self._index[lang]

    @property
    def place(self) -> Place:
        """The present place, as history keeps it."""
        n = self.page.passages[self.index].n if self.page.passages else 1
        return Place(self.page.id, n, self.fact, self.lang)

    # -- going somewhere else --------------------------------------------------------------

    def start(self, edition: int | None = None) -> bool:
        """Open the edition's first article or overview; by default of the newest edition that has an article."""
        years = [edition.year for edition in self.library.editions()]
        if edition is None:
            edition = next((year for year in years if self.library.articles(edition=year)), years[0] if years else None)
        return edition is not None and self.open_edition(edition)

    def open_edition(self, year: int) -> bool:
        """Open an edition at its first article, or its overview where it has none."""
        articles = self.library.articles(edition=year)
        return self.visit(Place(articles[0].id if articles else overview_id(year)))

    def visit(self, place: Place, reopen: Reopen | None = None) -> bool:
        """Go to a place and remember where from; False, and nothing happens, where there is no such page.

        `reopen` opens again the screen that led there, when the reader goes back.
        """
        before = self.place
        if not self._open(place):
            return False
        self.history.amend(before)
        self.history.visit(self.place, reopen)
        return True

    @property
    def at_hit(self) -> bool:
        """Whether the present page is that of the hit that was gone to last."""
        here = self.hits.place if self.hits else None
        return here is not None and here.page == self.page.id

    def step_hit(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) hit of the last search; False where there is none.

        From a hit to the next the reader goes without leaving traces: back leads to where the search was begun.
        """
        at_hit = self.at_hit
        place = self.hits.step(step) if self.hits else None
        if place is None:
            return False
        if not at_hit:
            return self.visit(place)
        moved = self._open(place)
        self.history.amend(self.place)
        return moved

    def step_history(self, step: int) -> bool:
        """Go back (-1) to the place before, or forward (1) again; False at the beginning and at the end."""
        self.history.amend(self.place)
        place = self.history.step(step)
        return place is not None and self._open(place)

    def _open(self, place: Place) -> bool:
        if place.page != self.page.id:
            page = load_page(self.library, place.page)
            if page is None:
                return False
            self.page = page
        self.lang = place.lang or self.lang
        self._index = dict.fromkeys(Lang, self.page.index_of(place.n, place.fact))
        self._choose_fact(place.fact)
        return True

    # -- moving on the page ----------------------------------------------------------------

    def facts_here(self) -> list[str]:
        """The facts of the current passage, in the order in which the language being read states them."""
        return self._facts_at(self.index)

    def _facts_at(self, index: int) -> list[str]:
        return self.page.passages[index].facts(self.lang) if index < len(self.page.passages) else []

    def _choose_fact(self, fact: str | None) -> None:
        facts = self.facts_here()
        self.fact = fact if fact in facts else next(iter(facts), None)

    def move(self, index: int, lang: Lang | None = None, fact: str | None = None) -> None:
        """Make a passage current (clamped), and in it the given or the first fact; both languages if locked."""
        self.lang = lang or self.lang
        index = min(max(0, index), max(0, len(self.page.passages) - 1))
        for moved in Lang if self.locked else (self.lang,):
            self._index[moved] = index
        self._choose_fact(fact)

    def step_figure(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) figure of the page; False where there is none."""
        facts = self.facts_here()
        at = facts.index(self.fact) + step if self.fact in facts else -1
        if 0 <= at < len(facts):
            self.fact = facts[at]
            return True
        index = self.index + step
        while 0 <= index < len(self.page.passages):
            facts = self._facts_at(index)
            if facts:
                self.move(index, fact=facts[0 if step > 0 else -1])
                return True
            index += step
        return False

    def read(self, lang: Lang) -> None:
        """Read in a language from now on; unlocked, its pane keeps its own sentence."""
        if lang is not self.lang:
            self.lang = lang
            self._choose_fact(self.fact)

    def toggle_lock(self) -> None:
        """Unlock the panes, or lock them again at the sentence being read."""
        self.locked = not self.locked
        if self.locked:
            self._index = dict.fromkeys(Lang, self.index)
