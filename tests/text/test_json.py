"""JSON that no terminal obeys."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.text.json import json_text


@given(st.lists(st.text(), max_size=5), st.sampled_from([None, 1]))
def test_any_text_comes_back_and_none_is_hidden(texts: list[str], indent: int | None) -> None:
    said = json_text({"texts": texts}, indent=indent)
    assert json.loads(said) == {"texts": texts}
    assert not [c for c in said.replace("\n", "") if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]


def test_control_and_direction_are_escaped_and_writing_is_not() -> None:
    assert json_text(["\x9b2J\u202e\u200b", "签约é"]) == '["\\u009b2J\\u202e\\u200b", "签约é"]'
    assert json_text([1], indent=1) == "[\n 1\n]"
