"""Measure the recogniser and print a table: python -m benchmarks.figures [--mebibytes N].

Throughput on news text that is generated here, the ratio to quantulum3 on the same English text in the same run (that
row is left out where quantulum3 is not installed), and what importing the recogniser adds to an empty Python. Exits
with 1 where a target is missed.
"""

import argparse
import importlib
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from wmc_tui.quantities.recogniser import recognise

ENGLISH = (
    "The organisers expected a quiet opening, but the halls were crowded from the first morning on.",
    "More than {a:,} visitors from {b} countries walked through {c:,} square meters of exhibition space.",
    "Makers of machine tools, robots and batteries used the week to present what they had built since the last edition.",
    "In all, {b} agreements worth {d}.{e} billion yuan were signed on Sept. {f}, an increase of {f} percent.",
    "Students from nearby universities explained the models to families, and queues formed in front of the robot arms.",
    "Local officials thanked the volunteers, the drivers and the kitchens, without whom no fair of this size could run.",
    "Outside, the river was low after a dry summer, and the old bridge carried more bicycles than cars to the grounds.",
    "One of the speakers said that the industry would need patience, skilled people and better standards.",
    "Nearly {a:,} guests followed the ceremony online, while two thirds of the companies came from abroad.",
)
CHINESE = (
    "主办方原以为开幕日会比较平静，但各展馆从上午起就人头攒动。",
    "来自{b}个国家和地区的{d}.{e}万名观众走进总面积{c}平方米的展区，参观了数十家企业的新产品。",
    "机床、机器人和电池企业借此机会展示了上一届以来的新成果，专业观众与采购商进行了深入交流。",
    "大会共签约项目{b}个，总投资{a}亿元，同比增长{f}.{e}%，其中制造业项目占比超过七成。",
    "来自附近高校的学生志愿者向观众讲解展品，机械臂展台前排起了长队。",
    "展馆外的道路上，自行车比汽车还多，附近的餐馆也延长了营业时间。",
    "闭幕当天，工作人员感谢了司机、厨师和安保人员，没有他们就没有顺利的展会。",
    "多位与会代表表示，产业发展需要耐心、人才和更好的标准。",
)
LEAST_SPEED = 1.0
LEAST_RATIO = 20.0
MOST_IMPORT = 15.0
PEER_CHARACTERS = 6_000
ROUNDS = 5
STARTS = 15


def news(sentences: tuple[str, ...], size: int) -> str:
    """About `size` bytes of running text with changing figures, one to every 90 to 130 bytes as in a report
    that is full of them; the same text in every run."""
    source = random.Random(1)
    parts: list[str] = []
    while size > 0:
        numbers = {
            "a": source.randrange(1200, 90000),
            "b": source.randrange(12, 990),
            "c": source.randrange(10, 99) * 1000,
        }
        numbers |= {"d": source.randrange(1, 900), "e": source.randrange(1, 10), "f": source.randrange(10, 30)}
        parts.append(source.choice(sentences).format(**numbers) + (" " if sentences is ENGLISH else ""))
        size -= len(parts[-1].encode())
    return "".join(parts)


def seconds(work: Callable[[], Any]) -> float:
    """Processor time of `work`, the least of several rounds: other programs on the machine do not count."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def peer_ratio() -> float | None:
    """How many times quantulum3's time the recogniser's is contained in it, on one text; None where it is missing."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    text = news(ENGLISH, PEER_CHARACTERS)
    parser.parse(text[:200])
    return seconds(lambda: parser.parse(text)) / seconds(lambda: recognise(text, "en"))


def start_cost() -> float:
    """Milliseconds that importing the recogniser adds to an empty Python, median of runs in turn."""
    empty, loaded = [], []
    for _ in range(STARTS):
        empty.append(_start("pass"))
        loaded.append(_start("import wmc_tui.quantities.recogniser"))
    return (statistics.median(loaded) - statistics.median(empty)) * 1000


def _start(program: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - start


def main() -> int:
    """Print the table; 1 where a target is missed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--mebibytes", type=float, default=0.5, help="size of each text")
    size = int(arguments.parse_args().mebibytes * 1024 * 1024)
    rows: list[tuple[str, str, str, bool]] = []
    for name, lang, sentences in (
        ("English", "en", ENGLISH),
        ("Chinese", "zh", CHINESE),
        ("either", "auto", ENGLISH + CHINESE),
    ):
        text = news(sentences, size)
        speed = len(text.encode()) / seconds(lambda text=text, lang=lang: recognise(text, lang)) / 1e6  # type: ignore[misc]
        rows.append((f"news text, {name}", f"{speed:.2f} MB/s", f"at least {LEAST_SPEED:g}", speed >= LEAST_SPEED))
    ratio = peer_ratio()
    if ratio is None:
        rows.append(("times quantulum3", "left out", "quantulum3 is not installed", True))
    else:
        rows.append(("times quantulum3", f"{ratio:.1f}", f"at least {LEAST_RATIO:g}", ratio >= LEAST_RATIO))
    cost = start_cost()
    rows.append(("import over an empty Python", f"{cost:.1f} ms", f"at most {MOST_IMPORT:g}", cost <= MOST_IMPORT))
    for what, measured, target, met in rows:
        print(f"{what:28} {measured:>12}   {target:28} {'' if met else 'MISSED'}".rstrip())
    return 0 if all(row[3] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
