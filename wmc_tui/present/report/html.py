"""A report as one HTML page that needs nothing else, made to be printed."""

from collections.abc import Iterator, Sequence
from html import escape

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
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    for block in document.blocks:
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


STYLE = """
@page { size: A4; margin: 16mm 15mm 18mm; }
:root { --ink: #1d2430; --soft: #5b6675; --line: #d8dde5; --tint: #f4f6f9; --brand: #0b4a8f; --good: #1d6b3a;
  --warn: #9a5b00; --bad: #a3241c; }
* { box-sizing: border-box; }
html { font-size: 10pt; }
body { max-width: 190mm; margin: 0 auto; padding: 8mm 6mm; color: var(--ink); line-height: 1.5;
  font-family: "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
    "Microsoft YaHei", sans-serif; }
html:lang(zh) body, :lang(zh) { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
  "Helvetica Neue", Arial, sans-serif; }
a { color: inherit; text-decoration: none; }
h1 { margin: 0; font-size: 22pt; line-height: 1.2; letter-spacing: -.01em; color: var(--brand); }
h2 { margin: 9mm 0 3mm; padding-bottom: 1mm; border-bottom: .5mm solid var(--brand); font-size: 14pt;
  color: var(--brand); break-after: avoid; }
h3 { margin: 5mm 0 2mm; font-size: 11.5pt; break-after: avoid; }
h4 { margin: 0 0 1.5mm; font-size: 10.5pt; break-after: avoid; }
p { margin: 0 0 1.5mm; }
p.lead { margin-bottom: 4mm; color: var(--soft); font-size: 12pt; }
p.note, small { color: var(--soft); font-size: 8.5pt; }
small { display: block; line-height: 1.35; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm; margin-bottom: 3mm; }
.tile { display: flex; flex-direction: column; padding: 3mm; border: .25mm solid var(--line);
  border-top: 1mm solid var(--brand); border-radius: 1mm; background: var(--tint); break-inside: avoid; }
.tile p { margin: 0; }
.tile .label { font-size: 8.5pt; color: var(--soft); }
.tile .figure { margin: 1mm 0 .5mm; font-size: 14pt; font-weight: 700; line-height: 1.2; }
.tile .other { font-size: 9.5pt; }
.tile .change { margin-top: 1.5mm; font-size: 8.5pt; }
.tile .status { margin-top: auto; padding-top: 2mm; font-size: 8.5pt; }
table { width: 100%; margin: 0 0 3mm; border-collapse: collapse; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.2mm 2mm 1.2mm 0; text-align: left; vertical-align: top; border-bottom: .2mm solid var(--line); }
th { font-size: 8pt; font-weight: 600; color: var(--soft); white-space: nowrap; }
td:nth-child(1) { width: 34%; }
td:nth-child(2), td:nth-child(3) { width: 17%; }
td:nth-child(6) { width: 11%; padding-right: 0; }
.standing { display: inline-block; padding: 0 1.2mm; border: .25mm solid; border-radius: 1mm; font-size: 8pt;
  white-space: nowrap; }
.confirmed { color: var(--good); }
.single { color: var(--soft); border-style: dashed; }
.disputed { color: var(--bad); border-width: .4mm; font-weight: 600; }
.cite { font-size: 8pt; color: var(--brand); }
.cite a { white-space: nowrap; }
.entry { margin: 0 0 4mm; break-inside: avoid; padding: 3mm 4mm 1mm; border-left: 1mm solid var(--line);
  background: var(--tint); }
.entry.fails { border-color: var(--bad); }
.entry.open { border-color: var(--warn); }
.entry.resolved { border-color: var(--good); }
.badge { font-size: 8.5pt; font-weight: 600; color: var(--soft); }
.fails .badge { color: var(--bad); }
.open .badge { color: var(--warn); }
dd a { color: var(--brand); }
.kind { font-size: 8.5pt; font-weight: 400; color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5mm 3mm; margin: 0 0 2mm; }
dt { font-size: 8.5pt; color: var(--soft); }
dd { margin: 0; }
ul, ol { margin: 0; padding-left: 6mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
.publications { padding-left: 8mm; font-size: 9pt; }
.publications a { color: var(--brand); overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; } .tile, .entry { print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
@media screen and (max-width: 700px) { .tiles { grid-template-columns: repeat(2, 1fr); } }
"""
"""The style sheet: A4, the fonts for Chinese that systems have, and no character that HTML would read as a sign."""
