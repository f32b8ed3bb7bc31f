"""A report in one language: which parts it has, in which words."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from wmc_tui.model import Attestation, Bilingual, Fact, Lang, language_label
from wmc_tui.model.claims import Conflict
from wmc_tui.present.findings import Finding
from wmc_tui.present.formulas import finding_lines
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
from wmc_tui.present.report.edition_report import Change, EditionReport, NumberedSource, ReportedFact, ReportedFinding
from wmc_tui.present.wording import attestation_label, dates, iso_dates, published_date

_CODES = {Lang.EN: "en", Lang.ZH: "zh-Hans"}
_REPORT = Bilingual("The figures, where they come from, and what does not add up", "数据、出处与核对")
_HELD = Bilingual("Held", "会期")
_THEME = Bilingual("Theme", "主题")
_UNKNOWN_DATES = Bilingual("dates not on record", "未见记载")
_KEY_FIGURES = Bilingual("Key figures", "主要数据")
_ODDITIES = Bilingual("What does not add up", "核对与出入")
_ALL_FIGURES = Bilingual("All figures", "全部数据")
_FOLLOW_UP = Bilingual("What became of it", "后续进展")
_ARTICLES = Bilingual("Articles", "收录文章")
_PUBLICATIONS = Bilingual("Publications", "资料来源")
_FIGURE = Bilingual("Figure", "指标")
_IN = {Lang.EN: Bilingual("In English", "英文表述"), Lang.ZH: Bilingual("In Chinese", "中文表述")}
_CHANGE = Bilingual("On the edition before", "较上届")
_GIVEN = Bilingual("Given", "公布时点")
_AS_OF = Bilingual("As of", "截至")
_STATUS = Bilingual("Status", "核实情况")
_SOURCES = Bilingual("Sources", "来源")
_QUOTE = Bilingual("to quote", "建议引用")
_REPORTED = Bilingual("reported", "公布数")
_LEGEND = Bilingual(
    "Confirmed: two or more publications state the figure. Single source: one does. Disputed: the publications"
    " contradict one another, or the figure has been superseded; the section below says how. Numbers in brackets refer"
    " to the list of publications at the end.",
    "“已多源证实”指两个及以上来源载有该数据；“单一来源”指仅见于一个来源；“有出入”指各来源说法不一或该数据已被更正，"
    "详见“核对与出入”。方括号内数字为文末资料来源的序号。",
)
_SEE = Bilingual("see", "参见")
_NOTHING_ODD = Bilingual(
    "Nothing: every check of this edition holds, and no conflict is known.", "本届各项核对均相符，未发现出入。"
)
_RESTATED = Bilingual(
    "The store restates each of these publications sentence by sentence, in English and Chinese; every figure is as the"
    " publication writes it.",
    "以下各篇均按原报道逐句改写，中英文对照，数字保留原样。",
)
_ORIGINAL = Bilingual("in {}", "原文为{}")


def compose(report: EditionReport, lang: Lang) -> Document:
    """The report in a language."""
    return _Writer(report, lang).document()


class _Writer:
    """Words one report in one language."""

    def __init__(self, report: EditionReport, lang: Lang) -> None:
        self._report = report
        self._lang = lang
        self._entries = {reported.finding.id for reported in report.findings}

    def document(self) -> Document:
        report, lang = self._report, self._lang
        title = self._text(report.edition.name).text
        blocks: list[Block] = [Heading(1, title), *self._about()]
        if report.headline:
            blocks += [Heading(2, _KEY_FIGURES[lang]), self._tiles(), self._paragraph(_LEGEND, "note")]
        blocks += [Heading(2, _ODDITIES[lang]), *self._oddities()]
        if report.groups:
            blocks.append(Heading(2, _ALL_FIGURES[lang]))
        for name, facts in report.groups:
            blocks += [Heading(3, name[lang]), self._table(facts, _GIVEN)]
        if report.follow_up:
            blocks += [Heading(2, _FOLLOW_UP[lang]), self._table(report.follow_up, _AS_OF)]
        if report.articles:
            blocks.append(Heading(2, _ARTICLES[lang]))
            if all(article.restated for article, _ in report.articles):
                blocks.append(self._paragraph(_RESTATED, "note"))
            items = ((self._text(article.title), TextSpan(" "), _cite(number)) for article, number in report.articles)
            blocks.append(Listing(tuple(items)))
        if report.publications:
            publications = tuple(map(self._publication, report.publications))
            blocks += [Heading(2, _PUBLICATIONS[lang]), Listing(publications, numbered=True)]
        return Document(_CODES[lang], title, tuple(blocks))

    def _about(self) -> Iterator[Block]:
        """Dates, theme, and what a reader should know of the edition's record."""
        edition, lang = self._report.edition, self._lang
        colon = ": " if lang is Lang.EN else "："
        when = dates(edition.start, edition.end) if edition.start else _UNKNOWN_DATES
        yield self._paragraph(_REPORT, "lead")
        yield Paragraph((TextSpan(_HELD[lang] + colon, look="strong"), self._text(when)))
        if edition.theme:
            yield Paragraph((TextSpan(_THEME[lang] + colon, look="strong"), self._text(edition.theme)))
        if edition.note:
            yield self._paragraph(edition.note)

    # -- figures ---------------------------------------------------------------------------

    def _tiles(self) -> TableBlock:
        rows = []
        for reported in self._report.headline:
            change = _change_text(reported.change)[self._lang] if reported.change is not None else ""
            rows.append(self._row(reported, (self._text(reported.fact.label),), change))
        return TableBlock(self._heads(_CHANGE), tuple(rows), tiles=True)

    def _table(
        self, facts: Iterable[ReportedFact], when: Bilingual, years: bool = False, finding: Finding | None = None
    ) -> TableBlock:
        """Facts, a row each; `years`: the edition of each is said; `finding`: what they are facts of."""
        rows = []
        for reported in facts:
            fact = reported.fact
            given = iso_dates(fact.as_of) if when is _AS_OF else None
            label = self._label(fact, years, _role(finding, fact))
            rows.append(self._row(reported, label, (given or fact.stage.label)[self._lang]))
        return TableBlock(self._heads(when), tuple(rows))

    def _heads(self, about: Bilingual) -> tuple[str, ...]:
        lang = self._lang
        heads = (_FIGURE, _IN[lang], _IN[lang.other], about, _STATUS, _SOURCES)
        return tuple(head[lang] for head in heads)

    def _row(self, reported: ReportedFact, label: Spans, about: str) -> tuple[Spans, ...]:
        lang = self._lang
        figure = TextSpan(reported.figure[lang], look="strong")
        other = TextSpan(reported.figure[lang.other], lang=_CODES[lang.other])
        cells = (figure, other, TextSpan(about), self._attestation(reported), _cite(*reported.citations))
        return (label, *((cell,) for cell in cells))

    def _label(self, fact: Fact, year: bool, role: Bilingual) -> Spans:
        """What a figure is, and the caution that goes with it."""
        label = self._text(fact.label)
        text = label.text
        if year:
            text = f"{text}, {fact.edition}" if self._lang is Lang.EN else f"{text}（{fact.edition}年）"
        spans = [label._replace(text=text)]
        if role:
            words = role[self._lang]
            spans.append(TextSpan(f" ({words})" if self._lang is Lang.EN else f"（{words}）", look="strong"))
        if fact.note and role is _NO_ROLE and not year:
            spans += [TextSpan(" "), self._text(fact.note)._replace(look="small")]
        return tuple(spans)

    def _attestation(self, reported: ReportedFact) -> TextSpan:
        """How well a fact is attested; where it is disputed, a link to why."""
        attestation = reported.attestation
        conflicts = attestation.conflicts if attestation.kind is Attestation.DISPUTED else ()
        href = next(filter(None, map(self._link, conflicts)), "")
        return TextSpan(attestation_label(attestation)[self._lang], look=attestation.kind.value, href=href)

    # -- what does not add up ----------------------------------------------------------------

    def _oddities(self) -> Iterator[Block]:
        if not self._report.findings:
            yield self._paragraph(_NOTHING_ODD)
        for status, group in groupby(self._report.findings, key=lambda reported: reported.finding.status):
            yield Heading(3, status.heading[self._lang])
            yield from map(self._entry, group)

    def _entry(self, reported: ReportedFinding) -> FindingBlock:
        finding, lang = reported.finding, self._lang
        lines = [(line.name[lang], self._text(line.text)) for line in finding_lines(finding)]
        for conflict in reported.explained_by:
            lines.append((_SEE[lang], self._text(conflict.title)._replace(href=self._link(conflict))))
        years = any(each.fact.edition != finding.edition for each in reported.facts)
        return FindingBlock(
            id=_place(finding.id),
            status=finding.status.value,
            badge=finding.status.label[lang],
            title=finding.title[lang],
            kind=finding.kind[lang],
            lines=tuple(lines),
            table=self._table(reported.facts, _GIVEN, years, finding),
        )

    def _link(self, conflict: Conflict) -> str:
        """Where in the report a conflict stands; empty where it is not in it."""
        id = f"conflict:{conflict.id}"
        return f"#{_place(id)}" if id in self._entries else ""

    # -- publications ------------------------------------------------------------------------

    def _publication(self, publication: NumberedSource) -> Spans:
        """Publisher, title with its translation, language where it is another one, date, address."""
        source, lang = publication.source, self._lang
        english = lang is Lang.EN
        foreign = not source.language.startswith(lang.value)
        title = TextSpan(source.title, lang=source.language if foreign else "")
        spans = [
            TextSpan(source.publisher),
            TextSpan(", “" if english else "：《"),
            title,
            TextSpan("”" if english else "》"),
        ]
        aside = [publication.title[lang]] if foreign and publication.title[lang] else []
        if foreign:
            aside.append(_ORIGINAL[lang].format(language_label(source.language.partition("-")[0])[lang]))
        if aside:
            spans.append(TextSpan(f" ({'; '.join(aside)})" if english else f"（{'；'.join(aside)}）"))
        date = published_date(source)[lang]
        comma = ", " if english else "，"
        spans += [TextSpan(comma + date)] if date else []
        spans += [TextSpan(comma), TextSpan(source.url, href=source.url)] if source.url else []
        return tuple(spans)

    def _paragraph(self, pair: Bilingual, look: str = "") -> Paragraph:
        return Paragraph((self._text(pair),), look)

    def _text(self, pair: Bilingual) -> TextSpan:
        """A text in the report's language, or in the other one where it has none, and then say so."""
        if pair[self._lang]:
            return TextSpan(pair[self._lang])
        return TextSpan(pair[self._lang.other], lang=_CODES[self._lang.other])


_NO_ROLE = Bilingual()


def _role(finding: Finding | None, fact: Fact) -> Bilingual:
    """Why a fact stands first in a finding."""
    if finding is not None and finding.conflict is not None and finding.conflict.prefer == fact.id:
        return _QUOTE
    if finding is not None and finding.outcome is not None and finding.outcome.reported.id == fact.id:
        return _REPORTED
    return _NO_ROLE


def _cite(*numbers: int) -> TextSpan:
    return TextSpan("", numbers=numbers)


def _place(id: str) -> str:
    """The name of a place in the report: letters, digits and hyphens."""
    return "".join(character if character.isascii() and character.isalnum() else "-" for character in id)


def _change_text(change: Change) -> Bilingual:
    """`up 3.3% on 2022 (587 projects)`, `较2022年增长3.3%（587个）`."""
    by = abs(change.by).quantize(Decimal("0.1"), ROUND_HALF_UP) if abs(change.by) < 10**15 else abs(change.by)
    year, figure = change.before, change.figure
    given = Bilingual(f", {change.given.en}", f"，{change.given.zh}") if change.given else Bilingual()
    base = Bilingual(f"{year} ({figure.en}{given.en})", f"（{year}年{figure.zh}{given.zh}）")
    if not by:
        return Bilingual(f"as in {base.en}", f"与{year}年持平{base.zh}")
    about = Bilingual("about ", "约") if change.approximate else Bilingual()
    unit = Bilingual(" points", "个百分点") if change.points else Bilingual("%", "%")
    grew = change.by > 0
    rose = "上升" if change.points else "增长"
    return Bilingual(
        f"{'up' if grew else 'down'} {about.en}{by:,f}{unit.en} on {base.en}",
        f"较{year}年{rose if grew else '下降'}{about.zh}{by:f}{unit.zh}{base.zh}",
    )
