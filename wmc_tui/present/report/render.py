"""A report as Markdown, and as one HTML page that needs nothing else, made to be printed."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from wmc_tui.model import Lang
from wmc_tui.present.report.blocks import (
    Block,
    Document,
    FindingBlock,
    Heading,
    Listing,
    Paragraph,
    Spans,
    TableBlock,
    TextSpan,
)
from wmc_tui.present.report.compose import compose
from wmc_tui.present.report.edition_report import EditionReport
from wmc_tui.present.tables import markdown_cell, markdown_table
from wmc_tui.text.safe import visible_line

_MARKS = {"strong": "**", "small": "*"}

# -- Markdown ------------------------------------------------------------------------------


def report_markdown(report: EditionReport, lang: Lang) -> str:
    """The report in a language, as Markdown."""
    document = compose(report, lang)
    return "\n\n".join("\n".join(_markdown_block(block, lang)) for block in document.blocks) + "\n"


def _markdown_block(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {markdown_cell(text)}"
        case Paragraph(spans, look):
            text = _markdown_text(spans)
            yield f"*{text}*" if look == "lead" else f"> {text}" if look == "note" else text
        case TableBlock(heads, rows):
            yield from markdown_table(heads, rows, cell=_markdown_text)
        case FindingBlock():
            yield from _markdown_finding(block, lang)
        case Listing(items, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(items) + 1))
            yield from (f"{mark} {_markdown_text(item)}" for mark, item in zip(marks, items, strict=True))


def _markdown_finding(finding: FindingBlock, lang: Lang) -> Iterator[str]:
    comma, colon = (", ", ": ") if lang is Lang.EN else ("，", "：")
    yield from (f"#### {markdown_cell(finding.title)}", "")
    yield from (f"**{markdown_cell(finding.badge)}**{comma}{markdown_cell(finding.kind)}", "")
    yield from (f"- {markdown_cell(name.capitalize())}{colon}{_markdown_span(text)}" for name, text in finding.lines)
    yield ""
    yield from _markdown_block(finding.table, lang)


def _markdown_text(spans: Sequence[TextSpan]) -> str:
    return "".join(map(_markdown_span, spans))


def _markdown_span(span: TextSpan) -> str:
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


# -- HTML ----------------------------------------------------------------------------------


def report_html(report: EditionReport, lang: Lang) -> str:
    """The report in a language, as an HTML page."""
    return "\n".join(_page(compose(report, lang))) + "\n"


def _page(document: Document) -> Iterator[str]:
    # A4, and the fonts for Chinese that systems have. The file must hold no character that HTML reads as a sign.
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_safe(document.lang)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_safe(document.title)}</title>"
    yield f"<style>\n{style}</style>"
    yield "</head>"
    yield "<body>"
    for block in document.blocks:
        yield from _html_block(block)
    yield "</body>"
    yield "</html>"


def _html_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{_safe(text)}</h{level}>"
        case Paragraph(spans, look):
            yield f'<p class="{look}">{_html_text(spans)}</p>' if look else f"<p>{_html_text(spans)}</p>"
        case TableBlock(_, rows, tiles=True):
            yield '<div class="tiles">'
            yield from map(_html_tile, rows)
            yield "</div>"
        case TableBlock(heads, rows):
            yield "<table>"
            yield f"<thead><tr>{''.join(f'<th>{_safe(head)}</th>' for head in heads)}</tr></thead>"
            yield "<tbody>"
            yield from (f"<tr>{''.join(f'<td>{_html_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
            yield "</tbody>"
            yield "</table>"
        case FindingBlock():
            yield from _html_finding(block)
        case Listing(items, numbered=True):
            yield '<ol class="publications">'
            yield from (f'<li id="source-{number}">{_html_text(item)}</li>' for number, item in enumerate(items, 1))
            yield "</ol>"
        case Listing(items):
            yield "<ul>"
            yield from (f"<li>{_html_text(item)}</li>" for item in items)
            yield "</ul>"


def _html_tile(row: Sequence[Spans]) -> str:
    label, figure, other, about, attestation, cited = (cell[0] for cell in row)
    change = f'<p class="change">{_safe(about.text)}</p>' if about.text else ""
    return (
        f'<div class="tile"><p class="label">{_safe(label.text)}</p><p class="figure">{_safe(figure.text)}</p>'
        f'<p class="other">{_html_span(other)}</p>{change}'
        f'<p class="status">{_html_span(attestation)} {_html_span(cited)}</p></div>'
    )


def _html_finding(finding: FindingBlock) -> Iterator[str]:
    yield f'<section class="entry {finding.status}" id="{finding.id}">'
    kind = f'<span class="kind">{_safe(finding.kind)}</span>'
    yield f'<h4><span class="badge">{_safe(finding.badge)}</span> {_safe(finding.title)} {kind}</h4>'
    if finding.lines:
        yield "<dl>"
        yield from (f"<dt>{_safe(name)}</dt><dd>{_html_span(text)}</dd>" for name, text in finding.lines)
        yield "</dl>"
    yield from _html_block(finding.table)
    yield "</section>"


def _html_text(spans: Sequence[TextSpan]) -> str:
    return "".join(map(_html_span, spans))


def _html_span(span: TextSpan) -> str:
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


def _safe(text: str) -> str:
    """Text in which nothing is a sign of HTML, and nothing unseen."""
    return escape(visible_line(text), quote=True)


REPORT_FORMATS = {"markdown": report_markdown, "html": report_html}
"""The forms of a printed report, by name; each takes the report and the language."""
