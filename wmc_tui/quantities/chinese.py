"""What begins with a Chinese numeral, or with 第, 几, 数, 半."""

import math
import re
from collections.abc import Callable
from decimal import Decimal

from wmc_tui.quantities.assemble import PART_OF, Reading, complete, fraction, ordinal, read_plain, year
from wmc_tui.quantities.dates import read_han_date
from wmc_tui.quantities.draft import Draft, without_number
from wmc_tui.quantities.exclusions import is_han_label
from wmc_tui.quantities.hedges import hedge_before
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import FRACTION, ONE, ZERO, Number, times
from wmc_tui.quantities.numerals_chinese import DIGITS, LARGE, SMALL, read_han
from wmc_tui.quantities.numerals_english import read_scales
from wmc_tui.quantities.unit_reader import classifier

_HAN_YEAR = re.compile(
    r"([一二][零一二三四五六七八九]{3}|[零][零一二三四五六七八九]|九[零一二三四五六七八九]) ?年(?!代)"
)
_SHARE = re.compile(
    r"(百 {0,2}万|千 {0,2}万|万 {0,2}万|百|千|万|亿) {0,4}分 {0,2}之 {0,2}(负)?(?=[0-9零一二三四五六七八九十百千万两.])"
)
_RUN = re.compile("[零一二三四五六七八九十百千万亿兆两]+")
_VAGUE = re.compile(r"([几数])([十百千万亿]{1,3})")
_PAIR = re.compile(
    r"([一二两三四五六七八])([二三四五六七八九])(?=[十百千万亿]|个|名|位|家|人|件|项|天|年|岁|次|场|倍|成)"
)
_HALF = re.compile(r"半(?:百|成|(?=年|天|个月|个?小时|个世纪))(?!年报|年线|天候)")
_NO_HALF_BEFORE = frozenset("上下前后头每大一两三四五六七八九十个年天多")
"""Before 半 these make half a year a part of one (上半年), or half of something else."""
_NO_NUMBER_BEFORE = frozenset("总人次指件户多少无岁代分系倍整负正基函奇偶算参")
_LONE_BEFORE = frozenset("是为共仅到达有出等")
_SPAN_OF_ONE = re.compile("个(?:半?(?:月|小时|星期)|百分点)")
_NOT_AFTER_ONE = frozenset("个次种些样批")
_NOT_BEFORE_ONE = frozenset("的又再这每另某哪同任何上下新进唯统之单万不其那前本任第")
_AMPLE_BEFORE = {"百": "上过破近逾超", "千": "上过破近逾超", "万": "上过破", "亿": "上过破"}


def at_han(passage: Passage, start: int) -> Reading:
    """Read the quantity whose first Chinese numeral (or 第, 首, 几, 数, 半) is at `start`."""
    reader = _SPECIAL.get(passage.folded[start])
    if reader is not None:
        return reader(passage, start)
    folded = passage.folded
    share = _SHARE.match(folded, start)
    if share:
        return _share(passage, start, share)
    if folded.startswith("一半", start) and folded[start - 1 : start] not in ("另", "这", "那", "每"):
        half = Number(start, start + 2, Decimal("0.5"), Decimal("0.5"), fraction=True, digits=True)
        return complete(passage, half)
    date = read_han_date(folded, start)
    if date:
        return without_number(passage, start, date, "date", "date"), date
    marked = _HAN_YEAR.match(folded, start)
    if marked:
        return year(passage, start, marked.end(), Decimal("".join(str(DIGITS[c]) for c in marked.group(1))))
    pair = _PAIR.match(folded, start)
    if pair and DIGITS[pair.group(2)] == DIGITS[pair.group(1)] + 1:
        return _between(passage, start, pair)
    return _numeral(passage, start)


def _numeral(passage: Passage, start: int) -> Reading:
    folded = passage.folded
    number, _ = read_han(passage.text, folded, start)
    if number is not None and folded.startswith("、", number.end) and _begins_line(folded, start):
        return None, number.end + 1
    if number is None and folded[start] in LARGE and _is_ample(folded, start):
        size = LARGE[folded[start]]
        number = Number(start, start + 1, size, size, scaled=True, lone=True)
    if number is None:
        run = _RUN.match(folded, start)
        return None, run.end() if run else start + 1
    part = PART_OF.match(folded, number.end)
    return fraction(passage, number, part) if part else _han_number(passage, number)


def _han_number(passage: Passage, number: Number) -> Reading:
    """A numeral that may also be part of a word: 一 in 一般, 十 in 十分, 百 in 百家."""
    folded, start = passage.folded, number.start
    before = folded[start - 1] if start else ""
    if is_han_label(folded, number) and folded[number.end : number.end + 1] not in "号室路楼":
        return None, number.end
    bare = number.lone and folded[start] in _AMPLE_BEFORE
    if bare and not _is_ample(folded, start):
        return None, number.end
    if number.lone and not bare:
        following = folded[number.end : number.end + 1]
        single = following in _NOT_AFTER_ONE and not _SPAN_OF_ONE.match(folded, number.end)
        if folded[start] == "一" and following and (single or before in _NOT_BEFORE_ONE):
            return None, number.end
        figure, end = complete(passage, number)
        is_mere = figure is not None and figure.kind == "number" and figure.value is not None
        if figure is None or (is_mere and not _may_be_lone(folded, number, before, following)):
            return None, number.end
        if figure.noun == "大" and folded[start] == "十":
            return None, end
        return figure, end
    figure, end = complete(passage, number)
    if figure and folded[start] in "百千万亿" and folded[number.end : number.end + 1] in ("不", "别", "要"):
        return None, end
    if figure and bare and figure.qualifier == "exact":
        number.hedge = "over"
        return complete(passage, number)
    return figure, end


def _begins_line(folded: str, start: int) -> bool:
    """Whether only spaces stand before `start` in its line, as before a list number: 一、."""
    return folded[max(0, start - 8) : start].rpartition("\n")[2].strip(" ") == "" and (
        start <= 8 or "\n" in folded[start - 8 : start]
    )


def _is_ample(folded: str, start: int) -> bool:
    """Whether a scale word without a digit is a number all the same: 上百家, 近千名, 过亿."""
    follows = start > 0 and folded[start - 1] in _AMPLE_BEFORE[folded[start]]
    return follows and folded[start - 2 : start - 1] not in ("以", "超", "通", "经", "百", "千")


def _may_be_lone(folded: str, number: Number, before: str, following: str) -> bool:
    """Whether a single numeral without unit is meant as a number: 答案是五, not 我一看."""
    han_before, han_after = "\u4e00" <= before <= "\u9fff", "\u4e00" <= following <= "\u9fff"
    if not han_before and not han_after:
        return True
    return before in _LONE_BEFORE and folded[number.start] != "一"


def _rank(passage: Passage, start: int) -> Reading:
    """第七届, 第250: the ordinal with its classifier."""
    at = start + 2 if passage.folded[start + 1 : start + 2] == " " else start + 1
    number = read_plain(passage, at)
    if number is None or number.hedge:
        return None, start + 1
    if passage.folded.startswith(("三方", "一时间", "一线", "一手"), at):
        return None, number.end
    noun = classifier(passage.folded, number.end)
    end = number.end + len(noun) if passage.folded.startswith(noun, number.end) else number.end
    return ordinal(passage, number, start, end, passage.text[number.end : end])


def _half(passage: Passage, start: int) -> Reading:
    match = _HALF.match(passage.folded, start)
    before = passage.folded[start - 1] if start else ""
    if match is None or (match.end() == start + 1 and (before.isdecimal() or before in _NO_HALF_BEFORE) and before):
        return None, start + 1
    if passage.folded[start + 1] == "百":
        return complete(passage, Number(start, start + 2, Decimal(50), Decimal(10)))
    return complete(passage, Number(start, start + 1, Decimal("0.5"), Decimal("0.5")))


def _vague(passage: Passage, start: int) -> Reading:
    """几十, 数百万: several tens, between two and nine of them."""
    match = _VAGUE.match(passage.folded, start)
    before = passage.folded[start - 1 : start] if start else ""
    if match is None or (match.group(1) == "数" and before and before in _NO_NUMBER_BEFORE):
        return None, start + 1
    size = read_plain(passage, start + 1)
    if size is None:
        return None, match.end()
    return _spread(passage, Number(start, size.end, size.value, size.step, scaled=size.scaled), Decimal(2), Decimal(9))


def _between(passage: Passage, start: int, pair: re.Match[str]) -> Reading:
    """七八个, 两三百: one number or the next."""
    low, high = DIGITS[pair.group(1)], DIGITS[pair.group(2)]
    size = read_plain(passage, pair.end()) if passage.folded[pair.end()] in "十百千万亿" else None
    number = Number(start, pair.end(), ONE, ONE)
    if size:
        number.end, number.value, number.scaled = size.end, size.value, size.scaled
    return _spread(passage, number, low, high)


def _spread(passage: Passage, number: Number, low: Decimal, high: Decimal) -> Reading:
    number.value, number.high = times(number.value, low), times(number.value, high)
    return complete(passage, number)


def _share(passage: Passage, start: int, share: re.Match[str]) -> Reading:
    """百分之五, 万分之四: a share of a power of ten, given in percent."""
    below = math.prod(SMALL.get(char) or LARGE[char] for char in share.group(1).replace(" ", ""))
    above = read_plain(passage, share.end())
    if above is None:
        return None, share.end()
    number = Number(start, above.end, ZERO, ONE, digits=True)
    trial = Number(above.start, above.end, above.value, above.step, digits=above.digits)
    if above.digits:
        read_scales(passage.folded, trial, upper=True, money=False)
    factor = FRACTION.divide(Decimal(100), below)
    number.value, number.step, number.end = times(trial.value, factor), times(trial.step, factor), trial.end
    number.value = -number.value if share.group(2) else number.value
    draft = Draft(start, trial.end, number, "percent", "percent")
    draft.qualifier = hedge_before(passage.folded, start)[0]
    return draft.figure(passage), trial.end


def _first(passage: Passage, start: int) -> Reading:
    """首届."""
    return ordinal(passage, Number(start, start + 2, ONE, ONE), start, start + 2, passage.text[start + 1])


_SPECIAL: dict[str, Callable[[Passage, int], Reading]] = {
    "第": _rank,
    "首": _first,
    "半": _half,
    "几": _vague,
    "数": _vague,
}
