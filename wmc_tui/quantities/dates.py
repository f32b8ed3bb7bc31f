"""Dates, years and times of day, told apart from counts."""

import re

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)
_MONTH = "(?:" + "|".join(sorted(_MONTHS.split(), key=len, reverse=True)) + r")(?![a-z])\.?"
_TO = r" ?(?:-|—{1,2}|~|至|到|to|and|through|until|till|&) ?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9a-z:])"
_MARKS = frozenset("年月日号-/.—~至到、 ")
_BEFORE_MONTH = frozenset(" -—~snrtj")
_MONTH_BEFORE = re.compile(rf"({_MONTH}) ?$")
_DAYS_AFTER_MONTH = re.compile(
    rf"{_DAY}(?!,[0-9]{{3}}|\.[0-9]| (?:million|billion|percent))(?:{_TO}(?:{_MONTH} )?{_DAY})?(?:,? (?:1[89]|20)[0-9]{{2}}(?![0-9]))?"
    r"|(?:1[89]|20)[0-9]{2}(?![0-9a-z,.:])"
)
_DAY_MONTH = re.compile(
    rf"{_DAY}(?:{_TO}{_DAY})?(?: of|-)? ?{_MONTH}(?:{_TO}{_DAY} {_MONTH})?(?:,? ?(?:1[89]|20)[0-9]{{2}}(?![0-9]))?"
)
_NUMERIC = re.compile(
    r"(?:1[0-9]|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|(?:1[89]|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9-])"
)
_ZH_TO = r" ?(?:-|—{1,2}|~|至|到|、) ?"
_ZH = re.compile(
    rf"(?:[0-9]{{4}} ?年 ?)?(?:[0-9]{{1,2}} ?月(?![饼球])(?: ?[0-9]{{1,2}}(?: ?[日号])?(?![0-9.万亿个])(?:{_ZH_TO}(?:[0-9]{{1,2}} ?月 ?)?"
    rf"[0-9]{{1,2}} ?[日号])?|{_ZH_TO}[0-9]{{1,2}} ?月)?|[0-9]{{1,2}}(?:{_ZH_TO}[0-9]{{1,2}})? ?日(?![元圆本币均]))"
)
_ZH_SPELLED = re.compile(
    r"(?:[一二三四五六七八九零]{4}年)?[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?"
)
_TIME = re.compile(
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])(?: ?[ap]\.?m\b\.?)?|[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m(?![a-z0-9])\.?"
    r"|(?:2[0-4]|1?[0-9])(?:时(?![代期空光常速])|点(?!半?[个位名]))(?:[0-9]{1,2}分?|半|整|钟|一刻)?|[0-9]{1,2} o'clock"
)
_QUARTER = re.compile(r"(?:第?[一二三四1-4])季度?")
_ORDINAL_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)(?=[,.;:)]|$)")
_THE_DAY = re.compile(r"(?:on|of) the $")


def read_time(folded: str, start: int) -> int:
    """Where the time of day at `start` ends ("16:32:08", "6 p.m.", "8时30分"); 0 where there is none."""
    match = _TIME.match(folded, start)
    return match.end() if match else 0


def read_date(text: str, folded: str, start: int, run_end: int) -> tuple[int, int] | None:
    """Begin and end of the date whose first digits are at `start` to `run_end`; a month before them belongs to it."""
    follower = folded[run_end : run_end + 1]
    if follower in _MARKS:
        match = _NUMERIC.match(folded, start) or _ZH.match(folded, start)
        if match:
            return start, match.end()
    begin = _month_before(text, folded, start)
    match = _DAYS_AFTER_MONTH.match(folded, start) if begin >= 0 else None
    if match:
        return begin, match.end()
    if run_end - start > 2 or follower not in _BEFORE_MONTH:
        return None
    match = _DAY_MONTH.match(folded, start)
    if match is None or not _is_month(text, folded, match):
        match = _ORDINAL_DAY.match(folded, start)
        if match is None or not _THE_DAY.search(folded[max(0, start - 7) : start]):
            return None
    return start, match.end()


def read_han_date(folded: str, start: int) -> int:
    """Where a date in Chinese numerals (九月二十日, 一季度) at `start` ends; 0 where there is none."""
    match = _ZH_SPELLED.match(folded, start) or _QUARTER.match(folded, start)
    return match.end() if match else 0


def _month_before(text: str, folded: str, start: int) -> int:
    """Where the month right before `start` begins; -1 where there is none."""
    if start < 3 or folded[start - 1] not in " ." or not (folded[start - 2] == "." or "a" <= folded[start - 2] <= "z"):
        return -1
    window = folded[max(0, start - 12) : start]
    match = _MONTH_BEFORE.search(window)
    if match is None:
        return -1
    begin = start - len(window) + match.start()
    is_alone = not match.start() or not window[match.start() - 1].isalpha()
    is_common_word = match.group(1).rstrip(".") in ("may", "march", "mar", "sep", "dec", "jan")
    return begin if is_alone and (text[begin].isupper() or not is_common_word) else -1


def _is_month(text: str, folded: str, match: re.Match[str]) -> bool:
    """Whether the month of "20 may ..." is written as one: "20 may attend" is none."""
    at = folded.find("ma", match.start(), match.end())
    return at < 0 or text[at].isupper()
