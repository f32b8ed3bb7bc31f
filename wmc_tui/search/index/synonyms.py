"""Words of the field that mean the same, in both languages: what a reader types is not always what the texts say.

Each row holds words and Han runs of one meaning. They are weaker matches, for what the texts call otherwise; a row has
no word that means something else among figures of a convention.
"""

from functools import cache

from wmc_tui.search.index.tokens import stem

ROWS = (
    ("guests", "attendees", "visitors", "participants", "delegates", "attendance", "嘉宾", "客商", "来宾", "与会者", "参会者"),
    ("foreign", "overseas", "abroad", "international", "境外", "海外", "外国", "国外", "外籍"),
    ("外宾", "境外嘉宾", "境外客商", "外国嘉宾", "海外嘉宾", "外籍嘉宾"),
    ("exhibitors", "companies", "enterprises", "firms", "businesses", "企业", "公司", "展商", "参展商", "参展企业"),
    ("area", "space", "sqm", "面积", "平方米", "平米"),
    ("investment", "capital", "funding", "投资", "资金"),
    ("projects", "deals", "agreements", "contracts", "项目", "协议", "合同"),
    ("signed", "inked", "签约", "签署", "签订"),
    ("growth", "yoy", "increase", "rise", "增长", "同比", "增速", "增幅", "增长率"),
    ("revenue", "turnover", "sales", "营业收入", "营收", "销售额"),
    ("profit", "earnings", "利润", "盈利"),
    ("rd", "research", "研发", "研究"),
    ("spending", "spend", "expenditure", "outlay", "投入", "支出", "经费"),
    ("share", "proportion", "percentage", "占比", "比重", "份额", "比例"),
    ("output", "production", "产量", "产出"),
    ("threshold", "cutoff", "minimum", "门槛", "入围线"),
    ("theme", "slogan", "motto", "主题", "口号"),
    ("events", "activities", "sessions", "活动", "场次"),
    ("countries", "nations", "国家"),
    ("venue", "location", "place", "hall", "场馆", "地点", "会场", "展馆"),
    ("media", "press", "journalists", "reporters", "媒体", "记者"),
    ("experts", "scholars", "specialists", "专家", "学者"),
    ("executives", "ceos", "leaders", "高管", "负责人"),
    ("buyers", "purchasers", "采购商", "买家"),
    ("employees", "staff", "workers", "workforce", "jobs", "员工", "职工", "就业"),
    ("started", "commenced", "begun", "开工", "动工"),
    ("completed", "finished", "竣工", "完工", "建成", "投产"),
    ("nev", "nevs", "ev", "evs", "新能源汽车", "新能源车", "电动汽车", "电动车"),
    ("soe", "soes", "国企", "国有企业", "央企"),
    ("sei", "战略性新兴产业", "战新产业", "新兴产业"),
    ("yrd", "长三角", "长江三角洲"),
    ("hkmo", "港澳", "港澳侨", "港澳台"),
    ("chips", "semiconductors", "芯片", "半导体", "集成电路"),
)  # fmt: skip
"""Each a meaning; words folded, of Latin letters or of Han characters, and never both in one."""
_SHORTEST_INSIDE = 2
_LONGEST_RUN = 12


def synonyms(word: str) -> tuple[str, ...]:
    """What else texts may say for a folded word in any of its forms, or for a Han run or a piece of one.

    Words of its own language come first; empty for a word that has no others.
    """
    if word.isascii():
        return _of_words().get(stem(word), ())
    exact = _of_runs().get(word)
    if exact is None:
        return _inside(word) if len(word) <= _LONGEST_RUN else ()
    return exact


def _inside(run: str) -> tuple[str, ...]:
    """A run with each known piece replaced by each that means the same, the longest piece first."""
    known = sorted((piece for piece in _of_runs() if len(piece) >= _SHORTEST_INSIDE and piece in run), key=len)
    pieces = [piece for piece in known if not any(piece != other and piece in other for other in known)]
    others = [
        run.replace(piece, other, 1)
        for piece in reversed(pieces)
        for other in _of_runs()[piece]
        if not other.isascii() and piece not in other and other not in run
    ]
    return tuple(dict.fromkeys(others))


@cache
def _of_words() -> dict[str, tuple[str, ...]]:
    return {stem(word): _others(word, row) for row in ROWS for word in row if word.isascii()}


@cache
def _of_runs() -> dict[str, tuple[str, ...]]:
    return {run: _others(run, row) for row in ROWS for run in row if not run.isascii()}


def _others(word: str, row: tuple[str, ...]) -> tuple[str, ...]:
    others = [other for other in row if other != word and not (word.isascii() and stem(other) == stem(word))]
    return tuple(sorted(others, key=lambda other: other.isascii() != word.isascii()))
