"""The list on the left: editions with their headline figures, and the articles of the one being read."""

from decimal import ROUND_HALF_UP, Context
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Attestation, Edition, Fact, Qualifier
from wmc_tui.model.units import CURRENCIES
from wmc_tui.present.wording import ATTESTATION_SIGNS, compact
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import text_row
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import Page, overview_id
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import RowItem, RowLines

if TYPE_CHECKING:
    from wmc_tui.ui.state.reading import AttestationCache

HEADLINE = ("projects_signed", "total_investment")
"""Metrics that an edition's row shows, where its headline facts have them."""
WIDEST = 12
"""Cells that a figure may take."""
_FOUR = Context(prec=4, rounding=ROUND_HALF_UP)
UNCONFIRMED = (Attestation.DISPUTED, Attestation.SINGLE)
_LANGUAGES = {"en": "EN", "zh": "中文"}


def sidebar_items(library: Library, page: Page, attestation: "AttestationCache | None" = None) -> list[RowItem]:
    """All entries; the key of an edition is its year, that of an article the Place where it begins.

    With `attestation` the headline figures have a sign where they are disputed or known from one publication.
    """
    items = [text_row((Piece("Editions 届", "heading"),), (Piece("projects, yuan", "dim"),))]
    items.extend(_editions(library, page, attestation))
    items += [text_row(), text_row((Piece(f"{page.edition} articles 文章", "heading"),))]
    overview = Place(overview_id(page.edition))
    lines: RowLines = (((Piece("All facts 事实一览"),), ()), (_attestation_counts(page, attestation), ()))
    items.append(RowItem(lines, overview, page.id == overview.page))
    for article in library.articles(edition=page.edition):
        source = library.source(article.source)
        title = (Piece(visible_line(article.title[article.first])),)
        lines = ((title, ()),)
        if source is not None:
            original = (Piece(_LANGUAGES.get(article.original, article.original.upper()), "dim"),)
            below = (Piece(visible_line(f"  {source.published} {source.publisher}"), "dim"),)
            lines = (title, original), (below, ())
        items.append(RowItem(lines, Place(article.id), page.id == article.id))
    return items


def _editions(library: Library, page: Page, attestation: "AttestationCache | None") -> list[RowItem]:
    """The editions with their headline figures, those of each metric below one another."""
    editions = library.editions()
    figures = [_figures(library, edition, attestation) for edition in editions]
    widths = [max(map(cell_len, column)) for column in zip(*figures, strict=True)]
    items = []
    for edition, row in zip(editions, figures, strict=True):
        padded = (" " * (width - cell_len(text)) + text for text, width in zip(row, widths, strict=True))
        text = " ".join(padded).lstrip() if any(row) else ""
        right = (Piece(text, "dim"),) if text else ()
        items.append(RowItem((((Piece(str(edition.year)),), right),), edition.year, edition.year == page.edition))
    return items


def _figures(library: Library, edition: Edition, attestation: "AttestationCache | None") -> list[str]:
    """A figure for each headline metric, and how well it is attested; nothing where the edition has none."""
    facts = [fact for fact in map(library.fact, edition.headline) if fact is not None and not fact.part]
    shown = (next((fact for fact in facts if fact.metric == metric), None) for metric in HEADLINE)
    texts = []
    for fact in shown:
        # A sign is one cell in any case, so that figures stay below one another.
        sign = f"{attestation.sign(fact.id):1}" if fact and attestation else " "
        texts.append(cut(visible_line(_short(fact)), WIDEST) + sign if fact else "")
    return texts


def _attestation_counts(page: Page, attestation: "AttestationCache | None") -> Line:
    """How many facts of the edition are disputed or known from one publication, with the signs that say so.

    A piece for each, so that the second one gives way whole where both do not fit.
    """
    counts = attestation.counts(page.edition) if attestation else {}
    return [
        Piece(f"  {ATTESTATION_SIGNS[kind]} {counts[kind]} {kind}", "dim") for kind in UNCONFIRMED if counts.get(kind)
    ]


def _short(fact: Fact) -> str:
    """The figure as short as can be, money to four digits; an expected one stands in brackets, it is no result."""
    if fact.value is not None and fact.unit in CURRENCIES:
        fact = fact._replace(value=_FOUR.plus(fact.value))
    if fact.qualifier is Qualifier.EXPECTED:
        return f"({compact(fact._replace(qualifier=Qualifier.EXACT)).en})"
    return compact(fact).en
