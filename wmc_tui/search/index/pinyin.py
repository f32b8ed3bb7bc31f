"""Letters taken for Chinese: pinyin in full or unfinished, and initials."""

import re
from collections.abc import Iterable, Sequence

from wmc_tui.search.index.match import Heard
from wmc_tui.search.index.record import SHARED, Record
from wmc_tui.search.postings import Postings, rarest
from wmc_tui.search.sounds import (
    Spelling,
    beginning_with,
    initials_pattern,
    is_sound,
    mixed_pattern,
    rarest_sounds,
    spellings,
)

_COMPLETE, _UNFINISHED, _LONE, _INITIALS, _FIRST = 0.82, 0.78, 0.06, 0.62, 0.02
_INITIALS_FIRST = 0.7
_FEWEST_INITIALS, _MOST_INITIALS = 2, 16


class Sounds:
    """How the Chinese of all records sounds."""

    def __init__(self, records: Sequence[Record], characters: Postings) -> None:
        self._records = records
        self._characters = characters

    def pinyin(self, letters: str) -> Heard:
        """The records that say what the letters spell."""
        heard = Heard("pinyin", {}, {})
        for spelling in spellings(letters):
            self._spelt(spelling, heard)
        return heard

    def _spelt(self, spelling: Spelling, heard: Heard) -> None:
        sounds, begun = spelling
        quality = _UNFINISHED if begun else _COMPLETE
        if len(sounds) + bool(begun) == 1:
            # One syllable stands for many characters.
            quality -= _LONE
        for place in rarest(sounds, self._characters) if sounds else self._sounding(begun):
            span = spelling.place_in(self._records[place].sounds)
            if span:
                self._add(heard, place, span, quality)

    def _sounding(self, begun: str) -> Iterable[int]:
        """The records with a sound between two."""
        first, last = map(ord, begun)
        return self._with_any(map(chr, range(first, last + 1)))

    def _with_any(self, sounds: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for sound in sounds:
            found.update(memoryview(self._characters.get(sound, b"")).cast("I"))
        return found

    def initials(self, letters: str) -> Heard:
        """The records with Han characters in a row whose syllables begin with these letters."""
        heard = Heard("initials", {}, {})
        if _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isascii():
            if all(map(beginning_with, letters)):
                sounds = rarest_sounds(letters, lambda sound: len(self._characters.get(sound, b"")))
                self._search(initials_pattern(letters), heard, sorted(self._with_any(sounds)))
            if not heard.scores:
                mixed = mixed_pattern(letters)
                if mixed:
                    self._search(mixed, heard, range(len(self._records)))
        return heard

    def _search(self, pattern: re.Pattern[str], heard: Heard, places: Iterable[int]) -> None:
        search, records = pattern.search, self._records
        for place in places:
            record = records[place]
            found = search(record.sounds)
            if found:
                start = found.start()
                first = bool(record.labels) and (not start or not is_sound(record.sounds[start - 1]))
                self._add(heard, place, found.span(), _INITIALS_FIRST if first else _INITIALS)

    def _add(self, heard: Heard, place: int, span: tuple[int, int], quality: float) -> None:
        if span[0] > len(self._records[place].words_zh):
            quality *= SHARED
        elif not span[0]:
            quality += _FIRST
        if quality > heard.scores.get(place, 0.0):
            heard.scores[place] = quality
            heard.spans[place] = span
