"""From the mentions of a sentence to their places in it, however many they are."""

from wmc_tui.model import Lang, Mention, Sentence
from wmc_tui.store.anchors import figure_like, places_of
from wmc_tui.store.lines import line_in
from wmc_tui.store.problems import nearest, quoted
from wmc_tui.store.validate.records import Record

_SHOWN_BEFORE = 12
_SHOWN_PLACES = 10
_COMPARED_FIGURES = 200


class Mentions:
    """The mentions of one sentence; each figure is looked for once."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._places: dict[tuple[Lang, str], list[int]] = {}
        self._figures: dict[Lang, list[str]] = {}
        self.lines: dict[Mention, int] = {}
        """Each mention with the line of its figure, from the header of the article."""

    def add(self, record: Record) -> None:
        """Add the mention in each language that it has a figure for; what cannot be placed is reported and left out."""
        if not (record["en"] or record["zh"]):
            record.fault("", "the mention holds no figure", "add en, zh or both, exactly as written in the sentence")
        for lang in Lang:
            figure = record[lang]
            if not figure:
                if f"{lang}_before" in record.given:
                    record.fault(f"{lang}_before", f"there is no {lang} for it", f"add {lang} or remove {lang}_before")
                continue
            start = self._place(record, lang, figure)
            if start is None:
                continue
            sentence = self._sentence
            mention = Mention(record["fact"], sentence.article, sentence.n, lang, figure, start, start + len(figure))
            if mention in self.lines:
                record.fault(lang, f"{quoted(figure)} is mentioned there already", "remove one")
            else:
                self.lines[mention] = line_in(record.lines, lang)

    def _place(self, record: Record, lang: Lang, figure: str) -> int | None:
        """Where the figure starts, or None when that is not decided; reports why."""
        text = self._sentence.text(lang)
        everywhere = self._places_of(lang, figure)
        before = record[f"{lang}_before"] if f"{lang}_before" in record.given else None
        places = everywhere if before is None else places_of(figure, text, before, most=2)
        if len(places) == 1:
            return places[0]
        where = f"in the {'English' if lang is Lang.EN else 'Chinese'} of sentence {self._sentence.n}"
        if not everywhere:
            what = f"{quoted(figure)} does not stand {where}"
            full = record.faults.is_full(record.place, what)
            record.fault(lang, what, "" if full else self._nearest_figure(lang, figure))
        elif before is not None and not places:
            shown = " or ".join(quoted(_before(text, start)) for start in everywhere[:_SHOWN_PLACES])
            what = f"{quoted(before)} is not right before {quoted(figure)} {where}"
            record.fault(f"{lang}_before", what, f"{shown} is")
        else:
            places = places if before is None else places_of(figure, text, before, most=_SHOWN_PLACES + 1)
            times = f"more than {_SHOWN_PLACES}" if len(places) > _SHOWN_PLACES else len(places)
            shown = ", ".join(quoted(_before(text, start)) for start in places[:_SHOWN_PLACES])
            hint = f"tell which by {lang}_before, the text right before it ({shown})"
            record.fault(lang, f"{quoted(figure)} stands {times} times {where}", hint)
        return None

    def _places_of(self, lang: Lang, figure: str) -> list[int]:
        if (lang, figure) not in self._places:
            self._places[lang, figure] = places_of(figure, self._sentence.text(lang), most=_SHOWN_PLACES + 1)
        return self._places[lang, figure]

    def _nearest_figure(self, lang: Lang, figure: str) -> str:
        text = self._sentence.text(lang)
        if not text:
            return "the sentence has no text in that language"
        if lang not in self._figures:
            self._figures[lang] = figure_like(text)[:_COMPARED_FIGURES]
        near = nearest(figure, self._figures[lang], alike=0)
        return f"did you mean {quoted(near[0])}?" if near else "the sentence holds no number"


def _before(text: str, start: int) -> str:
    return text[max(0, start - _SHOWN_BEFORE) : start]
