"""How a publication is cited, and which ones state a fact."""

from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual, Fact, Source
from wmc_tui.present.dates import iso_dates

if TYPE_CHECKING:
    from wmc_tui.store import Library


def citation(source: Source, *, restated: bool = False) -> Bilingual:
    """Publisher, title, date and address, as far as known, in the manner of each language.

    `restated` is for text that says in other words what the publication says.
    """
    date = iso_dates(source.published) or Bilingual(source.published, source.published)
    title = f'"{source.title}"' if source.title else ""
    en = ", ".join(part for part in (source.publisher, title, date.en, source.url) if part)
    zh = source.publisher + (f"《{source.title}》" if source.title else "") + (f"（{date.zh}）" if date.zh else "")
    if restated:
        en, zh = f"restated from {en}", f"据{zh}改写"
    return Bilingual(en, f"{zh}，{source.url}" if source.url else zh)


def source_ids(library: "Library", fact: Fact) -> list[str]:
    """Ids of the publications that state a fact, once each: those of articles first."""
    articles = (library.article(mention.article) for mention in library.mentions_of(fact.id))
    found = [article.source for article in articles if article] + [e.source for e in library.evidence_of(fact.id)]
    return list(dict.fromkeys(found))
