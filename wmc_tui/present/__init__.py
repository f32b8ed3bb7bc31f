"""How facts, sentences and publications are worded, for the screen, the clipboard and commands alike."""

from wmc_tui.present.citing import citation
from wmc_tui.present.clips import clip_bilingual, clip_fact, clip_sentence
from wmc_tui.present.dates import dates, iso_dates
from wmc_tui.present.figures import compact, renderings

__all__ = [
    "citation",
    "clip_bilingual",
    "clip_fact",
    "clip_sentence",
    "compact",
    "dates",
    "iso_dates",
    "renderings",
]
