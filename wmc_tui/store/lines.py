"""The line of each table and key of a TOML file that is known to be valid: what tomllib does not tell.

Places are paths such as `("article", 0)`, the first `[[article]]`, or `("article", 0, "sentence", 2, "en")`.
"""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]

_BARE_OR_QUOTED = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_BARE_OR_QUOTED}(?:[ \t]*\.[ \t]*{_BARE_OR_QUOTED})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
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


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of every table and key outside inline tables."""
    found: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    for number, line in _statements(text):
        header = _HEADER.match(line)
        if header is not None:
            table = _table(header, counts)
            found.setdefault(table, number)
            # Where a table stands for a list, the list begins at its first one.
            if table and isinstance(table[-1], int):
                found.setdefault(table[:-1], number)
            continue
        key = _KEY.match(line)
        if key is not None:
            path = table
            for part in _parts(key[1]):
                path = (*path, part)
                found.setdefault(path, number)
    return found


def line_of(lines: dict[Place, int], place: Place) -> int | None:
    """The line of a place, or of the nearest thing around it; None for the whole file."""
    for length in range(len(place), 0, -1):
        if place[:length] in lines:
            return lines[place[:length]]
    return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header or key with the number of its first line; the lines that a value goes on over are skipped."""
    start, number, first, depth = 0, 1, 1, 0
    for token in _TOKEN.finditer(text):
        found = token.group()
        if found == "\n":
            if depth == 0:
                yield first, text[start : token.start()]
                start, first = token.end(), number + 1
            number += 1
        elif found in ("[", "{"):
            depth += 1
        elif found in ("]", "}"):
            depth -= 1
        else:
            number += found.count("\n")
    yield first, text[start:]


def _parts(dotted: str) -> list[str]:
    """The names in `a."b c".d`, without their quotes and escapes."""
    return [_name(part) for part in _PART.findall(dotted)]


def _name(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    import tomllib

    return next(iter(tomllib.loads(f"{part} = 0")))


def _table(header: re.Match[str], counts: dict[Place, int]) -> Place:
    """The place of a header: `[[article.sentence]]` is the next sentence of the last article."""
    path: Place = ()
    *outer, last = _parts(header[2])
    for part in outer:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, last)
    if header[1] == "[":
        return path
    counts[path] = counts.get(path, 0) + 1
    return (*path, counts[path] - 1)
