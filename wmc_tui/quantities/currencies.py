"""Currencies by ISO 4217 code, with the names that both languages give them. Plain data, cheap to import."""

_CODES = (
    "AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON "
    "RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH "
    "UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
CODES = frozenset(_CODES.split())
"""Codes in use, but for the two that are English words in capitals (ALL, TOP)."""

ENGLISH = {
    "CNY": ("yuan", "yuan"),
    "USD": ("US dollar", "US dollars"),
    "EUR": ("euro", "euros"),
    "GBP": ("British pound", "British pounds"),
    "JPY": ("yen", "yen"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "TWD": ("New Taiwan dollar", "New Taiwan dollars"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "CAD": ("Canadian dollar", "Canadian dollars"),
    "SGD": ("Singapore dollar", "Singapore dollars"),
    "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "CHF": ("Swiss franc", "Swiss francs"),
    "KRW": ("won", "won"),
    "INR": ("Indian rupee", "Indian rupees"),
    "RUB": ("ruble", "rubles"),
    "THB": ("baht", "baht"),
    "BRL": ("Brazilian real", "Brazilian reais"),
    "MYR": ("ringgit", "ringgit"),
    "VND": ("dong", "dong"),
    "ZAR": ("South African rand", "South African rand"),
    "SEK": ("Swedish krona", "Swedish kronor"),
    "MOP": ("pataca", "patacas"),
}
"""Code to the English name, singular and plural; a currency that is not here is written with its code."""

CHINESE = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "HKD": "港元",
    "TWD": "新台币",
    "AUD": "澳元",
    "CAD": "加元",
    "SGD": "新加坡元",
    "NZD": "新西兰元",
    "CHF": "瑞士法郎",
    "KRW": "韩元",
    "INR": "印度卢比",
    "RUB": "卢布",
    "THB": "泰铢",
    "BRL": "雷亚尔",
    "MYR": "林吉特",
    "VND": "越南盾",
    "ZAR": "兰特",
    "SEK": "瑞典克朗",
    "MOP": "澳门元",
}
"""Code to the Chinese name; a currency that is not here is written with its code."""
