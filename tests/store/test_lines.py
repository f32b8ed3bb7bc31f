"""The line of every table and key, whatever else the file holds."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.store.lines import Lines, line_in, lines_of, nodes_in

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


def line(lines: Lines, table: str, n: int, *path: str | int) -> int:
    """The line of `("evidence", 1, "source")` in a record."""
    first, node = lines.record(table, n)
    assert first is not None
    for name, number in zip(path[::2], path[1::2], strict=False):
        node = nodes_in(node, str(name))[int(number)]
    return first + line_in(node, str(path[-1]) if len(path) % 2 else "")


def test_tables_and_keys_have_their_lines() -> None:
    lines = lines_of(TEXT, 1)
    assert lines.names == {"title": 2, "fact": 4, "other": 27}
    assert line(lines, "fact", 0) == 4
    assert line(lines, "fact", 0, "note") == 6
    assert line(lines, "fact", 0, "after") == 10
    assert line(lines, "fact", 1) == 11
    assert line(lines, "fact", 1, "list") == 12
    assert line(lines, "fact", 1, "quoted key") == 16
    assert line(lines, "fact", 1, "a") == 17
    assert line(lines, "fact", 1, "inline") == 18
    assert line(lines, "fact", 1, "evidence", 0) == 19
    assert line(lines, "fact", 1, "evidence", 1, "source") == 22
    assert line(lines, "fact", 2, "evidence", 0, "raw") == 25
    assert lines_of(TEXT, 101).record("fact", 1)[0] == 111


def test_what_has_no_line_has_that_of_the_table_around_it() -> None:
    lines = lines_of(TEXT, 1)
    assert line(lines, "fact", 1, "missing") == 11
    assert lines.record("fact", 9) == (4, {})
    assert lines.record("nothing", 0) == (None, {})


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
    lines = lines_of(text, 1)
    found = []
    for name, records in tomllib.loads(text).items():
        for n, record in enumerate(records):
            found += [line(lines, name, n, key) for key in record if key.startswith("k-")]
            for m, inner in enumerate(record.get("b", [])):
                found += [line(lines, name, n, "b", m, key) for key in inner]
    assert sorted(found) == expected
