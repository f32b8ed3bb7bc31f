"""How well a fact is attested."""

import pytest

from tests.checks.conftest import Make, article, conflict, fact
from wmc_tui.checks.attestation import Attestations
from wmc_tui.model import Attestation

TWO = fact("2019.signed", "projects", 638, zh="638个", en="638 projects")
ONE = fact("2019.signed.other", "projects", 640, en="640 projects")
TABLES = (TWO, ONE, fact("2019.money", "money", 5000, zh="5000元"))


def test_two_publications_confirm_and_their_languages_are_told(library: Make) -> None:
    attestations = Attestations(library(*TABLES))
    both, single = attestations.of("2019.signed"), attestations.of("2019.signed.other")
    assert (both.kind, both.sources, both.languages) == (
        Attestation.CONFIRMED,
        ("daily", "wire"),
        frozenset(("en", "zh")),
    )
    assert (single.kind, single.sources, single.languages) == (Attestation.SINGLE, ("wire",), frozenset(("en",)))


def test_a_publication_counts_once_and_a_translation_is_no_language(library: Make) -> None:
    stated = article("a", "2019.money", en=("In all, 5,000 yuan.", "5,000 yuan"), zh=("共5000元。", "5000元"))
    attestation = Attestations(library(*TABLES, stated)).of("2019.money")
    assert (attestation.kind, attestation.sources, attestation.languages) == (
        Attestation.SINGLE,
        ("daily",),
        frozenset(("zh",)),
    )


@pytest.mark.parametrize(
    ("status", "prefer", "first", "other"),
    [
        ("open", "", "disputed", "disputed"),
        ("open", "2019.signed", "disputed", "disputed"),
        ("resolved", "2019.signed", "confirmed", "disputed"),
        ("resolved", "2019.signed.other", "disputed", "single"),
        ("compatible", "2019.signed", "confirmed", "single"),
    ],
)
def test_a_conflict_disputes_what_it_is_against(
    library: Make, status: str, prefer: str, first: str, other: str
) -> None:
    attestations = Attestations(
        library(*TABLES, conflict("c", status, ["2019.signed", "2019.signed.other"], prefer=prefer))
    )
    assert [attestations.of(id).kind.value for id in ("2019.signed", "2019.signed.other")] == [first, other]
    # A compatible one is told all the same.
    assert [conflict.id for conflict in attestations.of("2019.signed").conflicts] == ["c"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("sum", "disputed"), ("gap", "single"), ("terminology", "single"), ("record_claim", "single")],
)
def test_only_what_is_about_figures_disputes_one(library: Make, kind: str, expected: str) -> None:
    open_one = conflict("c", "open", ["2019.signed.other", "2019.money"], kind=kind)
    assert Attestations(library(*TABLES, open_one)).of("2019.money").kind == expected


@pytest.mark.parametrize(
    ("other", "kind", "expected"),
    [
        (fact("2019.other", "projects", 9, zh="9个"), "sum", "disputed"),
        (fact("2018.other", "projects", 9, zh="9个"), "sum", "single"),
        (fact("2019.other", "projects", 9, scope="city", zh="9个"), "sum", "single"),
        (fact("2019.other", "started", 9, zh="9个"), "sum", "single"),
        (fact("2019.other", "started", 9, zh="9个"), "measure", "disputed"),
        (fact("2019.other", "projects", 9, measure="growth", unit="percent", zh="9%"), "measure", "single"),
    ],
)
def test_a_resolution_is_against_what_says_the_same(library: Make, other: str, kind: str, expected: str) -> None:
    id = "2018.other" if "2018.other" in other else "2019.other"
    settled = conflict("c", "resolved", ["2019.signed", id], prefer="2019.signed", kind=kind)
    assert Attestations(library(*TABLES, other, settled)).of(id).kind == expected


def test_what_was_read_already_is_not_asked_for_again(library: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = library(*TABLES)
    expected = Attestations(opened).of("2019.signed")
    evidence = {"2019.signed": opened.evidence_of("2019.signed")}
    for name in ("mentions_of", "evidence_of"):
        monkeypatch.delattr(type(opened), name)
    assert Attestations(opened, mentions={}, evidence=evidence).of("2019.signed") == expected


def test_the_grounds_of_a_resolution_are_not_disputed(library: Make) -> None:
    settled = conflict("c", "resolved", ["2019.signed", "2019.money"], prefer="2019.signed")
    assert Attestations(library(*TABLES, settled)).of("2019.money").kind is Attestation.SINGLE


def test_what_disputes_a_fact_is_told_first(library: Make) -> None:
    attestations = Attestations(
        library(
            *TABLES,
            conflict("harmless", "compatible", ["2019.signed", "2019.money"]),
            conflict("serious", "open", ["2019.signed", "2019.signed.other"]),
        )
    )
    assert [conflict.id for conflict in attestations.of("2019.signed").conflicts] == ["serious", "harmless"]


def test_what_is_not_there_is_stated_by_nobody(library: Make) -> None:
    attestation = Attestations(library(*TABLES)).of("2019.gone")
    assert (attestation.kind, attestation.sources, attestation.conflicts) == (Attestation.SINGLE, (), ())
