"""A report as one HTML page that needs nothing else, made to be printed."""

from collections.abc import Iterator, Sequence
from html import escape

from wmc_tui.model import Lang
from wmc_tui.present.report.blocks import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Numbered,
    Paragraph,
    Span,
    Table,
    Tile,
    Tiles,
)
from wmc_tui.present.report.compose import document
from wmc_tui.present.report.edition_report import Report
from wmc_tui.present.report.style import STYLE
from wmc_tui.text.safe import visible_line

_STANDINGS = ("confirmed", "single", "disputed")


def report_html(report: Report, lang: Lang) -> str:
    """The report in a language."""
    return "\n".join(_page(document(report, lang))) + "\n"


def _page(made: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_safe(made.lang)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_safe(made.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    for block in made.blocks:
        yield from _lines(block)
    yield "</body>"
    yield "</html>"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{_safe(text)}</h{level}>"
        case Paragraph(spans, look):
            yield f"<p{_class(look)}>{_text(spans)}</p>"
        case Tiles(_, tiles):
            yield '<div class="tiles">'
            yield from map(_tile, tiles)
            yield "</div>"
        case Table():
            yield from _table(block)
        case Entry():
            yield from _entry(block)
        case Bullets(items):
            yield "<ul>"
            yield from (f"<li>{_text(item)}</li>" for item in items)
            yield "</ul>"
        case Numbered(items):
            yield '<ol class="publications">'
            yield from (f'<li id="source-{number}">{_text(item)}</li>' for number, item in enumerate(items, 1))
            yield "</ol>"


def _tile(tile: Tile) -> str:
    change = f'<p class="change">{_safe(tile.change)}</p>' if tile.change else ""
    return (
        f'<div class="tile"><p class="label">{_safe(tile.label)}</p><p class="figure">{_safe(tile.figure)}</p>'
        f'<p class="other">{_span(tile.other)}</p>{change}'
        f'<p class="status">{_span(tile.standing)} {_span(tile.cited)}</p></div>'
    )


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th>{_safe(head)}</th>' for head in table.heads)}</tr></thead>"
    yield "<tbody>"
    yield from (f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    yield "</tbody>"
    yield "</table>"


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<section class="entry {_safe(entry.status)}" id="{_safe(entry.id)}">'
    kind = f'<span class="kind">{_safe(entry.kind)}</span>'
    yield f'<h4><span class="badge">{_safe(entry.badge)}</span> {_safe(entry.title)} {kind}</h4>'
    if entry.lines:
        yield "<dl>"
        yield from (f"<dt>{_safe(name)}</dt><dd>{_span(said)}</dd>" for name, said in entry.lines)
        yield "</dl>"
    yield from _table(entry.table)
    yield "</section>"


def _text(spans: Sequence[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.numbers:
        links = (f'<a href="#source-{number}">[{number}]</a>' for number in span.numbers)
        return f'<span class="cite">{" ".join(links)}</span>'
    text = _safe(span.text)
    if not text:
        return ""
    if span.look == "strong":
        text = f"<strong>{text}</strong>"
    elif span.look:
        text = f"<small>{text}</small>" if span.look == "small" else f'<span class="standing {span.look}">{text}</span>'
    if span.lang:
        text = f'<span lang="{_safe(span.lang)}">{text}</span>'
    linked = span.href.startswith(("#", "https://", "http://"))
    return f'<a href="{_safe(span.href)}">{text}</a>' if linked else text


def _class(look: str) -> str:
    return f' class="{_safe(look)}"' if look else ""


def _safe(text: str) -> str:
    """Text in which nothing is a sign of HTML, and nothing unseen."""
    return escape(visible_line(text), quote=True)
