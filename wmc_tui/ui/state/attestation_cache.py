"""How well facts are attested, as the screen shows it: known from the second frame on, a start does not wait for it."""

from collections import Counter

from wmc_tui.checks.attestation import Attestations, FactAttestation
from wmc_tui.present.wording import ATTESTATION_SIGNS
from wmc_tui.store import Library


class Attested:
    """The standing of every fact, each worked out once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._standings = Attestations(library)
        self._known: dict[str, FactAttestation] = {}
        self._counts: dict[int, Counter[str]] = {}

    def standing(self, fact_id: str) -> FactAttestation:
        """The standing of a fact."""
        if fact_id not in self._known:
            self._known[fact_id] = self._standings.of(fact_id)
        return self._known[fact_id]

    def sign(self, fact_id: str) -> str:
        """`?` for a fact that is disputed, `'` for one that a single publication states, nothing for a confirmed one."""
        return ATTESTATION_SIGNS[self.standing(fact_id).kind.value]

    def counts(self, year: int) -> Counter[str]:
        """How many facts of an edition are `confirmed`, `single` or `disputed`."""
        if year not in self._counts:
            facts = self._library.facts(edition=year)
            self._counts[year] = Counter(self.standing(fact.id).kind.value for fact in facts)
        return self._counts[year]
