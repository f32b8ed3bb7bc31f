"""Hedges before and behind a quantity, and what each makes of it."""

import re

from wmc_tui.model.units import CURRENCIES
from wmc_tui.quantities.english_words import WORDS

_EN = {
    "over": "over,above,beyond,exceeding,exceeded,exceeds,exceed,surpassing,surpassed,surpasses,surpass,topping,topped,"
    "more than,greater than,higher than,larger than,in excess of,upwards of,upward of,excess of,passed,passing",
    "at_least": "at least,no less than,no fewer than,not less than,not fewer than,minimum of,minimum",
    "nearly": "nearly,almost,close to,just under,approaching,nearing,virtually",
    "about": "about,around,approximately,approx,approx.,roughly,some,circa,estimated,or so",
    "up_to": "up to,as many as,as much as,as high as,at most,no more than,not more than,maximum of,maximum,not exceeding,as large as",
    "less_than": "less than,fewer than,under,below,lower than,smaller than,within",
    "expected": "expected,projected,forecast,planned,predicted,anticipated",
}
_EN_WORDS = {words: name for name, line in _EN.items() for words in line.split(",")}
_FILLERS = frozenset(
    ("a", "an", "the", "total", "of", "significant", "record", "reported", "whopping", "combined", "mere")
)
_REACHES = frozenset(
    ("reach", "hit", "be", "attract", "total", "grow", "rise", "attain", "draw", "exceed", "surpass", "to", "top")
)
_PROMISES = frozenset(("expected", "projected", "forecast", "predicted", "anticipated", "estimated", "set", "planned"))
_LAST_WORDS = _FILLERS | _REACHES | {words.split()[-1] for words in _EN_WORDS}
"""No hedge ends in another word than these."""

_ZH = {
    "over": "超过了,超过,超出,超,突破了,突破,逾,多于,大于,高于,越过,突破至",
    "at_least": "至少,最少,不少于,不低于,起码,不小于,大于等于,大于或等于",
    "nearly": "接近,将近,近,逼近,几乎",
    "about": "大约,约为,约有,约达,约合,约,大概,估计,左右",
    "up_to": "高达,多达,至多,最多,不超过,不高于,不多于,不大于,上限,小于等于,小于或等于",
    "less_than": "不到,不足,少于,小于,低于,未满,不满",
    "expected": "预计,预期,预计达,预计将达,预计达到,预计将超,预估,有望达,有望达到,预计投资",
}
_ZH_WORDS = sorted(((word, name) for name, line in _ZH.items() for word in line.split(",")), key=lambda w: -len(w[0]))
_ZH_LAST: dict[str, list[tuple[str, str]]] = {}
for _word, _name in _ZH_WORDS:
    _ZH_LAST.setdefault(_word[-1], []).append((_word, _name))
_ZH_FILLERS = ("人民币", "达到了", "达到", "达", "了", "共", "有", "计")
_NOT_BEFORE = {
    "约": "签邀预条合契违纽节履大特公制简誓",
    "近": "最新附靠邻临亲远贴",
    "超": "赶英中",
    "逾": "",
    "突破": "",
}
_AFTER_ZH = re.compile(r" ?(?:\(含本?数?\))?及?(左右|上下|以上|之上|以下|以内|之内|以内的|开外|许)(?!半)")
_AFTER_EN = re.compile(
    r" ?\+(?! ?[0-9])| (or more|(?:and|or) (?:more|above|over|up|upwards?))(?![a-z])"
    r"| (or less|or fewer|(?:and|or) (?:below|under))(?![a-z])"
    r"| (or so)(?![a-z])| (plus|at least)(?=[ .,;)]|$)| (at (?:the )?most)(?=[.,;)\n]|$)"
)
_BEHIND_ZH = dict.fromkeys(("以上", "之上", "开外"), "at_least") | dict.fromkeys(("左右", "上下", "许"), "about")
_BEHIND_EN = {
    None: ("at_least", False),
    1: ("at_least", True),
    2: ("up_to", True),
    3: ("about", False),
    4: ("at_least", False),
    5: ("up_to", False),
}
"""By the group of `_AFTER_EN`: the hedge, and whether it makes a threshold."""
_NEXT = re.compile(r" ?[0-9$€£¥]| ([a-z]+)")
_BEGINS_AMOUNT = frozenset(
    word.lower() for word in (*WORDS, *CURRENCIES, "rmb", "us", "hk", "nt", "the", "a", "an", "all", "half", "than")
)
"""Words behind "and over": it hedges the next quantity, and over 200 buyers, not the one before it."""
_NOT_OVER = frozenset("通经超不以")
"""Before 过 and 上: 通过百家 is no hedge, and 超过 is one of its own."""
_WINDOW = 48


def hedge_before(folded: str, start: int, *, span_of_time: bool = False) -> tuple[str, int]:
    """The hedge that ends right before `start`, and where it begins; "exact" and `start` where there is none.

    `span_of_time`: before one 近 means "recent", and "over the" means "during".
    """
    previous = folded[start - 1] if start else ""
    if previous == " " and start > 1:
        previous = folded[start - 2]
    if previous >= "\u4e00":
        return _chinese_before(folded, start, span_of_time)
    if "a" <= previous <= "z" or previous in (".", "~", ">", "<", "=", "\n", "≥"):
        name, words = _english_before(folded, start, span_of_time)
        return name, _words_back(folded, start, words) if words else start
    return "exact", start


def _words_back(folded: str, place: int, count: int) -> int:
    """Where the last words before a place begin."""
    for _ in range(count):
        while place and folded[place - 1] in " \n":
            place -= 1
        while place and folded[place - 1] not in " \n":
            place -= 1
    return place


def _english_before(folded: str, start: int, span_of_time: bool) -> tuple[str, int]:
    """The hedge before `start`, and how many words it takes, fillers included."""
    window = folded[max(0, start - _WINDOW) : start]
    if window.rstrip(" \n").replace("\n", " ").rpartition(" ")[2].lstrip("(\"'") not in _LAST_WORDS:
        return "exact", 0
    words = [word.lstrip("(\"'") for word in window.split()[-6:]]
    if start > _WINDOW and len(window.split()) <= len(words):
        words = words[1:]
    all_words = len(words)
    while words and (words[-1] in _FILLERS or (len(words) > 2 and words[-1] == "of" and words[-2] == "total")):
        for count in (3, 2):
            name = _EN_WORDS.get(" ".join(words[-count:]))
            if name:
                return name, all_words - len(words) + min(count, len(words))
        if words.pop() == "the" and span_of_time and words and words[-1] in ("over", "within"):
            return "exact", 0
    for count in (3, 2, 1):
        name = _EN_WORDS.get(" ".join(words[-count:])) if len(words) >= count else None
        if name:
            return name, all_words - len(words) + count
    is_promised = words[-2:-1] == ["to"] and any(word in _PROMISES for word in words[-4:-2])
    if is_promised and words[-1] in _REACHES:
        promise = max(place for place, word in enumerate(words) if word in _PROMISES)
        return "expected", all_words - promise
    return "exact", 0


def _chinese_before(folded: str, start: int, span_of_time: bool) -> tuple[str, int]:
    end = start - 1 if folded[start - 1] == " " else start
    if folded[end - 1] in "过上破" and folded[start] in "百千万亿" and folded[end - 2 : end - 1] not in _NOT_OVER:
        return "over", end - 1
    for _ in range(2):
        for word, name in _ZH_LAST.get(folded[end - 1 : end], ()):
            begin = end - len(word)
            if begin >= 0 and folded.startswith(word, begin):
                if folded[begin - 1 : begin] in _NOT_BEFORE.get(word, "") and begin:
                    break
                if word == "近" and span_of_time:
                    break
                return name, begin
        filler = next((w for w in _ZH_FILLERS if folded.endswith(w, max(0, end - len(w)), end)), "")
        if not filler:
            break
        end -= len(filler)
    return "exact", start


def hedge_behind(folded: str, end: int) -> tuple[str, bool, int]:
    """The hedge right behind a quantity ("" where there is none), whether it makes it a threshold, and where it ends."""
    char = folded[end : end + 1]
    if char == " ":
        char = folded[end + 1 : end + 2]
    if char >= "\u4e00" or folded.startswith("(含", end):
        match = _AFTER_ZH.match(folded, end)
        if match is None:
            return "", False, end
        following = folded[match.end() : match.end() + 1]
        threshold = "\u4e00" <= following <= "\u9fff" and following not in "和与及并或且等左"
        hedge = _BEHIND_ZH.get(match.group(1), "up_to")
        return hedge, threshold and hedge != "about", match.end()
    if char not in ("+", "o", "a", "p"):
        return "", False, end
    match = _AFTER_EN.match(folded, end)
    ahead = _NEXT.match(folded, match.end()) if match and (match.group(1) or match.group(2)) else None
    if match is None or (ahead and (ahead.group(1) is None or ahead.group(1) in _BEGINS_AMOUNT)):
        return "", False, end
    return *_BEHIND_EN[match.lastindex], match.end()
