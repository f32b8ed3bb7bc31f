"""One spelling for every code point that can stand for another, so that one set of rules reads them all.

Folding keeps the length: position i of the folded text is position i of the text.
"""

_TRADITIONAL = (
    "萬億點個兩塊餘幾數負約過達對雙場項條間種輛臺噸鎊歐韓幣圓屆國戶類頃畝時號歲週鐘後來從強級當將預計於為總貳叁參貫"
    "篇張頁顆處門倆雲蘭盧長層階組隊夥員頭佔逾溫節歷屆屬線價擴顯並於這許"
)
_SIMPLIFIED = (
    "万亿点个两块余几数负约过达对双场项条间种辆台吨镑欧韩币圆届国户类顷亩时号岁周钟后来从强级当将预计于为总二三參貫"
    "篇张页颗处门俩云兰卢长层阶组队伙员头占逾温节历届属线价扩显并于这许"
)
_FORMAL = dict(
    zip(
        "壹弌贰貳弍叁叄肆伍陆陸柒捌玖拾佰仟〇",
        "一一二二二三三四五六六七八九十百千零",
        strict=True,
    )
)
_QUOTES = dict.fromkeys("“”„‟«»「」『』《》〈〉〝〞＂", '"')
_MARKS = {
    "‘": "'",
    "’": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "−": "-",
    "﹣": "-",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "―": "—",
    "￥": "¥",
    "￡": "£",
    "﹪": "%",
    "\t": " ",
    "\r": " ",
    "\v": " ",
    "\f": " ",
    "\u3000": " ",
}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    " ",
)

AMBIGUOUS_FORMAL = frozenset("肆伍陆陸拾")
"""Formal numerals that are also ordinary words (陆地, 拾取), told apart in the text before folding."""


def _table() -> dict[int, str]:
    table = {ord(c): chr(ord(c) - 0xFEE0) for c in map(chr, range(0xFF01, 0xFF5F))}
    table.update({code: char.lower() for code, char in table.items()})
    for mapping in (
        dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)),
        _FORMAL,
        _QUOTES,
        _MARKS,
        _SPACES,
    ):
        table.update({ord(key): char for key, char in mapping.items()})
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """`text` in lower case, half width, simplified numerals and plain marks; exactly as long as `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_TABLE)
