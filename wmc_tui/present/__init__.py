"""How facts, sentences and publications are worded, for the screen, the clipboard and commands alike."""

from wmc_tui.present.clips import clip_bilingual, clip_fact, clip_sentence
from wmc_tui.present.wording import citation, compact, dates, renderings

__all__ = ["citation", "clip_bilingual", "clip_fact", "clip_sentence", "compact", "dates", "renderings"]
