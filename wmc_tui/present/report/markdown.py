"""A report as Markdown."""

from collections.abc import Iterator, Sequence

from wmc_tui.model import Lang
from wmc_tui.present.report.blocks import (
    Block,
    Bullets,
    Entry,
    Heading,
    Numbered,
    Paragraph,
    Span,
    Table,
    Tiles,
)
from wmc_tui.present.report.compose import document
from wmc_tui.present.report.edition_report import Report
from wmc_tui.present.tables import markdown_cell

_MARKS = {"strong": "**", "small": "*"}


def report_markdown(report: Report, lang: Lang) -> str:
    """The report in a language."""
    made = document(report, lang)
    return "\n\n".join("\n".join(_lines(block, lang)) for block in made.blocks) + "\n"


def _lines(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {markdown_cell(text)}"
        case Paragraph(spans, look):
            text = _text(spans)
            yield f"*{text}*" if look == "lead" else f"> {text}" if look == "note" else text
        case Tiles(heads, tiles):
            rows = [
                (
                    (Span(t.label),),
                    (Span(t.figure, look="strong"),),
                    (t.other,),
                    (Span(t.change),),
                    (t.standing,),
                    (t.cited,),
                )
                for t in tiles
            ]
            yield from _lines(Table(heads, tuple(rows)), lang)
        case Table(heads, rows):
            yield f"| {' | '.join(map(markdown_cell, heads))} |"
            yield "|---" * len(heads) + "|"
            yield from (f"| {' | '.join(map(_text, row))} |" for row in rows)
        case Entry():
            yield from _entry(block, lang)
        case Bullets(items):
            yield from (f"- {_text(item)}" for item in items)
        case Numbered(items):
            yield from (f"{number}. {_text(item)}" for number, item in enumerate(items, 1))


def _entry(entry: Entry, lang: Lang) -> Iterator[str]:
    yield f"#### {markdown_cell(entry.title)}"
    yield ""
    yield (
        f"**{markdown_cell(entry.badge)}**, {markdown_cell(entry.kind)}"
        if lang is Lang.EN
        else (f"**{markdown_cell(entry.badge)}**，{markdown_cell(entry.kind)}")
    )
    yield ""
    colon = ": " if lang is Lang.EN else "："
    yield from (f"- {markdown_cell(name.capitalize())}{colon}{_text((said,))}" for name, said in entry.lines)
    yield ""
    yield from _lines(entry.table, lang)


def _text(spans: Sequence[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
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
