"""Synthetic bilingual records of any number, and queries for them: the same ones in every run.

Labels and sentences are put together from a few hundred terms in both languages, the places of a country and some ten
thousand invented companies, of which few are named often and most hardly ever, as in news.
"""

import random
from collections.abc import Iterator
from decimal import Decimal

from wmc_tui.model import Bilingual
from wmc_tui.search.index.record import Record, new_record, to_figures, to_lines
from wmc_tui.search.index.romanise import Reader
from wmc_tui.search.index.selection import facets_line
from wmc_tui.text.fold import fold, remove_spaces

FACTS_SHARE = 0.4
"""Share of facts among the records; the others are sentences."""
_EDITIONS = range(2025, 2009, -1)
_COMPANIES = 40_000
_OLDER = -0.2

_TOPICS = """signed projects|签约项目;total investment|投资总额;exhibition area|展览面积;foreign guests|外宾;
participating companies|参展企业;professional visitors|专业观众;contracts concluded|签订合同;revenue|营业收入;
industrial output|工业产值;research centres|研发中心;patents granted|授权专利;new products|新产品;exports|出口额;
imports|进口额;robots installed|安装机器人;production lines|生产线;employees|员工;engineers trained|培训工程师;
electric vehicles|电动汽车;battery capacity|电池产能;charging stations|充电站;wind turbines|风力发电机;
solar modules|光伏组件;semiconductor plants|半导体工厂;satellites|卫星;machine tools|机床;steel produced|钢产量;
energy saved|节约能源;carbon emissions|碳排放;digital workshops|数字化车间;smart factories|智能工厂;
training programmes|培训项目;joint laboratories|联合实验室;purchase orders|采购订单;delegations|代表团;
forums held|举办论坛;media reports|媒体报道;online viewers|在线观众;volunteers|志愿者;hotel nights|酒店客房数;
medical devices|医疗器械;vaccines|疫苗;home appliances|家用电器;display panels|显示面板;integrated circuits|集成电路;
artificial intelligence models|人工智能模型;data centres|数据中心;cloud services|云服务;software licences|软件许可;
aircraft parts|飞机零部件;ships delivered|交付船舶;railway cars|轨道车辆;agricultural machines|农业机械;
textile exports|纺织品出口;chemical materials|化工材料;paper mills|造纸厂;cement works|水泥厂;logistics parks|物流园区;
bonded warehouses|保税仓库;tax relief|税收减免;bank loans|银行贷款;venture capital|风险投资;listed companies|上市公司"""
_ADJECTIVES = """new|新增;foreign|境外;domestic|国内;planned|计划;annual|年度;cumulative|累计;provincial|全省;
municipal|全市;strategic|战略性;high-end|高端;green|绿色;private|民营;state-owned|国有;first-phase|一期;
second-phase|二期;key|重点;emerging|新兴;traditional|传统;cross-border|跨境;intelligent|智能"""
_PLACES = """Hefei|合肥;Wuhu|芜湖;Bengbu|蚌埠;Huainan|淮南;Anqing|安庆;Chuzhou|滁州;Chizhou|池州;Xuancheng|宣城;
Bozhou|亳州;Shanghai|上海;Beijing|北京;Guangzhou|广州;Shenzhen|深圳;Nanjing|南京;Suzhou|苏州;Hangzhou|杭州;
Ningbo|宁波;Wuhan|武汉;Changsha|长沙;Chengdu|成都;Chongqing|重庆;Xian|西安;Zhengzhou|郑州;Jinan|济南;Qingdao|青岛;
Dalian|大连;Shenyang|沈阳;Harbin|哈尔滨;Xiamen|厦门;Fuzhou|福州;Kunming|昆明;Guiyang|贵阳;Nanning|南宁;Lanzhou|兰州;
Germany|德国;Japan|日本;France|法国;Brazil|巴西;Italy|意大利;Singapore|新加坡;Mexico|墨西哥;Hungary|匈牙利"""
_PARTS = """heng|恒;tai|泰;da|达;xin|鑫;rui|瑞;hua|华;long|隆;sheng|盛;jin|金;bo|博;yuan|源;fei|飞;kai|凯;lian|联;
mei|美;neng|能;peng|鹏;qi|奇;ruo|若;shun|顺;tong|通;wei|维;xiang|祥;yi|毅;zhong|众;an|安;bei|贝;chang|昌;dong|东;
fu|富;gang|钢;hai|海;jia|嘉;kang|康;li|力;ming|明"""
_TRADES = """Robotics|机器人;Motors|汽车;Precision|精密;Optics|光电;Energy|能源;Materials|新材料;Electronics|电子;
Machinery|机械;Biotech|生物;Aerospace|航空;Software|软件;Semiconductor|半导体"""
_SENTENCES = (
    (
        "In {y}, {c} of {p} reported {n} {t}, {m} percent more than a year before.",
        "{y}年{p}{c}报告{t}{z}，同比增长{m}%。",
    ),
    ("The {a} {t} presented by {c} drew {n} guests from {p} to the hall.", "{c}展出的{a}{t}吸引了来自{p}的{z}嘉宾。"),
    ("Officials of {p} said that {a} {t} would reach {n} by {y}.", "{p}有关负责人表示，到{y}年{a}{t}将达到{z}。"),
    ("{c} signed an agreement in {p} that covers {n} {t} and {a} {u}.", "{c}在{p}签署协议，涉及{t}{z}和{a}{u}。"),
    (
        "Visitors asked about {a} {t}, while {c} showed {u} at the stand of {p}.",
        "观众询问{a}{t}，{c}在{p}展台展示了{u}。",
    ),
    (
        "With {n} {t}, {p} stood ahead of all others, the organisers of the convention said.",
        "大会主办方称，{p}以{t}{z}居首位。",
    ),
    ("{c} plans {a} {u} near {p}, an investment of {n} yuan.", "{c}计划在{p}附近建设{a}{u}，投资{z}元。"),
    ("A report on {t} in {p} counts {n} cases in which {c} took part.", "关于{p}{t}的报告统计了{c}参与的{z}个案例。"),
    ("{t} and {u} were the main subjects when {c} met buyers from {p}.", "{c}与{p}采购商洽谈的主要内容是{t}和{u}。"),
    (
        "The manufacturing convention gave {p} {n} {a} {t}, among them those of {c}.",
        "制造业大会为{p}带来{a}{t}{z}，其中包括{c}。",
    ),
)
_UNITS = (("", "", "count"), (" yuan", "元", "CNY"), (" square meters", "平方米", "m2"), (" people", "人", "people"))


def _pairs(text: str) -> list[tuple[str, str]]:
    entries = (entry.strip().split("|") for entry in text.split(";"))
    return [(en, zh) for en, zh in entries]


TOPICS, ADJECTIVES, PLACES, TRADES = map(_pairs, (_TOPICS, _ADJECTIVES, _PLACES, _TRADES))


def _companies() -> list[tuple[str, str]]:
    source, parts = random.Random(7), _pairs(_PARTS)
    found: dict[str, str] = {}
    while len(found) < _COMPANIES:
        chosen, trade = [source.choice(parts) for _ in range(3)], source.choice(TRADES)
        name = "".join(en for en, _ in chosen).capitalize()
        found[f"{name} {trade[0]}"] = "".join(zh for _, zh in chosen) + trade[1]
    return list(found.items())


def records(count: int) -> Iterator[Record]:
    """That many records: facts, then sentences, each kind from the newest edition to the oldest."""
    companies, source, reader = _companies(), random.Random(count), Reader()
    facts = round(count * FACTS_SHARE)
    for number in range(facts):
        yield _fact(number, _edition(number, facts), source, companies, reader)
    for number in range(count - facts):
        yield _sentence(number, _edition(number, count - facts), source, companies, reader)


def _edition(number: int, count: int) -> int:
    return _EDITIONS[number * len(_EDITIONS) // count]


def _company(source: random.Random, companies: list[tuple[str, str]]) -> tuple[str, str]:
    return companies[int(len(companies) * source.random() ** 3)]


def _amount(source: random.Random) -> tuple[Decimal, str, str]:
    """A value, and how it is written in either language."""
    size = source.random()
    if size < 0.6:
        value = Decimal(source.randrange(3, 9999))
        return value, f"{value:,}", f"{value}"
    tenths = Decimal(source.randrange(11, 9999)) / 10
    if size < 0.8:
        return tenths * 10**9, f"{tenths} billion", f"{tenths * 10:.0f}亿"
    return tenths * 10**6, f"{tenths} million", f"{tenths * 100:.0f}万"


def _fact(number: int, edition: int, source: random.Random, companies: list[tuple[str, str]], reader: Reader) -> Record:
    topic, adjective, place = source.choice(TOPICS), source.choice(ADJECTIVES), source.choice(PLACES)
    company, unit = _company(source, companies), source.choice(_UNITS)
    form = source.randrange(4)
    en = (f"{adjective[0]} {topic[0]} of {company[0]}", f"{topic[0]} in {place[0]}", f"{company[0]}, {topic[0]}")
    zh = (f"{company[1]}{adjective[1]}{topic[1]}", f"{place[1]}{topic[1]}", f"{company[1]}{topic[1]}")
    if form == 3:
        label = Bilingual(f"{adjective[0]} {topic[0]}, {place[0]}", f"{place[1]}{adjective[1]}{topic[1]}")
    else:
        label = Bilingual(en[form], zh[form])
    label = Bilingual(label.en[0].upper() + label.en[1:], label.zh)
    qualifier = source.choice(("exact", "exact", "exact", "over", "nearly"))
    value, written_en, written_zh = _amount(source)
    facets = {
        "edition": str(edition),
        "kind": "fact",
        "metric": topic[0].replace(" ", "_"),
        "unit": unit[2],
        "qualifier": qualifier,
        "is": source.choice(("single", "confirmed", "disputed")),
    }
    return new_record(
        "fact",
        f"{edition}.f{number}",
        label,
        shared=Bilingual(*topic),
        reader=reader,
        edition=edition,
        fact=f"{edition}.f{number}",
        article=f"{edition}-a{number % 997}",
        sentence=1 + number % 40,
        bonus=source.choice((3.0, 3.0, 4.0, 5.0, 8.0)) + _OLDER * (_EDITIONS[0] - edition),
        figures=to_figures([(value, unit[2], qualifier)]),
        written=to_lines({remove_spaces(fold(written_en + unit[0])), remove_spaces(fold(written_zh + unit[1]))}),
        facets=facets_line(facets),
    )


def _sentence(
    number: int, edition: int, source: random.Random, companies: list[tuple[str, str]], reader: Reader
) -> Record:
    english, chinese = source.choice(_SENTENCES)
    value, written_en, written_zh = _amount(source)
    chosen = {
        "t": source.choice(TOPICS),
        "u": source.choice(TOPICS),
        "a": source.choice(ADJECTIVES),
        "p": source.choice(PLACES),
        "c": _company(source, companies),
        "n": (written_en, ""),
        "z": ("", written_zh),
        "m": (str(percent := source.randrange(1, 90)),) * 2,
        "y": (str(edition),) * 2,
    }
    en = english.format(**{name: pair[0] for name, pair in chosen.items()})
    zh = chinese.format(**{name: pair[1] for name, pair in chosen.items()})
    figures: tuple[tuple[Decimal, str, str], ...] = ((value, "count", "exact"),) if "{n}" in english else ()
    if "{m}" in english:
        figures += ((Decimal(percent), "percent", "exact"),)
    return new_record(
        "sentence",
        f"{edition}-a{number % 997} {1 + number // 997}",
        Bilingual(en[0].upper() + en[1:], zh),
        reader=reader,
        edition=edition,
        article=f"{edition}-a{number % 997}",
        sentence=1 + number // 997,
        bonus=_OLDER * (_EDITIONS[0] - edition),
        figures=to_figures(figures),
        facets=facets_line({"edition": str(edition), "kind": "sentence"}),
    )
