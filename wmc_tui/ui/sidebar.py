"""The list on the left: editions with their headline figures, and the articles of the one being read."""

from typing import TYPE_CHECKING

from wmc_tui.model import Edition, Fact, Qualifier
from wmc_tui.present import compact
from wmc_tui.present.standings import SIGNS
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.history import Place
from wmc_tui.ui.pages import Page, overview_id
from wmc_tui.ui.widgets.painted import Line, Piece
from wmc_tui.ui.widgets.rows import RowItem

if TYPE_CHECKING:
    from wmc_tui.ui.attested import Attested

HEADLINE = ("projects_signed", "total_investment")
"""Metrics that an edition's row shows, where its headline facts have them."""
_KINDS = (("disputed", "disputed"), ("single", "single"))
_SHORT = {"en": "EN", "zh": "中文"}


def sidebar_items(library: Library, page: Page, attested: "Attested | None" = None) -> list[RowItem]:
    """All entries; the key of an edition is its year, that of an article the Place where it begins.

    With `attested` the headline figures have a sign where they are disputed or known from one publication.
    """
    items = [_heading("Editions 届", "projects, yuan")]
    items.extend(_edition(library, edition, page, attested) for edition in library.editions())
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


def _edition(library: Library, edition: Edition, page: Page, attested: "Attested | None") -> RowItem:
    facts = [fact for fact in map(library.fact, edition.headline) if fact is not None]
    shown = [fact for metric in HEADLINE for fact in facts if fact.metric == metric and not fact.part]
    figures = [visible_line(_short(fact)) + _sign(fact, attested) for fact in shown]
    right = (Piece("  ".join(figures), "dim"),) if figures else ()
    return RowItem((((Piece(str(edition.year)),), right),), edition.year, edition.year == page.edition)


def _attested(page: Page, attested: "Attested | None") -> Line:
    """How many facts of the edition are disputed or known from one publication, with the signs that say so."""
    counts = attested.counts(page.edition) if attested else {}
    said = [f"{SIGNS[kind]} {counts[kind]} {word}" for kind, word in _KINDS if counts.get(kind)]
    return (Piece("  " + "  ".join(said), "dim"),)


def _sign(fact: Fact, attested: "Attested | None") -> str:
    """One cell, so that figures stay below one another."""
    return f"{attested.sign(fact.id):1}" if attested else " "


def _short(fact: Fact) -> str:
    """The figure as short as can be; an expected one stands in brackets, it is no result."""
    if fact.qualifier is Qualifier.EXPECTED:
        return f"({compact(fact._replace(qualifier=Qualifier.EXACT)).en})"
    return compact(fact).en


def _heading(text: str, right: str = "") -> RowItem:
    return RowItem((((Piece(text, "heading"),), (Piece(right, "dim"),) if right else ()),))


def _blank() -> RowItem:
    return RowItem((((), ()),))
