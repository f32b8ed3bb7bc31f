"""Characters that nobody can see made visible, so that text from outside can neither drive nor fool a terminal.

Every stand-in is one code point and one cell wide in every terminal, so offsets into the text (figures, matches) stay
right and widths can be trusted:

| in the text | stand-in |
|---|---|
| C0 controls and DEL | their control picture: `ESC` is U+241B |
| next line, line and paragraph separator | U+2424 SYMBOL FOR NEWLINE |
| C1 controls, bidirectional controls, zero-width and invisible format characters, fillers, tag characters, variation \
selectors, lone surrogates, noncharacters | U+2426 SYMBOL FOR SUBSTITUTE FORM TWO |

What belongs to visible writing stays: combining marks on a letter, and the joiners and selectors of an emoji sequence.
"""

import re
from functools import cache

HIDDEN = "\u2426"
"""Stands for a character that has no picture of its own."""
NEWLINE = "\u2424"
"""Stands for a line or paragraph separator other than the line feed."""

_MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\ud800-\udfff\U000e0000-\U000e0fff" + _NONCHARACTERS
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)

_SUSPECT = re.compile(f"[{_CONTROLS}{_INVISIBLE}{_MARKS}]")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_PICTURES |= dict.fromkeys((0x85, 0x2028, 0x2029), NEWLINE)


def visible(text: str) -> str:
    """Return `text` with a visible stand-in for each character that cannot be seen; line feeds and tabs stay.

    The result has as many code points as `text`. Ordinary text is returned as it is.
    """
    if not _SUSPECT.search(text):
        return text
    allowed = {place for match in _visible_writing().finditer(text) for place in range(*match.span())}
    return _SUSPECT.sub(lambda match: match[0] if match.start() in allowed else _stand_in(match[0]), text)


def visible_line(text: str) -> str:
    """Like `visible`, for a place that is one line high: line feeds and tabs become spaces."""
    return visible(text).replace("\n", " ").replace("\t", " ")


def _stand_in(character: str) -> str:
    return _PICTURES.get(ord(character), HIDDEN)


@cache
def _visible_writing() -> re.Pattern[str]:
    """What is suspect by itself but belongs to visible writing; rare, hence compiled when first needed."""
    return re.compile(
        f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"  # family, professions: joined emoji
        f"|(?<=[{_EMOJI}])[\ufe0e\ufe0f]"  # text or picture, right after an emoji
        "|(?<=[0-9#*])\ufe0f(?=\u20e3)"  # keycaps
        f"|(?<=[^\n\t{_CONTROLS}{_INVISIBLE}])[{_MARKS}]+"  # marks on a letter, not on what stands before the text
        f"|(?<=\ufe0f)\u20e3"
    )
