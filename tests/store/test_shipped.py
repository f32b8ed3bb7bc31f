"""The store that comes with the program."""

from wmc_tui.store.compile import check_stores


def test_shipped_store_has_no_problem() -> None:
    assert [str(problem) for problem in check_stores().problems] == []
