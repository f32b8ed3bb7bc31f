"""Digits and number words that are no quantities: codes, names, labels, versions, telephone numbers, list numbers."""

import re

from wmc_tui.quantities.number import Number

_CODE_TAIL = re.compile(r"[a-z0-9_]*(?:[-_/.@#&=%][a-z0-9_]+)*")
_CHAIN = re.compile(
    r"[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:\.[0-9]+){2,}|0[0-9]{1,4}-[0-9]{5,}|[0-9]{3}-[0-9]{4}(?![0-9])|[0-9]+(?::[0-9]+)+"
)
_MOBILE = re.compile(r"1[3-9][0-9](?:[ -][0-9]{4}){2}(?![0-9])")
_PHONE_WORD = re.compile(
    r"(?:电话|手机|热线|传真|邮编|tel|phone|fax|call|hotline|mobile|zip|qq)[.: (+]*(?:[0-9]{1,3}[ )-]+)?$"
)
_AREA_CODE = re.compile(r"\(0[0-9]{2,3}\) ?$")
_COUNTRY_CODE = re.compile(r"[0-9]{1,3}(?:[ -]\(?[0-9]{1,5}\)?){0,3}[ -][0-9]{4,11}(?![0-9,.])")
_PHONE_TAIL = re.compile(r"[0-9]+(?:[ ()-]{1,2}[0-9]+)*")
_LIST = re.compile(r"[0-9]{1,2}(?:[.)、]|\.(?= ))(?![0-9])")
_LABELS = frozenset(
    "no no. number chapter article section page p. pp. table figure fig. version ver ver. v v. room suite gate phase part "
    "level grade type model class route highway building vol vol. volume issue flight bus top fortune global forbes hurun "
    "nasdaq csi ftse dow nikkei industry web boeing airbus windows act rule item appendix annex exhibit booth hall lot "
    "号 第".split()
)
_LEADS = frozenset(
    "some about over nearly almost around approximately roughly the a an in on at by from to with of and or but for than "
    "only just up total all its their our his her these those this that more less fewer least most under above between "
    "among after before since until during while when where as if so now today also yesterday rmb exceeding including "
    "adding another reaching another".split()
)
_STREET = re.compile(
    r" (?:[A-Z][a-z'’]+\.? ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Highway)\b"
)
_HAN_LABEL_AFTER = re.compile(r" ?(?:强|佳|号|室|路|楼|弄|栋|师|幢|单元|频道|卫视|公司|集团|系|型|版|折)")
_HAN_LABELS = ("工业", "版本", "型号", "编号", "代码")
_PAIRED_DAY = re.compile(r"(?<![0-9零一二三四五六七八九十百千万亿两几数多余])双$")
"""Before the name of a shopping day (双11); behind a number, 双 counts pairs."""
_HAN_NAMES = tuple("四川 九江 三亚 六安 五台 九华 三峡 三星 三一 五角 八卦 零部 零件 零售 零星 六合 百度 万科".split())
_PAGE_OF = re.compile(r"(?:page|p\.|slide|figure|table|part) [0-9]{1,4} of $")
_READERS = re.compile(
    r"(?:阅读|浏览|点击|评论|点赞|转发|收藏|views|hits|clicks|reads|comments)(?:数|次数|量)?(?: ?: ?| )$"
)
"""Page furniture before a bare number: 浏览次数: 1234."""
_COUNTED = re.compile(r"(?<![a-z])(?:(?!address|process|access|express|business)[a-z]{5,}s|or more|people) number $")
"""Before a number that is counted, not given: manufacturing projects number 656."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&'’-]*) $")


def code_end(folded: str, start: int) -> int:
    """Where the code, name or address that the digit at `start` is part of ends."""
    match = _CODE_TAIL.match(folded, start)
    return max(match.end() if match else start, start + 1)


def chain_end(folded: str, start: int) -> int:
    """Where a telephone number, version or network address at `start` ends; 0 where there is none."""
    match = _CHAIN.match(folded, start) or _MOBILE.match(folded, start)
    if match is None and folded[start - 1 : start] == "+" and start:
        match = _COUNTRY_CODE.match(folded, start)
    if match is None and (
        (folded[start - 1 : start] in (")", " ") and _AREA_CODE.search(folded[max(0, start - 8) : start]))
        or _PHONE_WORD.search(folded[max(0, start - 12) : start])
    ):
        match = _PHONE_TAIL.match(folded, start)
    return match.end() if match else 0


def list_number_end(folded: str, start: int) -> int:
    """Where a list number ("1. ", "2)", "3、") at the beginning of a line ends; 0 where there is none."""
    begin = start
    while begin and folded[begin - 1] in " (" and start - begin < 8:
        begin -= 1
    if begin and folded[begin - 1] != "\n" and (start == begin or folded[start : start + 3].find("、") < 1):
        return 0
    match = _LIST.match(folded, start)
    if match is None or (match.group()[-1] == "." and folded[match.end() : match.end() + 1] != " "):
        return 0
    return match.end()


def is_enclosed(folded: str, start: int, end: int, *, counted: bool) -> bool:
    """Whether nothing else stands between these quotes, brackets or bars: a name, a reference, page furniture.

    Where a noun belongs to the number (`counted`), only bars tell: "| 135 views |".
    """
    if not counted and folded[start - 1 : start] + folded[end : end + 1] in ('""', "''", "()", "[]"):
        return True
    return folded.endswith(("|", "| "), 0, start) and folded.startswith(("|", " |"), end)


def is_label(text: str, folded: str, number: Number, *, counted: bool) -> bool:
    """Whether a number without unit is part of a name or a label: Top 500, Oryx 3.0, Chapter 5, 123 Main Street.

    `counted` says that a noun or classifier stands behind it.
    """
    before = folded[max(0, number.start - 24) : number.start]
    if _PAGE_OF.search(before) or (number.bare and not counted and _READERS.search(before)):
        return True
    match = _WORD_BEFORE.search(text[max(0, number.start - 24) : number.start])
    if match:
        word = match.group(1)
        if word.lower() in _LABELS and not (word == "number" and _COUNTED.search(before)):
            return True
        if not counted and word.lower() not in _LEADS and not number.scaled:
            if _is_product(word, folded[number.start : number.end]):
                return True
            at = max(0, number.start - 24) + match.start()
            if word[0].isupper() and not _begins_sentence(folded, at):
                return True
    return text[number.end : number.end + 1] == " " and bool(_STREET.match(text, number.end))


def _is_product(word: str, written: str) -> bool:
    """Whether a word and a number name a product wherever they stand: iPhone 15, Oryx 3.0."""
    mixed = not word.isupper() and not word.islower() and not word.istitle()
    return mixed or (word[0].isupper() and written.endswith(".0"))


def is_han_label(folded: str, number: Number) -> bool:
    """Whether what stands around a number makes it a name or an address: 世界500强, 12号楼, 四川."""
    start = number.start
    if _HAN_LABEL_AFTER.match(folded, number.end) or _PAIRED_DAY.search(folded, max(0, start - 2), start):
        return True
    return folded.startswith(_HAN_NAMES, start) or folded.endswith(_HAN_LABELS, 0, start)


def _begins_sentence(folded: str, at: int) -> bool:
    while at and folded[at - 1] in " \"'(":
        at -= 1
    return at == 0 or folded[at - 1] in ".!?\n:。!"
