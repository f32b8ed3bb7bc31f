"""What is copied: the stored text with its citation, never the drawn frame."""

from typing import TYPE_CHECKING

from wmc_tui.model import Article, Fact, Lang, Sentence, Source, language_label
from wmc_tui.present.wording import citation, dated_label, renderings
from wmc_tui.text.safe import visible

if TYPE_CHECKING:
    from wmc_tui.store import Library


def fact_lines(fact: Fact) -> list[str]:
    """What a fact says, a line for each language."""
    label, shown = dated_label(fact), renderings(fact)
    return [f"{label.en}: {shown.en}", f"{label.zh}：{shown.zh}"]


def clip_fact(library: "Library", fact: Fact) -> str:
    """A fact in both languages, then each publication that states it, with the figure as it writes it."""
    lines = fact_lines(fact)
    if fact.note.en:
        lines.append(f"Note: {fact.note.en}")
    if fact.note.zh:
        lines.append(f"注：{fact.note.zh}")
    stated = _stated_by(library, fact)
    if stated:
        lines += ["", "Stated by 来源", *(_statement(source, figure) for source, figure in stated)]
    return visible("\n".join(lines))


def clip_sentence(sentence: Sentence, lang: Lang) -> str:
    """A sentence in one language, or in the other where that one has no text."""
    return visible(sentence.text(lang) or sentence.text(lang.other))


def clip_bilingual(library: "Library", article: Article, sentence: Sentence) -> str:
    """A sentence in both languages, the original first, with its citation in both."""
    order = (article.first, article.first.other)
    texts = [sentence.text(lang) for lang in order if sentence.text(lang)]
    source = library.source(article.source)
    if source is None:
        return visible("\n".join(texts))
    cited = citation(source, restated=article.restated)
    language = language_label(article.original)
    forms = {
        Lang.EN: f"{cited.en[:1].upper()}{cited.en[1:]} (original in {language.en})",
        Lang.ZH: f"{cited.zh}（原文为{language.zh}）",
    }
    return visible("\n".join([*texts, "", *(forms[lang] for lang in order)]))


def _stated_by(library: "Library", fact: Fact) -> list[tuple[Source, str]]:
    """Each publication once, with the figure in its own language where the store has it."""
    written: dict[str, str] = {}
    translated: dict[str, str] = {}
    for mention in library.mentions_of(fact.id):
        article = library.article(mention.article)
        if article is not None:
            figures = written if article.original == mention.lang else translated
            figures.setdefault(article.source, mention.as_written)
    for source, figure in translated.items():
        written.setdefault(source, figure)
    for evidence in library.evidence_of(fact.id):
        written.setdefault(evidence.source, evidence.as_written)
    sources = ((library.source(id), figure) for id, figure in written.items())
    return [(source, figure) for source, figure in sources if source is not None]


def _statement(source: Source, figure: str) -> str:
    """`"342.5 billion yuan": Xinhua, ...`, in the manner of the publication's language."""
    cited = citation(source)
    if source.language.startswith("zh"):
        return f"“{figure}”：{cited.zh}"
    return f'"{figure}": {cited.en}'
