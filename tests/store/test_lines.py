"""The line of every table and key, whatever else the file holds."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.store.lines import line_of, lines_of

TEXT = '''\
# [[fact]] in a comment
title = "[[fact]] # in a text"

[[fact]]
id = "a"   # with "quotes
note = """
[[fact]]
id = 3 \\""" ]
"""
after = 1
[[ fact ]]
list = [
  "[[fact]]", # ]
  [1, 2],
]
"quoted key" = 1
a.b = 2
inline = { x = 1, y = [1] }
  [[fact.evidence]]
  source = 'x"'
  [[fact.evidence]]
  source = """y"""""
[[fact]]
[[fact.evidence]]
raw = \'\'\'
[[fact]]\'\'\'
[other."x y"]
z = 1
'''


def test_tables_and_keys_have_their_lines() -> None:
    lines = lines_of(TEXT)
    assert lines["title",] == 2
    assert lines["fact",] == lines["fact", 0] == 4
    assert lines["fact", 0, "note"] == 6
    assert lines["fact", 0, "after"] == 10
    assert lines["fact", 1] == 11
    assert lines["fact", 1, "list"] == 12
    assert lines["fact", 1, "quoted key"] == 16
    assert lines["fact", 1, "a", "b"] == 17
    assert lines["fact", 1, "evidence", 0] == 19
    assert lines["fact", 1, "evidence", 1, "source"] == 22
    assert lines["fact", 2, "evidence", 0, "raw"] == 25
    assert lines["other", "x y", "z"] == 28


def test_what_has_no_line_has_that_of_the_nearest_thing_around_it() -> None:
    lines = lines_of(TEXT)
    assert line_of(lines, ("fact", 1, "inline", "x")) == 18
    assert line_of(lines, ("fact", 1, "missing")) == 11
    assert line_of(lines, ("nothing",)) is None
    assert line_of(lines, ()) is None


KEYS = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
VALUES = st.sampled_from(
    [
        "1",
        '"[[x]]"',
        "'#'",
        '"""\n[[x]]\ny = 1\n"""',
        "'''\n\"\"\"\n'''",
        "[\n1, # ]\n2]",
        "{ p = [1] }",
        '"\\""',
        '""""""',
    ]
)
TABLES = st.lists(st.tuples(st.sampled_from(["[[a]]", "[[a.b]]", "[[c]]"]), st.dictionaries(KEYS, VALUES, max_size=3)))


@given(TABLES)
def test_lines_agree_with_the_parser(tables: list[tuple[str, dict[str, str]]]) -> None:
    text = "[[a]]\n"
    expected: list[int] = []
    for header, keys in tables:
        text += f"{header}\n"
        for key, value in keys.items():
            expected.append(text.count("\n") + 1)
            text += f"k-{key} = {value}\n"
    data = tomllib.loads(text)
    lines = lines_of(text)
    assert sorted(lines[place] for place in _keys(data)) == expected


def _keys(value: Any, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The places of all keys of the test's own, which begin with `k-`."""
    if isinstance(value, list):
        return [found for n, one in enumerate(value) for found in _keys(one, (*place, n))]
    if not isinstance(value, dict):
        return []
    mine = [(*place, key) for key in value if key.startswith("k-")]
    return mine + [
        found for key, one in value.items() if not key.startswith("k-") for found in _keys(one, (*place, key))
    ]
