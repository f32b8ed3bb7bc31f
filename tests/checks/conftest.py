"""Small stores of facts, written as short tables."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import open_alone
from wmc_tui.checks.outcome import Outcome
from wmc_tui.checks.run import check_facts
from wmc_tui.store import Library

Make = Callable[..., Library]
Outcomes = Callable[..., dict[str, Outcome]]

METRIC = '[[metric]]\nid = "{}"\nlabel_en = "{}"\nlabel_zh = "{}"\nunit = "{}"\n'
NOUN = 'noun_en = "projects"\nnoun_zh = "个"\n'
EDITION = '[[edition]]\nyear = {0}\nname_en = "Edition {0}"\nname_zh = "{0}年"\n'
BASE = (
    METRIC.format("projects", "Projects", "项目", "count")
    + NOUN
    + METRIC.format("started", "Projects started", "开工项目", "count")
    + NOUN
    + 'whole = "projects"\n'
    + METRIC.format("money", "Investment", "投资额", "CNY")
    + METRIC.format("length", "Length", "会期", "day")
    + METRIC.format("dates", "Dates", "日期", "date_range")
    + '[[part]]\nid = "chips"\nlabel_en = "Chips"\nlabel_zh = "芯片"\n'
    + '[[rate]]\nid = "USD-2019-09"\ncurrency = "USD"\nmonth = "2019-09"\nlow = "7.05"\nhigh = "7.15"\n'
    + "".join(EDITION.format(year) for year in range(2018, 2023))
)
SOURCE = """
[[source]]
id = "{id}"
publisher = "{id}"
title = "{id}"
language = "{language}"
published = "{published}"
"""
SOURCES = (
    SOURCE.format(id="daily", language="zh-Hans", published="2019-09-23")
    + SOURCE.format(id="wire", language="en", published="2019-10-01")
    + SOURCE.format(id="agency", language="en", published="2019")
)


def fact(id: str, metric: str, value: object, **more: object) -> str:
    """A fact; `zh` and `en` are how a publication of each language writes it. Without either one is made up."""
    written = {"daily": more.pop("zh", ""), "wire": more.pop("en", ""), "agency": more.pop("also", "")}
    keys: dict[str, object] = {
        "id": id,
        "edition": int(id[:4]),
        "metric": metric,
        "label_en": id,
        "label_zh": f"{id}事实",
        "scope": "edition",
        "stage": "result",
        "qualifier": "exact",
        "text_en" if "text" in more else "value": more.pop("text", value),
    }
    keys |= more
    table = "\n".join(["", "[[fact]]", *_lines(keys), ""])
    for source, text in written.items():
        lang = "zh" if source == "daily" else "en"
        if text:
            table += f'[[fact.evidence]]\nsource = "{source}"\nlang = "{lang}"\nas_written = "{text}"\n'
    return table


def article(id: str, stated: str, *, source: str = "daily", original: str = "zh", **texts: tuple[str, str]) -> str:
    """An article of one sentence that states a fact: in each language a text, and the figure in it."""
    head: dict[str, object] = {"id": id, "edition": int(stated[:4]), "source": source, "original": original}
    head |= {"title_en": "Article", "title_zh": "文章"}
    tables: dict[str, dict[str, object]] = {
        "[[article]]": head,
        "[[article.sentence]]": {"n": 1, **{lang: text for lang, (text, _) in texts.items()}},
        "[[article.sentence.mention]]": {"fact": stated, **{lang: figure for lang, (_, figure) in texts.items()}},
    }
    return "\n" + "\n".join(line for name, keys in tables.items() for line in (name, *_lines(keys), ""))


def check(id: str, kind: str, reported: str, formula: str, more: str = "") -> str:
    """A declared check."""
    return f'\n[[check]]\nid = "{id}"\nkind = "{kind}"\nreported = "{reported}"\nformula = "{formula}"\n{more}'


def conflict(id: str, status: str, facts: list[str], *, prefer: str = "", kind: str = "sum") -> str:
    """A conflict of 2019."""
    texts = {"title": "Which", "explanation": "They differ.", "resolution": "Wait."}
    keys = {"id": id, "edition": 2019, "kind": kind, "status": status, "prefer": prefer}
    lines = _lines({key: value for key, value in keys.items() if value})
    lines += [f'{key}_{lang} = "{text}"' for key, text in texts.items() for lang in ("en", "zh")]
    return "\n[[conflict]]\n" + "\n".join([*lines, f"facts = {facts}"]) + "\n"


def _lines(keys: dict[str, object]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in keys.items()]


def _toml(value: object) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


SIGNED = fact("2019.signed", "projects", 587, zh="587个")
CHIPS = fact("2019.chips", "projects", 534, part="chips", zh="534个")


def share(value: object, **more: object) -> str:
    """The share of chips in 2019."""
    keys = {"part": "chips", "measure": "share", "unit": "percent", "zh": f"{value}%"} | more
    return fact("2019.share", "projects", value, **keys)


@pytest.fixture
def any_library(tmp_path: Path) -> Iterator[Make]:
    """Makes a library of these tables, without what is wrong in them."""
    store = tmp_path / "store.toml"
    libraries: list[Library] = []

    def make(*tables: str) -> Library:
        store.write_text(BASE + SOURCES + "".join(tables), encoding="utf-8")
        libraries.append(open_alone(tmp_path / "home", store))
        return libraries[-1]

    yield make
    for library in libraries:
        library.close()


@pytest.fixture
def library(any_library: Make) -> Make:
    """Makes a library of these tables alone; anything wrong in them is a mistake of the test."""

    def make(*tables: str) -> Library:
        library = any_library(*tables)
        assert library.problems == ()
        return library

    return make


@pytest.fixture
def outcomes(library: Make) -> Outcomes:
    """What comes of the checks of these tables, by id."""

    def check_tables(*tables: str) -> dict[str, Outcome]:
        checked = check_facts(library(*tables))
        by_id = {outcome.id: outcome for outcome in checked}
        assert len(by_id) == len(checked)
        return by_id

    return check_tables
