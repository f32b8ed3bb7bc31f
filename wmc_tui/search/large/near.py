"""Which of very many words a misspelt one may be.

Each word has a mask of the letters in it. A slip adds one letter to a word's set of letters at most, and takes one from
it at most, so almost all words are ruled out by two operations on arrays; the slips of the others are counted.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.sections import Arrays, Writer
from wmc_tui.search.large.strings import Strings

Masks = npt.NDArray[np.uint32]

_HEADS = range(4, 13)
"""Lengths of what has been typed for which the beginnings of all words have masks of their own."""
_MOST = 40
_OTHER = np.uint32(1 << 31)
_DIGITS = 26
_BITS = np.full(256, _OTHER, np.uint32)
_BITS[ord("a") : ord("z") + 1] = np.uint32(1) << np.arange(26, dtype=np.uint32)
_BITS[ord("0") : ord("9") + 1] = np.uint32(1) << (_DIGITS + np.arange(10, dtype=np.uint32) // 2)
_COUNTS = np.array([number.bit_count() for number in range(1 << 16)], np.uint8)


class Near:
    """The words of a file, to be found despite slips."""

    def __init__(self, arrays: Arrays, words: Strings, lengths: npt.NDArray[np.uint8]) -> None:
        self._words = words
        self._lengths = lengths
        self._masks: Masks = arrays["near.masks"]
        self._starts: dict[int, npt.NDArray[np.uint32]] = {n: arrays[f"near.starts{n}"] for n in _HEADS}
        self._head_masks: dict[int, Masks] = {n: arrays[f"near.masks{n}"] for n in _HEADS}

    def words(self, word: str, allowed: int) -> list[tuple[int, int]]:
        """The words that are `word` but for so many slips, nearest first, and how many those are."""
        shortest = np.uint8(max(0, len(word) - allowed))
        places = np.flatnonzero(self._lengths - shortest <= np.uint8(2 * allowed))
        places = places[_may_be(word, self._masks[places], allowed)]
        return _counted(word, [(self._words[place], place) for place in places.tolist()], allowed)

    def beginnings(self, word: str, allowed: int) -> list[tuple[int, int, int]]:
        """The ranges of words that begin with `word` but for so many slips, nearest first: first, last, slips.

        A range is of words that begin alike; one past its last word ends it. Together they have some forty words.
        """
        length = min(len(word), _HEADS[-1])
        starts = self._starts[length]
        # Letters may be missing from the beginning of a word longer than what has a mask, never from the mask.
        slack = len(word) - length
        groups = np.flatnonzero(_may_be(word, self._head_masks[length], allowed + slack)).tolist()
        heads = [(self._words[int(starts[group])][: len(word)], group) for group in groups]
        found, left = [], _MOST
        for group, slips in _counted(word, heads, allowed):
            first = int(starts[group])
            last = int(starts[group + 1]) if group + 1 < len(starts) else len(self._words)
            found.append((first, min(last, first + left), slips))
            left -= last - first
            if left <= 0:
                break
        return found


def _may_be(word: str, masks: Masks, allowed: int) -> npt.NDArray[np.bool_]:
    mask = np.bitwise_or.reduce(_BITS[np.frombuffer(word.encode(), np.uint8)])
    lacking = _counts(~masks & mask) <= allowed
    possible: npt.NDArray[np.bool_] = lacking & (_counts(masks & ~mask) <= allowed)
    return possible


def _counts(masks: Masks) -> npt.NDArray[np.uint8]:
    """How many bits are set."""
    if hasattr(np, "bitwise_count"):
        counts: npt.NDArray[np.uint8] = np.bitwise_count(masks)
        return counts
    halves = _COUNTS[masks.view(np.uint16)]
    return halves[::2] + halves[1::2]


def _counted(word: str, candidates: Sequence[tuple[str, int]], allowed: int) -> list[tuple[int, int]]:
    if not candidates:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    texts = [text for text, _ in candidates]
    near = process.extract(word, texts, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST)
    return [(candidates[place][1], int(slips)) for _, slips, place in near]


def write_near(writer: Writer, words: Sequence[str]) -> None:
    """Keep the masks of sorted words and of their beginnings."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    letters = np.frombuffer(b"".join(encoded) + b"\0", np.uint8)
    offsets = np.cumsum(sizes) - sizes
    masks = np.zeros(len(words), np.uint32)
    fresh = np.ones(len(words), np.bool_)
    for place in range(int(sizes.max(initial=0))):
        longer = np.flatnonzero(sizes > place)
        here = letters[offsets[longer] + place]
        masks[longer] |= _BITS[here]
        if place + 1 in _HEADS:
            starts = np.flatnonzero(_new_heads(words, place + 1))
            writer.add(f"near.starts{place + 1}", starts.astype(np.uint32))
            writer.add(f"near.masks{place + 1}", masks[starts])
    for length in _HEADS:
        if length > sizes.max(initial=0):
            writer.add(f"near.starts{length}", np.flatnonzero(fresh).astype(np.uint32))
            writer.add(f"near.masks{length}", masks)
    writer.add("near.masks", masks)


def _new_heads(words: Sequence[str], length: int) -> list[bool]:
    """For each word, whether it begins otherwise than the one before it."""
    heads = [word[:length] for word in words]
    return [place == 0 or heads[place - 1] != head for place, head in enumerate(heads)]
