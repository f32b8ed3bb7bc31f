"""Bar charts as SVG, whole pixels throughout: one large chart, or several small ones side by side."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from wmc_tui.model import Bilingual
from wmc_tui.present.comparison import (
    NO_FIGURE,
    Comparison,
    EditionFigure,
    edition_figures,
    is_charted,
    narrow_figure,
    series_title,
    unit_label,
)
from wmc_tui.present.comparison_export import stating_sources
from wmc_tui.present.wording import PERCENT_UNITS, both_languages
from wmc_tui.quantities.formatter import format_en
from wmc_tui.series import Series
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines

if TYPE_CHECKING:
    from wmc_tui.store import Library

FONTS = (
    "'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', "
    "'Source Han Sans SC', 'WenQuanYi Zen Hei', sans-serif"
)
"""Latin fonts first, then the Chinese ones of each system."""
_STYLE = f"""\
text {{ font-family: {FONTS}; fill: #1d2430; }}
.title {{ font-weight: 600; }}
.dim {{ fill: #5b6675; }}
.value {{ font-weight: 600; }}
.value, .value2 {{ paint-order: stroke; stroke: #ffffff; stroke-width: 3px; }}
.value2 {{ fill: #5b6675; }}
.grid {{ stroke: #e4e8ec; stroke-width: 1; }}
.zero {{ stroke: #5b6675; stroke-width: 1; }}
.bar {{ fill: #2f6fb3; }}
.expected {{ fill: url(#hatch); stroke: #2f6fb3; stroke-width: 1; }}"""
_HATCH = (
    '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#eef4fa"/><line x1="0" y1="0" x2="0" y2="7" stroke="#2f6fb3" stroke-width="3"/>'
    "</pattern>"
)
_MARGIN = 28
_PITCH = 96
"""Pixels for each edition of the large chart, at least."""
_LARGE = 960
_SMALL = 400
_SMALL_HEIGHT = 300
_ACROSS = 3
_TICKS = 4
_NAMED = 24
"""Publications named below a picture."""
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


class _Panel(NamedTuple):
    """Where a chart stands, and how large its letters are, in pixels."""

    x: int
    y: int
    width: int
    height: int
    letter: int
    large: bool


class _Scale(NamedTuple):
    """Where values stand: the ticks from bottom to top, and how far down the last and the first one are, in pixels."""

    ticks: list[Decimal]
    top: int
    bottom: int

    def y(self, value: Decimal) -> int:
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - int((self.bottom - self.top) * (value - low) / (high - low))


def svg_charts(library: "Library", comparison: Comparison) -> str:
    """The charts of a comparison as one SVG document, on white; what has no amounts is left out.

    Every text is escaped; fonts are named with Chinese ones to fall back on, and no text is squeezed or stretched.
    """
    shown = [series for series in comparison.series if is_charted(series)]
    if len(shown) == 1:
        width = max(_LARGE, _PITCH * len(shown[0].points) + 150)
        body, bottom = _large(shown[0], width)
    else:
        width = _MARGIN * 2 + _SMALL * min(_ACROSS, max(1, len(shown)))
        body, bottom = _several(shown, comparison.title, width)
    foot, height = _foot(library, shown, width, bottom)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img"><title>{_safe(both_languages(comparison.title))}</title>\n<defs>{_HATCH}<style>\n{_STYLE}\n</style></defs>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
    )
    return head + "\n".join([*body, *foot]) + "\n</svg>\n"


def _large(series: Series, width: int) -> tuple[list[str], int]:
    title, unit = series_title(series), unit_label(series)
    lines = [_text(_MARGIN, y, line, 23, "title") for y, line in _lines(title.en, width - 2 * _MARGIN, 23, 44)]
    y = 44 + 28 * (len(lines) - 1)
    chinese = [_text(_MARGIN, at, line, 19, "title") for at, line in _lines(title.zh, width - 2 * _MARGIN, 19, y + 29)]
    y += 29 + 26 * (len(chinese) - 1)
    measured = f"in {both_languages(unit, ' ')}" if unit.en else ""
    panel = _Panel(_MARGIN, y + 44, width - 2 * _MARGIN, 380, 14, True)
    lines += [*chinese, _text(_MARGIN, y + 26, measured, 14, "dim")]
    return lines + _chart(series, panel), panel.y + panel.height


def _several(shown: Sequence[Series], title: Bilingual, width: int) -> tuple[list[str], int]:
    lines = [_text(_MARGIN, 44, both_languages(title), 23, "title")]
    for place, series in enumerate(shown):
        x = _MARGIN + place % _ACROSS * _SMALL
        y = 70 + place // _ACROSS * _SMALL_HEIGHT
        words, unit = series_title(series), unit_label(series)
        room = _SMALL - 24
        lines.append(_text(x, y + 18, _shortened(words.en, room, 15), 15, "title"))
        lines.append(_text(x, y + 37, _shortened(f"{words.zh}  ({both_languages(unit, ' ')})", room, 13), 13, "dim"))
        lines += _chart(series, _Panel(x, y + 52, room, _SMALL_HEIGHT - 76, 10, False))
    return lines, 70 + -(-len(shown) // _ACROSS) * _SMALL_HEIGHT


def _foot(library: "Library", shown: Sequence[Series], width: int, y: int) -> tuple[list[str], int]:
    """The legend where anything is expected, and the publications; and the height of the whole."""
    lines: list[str] = []
    if any(entry.expected for series in shown for entry in edition_figures(series)):
        y += 30
        lines.append(f'<rect class="expected" x="{_MARGIN}" y="{y - 12}" width="26" height="14"/>')
        lines.append(_text(_MARGIN + 34, y, "expected, or from before the event  预计或会前数", 13, "dim"))
    rows = _lines(visible_line(_source_line(library, shown)), width - 2 * _MARGIN, 12, y + 32)
    lines += [_text(_MARGIN, at, line, 12, "dim") for at, line in rows]
    return lines, rows[-1][0] + 22


def _source_line(library: "Library", shown: Sequence[Series]) -> str:
    """The publications of the figures shown; of very many the first ones and how many more."""
    names = list(dict.fromkeys(source.publisher for source in stating_sources(library, shown)))
    more = f" and {len(names) - _NAMED} more 等" if len(names) > _NAMED else ""
    return "Source 来源: " + ", ".join([*(["; ".join(names[:_NAMED]) + more] if names else []), "wmc-tui fact store"])


def _chart(series: Series, panel: _Panel) -> list[str]:
    entries = edition_figures(series)
    values = [entry.fact.value for entry in entries if entry.fact and entry.fact.value is not None]
    ticks = _ticks(min(values), max(values))
    scale = _Scale(ticks, panel.y + panel.letter * 3, panel.y + panel.height - panel.letter * 2)
    widest = max(_cells(_tick_text(value, series)) * panel.letter * 58 // 100 for value in ticks)
    left, right = panel.x + panel.letter + widest, panel.x + panel.width
    lines: list[str] = []
    for value in ticks:
        y = scale.y(value)
        kind = "zero" if not value else "grid"
        lines.append(f'<line class="{kind}" x1="{left}" y1="{y}" x2="{right}" y2="{y}"/>')
        lines.append(_text(left - 6, y + panel.letter // 3, _tick_text(value, series), panel.letter, "dim", "end"))
    pitch = (right - left) // max(1, len(entries))
    letter = _label_size(entries, pitch, panel)
    for place, entry in enumerate(entries):
        lines += _column(entry, left + pitch * place + pitch // 2, pitch, scale, letter, panel)
    return lines


def _column(entry: EditionFigure, middle: int, pitch: int, scale: _Scale, letter: int, panel: _Panel) -> list[str]:
    """A bar with its year and its value in both languages; a gap says that it is one."""
    year = str(entry.edition) if panel.large else f"{entry.edition % 100:02}"
    lines = [_text(middle, scale.bottom + panel.letter + 8, year, panel.letter, "", "middle")]
    value = entry.fact.value if entry.fact else None
    zero = scale.y(Decimal(0))
    if value is None:
        words = NO_FIGURE if panel.large else Bilingual("-", "")
        lines.append(_text(middle, zero - letter - 8, words.en, letter, "dim", "middle"))
        return [*lines, _text(middle, zero - 6, words.zh, letter, "dim", "middle")] if words.zh else lines
    y, half = scale.y(value), max(2, pitch * 3 // 10)
    kind = "expected" if entry.expected else "bar"
    upper, height = min(y, zero), max(1, abs(y - zero))
    lines.append(f'<rect class="{kind}" x="{middle - half}" y="{upper}" width="{2 * half}" height="{height}"/>')
    texts = _texts(entry, panel)
    first = y + letter + 3 if value < 0 else y - 6 - (letter + 3) * (len(texts) - 1)
    for place, text in enumerate(texts):
        kind = "value2" if place else "value"
        lines.append(_text(middle, first + place * (letter + 3), text, letter, kind, "middle"))
    return lines


def _ticks(least: Decimal, most: Decimal) -> list[Decimal]:
    """Zero and round steps around all values."""
    low, high = min(least, Decimal(0)), max(most, Decimal(0))
    if low == high:
        high = Decimal(1)
    rough = (high - low) / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in _STEPS if power * factor >= rough)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return [step * place for place in range(int(first), int(last) + 1)]


def _tick_text(value: Decimal, series: Series) -> str:
    unit = series.key.unit if series.key.unit in PERCENT_UNITS else "count"
    return format_en(value.normalize() if value else Decimal(0), unit, style="compact")


def _texts(entry: EditionFigure, panel: _Panel) -> list[str]:
    """The value: in both languages in a large chart, as a bare number in a small one, which names the unit above."""
    if entry.fact is None:
        return []
    if not panel.large:
        return [narrow_figure(entry.fact, entry.expected, unit=False)]
    return list(dict.fromkeys(entry.short))


def _label_size(entries: Sequence[EditionFigure], pitch: int, panel: _Panel) -> int:
    """Letters small enough for every value to stay over its bar."""
    widest = max((_cells(text) for entry in entries for text in _texts(entry, panel)), default=1)
    return max(6, min(panel.letter, pitch * 100 // (58 * max(1, widest))))


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _lines(text: str, width: int, letter: int, y: int) -> list[tuple[int, str]]:
    """The text broken to a width in pixels, each line with its place from the top."""
    cells = max(10, width * 100 // (letter * 54))
    spans = break_lines(text, cells, _cells) or [(0, 0)]
    return [(y + place * (letter + 6), text[start:end]) for place, (start, end) in enumerate(spans)]


def _shortened(text: str, width: int, letter: int) -> str:
    lines = _lines(text, width, letter, 0)
    return lines[0][1] + ("..." if len(lines) > 1 else "")


def _text(x: int, y: int, text: str, letter: int, kind: str = "", anchor: str = "start") -> str:
    css_class = f' class="{kind}"' if kind else ""
    return f'<text{css_class} x="{x}" y="{y}" font-size="{letter}" text-anchor="{anchor}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    return escape(visible_line(text))
