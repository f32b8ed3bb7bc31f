"""Show a fact in both languages: its figure, what it covers, and everybody who states it."""

from argparse import ArgumentParser, Namespace

from wmc_tui.checks.attestation import Attestations
from wmc_tui.cli.data import attestation_data, fact_data
from wmc_tui.cli.streams import fields, json_document, line, open_stores, report_missing
from wmc_tui.model import Attestation, Bilingual, Fact
from wmc_tui.present.wording import attestation_text, both_languages, citation, renderings
from wmc_tui.store import Library

EXAMPLES = """\
examples:
  wmc-tui show 2018.total_investment
  wmc-tui show 2018.total_investment --json

The search tells the ids of facts. Exit status 1 where there is no such fact."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("fact", metavar="FACT", help="the fact's id, EDITION.METRIC")


def run(options: Namespace) -> int:
    """Print the fact."""
    library = open_stores(options.store)
    fact = library.fact(options.fact)
    if fact is None:
        return report_missing("fact", options.fact, (fact.id for fact in library.facts()))
    if options.json:
        json_document(fact_data(library, fact) | attestation_data(Attestations(library).of(fact.id)))
    else:
        _print(library, fact)
    return 0


def _print(library: Library, fact: Fact) -> None:
    metric = library.metric(fact.metric)
    attestation = Attestations(library).of(fact.id)
    further = attestation.conflicts[1:] if attestation.kind is Attestation.DISPUTED else attestation.conflicts
    see = (f"{_side_by_side(conflict.title)}  ({conflict.status})" for conflict in further)
    fields(
        [
            ("fact", fact.id),
            ("label", _side_by_side(fact.label)),
            ("figure", both_languages(renderings(fact), " = ")),
            ("edition", str(fact.edition)),
            ("metric", f"{fact.metric}: {_side_by_side(metric.label)}" if metric else fact.metric),
            ("hedge", _side_by_side(fact.qualifier.label)),
            ("scope", _side_by_side(fact.scope.label)),
            ("stage", _side_by_side(fact.stage.label)),
            ("status", _side_by_side(attestation_text(attestation))),  # names the conflict that disputes the fact
            *(("see", conflict) for conflict in see),
            ("note", fact.note.en),
            ("note", fact.note.zh),
        ]
    )
    _print_mentions(library, fact)
    for evidence in library.evidence_of(fact.id):
        source = library.source(evidence.source)
        line()
        line(f"{citation(source).en if source else evidence.source} (no article here)")
        line(f"  {evidence.lang}  {evidence.as_written}")


def _side_by_side(text: Bilingual) -> str:
    return f"{text.en}  {text.zh}"


def _print_mentions(library: Library, fact: Fact) -> None:
    """Each sentence that states the fact under its publication, with the figure as written in each language."""
    before = None
    for mention in library.mentions_of(fact.id):
        article = library.article(mention.article)
        sentence = library.sentence(mention.article, mention.sentence)
        if article is None or sentence is None:
            continue
        place = (mention.article, mention.sentence)
        if place != before:
            source = library.source(article.source)
            line()
            line(citation(source, restated=article.restated).en if source else article.source)
            line(f"  {article.id}, sentence {mention.sentence}")
        line(f"  {mention.lang.value}  [{mention.as_written}]  {sentence.text(mention.lang)}")
        before = place
