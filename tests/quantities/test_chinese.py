"""Chinese quantities, form by form: value, unit, qualifier, classifier."""

from decimal import Decimal

import pytest

from wmc_tui.quantities.recogniser import recognise


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3425亿元", "342500000000", "CNY"),
        ("4.18万亿元", "4180000000000", "CNY"),
        ("2兆9319.56亿元", "2931956000000", "CNY"),
        ("3,425亿", "342500000000", None),
        ("１１.92亿", "1192000000", None),
        ("一百零五万", "1050000", None),
        ("一万三", "13000", None),
        ("两千三百五", "2350", None),
        ("四百 点 五", "400.5", None),
        ("壹佰伍拾元", "150", "CNY"),
        ("三千 八百 九十六 万 四千", "38964000", None),
        ("五亿1万4千6百", "500014600", None),
        ("負三十二", "-32", None),
        ("半百", "50", None),
        ("百分之二十四点五", "24.5", "percent"),
        ("百万分之五", "0.0005", "percent"),
        ("七成六", "76", "percent"),
        ("三成半", "35", "percent"),
        ("3.5个百分点", "3.5", "percentage_point"),
        ("六   个 百 分点", "6", "percentage_point"),
        ("三分之二", "0.666666666666667", None),
        ("人民币50元", "50", "CNY"),
        ("五元三毛", "5.3", "CNY"),
        ("两美元又三美分", "2.03", "USD"),
        ("5306億台幣", "530600000000", "TWD"),
        ("8万平方米", "80000", "m2"),
        ("时速600公里", "600", "km/h"),
        ("每小时600公里", "600", "km/h"),
        ("时速可达600公里", "600", "km/h"),
        ("10万㎡", "100000", "m2"),
        ("20吉瓦时", "20", "GWh"),
        ("500度电", "500", "kWh"),
        ("零下5摄氏度", "-5", "°C"),
        ("新台币5亿元", "500000000", "TWD"),
        ("港币三千万元", "30000000", "HKD"),
        ("12千米", "12", "km"),
        ("5万千瓦", "50000", "kW"),
        ("一吨半", "1.5", "t"),
        ("半年", "0.5", "year"),
        ("历时半个月", "0.5", "month"),
        ("一个半月", "1.5", "month"),
        ("两个半小时", "2.5", "hour"),
        ("一个月", "1", "month"),
        ("一半企业", "0.5", None),
        ("投了2个亿。", "200000000", None),
        ("2个亿元项目", "2", "count"),
        ("5天", "5", "day"),
        ("3个月", "3", "month"),
        ("万亿级", "1000000000000", None),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str | None) -> None:
    (figure,) = recognise(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "written", "value", "qualifier", "noun"),
    [
        ("587个项目", "587个", "587", "exact", "个"),
        ("1.6万名嘉宾", "1.6万名", "16000", "exact", "名"),
        ("35.9万人次", "35.9万人次", "359000", "exact", "人次"),
        ("举办60场次", "60场次", "60", "exact", "场次"),
        ("9国驻华大使", "9国", "9", "exact", "国"),
        ("3000余件", "3000余件", "3000", "over", "件"),
        ("430多个", "430多个", "430", "over", "个"),
        ("150余篇(条)", "150余篇", "150", "over", "篇"),
        ("二十余家", "二十余家", "20", "over", "家"),
        ("十几万人", "十几万人", "100000", "over", "人"),
        ("超1萬名", "1萬名", "10000", "over", "名"),
        ("突破10万人次", "10万人次", "100000", "over", "人次"),
        ("逾三千名", "三千名", "3000", "over", "名"),
        ("近1400名", "1400名", "1400", "nearly", "名"),
        ("约合500人", "500人", "500", "about", "人"),
        ("10万人及以上", "10万人", "100000", "at_least", "人"),
        ("500人（含）以上", "500人", "500", "at_least", "人"),
        ("约500人", "500人", "500", "about", "人"),
        ("500人左右", "500人", "500", "about", "人"),
        ("不少于60家", "60家", "60", "at_least", "家"),
        ("3000件以上", "3000件", "3000", "at_least", "件"),
        ("30家以下", "30家", "30", "up_to", "家"),
        ("多达40个", "40个", "40", "up_to", "个"),
        ("不到40个", "40个", "40", "less_than", "个"),
        ("预计5000人", "5000人", "5000", "expected", "人"),
        ("签约100个", "100个", "100", "exact", "个"),
        ("最近3家", "3家", "3", "exact", "家"),
        ("上百家", "百家", "100", "over", "家"),
        ("六大板块", "六大", "6", "exact", "大"),
    ],
)
def test_counts_and_hedges(text: str, written: str, value: str, qualifier: str, noun: str) -> None:
    (figure,) = recognise(text)
    assert (figure.text, figure.value, figure.qualifier) == (written, Decimal(value), qualifier)
    assert (figure.unit, figure.kind, figure.noun) == ("count", "count", noun)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5%至8%", "5", "8", "percent"),
        ("3至5万元", "30000", "50000", "CNY"),
        ("三到五百万", "3000000", "5000000", None),
        ("几十家", "20", "90", "count"),
        ("数百万元", "2000000", "9000000", "CNY"),
        ("七八个", "7", "8", "count"),
        ("两三百家", "200", "300", "count"),
    ],
)
def test_range_and_vague_number(text: str, low: str, high: str, unit: str | None) -> None:
    (figure,) = recognise(text)
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, Decimal(low), Decimal(high), unit)


def test_threshold_is_no_total() -> None:
    threshold, count = recognise("10亿元以上项目53个")
    assert (threshold.kind, threshold.qualifier, count.kind) == ("threshold", "at_least", "count")


@pytest.mark.parametrize(
    ("text", "written", "kind", "value"),
    [
        ("9月20-24日", "9月20-24日", "date", None),
        ("9月20日—23日", "9月20日—23日", "date", None),
        ("2023年9月", "2023年9月", "date", None),
        ("九月二十日", "九月二十日", "date", None),
        ("2018年之后", "2018年", "year", 2018),
        ("他07年以后", "07年", "year", 2007),
        ("零八年", "零八年", "year", 2008),
        ("2023国际机器人展", "2023", "year", 2023),
        ("第七届", "第七届", "ordinal", 7),
        ("首届", "首届", "ordinal", 1),
        ("“1+8+12”", "1+8+12", "composite", None),
    ],
)
def test_told_apart_from_counts(text: str, written: str, kind: str, value: int | None) -> None:
    (figure,) = recognise(text)
    assert (figure.text, figure.kind, figure.value) == (written, kind, value)


NO_QUANTITY = (
    "世界500强; “六百”项目; 十大新兴产业; 约人; 月日; 万名嘉宾; 投资总额亿元; 四川; 陆地; 登陆部队; 五角大楼; "
    "我一看你就笑; 一般; 统一; 一系列; 万万; 十四五规划; 成千上万; 长江路123号; 电话0551-62601234; 下午3点; 8时30分; "
    "1、概述; 工业4.0时代; 增长两位数; 一、开幕; 双11促销; 浏览次数：1234; 上半年; 另一半; 成百上千; 安徽万千亿产业; "
    "都超过以往任何一届。; 每一家企业都来了; 另一项目; 同一场馆"
)


@pytest.mark.parametrize("text", NO_QUANTITY.split("; "))
def test_no_quantity(text: str) -> None:
    assert recognise(text) == []


def test_language_restricts_what_is_read() -> None:
    assert [f.text for f in recognise("seven 三个", "en")] == ["seven"]
    assert [f.text for f in recognise("seven 三个", "zh")] == ["三个"]
    with pytest.raises(ValueError, match="unknown language 'fr'"):
        recognise("7", "fr")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("两千多", "2000", None),
        ("来了三十多", "30", None),
        ("7亿多元", "700000000", "CNY"),
        ("两万多元", "20000", "CNY"),
    ],
)
def test_more_than_a_round_number_wherever_it_ends(text: str, value: str, unit: str | None) -> None:
    (figure,) = recognise(text)
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, "over")


def test_percentage_points_without_classifier() -> None:
    (figure,) = recognise("提高1.2百分点")
    assert (figure.text, figure.value, figure.unit) == ("1.2百分点", Decimal("1.2"), "percentage_point")


def test_zero_at_the_head_of_a_word_is_no_number() -> None:
    assert [figure.text for figure in recognise("零部件企业30家，零售额增长5%，零件、零星订单")] == ["30家", "5%"]
