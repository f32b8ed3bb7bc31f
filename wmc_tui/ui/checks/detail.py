"""A check or conflict in full: what is told of it, then its facts, each with the sentences that state it."""

from itertools import pairwise

from rich.cells import cell_len

from wmc_tui.model import Article, Bilingual, Fact, Lang, Mention, Scope, language_label
from wmc_tui.present import renderings
from wmc_tui.present.findings import Finding, Status, facts_of
from wmc_tui.present.formulas import FindingLine, finding_lines
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.rows.finding_rows import ALARMING
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

MARGIN = 4
"""Cells of a row that are not for text: the cursor's sign and the scroll bar."""
SEEN = 2
"""Conflicts that a failing check refers to."""
INDENT = 4
"""Cells before a sentence."""


def detail_head(finding: Finding | None) -> tuple[Line, Line]:
    """The head of the pane."""
    if finding is None:
        return (Piece("Nothing chosen", "dim"),), ()
    what = "Conflict 出入" if finding.outcome is None else "Check 核对"
    return (Piece(what, "strong"), Piece(f"  {finding.kind.en} {finding.kind.zh}", "dim")), (
        Piece("Enter to its sentences ", "dim"),
    )


def detail_items(library: Library, finding: Finding, width: int) -> list[RowItem]:
    """The rows of the pane, `width` cells wide; the key of a sentence, or of a fact without one, is its Place."""
    room = max(20, width - MARGIN)
    status = finding.status.label
    sign = Piece(f"{finding.status.sign} {status.en} {status.zh}", "note" if finding.status in ALARMING else "strong")
    rows = [*_both(finding.title, room), _row((sign, Piece(f"  {finding.edition}", "dim")))]
    for line in finding_lines(finding):
        rows += _told_rows(line, room)
    rows += _see_rows(library, finding, room)
    facts = facts_of(library, finding)
    rows += [_row(()), _row((Piece(f"Facts 事实  {len(facts)}", "heading"),))]
    for n, fact in enumerate(facts):
        rows += [_row(())] if n else []
        rows += _fact_rows(library, finding, fact, room)
    return rows


def _told_rows(line: FindingLine, room: int) -> list[RowItem]:
    """What a line tells, in English and in Chinese, its name before it."""
    name, text = line.name, line.text
    look = "figure" if name.en == "computed" else ""
    both = text.en if text.en == text.zh else f"{text.en}  {text.zh}"
    named = f"{name.en} {name.zh}: "
    if text.en == text.zh or cell_len(named + both) <= room:
        return _named(named, visible_line(both), look, room)
    forms = ((f"{name.en}: ", text.en), (f"{name.zh}：", text.zh))
    return [row for name, said in forms if said for row in _named(name, visible_line(said), look, room)]


def _named(name: str, text: str, look: str, room: int) -> list[RowItem]:
    indent = cell_len(name)
    spans = break_lines(text, max(12, room - indent), cell_len)
    blank = " " * indent
    return [_row((Piece(blank if n else name, "dim"), Piece(text[a:b], look))) for n, (a, b) in enumerate(spans)]


def _see_rows(library: Library, finding: Finding, room: int) -> list[RowItem]:
    """The conflicts that say why a check fails; their key is that of their finding."""
    if finding.outcome is None or finding.status is not Status.FAILS:
        return []
    rows = []
    for conflict in [one for one in map(library.conflict, finding.outcome.conflicts[:SEEN]) if one is not None]:
        both = "  ".join(dict.fromkeys(visible_line(text) for text in conflict.title if text))
        rows.append(RowItem((((Piece("see 参见: ", "dim"), Piece(both)), ()),), f"conflict:{conflict.id}"))
    return rows


def _fact_rows(library: Library, finding: Finding, fact: Fact, room: int) -> list[RowItem]:
    """A fact with its figure in both languages, then each sentence that states it."""
    shown = renderings(fact)
    en, zh = visible_line(shown.en), visible_line(shown.zh)
    figure = [Piece(en, "figure")] if en == zh else [Piece(en, "figure"), Piece(" = ", "dim"), Piece(zh, "figure")]
    rows = [_row(figure, (Piece(_role(finding, fact), "strong"),)) if _role(finding, fact) else _row(figure)]
    said = [str(fact.edition), fact.stage.label.en]
    said += [fact.scope.label.en] if fact.scope is not Scope.EDITION else []
    rows += _both(fact.label, room, "", ", ".join(said))
    mentions = library.mentions_of(fact.id)
    places = dict.fromkeys((mention.article, mention.sentence) for mention in mentions)
    for article_id, n in places:
        article = library.article(article_id)
        if article is not None:
            here = [one for one in mentions if (one.article, one.sentence) == (article_id, n)]
            rows.append(_sentence(library, article, n, here, room))
    return rows + _elsewhere(library, fact)


def _role(finding: Finding, fact: Fact) -> str:
    """Why a fact stands first."""
    if finding.conflict is not None and finding.conflict.prefer == fact.id:
        return "quote this 引用此数"
    if finding.outcome is not None and finding.outcome.reported.id == fact.id:
        return "reported 公布数"
    return ""


def _sentence(library: Library, article: Article, n: int, mentions: list[Mention], room: int) -> RowItem:
    """Publication and sentence in both languages, the original first, the figure marked."""
    lines: list[tuple[Line, Line]] = [
        ((Piece("  "), Piece(_publication(library, article.source), "strong"), Piece(f"  #{n}", "dim")), ())
    ]
    sentence = library.sentence(article.id, n)
    for lang in (article.first, article.first.other):
        text = visible_line(sentence.text(lang)) if sentence is not None else ""
        spans = sorted((one.start, one.end) for one in mentions if one.lang is lang)
        lines += [((Piece(" " * INDENT), *row), ()) for row in marked_rows(text, spans, room - INDENT)]
    return RowItem(tuple(lines), Place(article.id, n, mentions[0].fact))


def _elsewhere(library: Library, fact: Fact) -> list[RowItem]:
    """The publications that state a fact without an article here; they lead to the edition's overview."""
    rows = []
    for each in library.evidence_of(fact.id):
        aside = "no article here" if each.lang in list(Lang) else f"in {language_label(each.lang).en}"
        left = (Piece("  "), Piece(_publication(library, each.source)), Piece(f"  ({aside})", "dim"))
        written = (Piece(visible_line(each.as_written), "figure"),)
        rows.append(RowItem(((left, written),), Place(overview_id(fact.edition), 1, fact.id)))
    return rows


def marked_rows(text: str, spans: list[tuple[int, int]], room: int) -> list[list[Piece]]:
    """A text broken into rows of `room` cells, the figures at `spans` (sorted, not overlapping) marked."""
    rows = []
    edges = {edge for span in spans for edge in span}
    for start, end in break_lines(text, max(12, room), cell_len):
        cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
        rows.append(
            [
                Piece(text[a:b], "figure" if any(first <= a < last for first, last in spans) else "dim")
                for a, b in pairwise(cuts)
            ]
        )
    return rows


def _publication(library: Library, source_id: str) -> str:
    source = library.source(source_id)
    return visible_line(f"{source.publisher}, {source.published}") if source else visible_line(source_id)


def _both(pair: Bilingual, room: int, look: str = "strong", right: str = "") -> list[RowItem]:
    """Both languages in a row where they fit, else in a row each, broken where they must be."""
    texts = list(dict.fromkeys(visible_line(pair[lang]) for lang in Lang if pair[lang]))
    tail = (Piece(right, "dim"),) if right else ()
    if sum(map(cell_len, texts)) + 2 + cell_len(right) + bool(right) <= room:
        joined = [piece for text in texts for piece in (Piece("  "), Piece(text, look))][1:]
        return [_row(joined, tail)]
    rows = [_row((Piece(text[a:b], look),)) for text in texts for a, b in break_lines(text, room, cell_len)]
    return [*rows, _row((Piece(right, "dim"),))] if right else rows


def _row(left: Line, right: Line = ()) -> RowItem:
    return RowItem(((left, right),))
