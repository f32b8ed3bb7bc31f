"""`wmc-tui check`."""

import json
from pathlib import Path

import pytest

from tests.checks.conftest import SOURCES, article, check, fact
from tests.cli.conftest import SAMPLE, Run, Store

MINE = article("2023-mine", "2023.total_investment", source="daily2023", zh=("投资总额达34.25亿元。", "34.25亿元"))
BROKEN_FACT = '[[fact]]\nid = "2023.x"\nedition = 2023\n'
NOTE = 'note_en = "Printed so."\nnote_zh = "原文如此。"\n'


def test_a_right_store_is_counted(run: Run) -> None:
    ended = run("check")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == (
        "no problem found in 1 file, 3 editions, 3 sources, 8 metrics, 13 facts, 2 articles, 5 sentences, 16 mentions\n"
    )


def test_a_figure_that_is_not_its_facts_value_is_told_with_file_line_and_slip(run: Run, store: Store) -> None:
    mine = store(MINE)
    ended = run("check", mine)
    line = MINE.splitlines().index('zh = "34.25亿元"') + 1
    assert ended.status == 1
    assert ended.out.splitlines()[0] == (
        f'{mine}:{line}: article 2023-mine: sentence 1: zh: "34.25亿元" reads as 3425000000, '
        "but 2023.total_investment is 342500000000, a slip of 100x; "
        "write value = 3425000000 there, or correct the figure here"
    )
    assert ended.out.splitlines()[1].startswith("1 problem found in 2 files")


def test_problems_of_structure_and_of_readings_are_both_in_the_json(run: Run, store: Store) -> None:
    mine = store(f"{MINE}\n{BROKEN_FACT}")
    ended = run("check", mine, "--json")
    data = json.loads(ended.out)
    assert ended.status == 1
    assert list(data["problems"][0]) == ["file", "line", "key", "what", "hint"]
    assert {problem["key"].split(":")[0] for problem in data["problems"]} == {"fact 2023.x", "article 2023-mine"}
    assert data["checked"]["files"] == [str(SAMPLE), mine]


def test_a_command_counts_problems_not_records(run: Run, store: Store) -> None:
    mine = store(BROKEN_FACT)
    count = len(json.loads(run("check", mine, "--json").out)["problems"])
    assert count > 1
    left_out = "what is wrong was left out; see wmc-tui check, with the same --store"
    ended = run("search", "4471亿", "--store", mine)
    assert (ended.status, ended.err) == (0, f"wmc-tui: {count} problems in the stores: {left_out}\n")
    assert "2018.total_investment" in ended.out


def test_every_unreadable_file_is_told_and_the_others_are_checked(run: Run, store: Store, tmp_path: Path) -> None:
    broken, mine, gone = store("value 1\n", "broken.toml"), store(MINE), str(tmp_path / "gone.toml")
    ended = run("check", broken, mine, gone)
    assert ended.status == 2
    assert all(path in line for path, line in zip((gone, broken), ended.err.splitlines(), strict=True))
    # The readings of the readable one are checked all the same; nothing is summed up.
    assert "a slip of 100x" in ended.out
    assert ended.out.count("\n") == 1
    data = json.loads(run("check", broken, mine, gone, "--json").out)
    assert [Path(each["file"]).name for each in data["unreadable"]] == ["gone.toml", "broken.toml"]
    assert len(data["problems"]) == 1


def test_without_the_shipped_store_problems_are_told_still(
    run: Run, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = store("value 1\n", "shipped.toml")
    monkeypatch.setattr("wmc_tui.store.files.shipped_store", lambda: Path(broken))
    ended = run("check", store(BROKEN_FACT), "--json")
    data = json.loads(ended.out)
    assert ended.status == 2
    assert data["checked"] is None
    assert data["problems"]
    assert broken in ended.err


def share_store(share: str, more: str = "") -> str:
    part = '[[part]]\nid = "chips"\nlabel_en = "Chips"\nlabel_zh = "芯片"\n'
    chips = fact("2023.chips", "projects_signed", 534, part="chips", label_en="Chip projects", zh="534个")
    keys = {"part": "chips", "measure": "share", "unit": "percent", "zh": f"{share}%"}
    labels = {"label_en": "Share of chip projects", "label_zh": "芯片项目占比"}
    stated = fact("2023.chips_share", "projects_signed", share, **keys, **labels)
    return part + SOURCES + chips + stated.replace("[[fact]]", f"[[fact]]\n{more}")


def test_facts_that_add_up_are_counted_and_listed_on_demand(run: Run, store: Store) -> None:
    mine = store(share_store("91"))
    ended = run("check", "--facts", mine)
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "What fails: 0"
    assert any(line.startswith("What holds: ") and "1 share" in line for line in lines)
    assert "[share:2023.chips_share]" not in ended.out
    listed = run("check", "--facts", "--all", mine).out
    assert "  Share of chip projects / 芯片项目占比  [share:2023.chips_share]\n" in listed
    assert "    computed     534 / 587 = 90.97%\n    reported     91% (90.5% to 91.5%)\n" in listed
    assert run("check", "--facts", "-v", mine).out == listed


def test_what_does_not_add_up_is_shown_with_its_numbers_and_ends_with_1(run: Run, store: Store) -> None:
    ended = run("check", "--facts", store(share_store("9.1")))
    assert ended.status == 1
    assert "What fails: 1\n 2023\n  Share of chip projects / 芯片项目占比  [share:2023.chips_share]\n" in ended.out
    assert (
        "    difference   off by 81.82 percentage points\n    likely slip  a slip of 10x in 9.1% (2023)\n" in ended.out
    )
    assert "nothing accounts for it" in ended.out
    assert ended.out.splitlines()[-1].endswith("1 fails, 1 without a conflict or a note that accounts for it")


def test_a_failure_that_a_note_accounts_for_ends_with_0(run: Run, store: Store) -> None:
    ended = run("check", "--facts", store(share_store("9.1", NOTE)))
    assert ended.status == 0
    assert "    note         Printed so.\n" in ended.out


def test_the_json_of_the_checks_is_complete(run: Run, store: Store) -> None:
    data = json.loads(run("check", "--facts", "--json", store(share_store("9.1"))).out)
    assert list(data) == ["checks", "conflicts"]
    (failing,) = [check for check in data["checks"] if check["verdict"] == "fails"]
    assert list(failing) == [
        *("check", "kind", "edition", "verdict", "declared", "reported", "inputs", "rate", "formula"),
        *("claimed", "computed", "value", "off", "slip", "slipped", "conflicts", "explained", "note"),
    ]
    assert failing["check"] == "share:2023.chips_share"
    assert failing["claimed"] == {"low": "9.05", "high": "9.15", "low_included": True, "high_included": False}
    assert failing["formula"] == "100 * 2023.chips / 2023.projects_signed"
    assert [each["fact"] for each in failing["inputs"]] == ["2023.chips", "2023.projects_signed"]
    assert (failing["slip"], failing["explained"], failing["reported"]["value"]) == ("10x", False, "9.1")
    assert failing["off"].startswith("81.82")


def test_a_formula_that_cannot_be_read_is_a_problem_with_its_line(run: Run, store: Store) -> None:
    mine = store(check("odd", "sum", "2023.projects_signed", "(1 + 2").lstrip())
    ended = run("check", mine)
    assert ended.status == 1
    assert ended.out.startswith(f"{mine}:5: check odd: formula: a closing parenthesis is missing")
    of_facts = run("check", "--facts", mine)
    assert of_facts.status == 1
    assert "What cannot be computed: 1\n" in of_facts.out


def test_a_check_of_a_text_is_a_problem(run: Run, store: Store) -> None:
    motto = fact("2023.motto", "projects_signed", "", text="Make", text_zh="造", unit="text")
    mine = store(motto + check("odd", "sum", "2023.projects_signed", "2023.motto + 1"))
    assert '"2023.motto" is no number' in run("check", mine).out
    assert "cannot be computed: 1" in run("check", "--facts", mine).out


def test_conflicts_stand_by_status(run: Run, store: Store) -> None:
    keys = 'edition = 2023\nkind = "sum"\nfacts = ["2023.projects_signed", "2023.total_investment"]\n'
    keys += "".join(f'{key}_en = "English {key}"\n{key}_zh = "中文"\n' for key in ("explanation", "resolution"))
    mine = store(
        "".join(
            f'[[conflict]]\nid = "{status}"\nstatus = "{status}"\ntitle_en = "Of {status}"\ntitle_zh = "示例{status}"\n{keys}'
            for status in ("compatible", "open", "resolved")
        )
    )
    out = run("check", "--facts", mine).out
    assert "Conflicts: 3\n" in out
    places = [out.index(f"Of {status} / 示例{status}  [{status}]") for status in ("open", "resolved", "compatible")]
    assert places == sorted(places)
    data = json.loads(run("check", "--facts", "--json", mine).out)["conflicts"]
    assert [each["conflict"] for each in data] == ["compatible", "open", "resolved"]
    assert data[0]["explanation"] == {"en": "English explanation", "zh": "中文"}
