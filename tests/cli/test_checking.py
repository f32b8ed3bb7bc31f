"""`wmc-tui check`."""

import json
from pathlib import Path

from tests.cli.conftest import SAMPLE, Run

MINE = """
[[article]]
id = "2023-mine"
edition = 2023
source = "daily2023"
original = "zh"
title_en = "Mine"
title_zh = "我的"

[[article.sentence]]
n = 1
zh = "投资总额达34.25亿元。"

[[article.sentence.mention]]
fact = "2023.total_investment"
zh = "34.25亿元"
"""


def test_a_right_store_is_counted(run: Run) -> None:
    ended = run("check")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == (
        "no problem found in 1 file, 3 editions, 3 sources, 8 metrics, 13 facts, 2 articles, 5 sentences, 16 mentions\n"
    )


def test_a_figure_that_is_not_its_facts_value_is_told_with_file_line_and_slip(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE, encoding="utf-8")
    ended = run("check", str(mine))
    line = MINE.splitlines().index('zh = "34.25亿元"') + 1
    assert ended.status == 1
    assert ended.out.splitlines()[0] == (
        f'{mine}:{line}: article 2023-mine: sentence 1: zh: "34.25亿元" reads as 3425000000, '
        "but 2023.total_investment is 342500000000, a slip of 100x; "
        "write value = 3425000000 there, or correct the figure here"
    )
    assert ended.out.splitlines()[1].startswith("1 problem found in 2 files")


def test_problems_of_structure_and_of_readings_are_both_in_the_json(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE + '\n[[fact]]\nid = "2023.x"\nedition = 2023\n', encoding="utf-8")
    ended = run("check", str(mine), "--json")
    told = json.loads(ended.out)
    assert ended.status == 1
    assert list(told["problems"][0]) == ["file", "line", "key", "what", "hint"]
    assert {problem["key"].split(":")[0] for problem in told["problems"]} == {"fact 2023.x", "article 2023-mine"}
    assert told["checked"]["files"] == [str(SAMPLE), str(mine)]


def test_a_command_counts_problems_not_records(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[fact]]\nid = "2023.x"\nedition = 2023\n', encoding="utf-8")
    count = len(json.loads(run("check", str(mine), "--json").out)["problems"])
    ended = run("editions", "--store", str(mine))
    assert count > 1
    assert (
        ended.err
        == f"wmc-tui: {count} problems in the stores: what is wrong was left out; see wmc-tui check, with the same --store\n"
    )
