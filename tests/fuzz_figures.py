"""Feed the recogniser mutated texts for a bounded time: python tests/fuzz_figures.py [SECONDS] [SEED].

Every text must be read without an exception, with spans that are their text, in order, not overlapping, and twice the
same. The first text that breaks this is printed and the exit code is 1.
"""

import random
import sys
import time

from wmc_tui.quantities.figure import figure_dicts
from wmc_tui.quantities.interval import agree, interval_of
from wmc_tui.quantities.recogniser import recognise

SEEDS = (
    "The fair signed 587 projects worth 342.5 billion yuan (US$48.1 billion) on Sept. 20 to 23, 2024.",
    "Between 3 and 5 million people, two thirds of them, paid $3m or 3 dollars 50 cents at 16:32.",
    "共有587个项目签约，金额为3425亿元，含1亿元以上项目三百余个，占比分别为91%、89%。",
    "第七届，9月20日—23日，２０２３年，一万三，七成六，百分之五点五，几十家，2兆9319.56亿元，“1+6+11”。",
    "tel: 0551-6260123, https://example.org/a?b=1%25, v2.1.3, 20,000-square-meter, 600 km per hour, -5%",
)
ALPHABET = "0123456789,.-+%$€ \n()“”'/:一二三十百千万亿兆零两几数半第年月日元个名家多余约超至到分之点成abckmno１２３，．\u202f\u200b\ud800𝟙İ"


def mutated(source: random.Random) -> str:
    """Two seeds cut and joined, then a few code points deleted, doubled or replaced."""
    one, other = source.choice(SEEDS), source.choice(SEEDS)
    chars = list(one[: source.randrange(len(one))] + other[source.randrange(len(other)) :])
    for _ in range(source.randrange(8)):
        if not chars:
            break
        at = source.randrange(len(chars))
        chars[at : at + source.randrange(3)] = source.choices(ALPHABET, k=source.randrange(4))
    return "".join(chars) * source.choice((1, 1, 1, 2))


def problem(text: str) -> str:
    """What is wrong with the figures of `text`; "" where nothing is."""
    figures = recognise(text)
    end = 0
    for figure in figures:
        if not end <= figure.start < figure.end <= len(text) or text[figure.start : figure.end] != figure.text:
            return f"span {figure.start}-{figure.end} of {figure.text!r}"
        if interval_of(figure) is not None and not agree(figure, figure):
            return f"{figure} does not agree with itself"
        end = figure.end
    if figures != recognise(text):
        return "two readings differ"
    figure_dicts(figures)
    return ""


def main() -> int:
    """Run until the time is over; 1 where a text broke a promise."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    source = random.Random(seed)
    until = time.monotonic() + seconds
    count = 0
    while time.monotonic() < until:
        text = mutated(source)
        count += 1
        try:
            wrong = problem(text)
        except Exception as error:
            wrong = repr(error)
        if wrong:
            print(f"seed {seed}, text {count}: {text!r}: {wrong}")
            return 1
    print(f"{count} texts in {seconds:g} s, seed {seed}: no problem")
    return 0


if __name__ == "__main__":
    sys.exit(main())
