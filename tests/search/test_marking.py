"""Which characters of a shown text are marked as matched."""

import pytest

from wmc_tui.search import Index


def marked(index: Index, query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in index.search(query)[0].spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "parts"),
    [
        ("exhib", "Exhibition area", ["Exhib"]),
        ("area exhibition", "Exhibition area", ["Exhibition", "area"]),
        ("exibition", "Exhibition area", ["Exhibition"]),
        ("面积", "展览面积", ["面积"]),
        ("展览的面积", "展览总面积", ["展览", "面积"]),
        ("4471亿", "447.1 billion yuan", ["447.1 billion"]),
        ("447.1bn", "4471亿元", ["4471亿"]),
        ("447100000000", "447.1bn", ["447.1bn"]),
        ("44", "447.1 billion yuan", ["44"]),
        ("447.1", "447,100,000,000", ["447,100,000,000"]),
        ("总额 4471亿", "合肥共签约430多个项目，投资总额4471亿元", ["总额4471亿"]),
        ("91%", "Ｓｈａｒｅ ９１%", ["９１"]),
        ("share", "Ｓｈａｒｅ ９１%", ["Ｓｈａｒｅ"]),
        ("investment", "[b]Invéstment[/b]", ["Invéstment"]),
    ],
)
def test_the_matched_characters_are_marked(index: Index, query: str, text: str, parts: list[str]) -> None:
    assert marked(index, query, text) == parts


def test_what_did_not_match_is_not_marked(index: Index) -> None:
    assert marked(index, "area", "Projects signed") == []
    assert marked(index, "2023", "Total investment 2023") == []
