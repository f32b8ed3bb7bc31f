"""Checks and conflicts: as rows of a list, and each in full with its facts and the sentences that state them."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from rich.cells import cell_len

from wmc_tui.model import Article, Fact, Lang, Mention, Scope, language_label
from wmc_tui.present.findings import Finding, Status, facts_of
from wmc_tui.present.formulas import COMPUTED, FindingLine, difference_short, finding_lines
from wmc_tui.present.wording import both_languages, renderings
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import MARGIN, both_rows, broken_lines, marked_pieces, text_row, wrapped_rows
from wmc_tui.ui.state.checks_state import ChecksState
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id, source_label
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import Entry, LazyItem, RowItem, RowLines

STATUS = 21
"""Cells for sign and status in both languages, side by side."""
NARROW_STATUS = 14
"""Cells for them one above the other."""
ASIDE = 32
"""Cells for by how much a check is off, at most: what is counted may have any name."""
CONFLICTS_SHOWN = 2
"""Conflicts that a failing check refers to."""
INDENT = 4
"""Cells before a sentence."""
NARROWEST_DETAIL = 20
"""Cells to which details are broken in the narrowest pane."""
ALARMING = (Status.FAILS, Status.OPEN)
"""What is drawn to the eye."""


def _finding_lines(finding: Finding, narrow: bool) -> RowLines:
    """Status and title, in one row or in two."""
    words = finding.status.label
    status = f"{finding.status.sign} {words.en}"
    look = "note" if finding.status in ALARMING else "dim"
    year = Piece(f"{finding.edition}  ", "strong")
    aside = (Piece(_aside(finding, narrow), "dim"),)
    en, zh = finding.title
    if not narrow:
        title = [Piece(en)] if en == zh else [Piece(en), Piece("  "), Piece(zh)]
        return (((_padded(f"{status} {words.zh}", STATUS, look), year, *title), aside),)
    below = (_padded(f"  {words.zh}", NARROW_STATUS, look), Piece(" " * len(year.text)), Piece(zh))
    return ((_padded(status, NARROW_STATUS, look), year, Piece(en)), ()), (below, aside)


def _aside(finding: Finding, narrow: bool) -> str:
    """By how much a check is off, else what sort of check or conflict it is."""
    difference = visible_line(difference_short(finding.outcome)) if finding.outcome is not None else ""
    kind = finding.kind.en
    both = f"{kind}, {difference}" if difference else kind
    return both if narrow and cell_len(both) <= ASIDE else cut(difference, ASIDE) or kind


def finding_items(state: ChecksState, narrow: bool) -> list[Entry]:
    """The rows of the list: a heading for each status, below it its findings, or their number where they are folded."""
    items: list[Entry] = []
    for status, group in groupby(state.shown, key=lambda finding: finding.status):
        findings = list(group)
        items.append(_heading(state, status, findings))
        if not state.folds(status):
            height = 2 if narrow else 1
            items += [LazyItem(finding.id, height, partial(_finding_lines, finding, narrow)) for finding in findings]
    return items or [text_row((Piece("Nothing here.  没有内容。", "dim"),))]


def _padded(text: str, width: int, look: str) -> Piece:
    return Piece(text + " " * (width - cell_len(text)), look)


def _heading(state: ChecksState, status: Status, findings: Sequence[Finding]) -> RowItem:
    head = status.heading
    left = (Piece(f"{head.en} {head.zh}", "heading"), Piece(f"  {len(findings)}", "strong"))
    if status is not Status.HOLDS or state.status is not None:
        return text_row(left)
    hint = "Enter shows them" if state.folds(status) else "Enter folds them"
    return RowItem(((left, (Piece(hint, "dim"),)),), status)


def detail_head(finding: Finding | None) -> tuple[Line, Line]:
    """The head of the pane."""
    if finding is None:
        return (Piece("Nothing chosen", "dim"),), ()
    what = Piece("Conflict 出入" if finding.outcome is None else "Check 核对", "strong")
    kind = Piece(f"  {finding.kind.en} {finding.kind.zh}", "dim")
    return (what, kind), (Piece("Enter to its sentences ", "dim"),)


def detail_items(library: Library, finding: Finding, width: int) -> list[RowItem]:
    """The rows of the pane, `width` cells wide; the key of a sentence, or of a fact without one, is its Place."""
    room = max(NARROWEST_DETAIL, width - MARGIN)
    status = finding.status.label
    sign = Piece(f"{finding.status.sign} {status.en} {status.zh}", "note" if finding.status in ALARMING else "strong")
    rows = both_rows(finding.title, "strong", room, broken=True)
    rows.append(text_row((sign, Piece(f"  {finding.edition}", "dim"))))
    for line in finding_lines(finding):
        rows += _line_rows(line, room)
    rows += _conflict_rows(library, finding)
    facts = facts_of(library, finding)
    rows += [text_row(), text_row((Piece(f"Facts 事实  {len(facts)}", "heading"),))]
    for number, fact in enumerate(facts):
        rows += [text_row()] if number else []
        rows += _fact_rows(library, finding, fact, room)
    return rows


def _line_rows(line: FindingLine, room: int) -> list[RowItem]:
    """A line of the explanation, in English and in Chinese, its name before it."""
    name, text = line.name, line.text
    look = "figure" if name == COMPUTED else ""
    both = both_languages(text)
    names = f"{name.en} {name.zh}: "
    if text.en == text.zh or cell_len(names + both) <= room:
        return wrapped_rows(visible_line(both), look, room, Piece(names, "dim"))
    return [
        *wrapped_rows(visible_line(text.en), look, room, Piece(f"{name.en}: ", "dim")),
        *wrapped_rows(visible_line(text.zh), look, room, Piece(f"{name.zh}：", "dim")),
    ]


def _conflict_rows(library: Library, finding: Finding) -> list[RowItem]:
    """The conflicts that explain why a check fails; their key is that of their finding."""
    if finding.outcome is None or finding.status is not Status.FAILS:
        return []
    rows = []
    for conflict in map(library.conflict, finding.outcome.conflicts[:CONFLICTS_SHOWN]):
        if conflict is not None:
            title = Piece(both_languages(conflict.title.map(visible_line)))
            rows.append(RowItem((((Piece("see 参见: ", "dim"), title), ()),), f"conflict:{conflict.id}"))
    return rows


def _fact_rows(library: Library, finding: Finding, fact: Fact, room: int) -> list[RowItem]:
    """A fact with its figure in both languages, then each sentence that states it."""
    role = _role(finding, fact)
    words = [str(fact.edition), fact.stage.label.en]
    words += [fact.scope.label.en] if fact.scope is not Scope.EDITION else []
    rows = both_rows(renderings(fact), "figure", room, between=" = ", right=(Piece(role, "strong"),) if role else ())
    rows += both_rows(fact.label, "", room, right=(Piece(", ".join(words), "dim"),), broken=True)
    mentions = library.mentions_of(fact.id)
    for article_id, n in dict.fromkeys((mention.article, mention.sentence) for mention in mentions):
        article = library.article(article_id)
        if article is not None:
            here = [mention for mention in mentions if (mention.article, mention.sentence) == (article_id, n)]
            rows.append(_sentence_item(library, article, n, here, room))
    return rows + _evidence_rows(library, fact)


def _role(finding: Finding, fact: Fact) -> str:
    """Why a fact stands first."""
    if finding.conflict is not None and finding.conflict.prefer == fact.id:
        return "quote this 引用此数"
    if finding.outcome is not None and finding.outcome.reported.id == fact.id:
        return "reported 公布数"
    return ""


def _sentence_item(library: Library, article: Article, n: int, mentions: list[Mention], room: int) -> RowItem:
    """Publication and sentence in both languages, the original first, the figure marked."""
    lines: list[tuple[Line, Line]] = [
        ((Piece("  "), Piece(source_label(library, article.source), "strong"), Piece(f"  #{n}", "dim")), ())
    ]
    sentence = library.sentence(article.id, n)
    for lang in (article.first, article.first.other):
        text = visible_line(sentence.text(lang)) if sentence is not None else ""
        spans = sorted((mention.start, mention.end) for mention in mentions if mention.lang is lang)
        pieces = marked_pieces(text, spans, "figure", "dim")
        lines += [((Piece(" " * INDENT), *row), ()) for row in broken_lines(pieces, room - INDENT)]
    return RowItem(tuple(lines), Place(article.id, n, mentions[0].fact))


def _evidence_rows(library: Library, fact: Fact) -> list[RowItem]:
    """The publications that state a fact without an article here; they lead to the edition's overview."""
    rows = []
    for evidence in library.evidence_of(fact.id):
        aside = "no article here" if evidence.lang in list(Lang) else f"in {language_label(evidence.lang).en}"
        left = (Piece("  "), Piece(source_label(library, evidence.source)), Piece(f"  ({aside})", "dim"))
        written = (Piece(visible_line(evidence.as_written), "figure"),)
        rows.append(RowItem(((left, written),), Place(overview_id(fact.edition), 1, fact.id)))
    return rows
