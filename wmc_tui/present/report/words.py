"""What a report says of itself, in both languages."""

from decimal import ROUND_HALF_UP, Decimal

from wmc_tui.model import Bilingual, Lang
from wmc_tui.present.report.edition_report import Change

REPORT = Bilingual("The figures, where they come from, and what does not add up", "数据、出处与核对")
HELD = Bilingual("Held", "会期")
THEME = Bilingual("Theme", "主题")
UNKNOWN_DATES = Bilingual("dates not on record", "未见记载")
KEY_FIGURES = Bilingual("Key figures", "主要数据")
ODDITIES = Bilingual("What does not add up", "核对与出入")
ALL_FIGURES = Bilingual("All figures", "全部数据")
FOLLOW_UP = Bilingual("What became of it", "后续进展")
ARTICLES = Bilingual("Articles", "收录文章")
PUBLICATIONS = Bilingual("Publications", "资料来源")
FIGURE = Bilingual("Figure", "指标")
IN = {Lang.EN: Bilingual("In English", "英文表述"), Lang.ZH: Bilingual("In Chinese", "中文表述")}
CHANGE = Bilingual("On the edition before", "较上届")
GIVEN = Bilingual("Given", "公布时点")
AS_OF = Bilingual("As of", "截至")
STATUS = Bilingual("Status", "核实情况")
SOURCES = Bilingual("Sources", "来源")
QUOTE = Bilingual("to quote", "建议引用")
REPORTED = Bilingual("reported", "公布数")
LEGEND = Bilingual(
    "Confirmed: two or more publications state the figure. Single source: one does. Disputed: the publications"
    " contradict one another, or the figure has been superseded; the section below says how. Numbers in brackets refer"
    " to the list of publications at the end.",
    "“已多源证实”指两个及以上来源载有该数据；“单一来源”指仅见于一个来源；“有出入”指各来源说法不一或该数据已被更正，"
    "详见“核对与出入”。方括号内数字为文末资料来源的序号。",
)
SEE = Bilingual("see", "参见")
NOTHING_ODD = Bilingual(
    "Nothing: every check of this edition holds, and no conflict is known.", "本届各项核对均相符，未发现出入。"
)
RESTATED = Bilingual(
    "The store restates each of these publications sentence by sentence, in English and Chinese; every figure is as the"
    " publication writes it.",
    "以下各篇均按原报道逐句改写，中英文对照，数字保留原样。",
)
ORIGINAL = Bilingual("in {}", "原文为{}")


def change_words(change: Change) -> Bilingual:
    """`up 3.3% on 2022 (587 projects)`, `较2022年增长3.3%（587个）`."""
    by = abs(change.by).quantize(Decimal("0.1"), ROUND_HALF_UP) if abs(change.by) < 10**15 else abs(change.by)
    year, figure = change.before, change.figure
    given = Bilingual(f", {change.given.en}", f"，{change.given.zh}") if change.given else Bilingual()
    base = Bilingual(f"{year} ({figure.en}{given.en})", f"（{year}年{figure.zh}{given.zh}）")
    if not by:
        return Bilingual(f"as in {base.en}", f"与{year}年持平{base.zh}")
    about = Bilingual("about ", "约") if change.approximate else Bilingual()
    unit = Bilingual(" points", "个百分点") if change.points else Bilingual("%", "%")
    grew = change.by > 0
    rose = "上升" if change.points else "增长"
    return Bilingual(
        f"{'up' if grew else 'down'} {about.en}{by:,f}{unit.en} on {base.en}",
        f"较{year}年{rose if grew else '下降'}{about.zh}{by:f}{unit.zh}{base.zh}",
    )
