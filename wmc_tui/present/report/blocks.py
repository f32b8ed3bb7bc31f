"""The parts of a printed report in one language, before they become Markdown or HTML; nothing is escaped yet."""

from typing import NamedTuple


class TextSpan(NamedTuple):
    """A run of text, or citations."""

    text: str
    """What it says; empty for citations."""
    lang: str = ""
    """BCP 47 language where it is not the report's."""
    look: str = ""
    """`strong`, `small`, or `confirmed`, `single`, `disputed` for an attestation; empty for plain text."""
    href: str = ""
    """An address on the web, or the name of a place in the report with `#` before it."""
    numbers: tuple[int, ...] = ()
    """Citations: numbers in the list of publications."""


Spans = tuple[TextSpan, ...]


class Heading(NamedTuple):
    """A heading; level 1 is the report's title."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; `look` is `lead`, `note` or empty."""

    spans: Spans
    look: str = ""


class TableBlock(NamedTuple):
    """A table: a cell of its rows for each of its heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]
    tiles: bool = False
    """Whether a form that has tiles makes one of each row; every cell is one span then."""


class FindingBlock(NamedTuple):
    """A check or conflict: its status, its title, named lines, and its facts."""

    id: str
    """The name of its place in the report."""
    status: str
    """`fails`, `open`, `resolved`, `compatible` or `unknown`."""
    badge: str
    """The same in words."""
    title: str
    kind: str
    lines: tuple[tuple[str, TextSpan], ...]
    """Names and texts."""
    table: TableBlock


class Listing(NamedTuple):
    """A list; the numbered one is that of the publications, from 1."""

    items: tuple[Spans, ...]
    numbered: bool = False


Block = Heading | Paragraph | TableBlock | FindingBlock | Listing


class Document(NamedTuple):
    """A report in one language."""

    lang: str
    """BCP 47: `en` or `zh-Hans`."""
    title: str
    blocks: tuple[Block, ...]
