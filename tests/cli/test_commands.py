"""What each command answers."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Store

HIT = ["kind", "fact", "edition", "label", "value", "unit", "qualifier", "score", "mentions"]
HIT += ["id", "why", "article", "sentence"]
MENTION = ["article", "sentence", "lang", "as_written", "en", "zh"]


def answered(run: Run, *arguments: str, stdin: bytes = b"") -> Any:
    ended = run(*arguments, "--json", stdin=stdin)
    assert (ended.status, ended.err) == (0, "")
    return json.loads(ended.out)


def test_search_tells_facts_in_both_languages(run: Run) -> None:
    ended = run("search", "4471亿")
    assert ended.status == 0
    assert ended.out.splitlines()[:3] == [
        "2018  447.1 billion yuan = 4471亿元",
        "      Total investment  投资总额",
        "      2018.total_investment",
    ]


def test_search_takes_several_words_and_options_among_them(run: Run) -> None:
    out = run("search", "2018 total investment", "--limit", "1").out
    assert run("search", "2018", "--limit", "1", "total", "investment").out == out
    assert run("search", "--limit=1", "2018", "total", "investment").out == out
    assert "2018.total_investment" in out


def test_what_looks_like_an_option_is_searched_for_behind_two_hyphens(run: Run) -> None:
    assert run("search", "--limit", "1", "--", "--projects").out == run("search", "projects", "--limit", "1").out


def test_a_hit_in_json_has_the_agreed_shape(run: Run) -> None:
    hits = answered(run, "search", "2023 investment")
    fact, sentence = hits[0], next(hit for hit in hits if hit["kind"] == "sentence")
    assert list(fact) == list(sentence) == HIT
    assert (fact["kind"], fact["fact"], fact["edition"]) == ("fact", "2023.total_investment", 2023)
    assert fact["label"] == {"en": "Total investment", "zh": "投资总额"}
    assert (fact["value"], fact["unit"], fact["qualifier"]) == ("342500000000", "CNY", "exact")
    assert isinstance(fact["score"], float)
    assert [list(mention) for mention in fact["mentions"]] == [MENTION, MENTION]
    assert fact["mentions"][0] == {
        "article": "2023-daily",
        "sentence": 2,
        "lang": "en",
        "as_written": "342.5 billion yuan",
        "en": "A total of 587 projects were signed, with 342.5 billion yuan to be invested.",
        "zh": "大会签下项目587个，投资达3425亿元。",
    }
    assert (sentence["kind"], sentence["fact"], sentence["value"], sentence["unit"]) == ("sentence", None, None, None)
    assert sentence["label"]["en"] == sentence["mentions"][0]["en"]


def test_the_whole_answer_tells_filters_and_suggestions(run: Run) -> None:
    answer = answered(run, "search", "--full", "34.25 billion edition:2023")
    assert list(answer) == ["query", "filters", "hits", "suggestions"]
    assert answer["suggestions"][0]["query"] == "342.5 billion edition:2023"
    assert "tenfold" in answer["suggestions"][0]["reason"]["en"]
    assert [(each["name"], each["values"]) for each in answer["filters"]] == [("edition", ["2023"])]
    (wrong,) = answered(run, "search", "--full", "edtion:2023 investment")["filters"]
    assert wrong["nearest"] == "edition:2023" and "edtion" in wrong["problem"]["en"] and wrong["values"] == []
    ended = run("search", "edtion:2023 investment")
    assert 'the nearest is "edition"' in ended.err


def test_every_kind_is_told_with_why_it_was_found(run: Run) -> None:
    ended = run("search", "kind:metric investment")
    assert "      metric, found by " in ended.out and "fact, found" not in ended.out
    kinds = {hit["kind"] for hit in answered(run, "search", "convention", "--limit", "50")}
    assert {"fact", "sentence", "article"} & kinds and len(kinds) > 1


def test_a_sentence_without_figures_still_has_its_address(run: Run) -> None:
    (hit,) = answered(run, "search", "投资与交流")
    (mention,) = hit["mentions"]
    assert [mention[key] for key in ("article", "sentence", "lang", "as_written")] == ["2023-daily", 1, "zh", ""]


def test_a_fact_that_is_text_has_no_value(run: Run) -> None:
    hits = answered(run, "search", "大会主题")
    assert (hits[0]["fact"], hits[0]["value"], hits[0]["unit"]) == ("2023.theme", None, "text")


def test_search_without_a_hit_says_so_by_its_status(run: Run) -> None:
    for query in ("xylophone", "木琴演奏"):
        ended = run("search", query)
        assert (ended.status, ended.out) == (1, "")
        assert query in ended.err and ended.err.count("\n") == 1
    assert json.loads(run("search", "xylophone", "--json").out) == []


def test_search_answers_line_by_line(run: Run) -> None:
    ended = run("search", "--lines", "--limit", "2", stdin="\ufeff4471亿\r\n\nxylophone\n587 projects".encode())
    answers = [json.loads(line) for line in ended.out.splitlines()]
    first = [answer[0]["fact"] if answer else None for answer in answers]
    assert first == ["2018.total_investment", None, None, "2023.projects_signed"]
    assert ended.status == 0
    assert run("search", "--lines", stdin=b"xylophone\n").status == 1


def test_show_tells_who_states_a_fact(run: Run) -> None:
    out = run("show", "2018.total_investment").out
    assert "figure   447.1 billion yuan = 4471亿元" in out
    assert 'restated from Convention Wire, "Convention Closes in Hefei", May 2018' in out
    assert "  zh  [4471亿元]  合肥共签约430多个项目" in out
    assert "中新社" in out
    assert out.count("2018-wire, sentence 1") == 1


def test_show_in_json(run: Run) -> None:
    fact = answered(run, "show", "2018.total_investment")
    assert (fact["value"], fact["rendering"]) == ("447100000000", {"en": "447.1 billion yuan", "zh": "4471亿元"})
    assert [list(mention) for mention in fact["mentions"]] == [MENTION, MENTION]
    assert fact["evidence"][0]["source"]["publisher"] == "中新社"
    assert fact["file"].endswith("sample.toml")


@pytest.mark.parametrize(
    ("command", "id", "hint"),
    [("show", "2018.total_investmen", 'did you mean "2018.total_investment"?'), ("article", "2018", '"2018"')],
)
def test_an_unknown_id_is_named_with_the_nearest(run: Run, command: str, id: str, hint: str) -> None:
    ended = run(command, id)
    assert (ended.status, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert id in ended.err and hint in ended.err


def test_editions_are_listed_newest_first(run: Run) -> None:
    out = run("editions").out
    assert [line[:4] for line in out.splitlines() if not line.startswith(" ")] == ["2023", "2019", "2018"]
    assert "      20-24 September 2023  2023年9月20日至24日" in out
    assert "      Projects signed: 587 projects  签约项目数：587个" in out
    editions = answered(run, "editions")
    assert (editions[0]["edition"], editions[0]["start"], editions[1]["start"]) == (2023, "2023-09-20", None)
    assert editions[0]["headline"][0] == "2023.projects_signed"


def test_articles_are_listed_by_edition(run: Run) -> None:
    assert [article["article"] for article in answered(run, "articles")] == ["2023-daily", "2018-wire"]
    assert [article["article"] for article in answered(run, "articles", "--edition", "2018")] == ["2018-wire"]
    assert "2023  2023-daily" in run("articles").out
    assert run("articles", "--edition", "1999").status == 1


def test_an_article_is_printed_original_first(run: Run) -> None:
    lines = run("article", "2023-daily").out.splitlines()
    assert lines[:2] == ["大会成绩单", "Report card of the convention"]
    assert lines[2].startswith("restated from 安徽日报")
    fourth = lines.index("   4  企业诉求办结率达91%。")
    assert lines[fourth + 1] == "      Of the requests of enterprises, 91% were resolved."
    article = answered(run, "article", "2023-daily")
    assert [sentence["sentence"] for sentence in article["sentences"]] == [1, 2, 3, 4]
    mention = article["sentences"][3]["mentions"][0]
    assert article["sentences"][3]["en"][mention["start"] : mention["end"]] == mention["as_written"] == "91%"


def test_figures_are_marked_and_told(run: Run) -> None:
    out = run("figures", stdin="签约587个项目，\n投资3425亿元".encode()).out
    assert "   1  签约[587个]项目，" in out
    assert "        3425亿元  342500000000 CNY currency" in out
    assert run("figures", stdin=b"no number here").status == 1


def test_figures_in_json(run: Run, tmp_path: Path) -> None:
    text = "投资3425亿元"
    file = tmp_path / "press.txt"
    file.write_text(text, encoding="utf-8")
    (figure,) = answered(run, "figures", str(file), "--lang", "zh")
    assert list(figure) == ["text", "start", "end", "value", "low", "high", "unit", "kind", "qualifier", "noun"]
    assert text[figure["start"] : figure["end"]] == figure["text"] == "3425亿元"
    assert figure["value"] == "342500000000"
    assert answered(run, "figures", "-", stdin=text.encode()) == [figure]


def test_figures_line_by_line(run: Run) -> None:
    ended = run("figures", "--lines", stdin="587 projects\n\n3425亿元\n".encode())
    values = [[figure["value"] for figure in json.loads(line)] for line in ended.out.splitlines()]
    assert values == [["587"], [], ["342500000000"]]


def test_where_names_what_is_used(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WMC_TUI_HOME", str(tmp_path))
    used = answered(run, "where", "--store", "mine.toml")
    assert used["library"] == str(tmp_path / "data" / "library")
    assert used["stores"] == [str(Path("mine.toml").absolute())]
    assert str(tmp_path / "cache") in run("where").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_completion_knows_every_command(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    assert all(command in script for command in ("search", "figures", "where", "limit", "edition"))


def test_a_store_of_ones_own_counts_before_and_after_the_command(run: Run, store: Store) -> None:
    mine = store(
        '[[fact]]\nid = "2019.guests"\nedition = 2019\nmetric = "guests"\nlabel_en = "Guests"\nlabel_zh = "嘉宾"\n'
        'scope = "edition"\nstage = "result"\nvalue = 4000\nqualifier = "over"\n'
    )
    assert "2019.guests" not in run("search", "2019 guests").out
    for line in (
        ("--store", mine, "search", "2019", "guests"),
        ("search", "2019 guests", "--store", mine),
        (f"--store={mine}", "search", "2019 guests", "--store", mine),
    ):
        assert "2019.guests" in run(*line).out


def test_a_command_leaves_the_garbage_collector_on(run: Run) -> None:
    run("search", "xylophone")
    assert gc.isenabled()
