"""One spelling for every code point that can stand for another, so that one set of rules reads them all.

Folding keeps the length: position i of the folded text is position i of the text.
"""

from wmc_tui.text.traditional import CharacterMap, simplify

_FORMAL = dict(zip("壹弌贰貳弍叁叄肆伍陆陸柒捌玖拾佰仟〇", "一一二二二三三四五六六七八九十百千零", strict=True))
_QUOTES = dict.fromkeys("“”„‟«»「」『』《》〈〉〝〞＂", '"')
_MARKS = dict(zip("‘’‐‑–−﹣～〜∼―￥￡﹪", "''-----~~~—¥£%", strict=True))
_SPACES = dict.fromkeys(
    "\t\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)

AMBIGUOUS_FORMAL = frozenset("肆伍陆陸拾")
"""Formal numerals that are also ordinary words (陆地, 拾取), told apart in the text before folding."""


_FULL_WIDTH = {chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
_FOLDED = _FULL_WIDTH | _FORMAL | _QUOTES | _MARKS | _SPACES
_FOLDING = CharacterMap(lambda character: _FOLDED.get(character) or simplify(character))


def fold(text: str) -> str:
    """`text` in lower case, half width, simplified characters and plain marks; exactly as long as `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_FOLDING)


class Passage:
    """A text, its folded form, and how far it has been read. No dataclass: it is made for queries at start-up too."""

    __slots__ = ("floor", "folded", "text", "ungrouped_until")

    def __init__(self, text: str, folded: str, floor: int = 0) -> None:
        self.text = text
        """As given."""
        self.folded = folded
        """As `fold` makes it; same length."""
        self.floor = floor
        """End of the last figure; nothing before it may be used again."""
        self.ungrouped_until = 0
        """Up to here commas and spaces between digits separate a list and group nothing."""


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u4e00" <= character <= "\u9fff"
