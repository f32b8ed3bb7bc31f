"""How well a fact is attested."""

from collections.abc import Callable

import pytest

from tests.checks.conftest import conflict, fact
from wmc_tui.checks import Attestations
from wmc_tui.model import Attestation
from wmc_tui.store import Library

Make = Callable[..., Library]

TWO = fact("2019.signed", "projects", 638, zh="638个", en="638 projects")
ONE = fact("2019.signed.other", "projects", 640, en="640 projects")
TABLES = (TWO, ONE, fact("2019.money", "money", 5000, zh="5000元"))


def test_two_publications_confirm_and_their_languages_are_told(library: Make) -> None:
    attestations = Attestations(library(*TABLES))
    both, one = attestations.of("2019.signed"), attestations.of("2019.signed.other")
    assert (both.kind, both.sources, both.languages) == (
        Attestation.CONFIRMED,
        ("daily", "wire"),
        frozenset(("en", "zh")),
    )
    assert (one.kind, one.sources, one.languages) == (Attestation.SINGLE, ("wire",), frozenset(("en",)))


def test_a_publication_counts_once_and_a_translation_is_no_language(library: Make) -> None:
    article = """
[[article]]
id = "a"
edition = 2019
source = "daily"
original = "zh"
title_en = "Article"
title_zh = "文章"

[[article.sentence]]
n = 1
en = "In all, 5,000 yuan."
zh = "共5000元。"

[[article.sentence.mention]]
fact = "2019.money"
en = "5,000 yuan"
zh = "5000元"
"""
    attestation = Attestations(library(*TABLES, article)).of("2019.money")
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
    assert [each.id for each in attestations.of("2019.signed").conflicts] == ["c"]


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
    assert [each.id for each in attestations.of("2019.signed").conflicts] == ["serious", "harmless"]


def test_what_is_not_there_is_stated_by_nobody(library: Make) -> None:
    attestation = Attestations(library(*TABLES)).of("2019.gone")
    assert (attestation.kind, attestation.sources, attestation.conflicts) == (Attestation.SINGLE, (), ())
