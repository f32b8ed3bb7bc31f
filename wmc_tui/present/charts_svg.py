"""Charts as SVG."""

from typing import TYPE_CHECKING

from wmc_tui.present.compared_export import Comparison

if TYPE_CHECKING:
    from wmc_tui.store import Library


def svg_charts(library: "Library", seen: Comparison) -> str:
    """The charts of a comparison."""
    return ""
