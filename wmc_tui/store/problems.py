"""What is wrong with a store: one `Problem` for each wrong record, one `StoreError` for a store that cannot be read."""

from collections.abc import Iterable
from typing import NamedTuple

_FEW = 200
"""More words are compared by a faster measure first."""
_COMPARED = 200
_LIKE_ENOUGH = 0.6


class Problem(NamedTuple):
    """One thing wrong in a store that was otherwise read."""

    file: str
    """The file, as a path."""
    line: int | None
    """Line in the file, from 1; None where the whole file is meant."""
    key: str
    """Record and key, for example `fact 2023.guests: qualifier`; empty where the whole file is meant."""
    what: str
    """What is wrong, for example `"abuot" is none of exact, over, ...`."""
    hint: str
    """The nearest right value or what to do; empty where there is nothing to suggest."""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        said = f"{self.what}; {self.hint}" if self.hint else self.what
        return f"{place}: {self.key}: {said}" if self.key else f"{place}: {said}"


class StoreError(Exception):
    """A store cannot be read at all; its text is one line: the file, what is wrong, what to do."""

    def __init__(self, file: object, what: str, hint: str, line: int | None = None) -> None:
        self.problem = Problem(visible(str(file)), line, "", visible(what), visible(hint))
        """The same as a problem."""
        super().__init__(str(self.problem))


def visible(text: str) -> str:
    r"""`text` on one line: whatever is not printable is written as its escape (`\n`, `\x1b`, `\u202e`)."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def quoted(value: object, limit: int = 60) -> str:
    """A value from a file for use in a message: in quotes where it is text, on one line, at most `limit` long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**limit:
        return "the long number"
    text = visible(str(value)[: limit + 1])
    if len(text) > limit:
        text = text[: limit - 3] + "..."
    return f'"{text}"' if isinstance(value, str) else text


def did_you_mean(value: str, choices: Iterable[str]) -> str:
    """The hint that names the choice most like `value`, or an empty string where none is like it."""
    near = nearest(value, choices)
    return f"did you mean {quoted(near[0])}?" if near else ""


def nearest(value: str, choices: Iterable[str], *, most: int = 1, alike: float = _LIKE_ENOUGH) -> list[str]:
    """The choices most like `value`, the likest first; none that is less alike than `alike`, of 1."""
    from difflib import get_close_matches

    wanted = value[:_COMPARED].lower()
    by_lower = {choice.lower(): choice for choice in choices}
    likely: Iterable[str] = by_lower
    if len(by_lower) > _FEW:
        from rapidfuzz import fuzz, process

        likely = [
            match[0] for match in process.extract(wanted, by_lower.keys(), scorer=fuzz.ratio, score_cutoff=100 * alike)
        ]
    return [by_lower[each] for each in get_close_matches(wanted, likely, n=most, cutoff=alike)]
