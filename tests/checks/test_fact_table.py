"""Facts as rules ask for them."""

from decimal import Decimal

from tests.checks.conftest import Make, article, fact
from wmc_tui.checks.fact_table import FactTable, comparable
from wmc_tui.quantities.interval import Interval
from wmc_tui.series import Key


def test_our_translation_says_nothing_of_how_exact_a_figure_is(library: Make) -> None:
    zh, en = ("投资3425亿元。", "3425亿元"), ("It is 342.500 billion yuan.", "342.500 billion yuan")
    table = FactTable(library(fact("2019.money", "money", 342500000000), article("a", "2019.money", zh=zh, en=en)))
    assert table.interval(table.facts["2019.money"]) == Interval(Decimal(342450000000), Decimal(342550000000))


def test_facts_of_a_key_have_values_and_stand_best_first(library: Make) -> None:
    table = FactTable(
        library(
            fact("2019.before", "money", 4, stage="pre_event", zh="4元"),
            fact("2019.after", "money", 5, zh="5元"),
            fact("2019.words", "money", None, text="much", unit="text", en="much"),
        )
    )
    assert [fact.id for fact in table.of(Key("money", unit="CNY"), 2019)] == ["2019.after", "2019.before"]
    assert table.of(Key("money", unit="text"), 2019) == table.of(Key("money", unit="CNY"), 2018) == []


def test_forecasts_and_states_of_other_days_are_not_comparable(library: Make) -> None:
    later = {"stage": "follow_up"}
    facts = FactTable(
        library(
            fact("2019.result", "money", 1, zh="1元"),
            fact("2019.hoped", "money", 2, stage="pre_event", zh="2元"),
            fact("2019.may", "money", 3, as_of="2020-05", zh="3元", **later),
            fact("2019.june", "money", 4, as_of="2020-06", zh="4元", **later),
            fact("2019.july", "started", 5, as_of="2020-07", zh="5个", **later),
        )
    ).facts

    def beside(id: str) -> list[str]:
        amounts = [fact for fact in facts.values() if fact.metric == "money"]
        return [fact.id for fact in comparable(amounts, facts[id])]

    assert beside("2019.hoped") == ["2019.hoped"]
    assert beside("2019.result") == ["2019.result", "2019.may", "2019.june"]
    assert beside("2019.may") == ["2019.may"]
    assert beside("2019.july") == ["2019.result"], "without a state of that day what has none"
