"""Reports in both languages and forms: complete, escaped, and with citations that lead somewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.conftest import DISPUTED
from wmc_tui.__main__ import main
from wmc_tui.model import Lang
from wmc_tui.present.report import report_html, report_of
from wmc_tui.store import Library

VOID = {"meta", "br", "hr", "link", "img", "input"}
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def report(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `wmc-tui report` over a store with conflicts."""
    monkeypatch.setenv("WMC_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("wmc_tui.store.files.shipped_store", lambda: DISPUTED)

    def ended(*arguments: str, stdin: bytes = b"") -> Ended:
        return run("report", *arguments, stdin=stdin)

    return ended


class Page(HTMLParser):
    """A page read tag by tag; its elements must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.langs: set[str] = set()
        self.tags: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.hrefs += [value for name, value in attrs if name == "href" and value]
        lang = named.get("lang") or (self._open[-1][1] if self._open else "")
        self.langs.add(lang)
        if tag not in VOID:
            self._open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1][0] == tag, f"</{tag}> closes {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and "style" not in {tag for tag, _ in self._open}:
            self.texts.append((self._open[-1][1] if self._open else "", data))

    @property
    def text(self) -> str:
        """All that is read."""
        return " ".join(text for _, text in self.texts)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_html_is_one_well_formed_page_whose_links_lead_somewhere(report: Run, lang: str) -> None:
    ended = report("2022", "--lang", lang, "--format", "html")
    assert (ended.status, ended.err) == (0, "")
    page = Page(ended.out)
    assert len(page.ids) == len(set(page.ids)) and {"source-1", "source-2"} <= set(page.ids)
    inside = [href for href in page.hrefs if href.startswith("#")]
    assert inside and {href[1:] for href in inside} <= set(page.ids)
    assert [href for href in page.hrefs if not href.startswith("#")] == ["https://example.org/herald?a=1&b=2"]
    assert not page.tags & {"script", "link", "img", "b", "sons", "days", "projects"}, "nothing from elsewhere"
    assert "conflict-cumulative" in page.ids and "#conflict-cumulative" in inside, "what is disputed leads to why"


def test_text_of_the_store_is_text_on_the_page(report: Run) -> None:
    page = Page(report("2022", "--format", "html").out)
    texts = ("2022 Sample Convention <b>& more</b>", "Guests *all* <days>", "886 or 887 <projects>", "Herald & <Sons>")
    assert all(text in page.text for text in texts)
    markdown = report("2022").out
    assert r"# 2022 Sample Convention \<b\>& more\</b\>" in markdown
    assert r"Made with \| Care" in markdown and r"One hall was \[closed\](x)." in markdown
    table = [row for row in markdown.splitlines() if row.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in table} == {7}, "no text makes a cell of its own"


@pytest.mark.parametrize(("lang", "other"), [("en", "zh-Hans"), ("zh", "en")])
def test_each_language_is_marked_where_it_is_not_the_pages(report: Run, lang: str, other: str) -> None:
    page = Page(report("2022", "--lang", lang, "--format", "html").out)
    assert other in page.langs
    own = [text for at, text in page.texts if at.partition("-")[0] == lang]
    if lang == "en":
        assert [text for text in own if HAN.search(text)] == ["样例报, “"], "only a publisher's own name"
    else:
        foreign = [text for text in own if re.search("[a-z]{4}", text)]
        assert foreign == ["Herald & <Sons>：《", "https://example.org/herald?a=1&b=2", "Sample Bulletin：《"]


EVERYTHING = {
    "en": (
        r"| Projects signed | **587 projects** | 587个 | up 95.7% on 2021 (300 projects) | confirmed | \[1, 2\] |",
        *("| single source |", "| disputed |", "- Computed: 587 / 300 - 1 = 95.67%", "- What to quote: Quote 887."),
        "- Likely slip: a slip of 10x in 9.6% (2022)",
        r"| Projects started *Half a year later.* | **400 projects** | 400个 | June 2023 |",
        r'1. Herald & \<Sons\>, “Deals "by" the River”, 21 September 2022, <https://example.org/herald?a=1&b=2>',
        "2. 样例报, “江边签约忙” (Busy signing; in Chinese), 22 September 2022",
        *("\n## Key figures\n", "\n## What does not add up\n", "\n## All figures\n", "\n## What became of it\n"),
        *("\n## Articles\n", "\n## Publications\n"),
    ),
    "zh": (
        r"| 签约项目数 | **587个** | 587 projects | 较2021年增长95.7%（2021年300个） | 已多源证实 | \[1, 2\] |",
        *("- 计算：587 / 300 - 1 = 95.67%", "- 引用建议：引用887个。", "样例报：《江边签约忙》，2022年9月22日"),
        r'Herald & \<Sons\>：《Deals "by" the River》（江边签约；原文为英文），2022年9月21日',
        *(
            "\n## 主要数据\n",
            "\n## 核对与出入\n",
            "\n## 全部数据\n",
            "\n## 后续进展\n",
            "\n## 收录文章\n",
            "\n## 资料来源\n",
        ),
    ),
}


@pytest.mark.parametrize("lang", EVERYTHING)
def test_the_report_says_everything(report: Run, lang: str) -> None:
    text = report("2022", "--lang", lang).out
    assert [part for part in EVERYTHING[lang] if part not in text] == []
    heads = [part for part in EVERYTHING[lang] if part.startswith("\n## ")]
    assert text.count("\n## ") == len(heads)
    assert sorted(heads, key=text.index) == heads, "in this order"


@pytest.mark.parametrize("year", ["2021", "2022"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_citation_is_in_the_list_in_the_order_of_first_mention(report: Run, year: str, lang: str) -> None:
    text = report(year, "--lang", lang).out
    cited = [int(n) for group in re.findall(r"\\\[([\d, ]+)\\\]", text) for n in group.split(", ")]
    listed = [int(n) for n in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert listed == list(range(1, len(listed) + 1)) and set(cited) == set(listed)
    assert list(dict.fromkeys(cited)) == listed


def test_an_edition_in_which_all_holds_says_so(report: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wmc_tui.store.library.Library.conflicts", lambda *_, **__: [])
    assert "Nothing: every check of this edition holds" in report("2021").out
    assert "本届各项核对均相符" in report("2021", "--lang", "zh").out


def test_json_has_numbers_for_citations_and_both_languages(report: Run) -> None:
    data = json.loads(report("2022", "--json").out)
    signed = data["headline"][0]
    assert (signed["fact"], signed["standing"], signed["citations"]) == ("2022.projects_signed", "confirmed", [1, 2])
    assert signed["change"]["by"] == "95.7" and signed["change"]["on_edition"] == 2021
    assert [publication["number"] for publication in data["publications"]] == [1, 2, 3]
    assert data["findings"][0]["title"] == {"en": "Growth in projects", "zh": "签约项目数增幅"}
    assert data["findings"][1]["explained_by"][0] == "cumulative"


def test_the_form_follows_the_files_ending_and_what_is_there_is_replaced(report: Run, tmp_path: Path) -> None:
    for name, begins in [("r.html", "<!DOCTYPE html>"), ("r.md", "# 2022"), ("r", "# 2022")]:
        path = tmp_path / name
        path.write_text("old", encoding="utf-8")
        ended = report("2022", "--output", str(path))
        assert (ended.status, ended.out, ended.err) == (0, "", "")
        assert path.read_text(encoding="utf-8").startswith(begins)
    assert report("2022", "--format", "html").out == (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (["2017"], 1, "there is no edition '2017'"),
        (["soon"], 2, "'soon' is no year"),
        (["2022", "--json", "--format", "html"], 2, "--json is a form of its own"),
        (["2022", "--output", "/"], 2, "/: cannot be written"),
        (["2022", "--output", ""], 2, "the path is empty"),
        (["2022", "--lang", "fr"], 2, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(report: Run, arguments: list[str], status: int, text: str) -> None:
    ended = report(*arguments)
    assert (ended.status, ended.out) == (status, "")
    assert text in ended.err.replace('"', "'") and ended.err.count("\n") == 1


def test_show_says_how_well_a_fact_is_attested(report: Run, run: Run) -> None:
    confirmed = "status   confirmed: 2 publications, both languages  已多源证实：2个来源，中英文均有"
    assert confirmed in run("show", "2022.projects_signed").out
    assert "status   single source  单一来源" in run("show", "2022.guests").out
    disputed = json.loads(run("show", "2022.cumulative_projects", "--json").out)
    assert (disputed["standing"], disputed["conflicts"]) == ("disputed", ["cumulative"])
    assert disputed["sources"] == ["herald"]


@pytest.mark.parametrize(
    ("id", "status", "see"),
    [
        ("2022.cumulative_projects", "confirmed", "3,021 projects or 3,023  前五届3021个还是3023个  (resolved)"),
        ("2025.guests_growth", "single source", "47.9% growth: of which guests?"),
        ("2019.cumulative_projects", "disputed: 1,073 or 1,074 projects", "Rates on 1,073, not on 1,074"),
    ],
)
def test_show_names_the_conflicts_about_a_fact(
    shipped: Library, capsys: pytest.CaptureFixture[str], id: str, status: str, see: str
) -> None:
    assert main(["show", id]) == 0
    out = capsys.readouterr().out
    assert f"status   {status}" in out and f"see      {see}" in out
    assert out.count("1,073 or 1,074 projects") <= 1, "what disputes it is told once"


@pytest.mark.parametrize("year", range(2018, 2026))
def test_every_edition_of_the_shipped_store_has_a_report(shipped: Library, year: int) -> None:
    edition = shipped.edition(year)
    assert edition is not None
    made = report_of(shipped, edition)
    for lang in Lang:
        page = Page(report_html(made, lang))
        inside = {href[1:] for href in page.hrefs if href.startswith("#")}
        assert inside <= set(page.ids) and len(page.ids) == len(set(page.ids))
        assert f"source-{len(made.publications)}" in page.ids and "None" not in page.text
        assert all(reported.figure[lang] in page.text for reported in made.headline)
