"""A report in one language: which parts it has, in which words."""

from collections.abc import Iterable
from itertools import groupby

from wmc_tui.model import Bilingual, Fact, Lang, language_label
from wmc_tui.model.claims import Conflict
from wmc_tui.present.findings import Finding
from wmc_tui.present.formulas import finding_lines
from wmc_tui.present.report import words
from wmc_tui.present.report.blocks import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Numbered,
    Paragraph,
    Span,
    Spans,
    Table,
    Tile,
    Tiles,
)
from wmc_tui.present.report.edition_report import Cited, Found, Report, Stated
from wmc_tui.present.wording import attestation_label, dates, iso_dates

_CODES = {Lang.EN: "en", Lang.ZH: "zh-Hans"}


def document(report: Report, lang: Lang) -> Document:
    """The report in a language."""
    return _Writer(report, lang).document()


class _Writer:
    """Words one report in one language."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._report = report
        self._lang = lang
        self._entries = {found.finding.id for found in report.findings}

    def document(self) -> Document:
        report = self._report
        title = self._said(report.edition.name).text
        blocks: list[Block] = [Heading(1, title), *self._about()]
        if report.headline:
            blocks += [Heading(2, words.KEY_FIGURES[self._lang]), self._tiles()]
            blocks.append(Paragraph((Span(words.LEGEND[self._lang]),), "note"))
        blocks += [Heading(2, words.ODDITIES[self._lang]), *self._oddities()]
        if report.groups:
            blocks.append(Heading(2, words.ALL_FIGURES[self._lang]))
        for name, facts in report.groups:
            blocks += [Heading(3, name[self._lang]), self._table(facts, words.GIVEN)]
        if report.follow_up:
            blocks += [Heading(2, words.FOLLOW_UP[self._lang]), self._table(report.follow_up, words.AS_OF)]
        return Document(_CODES[self._lang], title, (*blocks, *self._ending()))

    def _about(self) -> list[Block]:
        """Dates, theme, and what a reader should know of the edition's record."""
        edition, lang = self._report.edition, self._lang
        when = dates(edition.start, edition.end)[lang] if edition.start else words.UNKNOWN_DATES[lang]
        colon = ": " if lang is Lang.EN else "："
        blocks: list[Block] = [Paragraph((Span(words.REPORT[lang]),), "lead")]
        lines = [(words.HELD[lang], Span(when))]
        if edition.theme:
            lines.append((words.THEME[lang], self._said(edition.theme)))
        blocks += [Paragraph((Span(name + colon, look="strong"), said)) for name, said in lines]
        if edition.note:
            blocks.append(Paragraph((self._said(edition.note),)))
        return blocks

    def _ending(self) -> list[Block]:
        """Articles and publications."""
        report, lang = self._report, self._lang
        blocks: list[Block] = []
        if report.articles:
            blocks.append(Heading(2, words.ARTICLES[lang]))
            if all(one.article.restated for one in report.articles):
                blocks.append(Paragraph((Span(words.RESTATED[lang]),), "note"))
            listed = ((self._said(one.article.title), Span(" "), _cite(one.citation)) for one in report.articles)
            blocks.append(Bullets(tuple(listed)))
        if report.publications:
            blocks.append(Heading(2, words.PUBLICATIONS[lang]))
            blocks.append(Numbered(tuple(map(self._publication, report.publications))))
        return blocks

    # -- figures ---------------------------------------------------------------------------

    def _tiles(self) -> Tiles:
        lang = self._lang
        heads = (words.FIGURE, words.IN[lang], words.IN[lang.other], words.CHANGE, words.STATUS, words.SOURCES)
        tiles = []
        for one in self._report.headline:
            change = words.change_words(one.change)[lang] if one.change is not None else ""
            label, figure = self._said(one.fact.label).text, one.figure[lang]
            tiles.append(Tile(label, figure, self._other(one), change, self._standing(one), _cite(*one.citations)))
        return Tiles(tuple(head[lang] for head in heads), tuple(tiles))

    def _table(
        self, facts: Iterable[Stated], when: Bilingual, years: bool = False, finding: Finding | None = None
    ) -> Table:
        """Facts, a row each; `years`: the edition of each is said; `finding`: what they are facts of."""
        lang = self._lang
        heads = (words.FIGURE, words.IN[lang], words.IN[lang.other], when, words.STATUS, words.SOURCES)
        rows = []
        for one in facts:
            given = iso_dates(one.fact.as_of) if when is words.AS_OF else None
            figure = Span(one.figure[lang], look="strong")
            rows.append(
                (
                    self._label(one.fact, years, _role(finding, one.fact)),
                    (figure,),
                    (self._other(one),),
                    (Span((given or one.fact.stage.label)[lang]),),
                    (self._standing(one),),
                    (_cite(*one.citations),),
                )
            )
        return Table(tuple(head[lang] for head in heads), tuple(rows))

    def _label(self, fact: Fact, year: bool, role: Bilingual) -> Spans:
        """What a figure is, and the caution that goes with it."""
        label = self._said(fact.label)
        text = label.text
        if year:
            text = f"{text}, {fact.edition}" if self._lang is Lang.EN else f"{text}（{fact.edition}年）"
        spans = [label._replace(text=text)]
        if role:
            said = role[self._lang]
            spans.append(Span(f" ({said})" if self._lang is Lang.EN else f"（{said}）", look="strong"))
        if fact.note and role is _NO_ROLE and not year:
            spans += [Span(" "), self._said(fact.note)._replace(look="small")]
        return tuple(spans)

    def _other(self, one: Stated) -> Span:
        """The figure in the other language."""
        return Span(one.figure[self._lang.other], lang=_CODES[self._lang.other])

    def _standing(self, one: Stated) -> Span:
        """How well a fact is attested; where it is disputed, a link to why."""
        kind = one.standing.kind.value
        why = (f"conflict:{conflict.id}" for conflict in one.standing.conflicts)
        place = next((id for id in why if id in self._entries), "") if kind == "disputed" else ""
        return Span(attestation_label(one.standing)[self._lang], look=kind, href=f"#{_place(place)}" if place else "")

    # -- what does not add up ----------------------------------------------------------------

    def _oddities(self) -> list[Block]:
        blocks: list[Block] = []
        for status, group in groupby(self._report.findings, key=lambda found: found.finding.status):
            blocks.append(Heading(3, status.heading[self._lang]))
            blocks += [self._entry(found) for found in group]
        return blocks or [Paragraph((Span(words.NOTHING_ODD[self._lang]),))]

    def _entry(self, found: Found) -> Entry:
        finding, lang = found.finding, self._lang
        lines = [(line.name[lang], self._said(line.text)) for line in finding_lines(finding)]
        lines += [(words.SEE[lang], self._reference(conflict)) for conflict in found.explained_by]
        years = any(one.fact.edition != finding.edition for one in found.facts)
        table = self._table(found.facts, words.GIVEN, years, finding)
        badge = finding.status.label[lang]
        return Entry(
            _place(finding.id),
            finding.status.value,
            badge,
            finding.title[lang],
            finding.kind[lang],
            tuple(lines),
            table,
        )

    def _reference(self, conflict: Conflict) -> Span:
        """The title of a conflict, a link to it where the report has it."""
        id = f"conflict:{conflict.id}"
        return self._said(conflict.title)._replace(href=f"#{_place(id)}" if id in self._entries else "")

    # -- publications ------------------------------------------------------------------------

    def _publication(self, cited: Cited) -> Spans:
        """Publisher, title with its translation, language where it is another one, date, address."""
        source, lang = cited.source, self._lang
        english = lang is Lang.EN
        foreign = not source.language.startswith(lang.value)
        title = Span(source.title, lang=source.language if foreign else "")
        spans = [Span(source.publisher), Span(", “" if english else "：《"), title, Span("”" if english else "》")]
        aside = [cited.title[lang]] if foreign and cited.title[lang] else []
        if foreign:
            aside.append(words.ORIGINAL[lang].format(language_label(source.language.partition("-")[0])[lang]))
        if aside:
            spans.append(Span(f" ({'; '.join(aside)})" if english else f"（{'；'.join(aside)}）"))
        date = iso_dates(source.published) or Bilingual(source.published, source.published)
        comma = ", " if english else "，"
        spans += [Span(comma + date[lang])] if date[lang] else []
        spans += [Span(comma), Span(source.url, href=source.url)] if source.url else []
        return tuple(spans)

    def _said(self, pair: Bilingual) -> Span:
        """A text in the report's language, or in the other one where it has none, which it then says."""
        if pair[self._lang]:
            return Span(pair[self._lang])
        return Span(pair[self._lang.other], lang=_CODES[self._lang.other])


_NO_ROLE = Bilingual()


def _role(finding: Finding | None, fact: Fact) -> Bilingual:
    """Why a fact stands first in a finding."""
    if finding is not None and finding.conflict is not None and finding.conflict.prefer == fact.id:
        return words.QUOTE
    if finding is not None and finding.outcome is not None and finding.outcome.reported.id == fact.id:
        return words.REPORTED
    return _NO_ROLE


def _cite(*numbers: int) -> Span:
    return Span("", numbers=numbers)


def _place(id: str) -> str:
    """The name of a place in the report: letters, digits and hyphens."""
    return "".join(character if character.isascii() and character.isalnum() else "-" for character in id)
