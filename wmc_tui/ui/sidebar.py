"""The list on the left: editions with their headline figures, and the articles of the one being read."""

from wmc_tui.model import Edition, Fact, Qualifier
from wmc_tui.present import compact
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.history import Place
from wmc_tui.ui.pages import Page, overview_id
from wmc_tui.ui.widgets.painted import Line, Piece
from wmc_tui.ui.widgets.rows import RowItem

HEADLINE = ("projects_signed", "total_investment")
"""Metrics that an edition's row shows, where its headline facts have them."""
_SHORT = {"en": "EN", "zh": "中文"}


def sidebar_items(library: Library, page: Page) -> list[RowItem]:
    """All entries; the key of an edition is its year, that of an article the Place where it begins."""
    items = [_heading("Editions 届", "projects, yuan")]
    items.extend(_edition(library, edition, page) for edition in library.editions())
    items.append(_blank())
    items.append(_heading(f"{page.edition} articles 文章"))
    overview = Place(overview_id(page.edition))
    items.append(RowItem((((Piece("All facts 事实一览"),), ()),), overview, page.id == overview.page))
    for article in library.articles(edition=page.edition):
        source = library.source(article.source)
        lines: list[tuple[Line, Line]] = [((Piece(visible_line(article.title[article.first])),), ())]
        if source is not None:
            original = _SHORT.get(article.original, article.original.upper())
            lines.append(((Piece(f"  {visible_line(source.published)} {visible_line(source.publisher)}", "dim"),), ()))
            lines[0] = (lines[0][0], (Piece(original, "dim"),))
        items.append(RowItem(tuple(lines), Place(article.id), page.id == article.id))
    return items


def _edition(library: Library, edition: Edition, page: Page) -> RowItem:
    facts = [fact for fact in map(library.fact, edition.headline) if fact is not None]
    figures = [_short(fact) for metric in HEADLINE for fact in facts if fact.metric == metric and not fact.part]
    right = (Piece("  ".join(map(visible_line, figures)), "dim"),) if figures else ()
    return RowItem((((Piece(str(edition.year)),), right),), edition.year, edition.year == page.edition)


def _short(fact: Fact) -> str:
    """The figure as short as can be; an expected one stands in brackets, it is no result."""
    if fact.qualifier is Qualifier.EXPECTED:
        return f"({compact(fact._replace(qualifier=Qualifier.EXACT)).en})"
    return compact(fact).en


def _heading(text: str, right: str = "") -> RowItem:
    return RowItem((((Piece(text, "heading"),), (Piece(right, "dim"),) if right else ()),))


def _blank() -> RowItem:
    return RowItem((((), ()),))
