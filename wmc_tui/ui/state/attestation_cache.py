"""How well facts are attested, as the screen shows it from the second frame on: a start does not wait for it."""

from collections import Counter

from wmc_tui.checks.attestation import Attestations, FactAttestation
from wmc_tui.present.wording import ATTESTATION_SIGNS
from wmc_tui.store import Library


class AttestationCache:
    """How well each fact is attested, computed when first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._attestations = Attestations(library)
        self._by_fact: dict[str, FactAttestation] = {}
        self._counts: dict[int, Counter[str]] = {}

    def of(self, fact_id: str) -> FactAttestation:
        """How well a fact is attested."""
        if fact_id not in self._by_fact:
            self._by_fact[fact_id] = self._attestations.of(fact_id)
        return self._by_fact[fact_id]

    def sign(self, fact_id: str) -> str:
        """`?` for a fact that is disputed, `'` for one that a single publication states, nothing for a confirmed one."""
        return ATTESTATION_SIGNS[self.of(fact_id).kind.value]

    def counts(self, year: int) -> Counter[str]:
        """How many facts of an edition are `confirmed`, `single` or `disputed`."""
        if year not in self._counts:
            facts = self._library.facts(edition=year)
            self._counts[year] = Counter(self.of(fact.id).kind.value for fact in facts)
        return self._counts[year]
