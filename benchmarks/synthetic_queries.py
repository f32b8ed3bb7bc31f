"""Two hundred mixed queries for synthetic records: the same ones in every run."""

import random
from collections.abc import Sequence
from decimal import Decimal

from benchmarks.synthetic import ADJECTIVES, PLACES, TOPICS, TRADES
from wmc_tui.search.index.record import Record, figures_in

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def queries(sample: Sequence[Record]) -> list[tuple[str, str]]:
    """Two hundred pairs of kind and query, made from a sample of the records; every second is longer than three words."""
    source = random.Random(11)
    facts = [record for record in sample if record.kind == "fact"]
    sentences = [record for record in sample if record.kind != "fact"]
    found = [("prefix", text) for text in ("i", "s", "m", "q", "in", "pr", "he", "ro", "x", "ex")]
    found += [("word", source.choice(source.choice(facts).words_en.split())) for _ in range(8)]
    found += [("label", source.choice(facts).text.en) for _ in range(7)]
    found += [("words", _some_words(source, source.choice(sentences).words_en, 2 + turn % 3)) for turn in range(15)]
    found += [("slips", _slipped(source, _topic(source))) for _ in range(10)]
    found += [("slips", _slipped(source, f"{source.choice(PLACES)[0]} {_topic(source)}".lower())) for _ in range(10)]
    found += [("unfinished", source.choice(facts).words_en[: source.randrange(4, 15)].strip()) for _ in range(8)]
    found += [("chinese", _piece(source, source.choice(sample).words_zh, 1 + turn % 8)) for turn in range(16)]
    found += [("number", _number(source, source.choice(facts), turn)) for turn in range(9)]
    found += [("year", f"{source.choice(facts).edition} {source.choice(TOPICS)[turn % 2]}") for turn in range(7)]
    found += [("long", _some_words(source, source.choice(sentences).words_en, 4 + turn % 5)) for turn in range(40)]
    found += [("question", _question(source, turn)) for turn in range(25)]
    found += [
        ("long slips", _slipped(source, _some_words(source, source.choice(sentences).words_en, 5))) for _ in range(20)
    ]
    found += [("long mixed", f"{source.choice(PLACES)[1]} {_question(source, turn)}") for turn in range(15)]
    return found


def _topic(source: random.Random) -> str:
    return source.choice((f"{source.choice(ADJECTIVES)[0]} {source.choice(TOPICS)[0]}", source.choice(TRADES)[0]))


def _question(source: random.Random, turn: int) -> str:
    place, topic = source.choice(PLACES)[0], source.choice(TOPICS)[0]
    year = source.randrange(2010, 2026)
    return (
        f"how many {topic} in {place} in {year}",
        f"which {source.choice(ADJECTIVES)[0]} {topic} did {place} plan",
        f"{topic} {place} {source.choice(TRADES)[0]} over {source.randrange(100, 9000)}",
    )[turn % 3]


def _some_words(source: random.Random, text: str, count: int) -> str:
    words = [word for word in text.split() if word.isalpha()]
    start = source.randrange(max(1, len(words) - count))
    taken = words[start : start + count] if source.random() < 0.5 else source.sample(words, count)
    return " ".join(taken)


def _slipped(source: random.Random, text: str) -> str:
    """The text with one letter of its longest word left out, doubled, swapped with the next one, or wrong."""
    word = max(text.split(), key=len)
    place = source.randrange(1, len(word) - 1)
    slipped = source.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + source.choice(_LETTERS) + word[place + 1 :],
        )
    )
    return text.replace(word, slipped, 1)


def _piece(source: random.Random, text: str, length: int) -> str:
    text = text.replace(" ", "")
    start = source.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]


def _number(source: random.Random, fact: Record, turn: int) -> str:
    text, unit, _ = figures_in(fact.figures)[0]
    value = Decimal(text)
    if turn % 3 == 0:
        return f"{value:f}".split(".")[0][: source.randrange(2, 6)]
    if turn % 3 == 1:
        return f"{value / 10**8:f}".rstrip("0").rstrip(".") + "亿" if value >= 10**8 else f"{value:,.0f}"
    return f"{value / 10**9:f}".rstrip("0").rstrip(".") + " billion" if value >= 10**9 else f"{value:f} {unit}"
