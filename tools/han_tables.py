"""Writes the Han tables: simplified forms from OpenCC, readings from pypinyin.

Run with both installed: `python tools/han_tables.py`. The package itself needs neither: OpenCC has no wheel for musl,
Windows on ARM or the next Python, and pypinyin takes a quarter of a second and 57 MiB to import.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from opencc import OpenCC
from pypinyin import lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

PACKAGE = Path(__file__).resolve().parents[1] / "wmc_tui"
TRADITIONAL, READINGS = "text/traditional.py", "search/index/readings.txt"
HAN = [chr(code) for block in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000)) for code in block]
CORRECTED = {
    "长三角": "chang san jiao",
    "长鑫": "chang xin",
    "人参会": "ren can hui",
    "人参加": "ren can jia",
    "人参与": "ren can yu",
    "人参展": "ren can zhan",
    "项目的": "xiang mu de",
    "榜单于": "bang dan yu",
    "来自省": "lai zi sheng",
    "落下": "luo xia",
}
"""Phrases of our texts that pypinyin misreads, cutting them in the wrong place."""
WIDTH = 110
LONGEST_PHRASE = 4


def simplified_forms() -> dict[str, str]:
    """Every character whose simplified form is another one."""
    convert = OpenCC("t2s").convert
    forms = {character: convert(character) for character in HAN}
    return {character: form for character, form in forms.items() if form != character and len(form) == 1}


def variants_module(forms: dict[str, str]) -> str:
    """The source of text/traditional.py."""
    return f'''"""Traditional characters and their simplified forms, one for one.

From the character table of OpenCC, under the Apache License 2.0 (licenses/OpenCC.txt).
"""

from bisect import bisect_left
from collections.abc import Callable

TRADITIONAL = (
{_literal("".join(forms))}
)
"""In the order of their code points."""
SIMPLIFIED = (
{_literal("".join(forms.values()))}
)
"""The form of the character at the same place above."""


def simplify(character: str) -> str:
    """The simplified form of one character; the character itself where it has none."""
    place = bisect_left(TRADITIONAL, character)
    return SIMPLIFIED[place] if TRADITIONAL[place : place + 1] == character else character


class CharacterMap(dict[int, str]):
    """For str.translate: what a function makes of each character, remembered as characters are met."""

    def __init__(self, change: Callable[[str], str]) -> None:
        self._change = change

    def __missing__(self, code: int) -> str:
        changed = self[code] = self._change(chr(code))
        return changed
'''


def readings_table(forms: dict[str, str]) -> str:
    """The text of readings.txt: a line for each syllable with its characters, then one for each phrase."""
    known = {character: lazy_pinyin(character)[0] for character in HAN if character not in forms and _in_use(character)}
    known = {character: syllable for character, syllable in known.items() if _is_syllable(syllable)}
    by_syllable = sorted(known, key=lambda character: (known[character], character))
    lines = [f"{syllable} {''.join(group)}" for syllable, group in groupby(by_syllable, key=known.__getitem__)]
    plain = {_plain(phrase, forms) for phrase in phrases_dict if len(phrase) <= LONGEST_PHRASE}
    phrases = sorted(phrase for phrase in plain if all(character in known for character in phrase))
    read = {phrase: lazy_pinyin(phrase) for phrase in phrases}
    odd = dict(_odd(read, known))
    # 举行业务: what ends where an odd phrase (行业) could begin must be seen first.
    begins = {phrase[0] for phrase, syllables in odd.items() if syllables[0] != known[phrase[0]]}
    first = {phrase: said for phrase, said in read.items() if len(phrase) == 2 and phrase[1] in begins}
    corrected = {phrase: said.split() for phrase, said in CORRECTED.items()}
    lines += [f"{phrase} {' '.join(said)}" for phrase, said in sorted((first | odd | corrected).items())]
    return "\n".join(lines) + "\n"


def _odd(read: dict[str, list[str]], known: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Phrases that are not read as their characters are, nor as shorter phrases in them tell."""
    odd: dict[str, list[str]] = {}
    for phrase in sorted(read, key=len):
        if _reading(phrase, odd, known) != read[phrase] and all(map(_is_syllable, read[phrase])):
            odd[phrase] = read[phrase]
            yield phrase, read[phrase]


def _reading(text: str, odd: dict[str, list[str]], known: dict[str, str]) -> list[str]:
    said: list[str] = []
    while len(said) < len(text):
        start = len(said)
        pieces = (text[start : start + length] for length in range(LONGEST_PHRASE, 1, -1))
        said += next((odd[piece] for piece in pieces if piece in odd), [known[text[start]]])
    return said


def _in_use(character: str) -> bool:
    """Whether the common Chinese character set has it."""
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _is_syllable(text: str) -> bool:
    return text.isascii() and text.isalpha() and not set("aeiouv").isdisjoint(text)


def _plain(phrase: str, forms: dict[str, str]) -> str:
    return "".join(forms.get(character, character) for character in phrase)


def _literal(text: str) -> str:
    pieces = (text[start : start + WIDTH] for start in range(0, len(text), WIDTH))
    return "\n".join(f'    "{piece}"' for piece in pieces)


def tables() -> dict[str, str]:
    """The content of each file by its name."""
    forms = simplified_forms()
    return {TRADITIONAL: variants_module(forms), READINGS: readings_table(forms)}


def main(names: Iterable[str]) -> None:
    """Write the files, or only those named."""
    for name, content in tables().items():
        if not names or name in names:
            (PACKAGE / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
