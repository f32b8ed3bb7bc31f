"""The lines of the tables and keys of a TOML text that is known to be valid: what its readers do not tell.

toml-rs can tell them, but takes five times as long for it and 20 times the memory of the text.
"""

import re
from typing import Any, NamedTuple

Node = dict[str, Any]
"""The lines of one table, from the header of its record: its own under "", those of its keys, and for each list of
tables inside it a list of nodes."""

_BARE_OR_QUOTED = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_BARE_OR_QUOTED}(?:[ \t]*\.[ \t]*{_BARE_OR_QUOTED})*"
# A statement that ends on its own line: a header, a key with a plain value, or none at all. Groups: [ or [[, the name
# of the table, the name of the key.
_LINE = re.compile(
    rf"[ \t]*(?:(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?"
    rf"""|({_DOTTED})[ \t]*=[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^"'\[{{\#\n]*))?[ \t\r]*(?:\#[^\n]*)?(?:\n|\Z)"""
)
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_BARE_OR_QUOTED)
# What can open or close something that goes on over lines, and what hides such characters.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}]"
    r"|\n",
    re.DOTALL,
)


class Lines(NamedTuple):
    """Where the tables and keys of a text stand."""

    records: dict[str, list[tuple[int, Node]]]
    """For each `[[name]]` at the top: its records' lines, and the lines inside them."""
    names: dict[str, int]
    """The first line of every table and key at the top."""

    def record(self, name: str, n: int) -> tuple[int | None, Node]:
        """The line of the record number `n` from 0, and the lines inside it; those of the list where it has no own."""
        records = self.records.get(name, [])
        return records[n] if n < len(records) else (self.names.get(name), {})


def lines_of(text: str, first: int) -> Lines:
    """The lines of a text whose first line has the number `first`. A list written inside brackets is one place."""
    lines = Lines({}, {})
    node: Node | None = None
    base, number, start = 0, first, 0
    while start < len(text):
        match = _LINE.match(text, start)
        if match is not None:
            bracket, table, key = match.groups()
            end, following = match.end(), number + 1
        else:
            bracket, table, key = None, None, _KEY.match(text, start)
            key = key and key[1]
            end = _statement_end(text, start)
            following = number + text.count("\n", start, end)
        if table is not None:
            names = _names(table)
            lines.names.setdefault(names[0], number)
            if bracket == "[[" and len(names) == 1:
                node, base = {"": 0}, number
                lines.records.setdefault(names[0], []).append((number, node))
            else:
                base, node = _inner_node(lines, names, number, is_list=bracket == "[[")
        elif key is not None:
            name = key if key.isidentifier() else _names(key)[0]
            if node is None:
                lines.names.setdefault(name, number)
            else:
                node.setdefault(name, number - base)
        start, number = end, following
    return lines


def line_in(node: Node, key: str) -> int:
    """The line of a key, or of the table where the key is not there; from the header of the record."""
    place: Any = node.get(key, node.get("", 0))
    if isinstance(place, list):
        place = place[0]
    return int(place.get("", 0) if isinstance(place, dict) else place)


def nodes_in(node: Node, name: str) -> list[Node]:
    """The nodes of a list of tables; none where it is written inside brackets."""
    inner = node.get(name)
    return inner if isinstance(inner, list) else []


def _inner_node(lines: Lines, names: list[str], number: int, *, is_list: bool) -> tuple[int, Node]:
    """The new node of `[[article.sentence]]`, in the last sentence's article, with the line of its record."""
    records = lines.records.get(names[0])
    base, node = records[-1] if records else (number, {})
    for name in names[1:-1]:
        inner = node.get(name)
        inner = inner[-1] if isinstance(inner, list) else inner
        node = inner if isinstance(inner, dict) else node.setdefault(name, {"": number - base}) if not inner else {}
    new: Node = {"": number - base}
    if len(names) > 1:
        last = node.setdefault(names[-1], [] if is_list else new)
        if is_list and isinstance(last, list):
            last.append(new)
    return base, new


def _statement_end(text: str, start: int) -> int:
    """Where the line ends in which the value of a key ends that goes on over lines."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        character = token.group()
        if character == "\n":
            if depth == 0:
                return token.end()
        elif character in ("[", "{"):
            depth += 1
        elif character in ("]", "}"):
            depth -= 1
    return len(text)


def _names(dotted: str) -> list[str]:
    """The names in `a."b c".d`, without their quotes and escapes."""
    if dotted.isidentifier():
        return [dotted]
    return [_name(part) for part in _PART.findall(dotted)]


def _name(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    import tomllib

    return next(iter(tomllib.loads(f"{part} = 0")))
