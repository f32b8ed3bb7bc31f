"""The list on the left: editions with their headline figures, and the articles of the one being read."""

from decimal import ROUND_HALF_UP, Context
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Edition, Fact, Qualifier
from wmc_tui.model.units import CURRENCIES
from wmc_tui.present import compact
from wmc_tui.present.wording import ATTESTATION_SIGNS
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import Page, overview_id
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from wmc_tui.ui.state.attestation_cache import Attested

HEADLINE = ("projects_signed", "total_investment")
"""Metrics that an edition's row shows, where its headline facts have them."""
WIDEST = 12
"""Cells that a figure may take."""
_FOUR = Context(prec=4, rounding=ROUND_HALF_UP)
_KINDS = (("disputed", "disputed"), ("single", "single"))
_SHORT = {"en": "EN", "zh": "中文"}


def sidebar_items(library: Library, page: Page, attested: "Attested | None" = None) -> list[RowItem]:
    """All entries; the key of an edition is its year, that of an article the Place where it begins.

    With `attested` the headline figures have a sign where they are disputed or known from one publication.
    """
    items = [_heading("Editions 届", "projects, yuan")]
    items.extend(_editions(library, page, attested))
    items.append(_blank())
    items.append(_heading(f"{page.edition} articles 文章"))
    overview = Place(overview_id(page.edition))
    lines: list[tuple[Line, Line]] = [((Piece("All facts 事实一览"),), ()), (_attested(page, attested), ())]
    items.append(RowItem(tuple(lines), overview, page.id == overview.page))
    for article in library.articles(edition=page.edition):
        source = library.source(article.source)
        lines = [((Piece(visible_line(article.title[article.first])),), ())]
        if source is not None:
            original = _SHORT.get(article.original, article.original.upper())
            lines.append(((Piece(f"  {visible_line(source.published)} {visible_line(source.publisher)}", "dim"),), ()))
            lines[0] = (lines[0][0], (Piece(original, "dim"),))
        items.append(RowItem(tuple(lines), Place(article.id), page.id == article.id))
    return items


def _editions(library: Library, page: Page, attested: "Attested | None") -> list[RowItem]:
    """The editions with their headline figures, those of each metric below one another."""
    editions = library.editions()
    figures = [_figures(library, edition, attested) for edition in editions]
    widths = [max(map(cell_len, column)) for column in zip(*figures, strict=True)]
    items = []
    for edition, row in zip(editions, figures, strict=True):
        padded = (" " * (width - cell_len(text)) + text for text, width in zip(row, widths, strict=True))
        said = " ".join(padded).lstrip() if any(row) else ""
        right = (Piece(said, "dim"),) if said else ()
        items.append(RowItem((((Piece(str(edition.year)),), right),), edition.year, edition.year == page.edition))
    return items


def _figures(library: Library, edition: Edition, attested: "Attested | None") -> list[str]:
    """A figure for each headline metric, and how well it is attested; nothing where the edition has none."""
    facts = [fact for fact in map(library.fact, edition.headline) if fact is not None and not fact.part]
    found = (next((fact for fact in facts if fact.metric == metric), None) for metric in HEADLINE)
    return [cut(visible_line(_short(fact)), WIDEST) + _sign(fact, attested) if fact else "" for fact in found]


def _attested(page: Page, attested: "Attested | None") -> Line:
    """How many facts of the edition are disputed or known from one publication, with the signs that say so.

    A piece for each, so that the second one gives way whole where both do not fit.
    """
    counts = attested.counts(page.edition) if attested else {}
    return [
        Piece(f"  {ATTESTATION_SIGNS[kind]} {counts[kind]} {word}", "dim") for kind, word in _KINDS if counts.get(kind)
    ]


def _sign(fact: Fact, attested: "Attested | None") -> str:
    """One cell, so that figures stay below one another."""
    return f"{attested.sign(fact.id):1}" if attested else " "


def _short(fact: Fact) -> str:
    """The figure as short as can be, money to four digits; an expected one stands in brackets, it is no result."""
    if fact.value is not None and fact.unit in CURRENCIES:
        fact = fact._replace(value=_FOUR.plus(fact.value))
    if fact.qualifier is Qualifier.EXPECTED:
        return f"({compact(fact._replace(qualifier=Qualifier.EXACT)).en})"
    return compact(fact).en


def _heading(text: str, right: str = "") -> RowItem:
    return RowItem((((Piece(text, "heading"),), (Piece(right, "dim"),) if right else ()),))


def _blank() -> RowItem:
    return RowItem((((), ()),))
