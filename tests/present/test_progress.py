"""One line says how far work is, within the width, whatever a file is called."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from wmc_tui.present.charts import FULL
from wmc_tui.present.progress import WorkProgress, compile_progress, index_progress, progress_line
from wmc_tui.text.safe import visible

COUNTS = st.integers(-5, 10**12)


def test_it_says_what_is_done_and_how_much_is_left() -> None:
    line = progress_line(compile_progress(7_000_000, 28_000_000, "/stores/big.toml"), 100, cell_len)
    assert line == f"Reading the stores [{FULL * 5}{' ' * 15}]  25 %  21.0 of 28.0 MB left  big.toml"
    line = progress_line(index_progress(60_000, 61_000), 100, cell_len)
    assert line == f"Building the search index [{FULL * 19} ]  98 %  1,000 of 61,000 records left"


def test_the_bar_is_full_at_the_end_only() -> None:
    def bar(done: int) -> int:
        return progress_line(WorkProgress("", done, 1000), 120, cell_len).count(FULL)

    assert [bar(done) for done in (0, 999, 1000, 2000)] == [0, 23, 24, 24]
    assert progress_line(WorkProgress("", 0, 0), 120, cell_len).endswith("0 %")


def test_less_room_costs_the_name_of_the_file_first() -> None:
    progress = compile_progress(1_000_000, 2_000_000, "large.toml")
    assert progress_line(progress, 70, cell_len).endswith("2.0 MB left  large..")
    assert progress_line(progress, 62, cell_len).endswith("2.0 MB left")
    assert "1.0 of" in progress_line(progress, 48, cell_len)
    assert "50 %" in progress_line(progress, 36, cell_len)


@given(done=COUNTS, total=COUNTS, name=st.text(max_size=300), width=st.integers(0, 200))
@example(done=1, total=3, name="\x1b]0;owned\x07\x1b[2J\n\udcff\u202e世界.toml", width=78)
def test_it_is_never_wider_than_asked_and_safe_to_show(done: int, total: int, name: str, width: int) -> None:
    line = progress_line(compile_progress(done, total, name), width, cell_len)
    assert cell_len(line) <= width
    assert visible(line) == line
    assert "\n" not in line
    ours = progress_line(compile_progress(done, total, ""), width, cell_len)
    assert not {unicodedata.east_asian_width(character) for character in ours} & {"A", "W", "F"}
