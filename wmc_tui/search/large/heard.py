"""Letters taken for Chinese: pinyin in full or unfinished, and initials."""

import re
from dataclasses import dataclass

from wmc_tui.search.index.record import SHARED, Record
from wmc_tui.search.large.grams import Grams, common
from wmc_tui.search.large.postings import Ids
from wmc_tui.search.large.sections import Sections
from wmc_tui.search.large.term import List
from wmc_tui.search.large.tuning import (
    AT_START,
    COMPLETE,
    FEWEST_INITIALS,
    INITIALS,
    INITIALS_AT_START,
    LONE,
    MOST_INITIALS,
    UNFINISHED,
)
from wmc_tui.search.sounds import CODES, Spelling, initials_pattern, spellings

_FIRST_LETTERS = {ord(code): syllable[0] for syllable, code in CODES.items()}
_NO_SOUND = re.compile(f"[^{min(CODES.values())}-{max(CODES.values())}]")

START = "^"
"""What stands before the first sound of a text; no folded text has it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What letters sound like."""

    lists: list[List]
    """The records that seem to say it."""
    letters: str
    """The initials; empty for pinyin."""
    spelt: tuple[Spelling, ...] = ()
    """The ways to read the letters as pinyin."""
    words: range = range(0)
    """The words of the query that these letters are."""

    @property
    def length(self) -> int:
        """About how many Han characters sound so."""
        return len(self.letters) or max(len(spelling.sounds) + bool(spelling.begun) for spelling in self.spelt)

    @property
    def reason(self) -> str:
        """As in REASONS."""
        return "initials" if self.letters else "pinyin"

    def place_in(self, record: Record) -> tuple[int, int] | None:
        """Where the sounds of a record have it first; None where they do not."""
        if self.letters:
            found = initials_pattern(self.letters).search(record.sounds)
            return found.span() if found else None
        places = (spelling.place_in(record.sounds) for spelling in self.spelt)
        return next((place for place in places if place), None)


class Sounds:
    """How the Chinese of all records sounds."""

    def __init__(self, sections: Sections) -> None:
        self._own, self._shared = Grams(sections, "sounds"), Grams(sections, "shared sounds")
        self._initials, self._shared_initials = Grams(sections, "initials"), Grams(sections, "shared initials")

    def pinyin(self, letters: str) -> Heard:
        """The records that say what the letters spell."""
        lists: list[List] = []
        kept = []
        for spelling in spellings(letters):
            sounds, begun = spelling
            quality = (UNFINISHED if begun else COMPLETE) - (LONE if len(sounds) + bool(begun) == 1 else 0)
            own, shared = _saying(self._own, spelling), _saying(self._shared, spelling)
            if len(own) or len(shared):
                kept.append(spelling)
                first = _saying(self._own, spelling._replace(sounds=START + sounds)) if len(own) else own
                lists += [(quality + AT_START, "pinyin", first), (quality, "pinyin", own)]
                lists.append((quality * SHARED, "pinyin", shared))
        return Heard(lists, "", tuple(kept))

    def initials(self, letters: str) -> Heard:
        """The records with characters in a row whose syllables begin with these letters."""
        if not FEWEST_INITIALS <= len(letters) <= MOST_INITIALS or not (letters.isalpha() and letters.isascii()):
            return Heard([], "")
        found = (
            (INITIALS_AT_START + AT_START, self._initials.holding(START + letters)),
            (INITIALS, self._initials.holding(letters)),
            (INITIALS * SHARED, self._shared_initials.holding(letters)),
        )
        return Heard([(quality, "initials", ids) for quality, ids in found if len(ids)], letters)


def _saying(grams: Grams, spelling: Spelling) -> Ids:
    if not spelling.begun:
        return grams.holding(spelling.sounds)
    if not spelling.sounds:
        return grams.one_of(spelling.begun[0], spelling.begun[-1])
    begun = grams.followed(spelling.sounds[-1], spelling.begun[0], spelling.begun[-1])
    return common([grams.holding(spelling.sounds), begun]) if len(begun) else begun


def initials_of(sounds: str) -> str:
    """The first letter of each sound in a text, spaces for all that is no sound; as long as the text."""
    return _NO_SOUND.sub(" ", sounds).translate(_FIRST_LETTERS)
