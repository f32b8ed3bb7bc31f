"""What a query is taken to mean, whichever way it is read."""

from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.search.query import parse


@given(
    st.one_of(
        st.integers(1, 10**11).map(str),
        st.integers(1000, 10**11).map("{:,}".format),
        st.decimals("1", "99999999", places=3).map(str),
    ),
    st.sampled_from(["万", "亿", "万亿"]),
    st.sampled_from(["", "元"]),
)
def test_a_plain_figure_is_read_as_the_recogniser_reads_it(digits: str, scale: str, yuan: str) -> None:
    text = digits + scale + yuan
    (quick,) = parse(text, ()).numbers
    (slow,) = parse(f"{text} 。", ()).numbers
    for name in ("value", "unit", "digits", "bare", "qualifier", "text"):
        assert getattr(quick, name) == getattr(slow, name), name
