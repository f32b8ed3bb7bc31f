"""A report as plain data for JSON."""

from decimal import ROUND_HALF_UP, Decimal

from wmc_tui.model import Bilingual
from wmc_tui.present.formulas import finding_lines
from wmc_tui.present.report.edition_report import Found, Report, Stated
from wmc_tui.present.wording import attestation_text, dates
from wmc_tui.quantities.report import plain_decimal
from wmc_tui.text.safe import visible_line

Data = dict[str, object]


def report_data(report: Report) -> Data:
    """Everything that the printed report says, in both languages; citations are numbers of publications."""
    edition = report.edition
    return {
        "edition": edition.year,
        "name": _pair(edition.name),
        "dates": _pair(dates(edition.start, edition.end)),
        "theme": _pair(edition.theme),
        "note": _pair(edition.note),
        "headline": [_stated(one) for one in report.headline],
        "findings": [_found(one) for one in report.findings],
        "groups": [{"group": _pair(name), "facts": [_stated(one) for one in facts]} for name, facts in report.groups],
        "follow_up": [_stated(one) for one in report.follow_up],
        "articles": [
            {"article": one.article.id, "title": _pair(one.article.title), "citation": one.citation}
            for one in report.articles
        ],
        "publications": [
            {
                "number": one.number,
                "source": one.source.id,
                "publisher": visible_line(one.source.publisher),
                "title": visible_line(one.source.title),
                "language": one.source.language,
                "published": one.source.published,
                "url": one.source.url,
            }
            for one in report.publications
        ],
    }


def _stated(one: Stated) -> Data:
    fact, change = one.fact, one.change
    data: Data = {
        "fact": fact.id,
        "label": _pair(fact.label),
        "figure": _pair(one.figure),
        "value": plain_decimal(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "stage": fact.stage.value,
        "as_of": fact.as_of or None,
        "standing": one.standing.kind.value,
        "standing_words": _pair(attestation_text(one.standing)),
        "note": _pair(fact.note),
        "citations": list(one.citations),
    }
    if change is not None:
        data["change"] = {
            "by": plain_decimal(change.by.quantize(Decimal("0.1"), ROUND_HALF_UP)),
            "unit": "percentage_point" if change.points else "percent",
            "approximate": change.approximate,
            "on_edition": change.before,
            "on_figure": _pair(change.figure),
            "on_given": _pair(change.given),
        }
    return data


def _found(one: Found) -> Data:
    finding = one.finding
    return {
        "id": finding.id,
        "status": finding.status.value,
        "kind": _pair(finding.kind),
        "title": _pair(finding.title),
        "told": [{"what": _pair(line.name), **_pair(line.text)} for line in finding_lines(finding)],
        "facts": [_stated(fact) for fact in one.facts],
        "explained_by": [conflict.id for conflict in one.explained_by],
    }


def _pair(pair: Bilingual) -> dict[str, object]:
    return {"en": visible_line(pair.en), "zh": visible_line(pair.zh)}
