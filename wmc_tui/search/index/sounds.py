"""Chinese by its sound: one private character for each syllable, and how typed letters may be cut into syllables.

A text written in sounds is as long as the text itself, so what is found there stands at the same place in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SYLLABLES = (
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng "
    "cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu "
    "cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo "
    "e ei en eng er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai "
    "guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia "
    "jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan "
    "kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan "
    "lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao "
    "ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei "
    "pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran "
    "rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang "
    "shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta "
    "tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu "
    "xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan "
    "yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua "
    "zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo"
).split()
"""All syllables without their tones, ü as v, in alphabetical order."""

_FIRST = 0xE000
"""Code points of private use, in no text that makes sense."""
_MOST_LETTERS, _MOST_SPELLINGS = 48, 6
_FEWEST_MIXED = 3
_FEWEST_INITIALS, _MOST_INITIALS = 2, 16
_INITIALS = frozenset("bpmfdtnlgkhjqxrzcsyw") | {"zh", "ch", "sh"}

CODES = {syllable: chr(_FIRST + place) for place, syllable in enumerate(SYLLABLES)}
"""The character of each syllable."""

# What people type besides: lü as lyu or lu, lüe as lue.
_ALSO = {"lyu": "lv", "nyu": "nv", "lue": "lve", "nue": "nve"}
_TYPED = CODES | {typed: CODES[syllable] for typed, syllable in _ALSO.items()}
_LONGEST = max(map(len, _TYPED))


Syllable = str
"""The first and the last sound that typed letters may stand for."""


class Spelling(NamedTuple):
    """One way to read letters as syllables in a row."""

    syllables: tuple[Syllable, ...]
    """In order."""
    begun: bool = False
    """Whether the last one is unfinished."""

    def pattern(self) -> re.Pattern[str]:
        """Finds it in a text written in sounds."""
        return _pattern(self.syllables)


@lru_cache(256)
def _pattern(syllables: tuple[Syllable, ...]) -> re.Pattern[str]:
    return re.compile("".join(f"[{syllable[0]}-{syllable[1]}]" for syllable in syllables))


class _Cuts:
    """All ways to cut some letters, the longest syllables first."""

    def __init__(self, letters: str) -> None:
        self._letters = letters
        self._hopeless: set[int] = set()
        self.found: list[Spelling] = []

    def cut(self, start: int, sounds: str) -> bool:
        """Go on from there; whether anything was found."""
        if start in self._hopeless or len(self.found) >= _MOST_SPELLINGS:
            return False
        rest = self._letters[start:]
        if not rest:
            self.found.append(Spelling(tuple(code * 2 for code in sounds)))
            return True
        some = False
        for length in range(min(_LONGEST, len(rest)), 0, -1):
            code = _TYPED.get(rest[:length])
            some |= code is not None and self.cut(start + length, sounds + code)
        begun = beginning_with(rest) if len(rest) < _LONGEST else ""
        # The last syllable may be unfinished, though it is one already: zha, zhan. A single letter may not stand alone.
        if begun and (sounds or len(rest) > 1) and (begun[0] != begun[1] or rest not in _TYPED):
            self.found.append(Spelling((*(code * 2 for code in sounds), begun), begun=True))
            some = True
        if not some:
            self._hopeless.add(start)
        return some


def is_sound(character: str) -> bool:
    """Whether a character stands for a syllable."""
    return _FIRST <= ord(character) < _FIRST + len(SYLLABLES)


def beginning_with(letters: str) -> str:
    """The first and the last sound that begins with these letters; empty where there is none."""
    start = bisect_left(SYLLABLES, letters)
    end = bisect_left(SYLLABLES, letters + "{", start)
    return CODES[SYLLABLES[start]] + CODES[SYLLABLES[end - 1]] if start < end else ""


def initials(letters: str) -> list[Spelling]:
    """The ways to read letters as the first ones of syllables in a row: all of them, else some beside full syllables.

    Those of the second kind, canzqy and czqiye, are asked for where the first finds nothing.
    """
    if not (_FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isascii()):
        return []
    rows: list[Iterable[str]] = [letters]
    rows += [pieces for pieces in _mixed(letters) if _FEWEST_MIXED <= len(pieces) < len(letters)]
    spelt = [tuple(map(_syllable, pieces)) for pieces in rows]
    return [Spelling(syllables) for syllables in spelt if all(syllables)]


def _syllable(piece: str) -> Syllable:
    return CODES[piece] * 2 if len(piece) > 2 and piece in CODES else beginning_with(piece)


def _mixed(letters: str) -> list[tuple[str, ...]]:
    """The ways to read letters as syllables and initials, those of the fewest pieces."""
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(letters) + 1):
        here: list[tuple[str, ...]] = []
        for length in range(min(_LONGEST, end), 0, -1):
            piece = letters[end - length : end]
            if (length > 1 and piece in CODES) or piece in _INITIALS:
                here += [(*way, piece) for way in ways[end - length]]
        ways.append(sorted(here, key=len)[:_MOST_SPELLINGS])
    return ways[-1]


def spellings(letters: str) -> list[Spelling]:
    """The ways in which letters can be read as pinyin, the last syllable perhaps unfinished; empty where in none.

    Two letters at least are typed. Those that leave nothing over come first.
    """
    if not 1 < len(letters) <= _MOST_LETTERS or not letters.isalpha():
        return []
    cuts = _Cuts(letters)
    cuts.cut(0, "")
    return sorted(cuts.found, key=lambda spelling: spelling.begun)
