"""What it costs to break a text at each of its places: words, figures, and the punctuation rules of both languages."""

import re
from collections.abc import Iterable, Sequence

_NUMBER = r"\d++(?:[.,:/+×~～–—-]\d++)*+"
_HAN = r"[^\W_0-9A-Za-z]"  # any letter but ASCII: compiled far faster than the range of Chinese
_LONG_UNIT = r"平方公里|平方千?米|立方米|瓦时|人民币|个?百分点|人次|公\w|小时|分钟|季度|世纪|年代|[^\W\d]元|英镑|港币"
_TAIL = f"(?:{_LONG_UNIT}|{_HAN}|%)"
_CHINESE_SCALE = r"(?:[十百千万亿兆萬億余餘多几幾][\d.]*+)++"
_CHINESE = f"(?: ?{_CHINESE_SCALE}{_TAIL}?| ?{_TAIL})"
_NUMERAL = "[第〇零一二两兩三四五六七八九十百千万亿萬億点分之余餘多]"
_PREFIX = r"(?:第 ?|(?<![A-Za-z])(?:RMB|CNY|USD|US\$|EUR|HK\$|HKD|GBP|JPY)[ \u00a0]?)"
_ENGLISH_SCALE = "(?:hundred|thousand|million|billion|trillion|mln|bln|bn|mn|tn)"
_ENGLISH_UNIT = (
    r"(?:(?:Chinese )?yuan|RMB|CNY|USD|(?:U\.?S\.? )?dollars?|euros?|pounds|yen|renminbi"
    r"|percentage points?|percent|per cent|pct|(?:square|cubic|sq\.?) (?:feet|miles?|k?m\b)"
    r"|(?:square |cubic )?(?:kilo)?met(?:er|re)s?|km/h|km|m[2²]|mu|hectares?|ton(?:ne)?s?|kg|[GM]W|kWh|hours?|minutes?)"
)
_ENGLISH = f"(?:[ \u00a0-]{_ENGLISH_SCALE}\\b)*+(?:[ \u00a0-]{_ENGLISH_UNIT}(?![A-Za-z]))?+"

FIGURE = re.compile(f"{_PREFIX}?{_NUMBER}(?:{_CHINESE}|{_ENGLISH})|{_NUMERAL}{{2,}}+{_TAIL}?")
"""One figure, from its currency or ordinal prefix to its unit."""


FREE, WIDE_FIGURE, WIDE_WORD, PUNCTUATION, WORD, SPAN, NEVER = range(7)
"""Cost of a break: between words; inside a figure or a word wider than the row; where punctuation forbids it; inside a
word or figure that would fit; inside a span that the caller wants whole; inside one character."""

SPACES = " \t\r\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
"""Where a break swallows the character; the no-break spaces U+00A0, U+2007 and U+202F are not among them."""

NO_START = frozenset(
    "，。、；：！？）》”’」』】〉…—%％‰°·′″,.;:!?)]}｝］〕〗〙〛﹞﹚﹜﹂﹄﹐﹑﹒﹔﹕﹖﹗｡､･・‧ー～–―⋯℃℉￠¢﹪›»々〟〞｠"
)
"""No row starts with one of these."""
NO_END = frozenset("（《“‘「『【〈￥＄([{｛［〔〖〘〚﹝﹙﹛﹁﹃￡£¥$€«‹〝｟№＃")
"""No row ends with one of these."""

_EDGES = re.escape(",.;:!?)]}%([{")
_WESTERN = "!-~\u00a0-\u06ff\u1e00-\u1fff\u2007\u202f\u2070-\u218f"  # quotes and dashes of U+2010-205F stand apart
_INNER = f"(?:[{_WESTERN}]|[\u2019\u2010\u2011](?=[{_WESTERN}]))"
_OUTER = f"(?![{_EDGES}])[{_WESTERN}]"  # brackets and stops at either end of a word are no part of it
_WORD_RUN = re.compile(f"{_OUTER}{_INNER}*(?<![{_EDGES}])")
_AFTER_JOINT = re.compile(r"(?<=[-/\\_&=?#@\u2010])")
_PAIR = re.compile("…{2}|—{2}|⋯{2}|[\U0001f1e6-\U0001f1ff]{2}")
_FORBIDS = re.compile("[" + re.escape("".join(sorted(NO_START | NO_END))) + "]")
_FREE_TO_WIDE = bytes((WIDE_FIGURE,)) + bytes(range(1, 256))


def costs(text: str, sums: Sequence[int], width: int, unbreakable: Iterable[tuple[int, int]]) -> bytearray:
    """Return the cost of a break before each code point of `text`, and at its end.

    `sums` are the running widths of the text, `width` the cells of a row, `unbreakable` spans as (start, end).
    """
    cost = bytearray(len(text) + 1)
    for match in _WORD_RUN.finditer(text):
        start, end = match.span()
        fits = sums[end] - sums[start] <= width
        cost[start + 1 : end] = bytes((WORD if fits else WIDE_WORD,)) * (end - start - 1)
        if not fits:
            for joint in _AFTER_JOINT.finditer(text, start + 1, end - 1):
                cost[joint.start()] = WIDE_FIGURE
    for pattern in (FIGURE, _PAIR):
        for match in pattern.finditer(text):
            _part_from_word(cost, match.start(), match.end(), sums, width)
            _keep(cost, match.start(), match.end(), sums, width, WORD)
    _forbid_by_punctuation(text, cost)
    for start, end in unbreakable:
        start, end = max(start, 0), min(end, len(text))
        while start < end and text[start] in SPACES:
            start += 1
        while start < end and text[end - 1] in SPACES:
            end -= 1
        _keep(cost, start, end, sums, width, SPAN)
    return cost


def _keep(cost: bytearray, start: int, end: int, sums: Sequence[int], width: int, level: int) -> None:
    inner = slice(start + 1, end)
    if end - start < 2:
        return
    if sums[end] - sums[start] <= width:
        cost[inner] = bytes((level,)) * (end - start - 1)
    else:
        cost[inner] = cost[inner].translate(_FREE_TO_WIDE)


def _part_from_word(cost: bytearray, start: int, end: int, sums: Sequence[int], width: int) -> None:
    """Where a word runs into a figure and the two do not fit a row, they part before either breaks inside."""
    word = start
    while word > 0 and cost[word] == WORD:
        word -= 1
    if word < start and sums[end] - sums[word] > width:
        cost[start] = WIDE_WORD


def _forbid_by_punctuation(text: str, cost: bytearray) -> None:
    """Also across spaces: a row never starts with a comma because somebody typed a space before it."""
    for mark in _FORBIDS.finditer(text):
        place, step = (mark.start(), -1) if mark[0] in NO_START else (mark.end(), 1)
        while 0 <= place < len(text) and cost[place] < PUNCTUATION:
            cost[place] = PUNCTUATION
            if text[place - 1 if step < 0 else place] not in SPACES:
                break
            place += step
