"""The file of a large library, written from its records.

Records are numbered anew, the most telling and shortest first. So the first records of any list are the ones to show,
and a search that has enough of them need not read on.
"""

from array import array
from binascii import crc32
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from wmc_tui.model import Bilingual
from wmc_tui.search.index.record import Record
from wmc_tui.search.large.collect import NONE, Collector, Listed, paired
from wmc_tui.search.large.figures import write_figures
from wmc_tui.search.large.grams import Spool
from wmc_tui.search.large.heard import START, initials_of
from wmc_tui.search.large.heavy import write_beginnings
from wmc_tui.search.large.near import write_near
from wmc_tui.search.large.postings import LABEL, Postings, first_of_each, write_postings
from wmc_tui.search.large.rows import pack
from wmc_tui.search.large.sections import Writer
from wmc_tui.search.large.strings import write_strings
from wmc_tui.search.large.tuning import FIT

_USUAL = 8.0
"""Letters that a query has while one types."""
_SPOOLED = ("dense", "alike", "written", "sounds", "shared sounds", "initials", "shared initials", "signs")
"""Texts that are searched by pieces."""
_LONGEST = 65_535
_STEP = 1 << 22


class _Rows:
    """What is known of each record, in the order of the library."""

    def __init__(self) -> None:
        self.sizes = array("I")
        self.checks = array("I")
        self.editions = array("H")
        self.bonus = array("f")
        self.english = array("H")
        self.chinese = array("H")
        self.labelled = array("B")

    def add(self, record: Record) -> bytes:
        """Note a record and return its row."""
        row = pack(record)
        self.sizes.append(len(row))
        self.checks.append(crc32(row))
        self.editions.append(record.edition)
        self.bonus.append(record.bonus)
        english = next((len(label) for label in record.labels if label.isascii()), 0)
        chinese = next((len(label) for label in record.labels if not label.isascii()), 0)
        english = english or len(record.words_en) - record.words_en.count(" ")
        self.english.append(min(english, _LONGEST))
        self.chinese.append(min(chinese or len(record.words_zh), _LONGEST))
        self.labelled.append(bool(record.labels))
        return row

    def order(self) -> npt.NDArray[np.uint32]:
        """The records' places in the library, in their new order."""
        return np.argsort(-self._worth(), kind="stable").astype(np.uint32)

    def _worth(self) -> npt.NDArray[np.float32]:
        """What a record has before others that answer as well, about."""
        letters = np.frombuffer(self.english, np.uint16).astype(np.float32)
        short = np.float32(FIT) * np.minimum(1, np.float32(_USUAL) / (1 + letters))
        worth: npt.NDArray[np.float32] = np.frombuffer(self.bonus, np.float32) + short
        return worth

    def write(self, writer: Writer, order: npt.NDArray[np.uint32]) -> None:
        """Keep it all; arrays that are asked by number of record are in the new order."""
        writer.add("row.offsets", np.fromiter(accumulate(self.sizes, initial=0), np.uint64, len(self.sizes) + 1))
        writer.add("row.checks", np.frombuffer(self.checks, np.uint32))
        writer.add("place", order)
        writer.add("worth", self._worth()[order])
        kept: tuple[tuple[str, array[Any], type[Any]], ...] = (
            ("edition", self.editions, np.uint16),
            ("bonus", self.bonus, np.float32),
            ("english", self.english, np.uint16),
            ("chinese", self.chinese, np.uint16),
        )
        for name, values, kind in kept:
            writer.add(name, np.frombuffer(values, kind)[order])


def build(
    path: Path,
    digest: str,
    records: Iterable[Record],
    labels: Mapping[tuple[str, str], Bilingual] = MappingProxyType({}),
) -> None:
    """Write the file of some records at `path`; a fact stands before the sentences that state it.

    `labels` are what the values of filters are called, by filter and id. Raises OSError where it cannot be written.
    """
    rows, collected, editions = _Rows(), Collector(labels), set[int]()
    path.parent.mkdir(parents=True, exist_ok=True)
    spools = {name: Spool(path.with_name(f"{path.name}.{place}.tmp")) for place, name in enumerate(_SPOOLED)}
    try:
        with Writer(path, digest) as writer:
            writer.stream(
                "rows", "|u1", (_row(*each, rows, collected, spools, editions) for each in enumerate(records))
            )
            order = rows.order()
            rows.write(writer, order)
            writer.note("editions", sorted(editions))
            writer.note("facets", collected.facets())
            ranks = np.empty(len(order), np.uint32)
            ranks[order] = np.arange(len(order), dtype=np.uint32)
            labelled = np.frombuffer(rows.labelled, np.uint8)
            for name, spool in spools.items():
                spool.write(writer, name, ranks)
            _write_listed(writer, "numerals", collected.numerals, ranks)
            _write_listed(writer, "alone", collected.alone, ranks)
            _write_listed(writer, "values.of", collected.values, ranks)
            keys, places = collected.figures.strings.ordered()
            write_figures(writer, keys, collected.figures.pairs(places, ranks), len(ranks))
            _write_exact(writer, collected, ranks)
            _write_words(writer, collected, ranks, labelled)
    finally:
        for spool in spools.values():
            spool.close()


def _row(
    number: int, record: Record, rows: _Rows, collected: Collector, spools: Mapping[str, Spool], editions: set[int]
) -> bytes:
    dense, alike = record.words_zh.replace(" ", ""), record.shared_zh.replace(" ", "")
    sounds, _, shared_sounds = record.sounds.partition("\n")
    heard = [START + sounds, shared_sounds, START + initials_of(sounds), initials_of(shared_sounds)]
    texts = (START + dense if record.labels else dense, alike, "\n".join(record.written), *heard, _signs(record))
    for spool, text in zip(spools.values(), texts, strict=True):
        if text:
            spool.add(number, text)
    collected.add(number, record, dense)
    if record.kind != "command":
        editions.add(record.edition)
    return rows.add(record)


def _signs(record: Record) -> str:
    """The different characters of a record's text that folding drops."""
    return "".join(
        each
        for each in {*record.text.en, *record.text.zh}
        if not each.isalnum() and not each.isspace() and each != "\0"
    )


def _write_listed(writer: Writer, name: str, listed: Listed, ranks: npt.NDArray[np.uint32]) -> None:
    strings, places = listed.strings.ordered()
    write_strings(writer, name, strings)
    write_postings(writer, name, listed.pairs(places, ranks), len(strings))


def _write_exact(writer: Writer, collected: Collector, ranks: npt.NDArray[np.uint32]) -> None:
    prints, records = np.frombuffer(collected.exact[0], np.uint64), np.frombuffer(collected.exact[1], np.uint32)
    order = np.lexsort((ranks[records], prints))
    writer.add("exact.prints", prints[order])
    writer.add("exact.ids", ranks[records][order])


def _write_words(
    writer: Writer, collected: Collector, ranks: npt.NDArray[np.uint32], labelled: npt.NDArray[np.uint8]
) -> None:
    words, places = collected.words.ordered()
    collected.words.clear()
    write_strings(writer, "words", words)
    write_near(writer, words)
    text = np.frombuffer(collected.text, np.uint32)
    ends = text == NONE
    records = ranks[(np.cumsum(ends) - ends)[~ends]]
    own = paired(places[text[~ends]], records)
    others, shared = (np.frombuffer(each, np.uint32).reshape(-1, 2) for each in (collected.others, collected.shared))
    own = np.concatenate((own, paired(places[others[:, 0]], ranks[others[:, 1]])))
    write_postings(writer, "own", own, len(words))
    del own, records
    write_postings(writer, "shared", paired(places[shared[:, 0]], ranks[shared[:, 1]]), len(words))
    lists = Postings(writer, "own"), Postings(writer, "shared")
    write_beginnings(writer, "words", words, lists, len(ranks))
    _write_neighbours(writer, text, places, ranks, labelled)


def _write_neighbours(
    writer: Writer,
    text: npt.NDArray[np.uint32],
    places: npt.NDArray[np.uint32],
    ranks: npt.NDArray[np.uint32],
    labelled: npt.NDArray[np.uint8],
) -> None:
    """Keep which records have which two words next to each other, and which words their labels begin with."""
    ends = text == NONE
    both = np.flatnonzero(~ends[:-1] & ~ends[1:])
    stops = np.flatnonzero(ends)
    starts = np.append(0, stops[:-1] + 1) if len(stops) else stops
    leading = np.flatnonzero((labelled > 0) & (starts < stops))
    first = places[text[starts[leading]]]
    keys = paired(places[text[both]], places[text[both + 1]])
    keys = np.concatenate((keys, paired(np.full(len(first), LABEL, np.uint32), first)))
    known = np.sort(keys)
    known = known[first_of_each(known)]
    for start in range(0, len(keys), _STEP):
        keys[start : start + _STEP] = known.searchsorted(keys[start : start + _STEP])
    keys <<= np.uint64(32)
    keys |= np.concatenate((ranks[np.cumsum(ends)[both]], ranks[leading]))
    writer.add("neighbours.keys", known)
    write_postings(writer, "neighbours", keys, len(known))
