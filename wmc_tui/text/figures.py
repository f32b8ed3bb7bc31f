"""What counts as one figure when a row ends: the number with its scale word and its unit.

This is no reading of numbers, only a guess at how far a figure goes, generous where it costs nothing: a Chinese number
takes the one character after it along, which is its classifier or its unit if it has one. The expression is compiled
at each start, before the first row is painted, so it has as few classes of Chinese characters as it can do with.
"""

import re

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
