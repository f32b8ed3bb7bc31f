"""The units of figures, one row a unit: what readers, writers, filters and stores of this project know of it stands here.

Plain data, imported before the first frame. What a spelling means only in some surroundings (元 is no yuan in 元旦) is
for the recogniser to tell.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from wmc_tui.model.bilingual import Bilingual


class UnitKind(StrEnum):
    """What a unit measures."""

    COUNT = "count"
    CURRENCY = "currency"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    MEASURE = "measure"
    DURATION = "duration"
    ORDINAL = "ordinal"
    WORDS = "words"
    """Of facts that hold a text instead of a value."""


class Unit(NamedTuple):
    """A unit. Lists of spellings are texts with ", " between them; an empty one has none."""

    id: str
    """As in Fact.unit: an ISO 4217 code, an SI symbol or a word."""
    kind: UnitKind
    """What it measures."""
    one: str = ""
    """English behind 1; empty for a currency that is written with its code."""
    many: str = ""
    """English behind other numbers."""
    zh: str = ""
    """Chinese behind a number."""
    short: str = ""
    """English where room is scarce; empty where `many` is short enough."""
    also: str = ""
    """Other spellings behind a number, in lower case, of both languages."""
    symbols: str = ""
    """Spellings whose case counts: t is a ton, T is none."""
    before: str = ""
    """Spellings before a number, in lower case."""
    base: str = ""
    """Id of the unit of the same dimension that `factor` counts in; empty where it is one itself."""
    factor: Decimal = Decimal(1)
    """How many of its base unit it is."""
    name: Bilingual = Bilingual()
    """What it is called without a number; empty where that is `many` and `zh`."""
    filters: str = ""
    """Spellings that only a filter takes."""

    @property
    def label(self) -> Bilingual:
        """What it is called where no number stands before it."""
        return self.name or Bilingual(self.many or self.id, self.zh or self.id)

    @property
    def dimension(self) -> str:
        """What its amounts can be compared with: money, areas, shares, ..."""
        if self.kind is UnitKind.MEASURE:
            return self.base or self.id
        return UnitKind.PERCENT if self.kind is UnitKind.PERCENTAGE_POINT else self.kind

    @property
    def behind(self) -> tuple[str, ...]:
        """All spellings behind a number but the symbols, in lower case, each once."""
        spellings = (self.one, self.many, self.short, self.zh, *self.also.split(", "))
        symbols = self.symbols.split(", ")
        return tuple(dict.fromkeys(spelling.lower() for spelling in spellings if spelling and spelling not in symbols))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that a filter takes for it besides its id and its label."""
        return (*self.behind, *(spelling for spelling in f"{self.symbols}, {self.filters}".split(", ") if spelling))


_MEASURE, _SPAN, _MONEY = UnitKind.MEASURE, UnitKind.DURATION, UnitKind.CURRENCY
_COUNTED = (
    Unit("count", UnitKind.COUNT, name=Bilingual("number of things", "数量"), filters="个, number"),
    Unit("percent", UnitKind.PERCENT, "%", "%", "%", also="percent, per cent, percents, pct, percentage",
         name=Bilingual("percent", "百分比")),
    Unit("percentage_point", UnitKind.PERCENTAGE_POINT, "percentage point", "percentage points", "个百分点", "pp",
         also="percentage-point, percent point, 百分点", name=Bilingual("percentage points", "百分点")),
    Unit("ordinal", UnitKind.ORDINAL, name=Bilingual("ordinal", "序数"), filters="第"),
)  # fmt: skip
_WORDED = (
    Unit("date", UnitKind.WORDS, name=Bilingual("day of the calendar", "日期")),
    Unit("date_range", UnitKind.WORDS, name=Bilingual("first to last day", "起止日期")),
    Unit("text", UnitKind.WORDS, name=Bilingual("words", "文字")),
    Unit("composite", UnitKind.WORDS, name=Bilingual("composite such as 1+6+11", "组合")),
)
_MEASURES = (
    Unit("m2", _MEASURE, "square meter", "square meters", "平方米", "m2",
         "square metre, square metres, square-meter, square-metre, sq m, sq. m, sq.m, sqm, ㎡, m², 平米"),
    Unit("km2", _MEASURE, "square kilometer", "square kilometers", "平方公里", "km2",
         "square kilometre, square kilometres, square-kilometer, sq km, sq. km, sq.km, ㎢, km², 平方千米",
         base="m2", factor=Decimal(10**6)),
    Unit("ft2", _MEASURE, "square foot", "square feet", "平方英尺", also="sq ft, sq. ft, sq.ft", base="m2",
         factor=Decimal("0.09290304")),
    Unit("ha", _MEASURE, "hectare", "hectares", "公顷", "ha", symbols="ha", base="m2", factor=Decimal(10**4)),
    Unit("acre", _MEASURE, "acre", "acres", "英亩", base="m2", factor=Decimal("4046.8564224")),
    Unit("mu", _MEASURE, "mu", "mu", "亩", base="m2", factor=Decimal(2000) / 3),
    Unit("m", _MEASURE, "meter", "meters", "米", "m", "metre, metres", symbols="m"),
    Unit("km", _MEASURE, "kilometer", "kilometers", "公里", "km", "kilometre, kilometres, kms, ㎞, 千米", base="m",
         factor=Decimal(1000)),
    Unit("cm", _MEASURE, "centimeter", "centimeters", "厘米", "cm", "centimetre, centimetres, ㎝", base="m",
         factor=Decimal("0.01")),
    Unit("mm", _MEASURE, "millimeter", "millimeters", "毫米", "mm", "millimetre, millimetres, ㎜", base="m",
         factor=Decimal("0.001")),
    Unit("um", _MEASURE, "micrometer", "micrometers", "微米", "μm", "micrometre, micrometres, micron, microns, µm",
         base="m", factor=Decimal("1E-6")),
    Unit("nm", _MEASURE, "nanometer", "nanometers", "纳米", "nm", "nanometre, nanometres", symbols="nm", base="m",
         factor=Decimal("1E-9")),
    Unit("mi", _MEASURE, "mile", "miles", "英里", base="m", factor=Decimal("1609.344")),
    Unit("nmi", _MEASURE, "nautical mile", "nautical miles", "海里", base="m", factor=Decimal(1852)),
    Unit("ft", _MEASURE, "foot", "feet", "英尺", "ft", base="m", factor=Decimal("0.3048")),
    Unit("in", _MEASURE, "inch", "inches", "英寸", base="m", factor=Decimal("0.0254")),
    Unit("yd", _MEASURE, "yard", "yards", "码", base="m", factor=Decimal("0.9144")),
    Unit("kg", _MEASURE, "kilogram", "kilograms", "公斤", "kg", "kilo, kilos, ㎏, 千克"),
    Unit("t", _MEASURE, "ton", "tons", "吨", "t", "tonne, tonnes, metric ton, metric tons", symbols="t", base="kg",
         factor=Decimal(1000)),
    Unit("g", _MEASURE, "gram", "grams", "克", "g", symbols="g", base="kg", factor=Decimal("0.001")),
    Unit("mg", _MEASURE, "milligram", "milligrams", "毫克", "mg", base="kg", factor=Decimal("1E-6")),
    Unit("jin", _MEASURE, "jin", "jin", "斤", base="kg", factor=Decimal("0.5")),
    Unit("lb", _MEASURE, "pound", "pounds", "磅", "lb", "lbs", base="kg", factor=Decimal("0.45359237")),
    Unit("km/h", _MEASURE, "km/h", "km/h", "公里/小时",
         also="km per hour, kilometers per hour, kilometres per hour, kilometers an hour, kph, kmh, kmph, "
              "千米/小时, 公里每小时, 千米每小时", name=Bilingual("kilometers per hour", "公里/小时")),
    Unit("mi/h", _MEASURE, "mph", "mph", "英里/小时", also="miles per hour, 英里每小时", base="km/h",
         factor=Decimal("1.609344"), name=Bilingual("miles per hour", "英里/小时")),
    Unit("m/s", _MEASURE, "m/s", "m/s", "米/秒", also="meters per second, metres per second, 米每秒", base="km/h",
         factor=Decimal("3.6"), name=Bilingual("meters per second", "米/秒")),
    Unit("W", _MEASURE, "watt", "watts", "瓦", "W", symbols="W"),
    Unit("kW", _MEASURE, "kW", "kW", "千瓦", also="kilowatt, kilowatts", base="W", factor=Decimal(1000),
         name=Bilingual("kilowatts", "千瓦")),
    Unit("MW", _MEASURE, "megawatt", "megawatts", "兆瓦", "MW", symbols="MW", base="W", factor=Decimal(10**6)),
    Unit("GW", _MEASURE, "GW", "GW", "吉瓦", also="gigawatt, gigawatts", symbols="GW", base="W",
         factor=Decimal(10**9), name=Bilingual("gigawatts", "吉瓦")),
    Unit("kWh", _MEASURE, "kWh", "kWh", "千瓦时", also="kilowatt-hour, kilowatt-hours, kilowatt hours, 度电",
         name=Bilingual("kilowatt-hours", "千瓦时")),
    Unit("MWh", _MEASURE, "megawatt-hour", "megawatt-hours", "兆瓦时", "MWh", "megawatt hours", symbols="MWh",
         base="kWh", factor=Decimal(1000)),
    Unit("GWh", _MEASURE, "GWh", "GWh", "吉瓦时", also="gigawatt-hour, gigawatt-hours, gigawatt hours", base="kWh",
         factor=Decimal(10**6), name=Bilingual("gigawatt-hours", "吉瓦时")),
    Unit("TWh", _MEASURE, "TWh", "TWh", "太瓦时", also="terawatt-hour, terawatt-hours, terawatt hours", base="kWh",
         factor=Decimal(10**9), name=Bilingual("terawatt-hours", "太瓦时")),
    Unit("V", _MEASURE, "volt", "volts", "伏", "V", symbols="V"),
    Unit("°C", _MEASURE, "°C", "°C", "摄氏度", also="degree celsius, degrees celsius, ℃",
         name=Bilingual("degrees Celsius", "摄氏度")),
    Unit("°F", _MEASURE, "°F", "°F", "华氏度", also="degree fahrenheit, degrees fahrenheit, ℉",
         name=Bilingual("degrees Fahrenheit", "华氏度")),
    Unit("L", _MEASURE, "liter", "liters", "升", "L", "litre, litres", symbols="L"),
    Unit("mL", _MEASURE, "milliliter", "milliliters", "毫升", "mL", "millilitre, millilitres", base="L",
         factor=Decimal("0.001")),
    Unit("m3", _MEASURE, "cubic meter", "cubic meters", "立方米", "m3", "cubic metre, cubic metres, ㎥, m³",
         base="L", factor=Decimal(1000)),
    Unit("Hz", _MEASURE, "hertz", "hertz", "赫兹", "Hz"),
    Unit("MHz", _MEASURE, "MHz", "MHz", "兆赫", base="Hz", factor=Decimal(10**6)),
    Unit("GHz", _MEASURE, "GHz", "GHz", "吉赫", base="Hz", factor=Decimal(10**9)),
    Unit("MB", _MEASURE, "megabyte", "megabytes", "MB", "MB", symbols="MB"),
    Unit("GB", _MEASURE, "gigabyte", "gigabytes", "GB", "GB", symbols="GB", base="MB", factor=Decimal(1000)),
    Unit("TB", _MEASURE, "terabyte", "terabytes", "TB", "TB", symbols="TB", base="MB", factor=Decimal(10**6)),
)  # fmt: skip
_SPANS = (
    Unit("year", _SPAN, "year", "years", "年", also="yr, yrs, 周年", base="month", factor=Decimal(12)),
    Unit("month", _SPAN, "month", "months", "个月"),
    Unit("week", _SPAN, "week", "weeks", "周", also="个星期", base="second", factor=Decimal(604_800)),
    Unit("day", _SPAN, "day", "days", "天", base="second", factor=Decimal(86_400)),
    Unit("hour", _SPAN, "hour", "hours", "小时", also="hr, hrs, 个小时", base="second", factor=Decimal(3600)),
    Unit("minute", _SPAN, "minute", "minutes", "分钟", also="min, mins", base="second", factor=Decimal(60)),
    Unit("second", _SPAN, "second", "seconds", "秒", also="sec, secs, 秒钟", symbols="s"),
)  # fmt: skip
_CURRENCIES = (
    Unit("CNY", _MONEY, "yuan", "yuan", "元",
         also="rmb, yuans, renminbi, kuai, chinese yuan, 人民币, 块钱, 块, 圆",
         before="¥, rmb¥, cn¥, rmb, cnh, 人民币", name=Bilingual("yuan", "人民币"), filters="¥, 亿元, 万元"),
    Unit("USD", _MONEY, "US dollar", "US dollars", "美元",
         also="u.s. dollar, u.s. dollars, american dollars, dollar, dollars, $, us$, bucks, 美金, 美刀",
         before="$, us$, u$, usd$"),
    Unit("EUR", _MONEY, "euro", "euros", "欧元", also="€", before="€"),
    Unit("GBP", _MONEY, "British pound", "British pounds", "英镑", also="pounds sterling, pound sterling, £",
         before="£"),
    Unit("JPY", _MONEY, "yen", "yen", "日元", also="japanese yen, 日圆"),
    Unit("HKD", _MONEY, "Hong Kong dollar", "Hong Kong dollars", "港元", also="hk$, hk dollars, 港币",
         before="hk$, hkd$, 港币"),
    Unit("TWD", _MONEY, "New Taiwan dollar", "New Taiwan dollars", "新台币",
         also="taiwan dollars, nt$, 台币, 新台币元", before="nt$, ntd$, 新台币, 台币"),
    Unit("AUD", _MONEY, "Australian dollar", "Australian dollars", "澳元", also="澳币, 澳大利亚元",
         before="a$, au$, aud$, 澳币"),
    Unit("CAD", _MONEY, "Canadian dollar", "Canadian dollars", "加元", also="加币, 加拿大元", before="c$, ca$, cad$"),
    Unit("SGD", _MONEY, "Singapore dollar", "Singapore dollars", "新加坡元", also="新元, 新加坡币", before="s$, sg$, sgd$"),
    Unit("NZD", _MONEY, "New Zealand dollar", "New Zealand dollars", "新西兰元", also="纽元", before="nz$, nzd$"),
    Unit("CHF", _MONEY, "Swiss franc", "Swiss francs", "瑞士法郎"),
    Unit("KRW", _MONEY, "won", "won", "韩元", also="korean won, south korean won, 韩圆, 韩币", before="₩"),
    Unit("INR", _MONEY, "Indian rupee", "Indian rupees", "印度卢比", also="rupee, rupees, 卢比", before="₹"),
    Unit("RUB", _MONEY, "ruble", "rubles", "卢布", also="rouble, roubles", before="₽"),
    Unit("THB", _MONEY, "baht", "baht", "泰铢", also="泰国铢", before="฿"),
    Unit("BRL", _MONEY, "Brazilian real", "Brazilian reais", "雷亚尔", before="r$"),
    Unit("MYR", _MONEY, "ringgit", "ringgit", "林吉特"),
    Unit("VND", _MONEY, "dong", "dong", "越南盾"),
    Unit("ZAR", _MONEY, "South African rand", "South African rand", "兰特"),
    Unit("SEK", _MONEY, "Swedish krona", "Swedish kronor", "瑞典克朗"),
    Unit("MOP", _MONEY, "pataca", "patacas", "澳门元", also="澳门币", before="澳门币"),
    Unit("MXN", _MONEY, also="mexican peso, mexican pesos", before="mx$"),
    Unit("PHP", _MONEY, also="philippine peso, philippine pesos, 比索"),
    Unit("DKK", _MONEY, also="danish krone, danish kroner, 丹麦克朗"),
    Unit("NOK", _MONEY, also="norwegian krone, norwegian kroner, 挪威克朗"),
    Unit("TRY", _MONEY, also="turkish lira, turkish liras, lira, 里拉"),
    Unit("SAR", _MONEY, also="saudi riyal, saudi riyals, riyals"),
    Unit("AED", _MONEY, also="dirham, dirhams, 迪拉姆"),
    Unit("ILS", _MONEY, also="shekel, shekels"),
    Unit("PLN", _MONEY, also="zloty, zlotys"),
    Unit("HUF", _MONEY, also="forint, forints"),
    Unit("IDR", _MONEY, also="rupiah, 印尼盾"),
    Unit("CZK", _MONEY, also="czech koruna, czech crowns"),
    Unit("ARS", _MONEY, also="argentine peso, argentine pesos"),
)  # fmt: skip
# All other codes in use, but for the two that are English words in capitals (ALL, TOP).
_WRITTEN_AS_CODES = (
    "AFN AMD ANG AOA AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP COP CRC CUP CVE DJF DOP DZD "
    "EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR ISK JMD JOD KES KGS KHR KMF KPW KWD KYD KZT LAK LBP "
    "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PEN PGK PKR PYG QAR RON RSD RWF "
    "SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TTD TZS UAH UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER "
    "ZMW"
)
CURRENCIES = {unit.id: unit for unit in (*_CURRENCIES, *(Unit(code, _MONEY) for code in _WRITTEN_AS_CODES.split()))}
"""By ISO 4217 code, those with names first."""
LOWER_CASE_CODES = frozenset("usd cny eur gbp jpy hkd aud cad".split())
"""Codes that people also write in lower case; others are words of some language so."""
UNITS = {unit.id: unit for unit in (*_COUNTED, *CURRENCIES.values(), *_MEASURES, *_SPANS, *_WORDED)}
"""All units by id, in the order in which filters list them."""
WORDED_UNITS = frozenset(unit.id for unit in _WORDED)
"""Ids of the units of facts that hold a text instead of a value."""

COMMON_CLASSIFIERS = "个家项名人位场件次"
"""What counts most things in Chinese."""
CLASSIFIERS = frozenset(COMMON_CLASSIFIERS) | frozenset(
    "户 国 省 市 县 区 条 篇 部 届 种 类 款 台 辆 架 艘 座 所 间 套 组 支 队 只 头 匹 张 本 "
    "册 份 幅 首 把 双 对 块 片 颗 粒 根 株 棵 瓶 箱 袋 包 盒 期 集 章 节 层 岁 门 员 口 桌 "
    "餐 票 席 字 词 句 页 例 宗 笔 站 处 栋 幢 企 校 院 馆 店 厂 镇 乡 村 城 州 港 倍 轮 批 "
    "人次 场次 人份 班次 架次 辆次 台套 台次 户次 件次 大 团 城市 县区 县市".split()
)
"""Everything that counts things in Chinese, behind a number and before the noun or instead of it."""


def same_dimension(first: str, second: str) -> bool:
    """Whether amounts of two units are of one sort: sums of money, areas, shares; an unknown unit may be of any."""
    return first not in UNITS or second not in UNITS or UNITS[first].dimension == UNITS[second].dimension


def convert(value: Decimal, unit: str) -> dict[str, Decimal]:
    """An amount in every other unit that has the same base, by unit; empty for money, counts and shares."""
    row = UNITS.get(unit)
    if row is None or row.kind not in (UnitKind.MEASURE, UnitKind.DURATION):
        return {}
    others = [
        other for other in UNITS.values() if other.id != unit and (other.base or other.id) == (row.base or row.id)
    ]
    return {other.id: value * row.factor / other.factor for other in others}
