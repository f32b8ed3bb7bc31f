"""From a mention's figures to their places in the sentence."""

from wmc_tui.model import Lang, Mention, Sentence
from wmc_tui.store.anchors import figure_like, places_of
from wmc_tui.store.problems import quoted
from wmc_tui.store.validate.records import Record

_SHOWN_BEFORE = 12


def mentions_of(record: Record, sentence: Sentence) -> list[Mention]:
    """The mention in each language that it has a figure for; what cannot be placed is reported and left out."""
    if not (record["en"] or record["zh"]):
        record.fault("", "the mention holds no figure", "add en, zh or both, exactly as written in the sentence")
    found = []
    for lang in Lang:
        figure = record[lang]
        if not figure:
            if f"{lang}_before" in record.given:
                record.fault(f"{lang}_before", f"there is no {lang} for it", f"add {lang} or remove {lang}_before")
            continue
        start = _place(record, sentence, lang, figure)
        if start is not None:
            end = start + len(figure)
            found.append(Mention(record["fact"], sentence.article, sentence.n, lang, figure, start, end))
    return found


def _place(record: Record, sentence: Sentence, lang: Lang, figure: str) -> int | None:
    """Where the figure starts, or None when that is not decided; reports why."""
    text = sentence.text(lang)
    before = record[f"{lang}_before"] if f"{lang}_before" in record.given else None
    places = places_of(figure, text, before)
    if len(places) == 1:
        return places[0]
    everywhere = places_of(figure, text)
    where = f"in the {'English' if lang is Lang.EN else 'Chinese'} of sentence {sentence.n}"
    if not everywhere:
        record.fault(lang, f"{quoted(figure)} does not stand {where}", _nearest_figure(figure, text))
    elif before is not None and not places:
        shown = " or ".join(quoted(_before(text, start)) for start in everywhere)
        record.fault(f"{lang}_before", f"{quoted(before)} is not right before {quoted(figure)} {where}", f"{shown} is")
    else:
        shown = ", ".join(quoted(_before(text, start)) for start in places)
        hint = f"tell which by {lang}_before, the text right before it ({shown})"
        record.fault(lang, f"{quoted(figure)} stands {len(places)} times {where}", hint)
    return None


def _before(text: str, start: int) -> str:
    return text[max(0, start - _SHOWN_BEFORE) : start]


def _nearest_figure(figure: str, text: str) -> str:
    if not text:
        return "the sentence has no text in that language"
    from difflib import get_close_matches

    near = get_close_matches(figure, figure_like(text), n=1, cutoff=0)
    return f"did you mean {quoted(near[0])}?" if near else "the sentence holds no number"
