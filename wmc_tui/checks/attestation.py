"""How well a fact is attested: confirmed, known from one publication, or disputed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wmc_tui.model import Attestation, Evidence, Mention
from wmc_tui.model.claims import Conflict, ConflictKind, ConflictStatus
from wmc_tui.store import Library


class FactAttestation(NamedTuple):
    """How well a fact is attested."""

    kind: Attestation
    """In one word."""
    sources: tuple[str, ...]
    """Ids of the publications that state it, each once: those with an article first, else in the order of the store."""
    languages: frozenset[str]
    """The languages in which they state it, of `en`, `zh`, `ja`, ...; a translation of ours is none."""
    conflicts: tuple[Conflict, ...]
    """Every conflict that names it, compatible ones too; what disputes it first."""


_NOT_ABOUT_FIGURES = frozenset({ConflictKind.GAP, ConflictKind.RECORD_CLAIM, ConflictKind.TERMINOLOGY})
"""What is missing, what is called a record, and how a thing is called: none of it contradicts a figure."""


class Attestations:
    """How well each fact of a library is attested; one alone costs two queries, once conflicts and articles are read."""

    def __init__(
        self,
        library: Library,
        *,
        mentions: Mapping[str, Sequence[Mention]] | None = None,
        evidence: Mapping[str, Sequence[Evidence]] | None = None,
    ) -> None:
        """`mentions` and `evidence` by fact, where all of them have been read already: then no fact costs a query."""
        self._library = library
        self._mentions_of = library.mentions_of if mentions is None else lambda fact: mentions.get(fact, ())
        self._evidence_of = library.evidence_of if evidence is None else lambda fact: evidence.get(fact, ())
        self._conflicts: dict[str, list[Conflict]] = {}
        for conflict in library.conflicts():
            for fact in conflict.facts:
                self._conflicts.setdefault(fact, []).append(conflict)
        self._articles = {article.id: article for article in library.articles()}

    def of(self, fact_id: str) -> FactAttestation:
        """How well a fact is attested; an id that is no fact's is stated by nobody."""
        sources: dict[str, None] = {}
        languages: set[str] = set()
        for mention in self._mentions_of(fact_id):
            article = self._articles[mention.article]
            sources[article.source] = None
            languages.add(article.original)  # our translations are no statements
        for evidence in self._evidence_of(fact_id):
            sources[evidence.source] = None
            languages.add(evidence.lang)
        about = self._conflicts.get(fact_id, [])
        against = [conflict for conflict in about if self._disputes(conflict, fact_id)]
        conflicts = (*against, *(conflict for conflict in about if conflict not in against))
        stated = Attestation.CONFIRMED if len(sources) > 1 else Attestation.SINGLE
        kind = Attestation.DISPUTED if against else stated
        return FactAttestation(kind, tuple(sources), frozenset(languages), conflicts)

    def _disputes(self, conflict: Conflict, fact_id: str) -> bool:
        """Whether a conflict leaves a fact in doubt.

        A resolved one is against the facts that say the same of the same edition as the one to quote; the others that it
        names, such as the dates that settle a length, are its grounds.
        """
        if conflict.kind in _NOT_ABOUT_FIGURES:
            return False
        if conflict.status is ConflictStatus.OPEN:
            return True
        if conflict.status is ConflictStatus.COMPATIBLE or conflict.prefer in ("", fact_id):
            return False
        fact, preferred = self._library.fact(fact_id), self._library.fact(conflict.prefer)
        if fact is None or preferred is None or (fact.edition, fact.scope) != (preferred.edition, preferred.scope):
            return False
        if conflict.kind is ConflictKind.MEASURE:
            return fact.unit == preferred.unit
        return fact.metric == preferred.metric
