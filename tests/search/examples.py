"""What the tests of the query language know."""

from hypothesis import strategies as st

from wmc_tui.model import Bilingual
from wmc_tui.search.query.filter_values import FilterValues, Value

METRICS = [
    ("total_investment", "Total investment", "投资总额", 9),
    ("projects_signed", "Projects signed", "签约项目数", 12),
    ("exhibition_area", "Exhibition area", "展览面积", 7),
    ("exhibition_area_indoor", "Exhibition area indoors", "室内展览面积", 2),
    ("guests", "Guests", "客商人数", 0),
]
PUBLISHERS = [("China Daily", 5), ("China Daily (Xinhua)", 1), ("安徽日报", 4), ("People's Daily", 3)]
KNOWN = FilterValues(
    range(2018, 2026),
    {
        "metric": [Value(name, Bilingual(en, zh), count) for name, en, zh, count in METRICS],
        "publisher": [Value(name.lower().replace(" ", ""), Bilingual(name, name), count) for name, count in PUBLISHERS],
        "is": [Value("disputed", records=3), Value("single", records=8)],
    },
)
EDITIONS = FilterValues(range(2018, 2026))
"""Of a library that knows nothing else."""
DIGITS = st.one_of(
    st.integers(1, 10**11).map(str),
    st.integers(1000, 10**11).map("{:,}".format),
    st.decimals("1", "99999999", places=3).map(str),
)
"""Numbers as they are typed."""
