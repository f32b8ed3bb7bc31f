"""A report as Markdown."""

from collections.abc import Iterator, Sequence

from wmc_tui.model import Lang
from wmc_tui.present.report.blocks import (
    Block,
    Bullets,
    FindingBlock,
    Heading,
    Numbered,
    Paragraph,
    Spans,
    TableBlock,
    TextSpan,
    Tile,
    Tiles,
)
from wmc_tui.present.report.compose import compose
from wmc_tui.present.report.edition_report import EditionReport
from wmc_tui.present.tables import markdown_cell, markdown_table

_MARKS = {"strong": "**", "small": "*"}


def report_markdown(report: EditionReport, lang: Lang) -> str:
    """The report in a language."""
    document = compose(report, lang)
    return "\n\n".join("\n".join(_lines(block, lang)) for block in document.blocks) + "\n"


def _lines(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {markdown_cell(text)}"
        case Paragraph(spans, look):
            text = _text(spans)
            yield f"*{text}*" if look == "lead" else f"> {text}" if look == "note" else text
        case Tiles(heads, tiles):
            yield from markdown_table(heads, map(_tile_cells, tiles), cell=_text)
        case TableBlock(heads, rows):
            yield from markdown_table(heads, rows, cell=_text)
        case FindingBlock():
            yield from _finding(block, lang)
        case Bullets(items):
            yield from (f"- {_text(item)}" for item in items)
        case Numbered(items):
            yield from (f"{number}. {_text(item)}" for number, item in enumerate(items, 1))


def _tile_cells(tile: Tile) -> Sequence[Spans]:
    figure = TextSpan(tile.figure, look="strong")
    spans = (TextSpan(tile.label), figure, tile.other, TextSpan(tile.change), tile.attestation, tile.cited)
    return [(span,) for span in spans]


def _finding(finding: FindingBlock, lang: Lang) -> Iterator[str]:
    comma, colon = (", ", ": ") if lang is Lang.EN else ("，", "：")
    yield from (f"#### {markdown_cell(finding.title)}", "")
    yield from (f"**{markdown_cell(finding.badge)}**{comma}{markdown_cell(finding.kind)}", "")
    yield from (f"- {markdown_cell(name.capitalize())}{colon}{_span(text)}" for name, text in finding.lines)
    yield ""
    yield from _lines(finding.table, lang)


def _text(spans: Sequence[TextSpan]) -> str:
    return "".join(map(_span, spans))


def _span(span: TextSpan) -> str:
    if span.numbers:
        return rf"\[{', '.join(map(str, span.numbers))}\]"
    if span.href and not span.href.startswith("#"):
        return f"<{span.href}>" if _is_plain(span.href) else markdown_cell(span.text)
    text = markdown_cell(span.text)
    mark = _MARKS.get(span.look, "") if text.strip() == text else ""
    return f"{mark}{text}{mark}"


def _is_plain(address: str) -> bool:
    """Whether an address can stand between angle brackets."""
    return address.startswith(("https://", "http://")) and not any(c in "<>" or c.isspace() for c in address)
