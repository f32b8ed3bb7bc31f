"""What counts as one figure when a row ends: the number with its scale word and its unit.

This is no reading of numbers, only a guess at how far a figure goes, generous where it costs nothing: a Chinese number
takes the one character after it along, which is its classifier or its unit if it has one.
"""

import re

_DIGITS = "0-9\uff10-\uff19"
_NUMBER = f"[{_DIGITS}]++(?:[.,:/+×~～\u2010-\u2015-][{_DIGITS}]++)*+"
_SCALE = "[十百千万亿兆萬億]"
_HAN = r"[^\W_0-9A-Za-z]"  # any letter but ASCII: compiled a hundred times faster than the range of Chinese
_LONG_UNIT = (
    "平方公里|平方千?米|立方米|瓦时|人民币|个?百分点|人次|公[里顷斤]|小时|分钟|季度|世纪|年代|[美欧日]元|英镑|港[元币]"
)
_UNIT = "[元名人个項项家件场場届屆国國位次种種台套辆米吨亩天日月年秒%％]"
_CURRENCY = r"(?:(?<![A-Za-z])(?:RMB|CNY|USD|US\$|EUR|HK\$|HKD|GBP|JPY)|[$¥€£￥＄￡])"
_CHINESE = (
    f"(?:第[ ]?|{_CURRENCY}[ ]?)?(?:{_NUMBER}[ ]?(?:{_SCALE}++|(?={_HAN}|[%％])))++"
    f"(?:[余餘多几幾]?(?:{_LONG_UNIT}|{_HAN}|[%％]))?"
)
_NUMERAL = "[〇零一二两兩三四五六七八九十百千万亿萬億]"
_NUMERALS = f"(?:(?:百分之|第){_NUMERAL}++|{_NUMERAL}{{2,}}+)(?:点{_NUMERAL}++)?[余餘多]?(?:{_LONG_UNIT}|{_UNIT})?"
_ENGLISH_SCALE = "(?:hundred|thousand|million|billion|trillion|mln|bln|bn|mn|tn)"
_ENGLISH_UNIT = (
    r"(?:(?:Chinese )?yuan|RMB|CNY|USD|(?:U\.?S\.? )?dollars?|euros?|pounds|yen|renminbi"
    r"|percentage points?|percent|per cent|pct|%"
    r"|(?:square|cubic|sq\.?) ?(?:kilo)?met(?:er|re)s?|(?:square|cubic|sq\.?) (?:feet|km|m|miles?)"
    r"|kilomet(?:er|re)s?|met(?:er|re)s?|km/h|km|m2|m²|mu|hectares?|tons?|tonnes?|kg|GW|MW|kWh|hours?|minutes?)"
)
_ENGLISH = (
    f"(?:{_CURRENCY}[ \u00a0]?{_NUMBER}|{_NUMBER})(?:[ \u00a0-]{_ENGLISH_SCALE}\\b)*+"
    f"(?:[ \u00a0-]{_ENGLISH_UNIT}(?![A-Za-z]))?+"
)

FIGURE = re.compile(f"{_CHINESE}|{_ENGLISH}|{_NUMERALS}")
"""One figure, from its currency sign or ordinal prefix to its unit."""
