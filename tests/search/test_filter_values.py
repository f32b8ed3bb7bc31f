"""Publishers under their names in either language, and the way a text came."""

import pytest

from wmc_tui.model import Bilingual
from wmc_tui.search.query.filter_values import FilterValues, Value, other_names, publisher_name
from wmc_tui.search.query.filters import Filter
from wmc_tui.search.query.query import parse

LABELS = (
    "新华社 (via 中证网)|Xinhua (via Shine)|新华联集团|China Daily|China Daily / ECNS|人民日报 (人民网)|安徽日报|"
    "中国经济网 (经济日报)"
).split("|")
KNOWN = FilterValues(
    range(2018, 2026),
    {
        "publisher": [
            Value(f"p{n}", Bilingual(label, "") if label.isascii() else Bilingual("", label), 1)
            for n, label in enumerate(LABELS)
        ]
    },
)


def the_filter(text: str) -> Filter:
    (found,) = parse(text, KNOWN).filters
    return found


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("publisher:Xinhua", "新华社 (via 中证网)|Xinhua (via Shine)"),
        ("publisher:新华社", "新华社 (via 中证网)|Xinhua (via Shine)"),
        ("publisher:新华网", "新华社 (via 中证网)|Xinhua (via Shine)"),
        ("来源:中国日报", "China Daily|China Daily / ECNS"),
        ("publisher:ecns", "China Daily / ECNS"),
        ("publisher:中新社", "China Daily / ECNS"),
        ('publisher:"People\'s Daily"', "人民日报 (人民网)"),
        ("publisher:peoplesdaily", "人民日报 (人民网)"),
        ("publisher:anhuidaily", "安徽日报"),
        ('publisher:"Anhui Daily",xinhua', "安徽日报|新华社 (via 中证网)|Xinhua (via Shine)"),
        ('publisher:xinhua,"安徽日报"', "安徽日报|新华社 (via 中证网)|Xinhua (via Shine)"),
        ('publisher:"China Daily",安徽日报', "China Daily|安徽日报"),
        ("publisher:新华联", "新华联集团"),
    ],
)
def test_either_name_means_the_publisher(typed: str, labels: str) -> None:
    assert {LABELS[int(id[1:])] for id in the_filter(typed).values} == set(labels.split("|"))


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("publisher:Xinhau", "publisher:Xinhua"),
        ("-publisher:Xinhau", "-publisher:Xinhua"),
        ("publisher:chinadayly", 'publisher:"China Daily"'),
        ("publisher:anhuidaly", 'publisher:"Anhui Daily"'),
    ],
)
def test_the_nearest_is_a_publisher_and_not_one_way_its_texts_came(typed: str, nearest: str) -> None:
    found = the_filter(typed)
    assert (found.values, found.nearest) == ((), nearest)
    assert the_filter(nearest).values


def test_a_publisher_is_what_stands_before_the_way() -> None:
    names = [publisher_name(label) for label in LABELS[:5]]
    assert names == ["新华社", "Xinhua", "新华联集团", "China Daily", "China Daily"]


def test_names_begin_a_label_as_words() -> None:
    assert "新华社" in other_names("Xinhua German")
    assert "Xinhua" not in other_names("Xinhua German")
    assert other_names("Xinhuanet of old") == other_names("新华联集团") == other_names("ummid.com") == ()


def test_what_no_record_has_does_not_hide_what_it_begins() -> None:
    table = FilterValues((), {"unit": [Value("m2", records=7), Value("CNY", records=9)]}).table("unit")
    for typed, unit in (("m", "m2"), ("c", "CNY"), ("mu", "mu"), ("亩", "mu"), ("㎡", "m2")):
        assert [value.id for value in table.meant(typed)] == [unit]
