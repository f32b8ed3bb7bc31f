"""A report as one HTML page that needs nothing else, made to be printed."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from wmc_tui.model import Lang
from wmc_tui.present.report.blocks import (
    Block,
    Bullets,
    Document,
    FindingBlock,
    Heading,
    Numbered,
    Paragraph,
    TableBlock,
    TextSpan,
    Tile,
    Tiles,
)
from wmc_tui.present.report.compose import compose
from wmc_tui.present.report.edition_report import EditionReport
from wmc_tui.text.safe import visible_line


def report_html(report: EditionReport, lang: Lang) -> str:
    """The report in a language."""
    return "\n".join(_page(compose(report, lang))) + "\n"


def _page(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_safe(document.lang)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_safe(document.title)}</title>"
    yield f"<style>\n{_style_sheet()}</style>"
    yield "</head>"
    yield "<body>"
    for block in document.blocks:
        yield from _lines(block)
    yield "</body>"
    yield "</html>"


def _style_sheet() -> str:
    """A4, and the fonts for Chinese that systems have. The file must hold no character that HTML reads as a sign."""
    return files(__package__).joinpath("report.css").read_text(encoding="utf-8")


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
        case TableBlock():
            yield from _table(block)
        case FindingBlock():
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
        f'<p class="status">{_span(tile.attestation)} {_span(tile.cited)}</p></div>'
    )


def _table(table: TableBlock) -> Iterator[str]:
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th>{_safe(head)}</th>' for head in table.heads)}</tr></thead>"
    yield "<tbody>"
    yield from (f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    yield "</tbody>"
    yield "</table>"


def _entry(entry: FindingBlock) -> Iterator[str]:
    yield f'<section class="entry {_safe(entry.status)}" id="{_safe(entry.id)}">'
    kind = f'<span class="kind">{_safe(entry.kind)}</span>'
    yield f'<h4><span class="badge">{_safe(entry.badge)}</span> {_safe(entry.title)} {kind}</h4>'
    if entry.lines:
        yield "<dl>"
        yield from (f"<dt>{_safe(name)}</dt><dd>{_span(text)}</dd>" for name, text in entry.lines)
        yield "</dl>"
    yield from _table(entry.table)
    yield "</section>"


def _text(spans: Sequence[TextSpan]) -> str:
    return "".join(map(_span, spans))


def _span(span: TextSpan) -> str:
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
