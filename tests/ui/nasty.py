"""A store in which every text tries to drive the terminal, fool the reader, or be taken for markup."""

import json
from pathlib import Path

ATTACK = "\x1b]0;owned\x07\x1b[31mred\x9b2J\u202eevil\u2066 \b\r\x7f"
"""Control characters, escape sequences of both kinds, and bidirectional overrides."""
MARKUP = "[bold]b[/] [@click=app.quit]x[/] $primary"
"""What textual would take for markup."""
SHOWN = "[@click=app.quit]x[/]"
"""The part of it that a screen has to show."""


def text(name: str) -> str:
    """A nasty value as a TOML string; `name` makes it recognisable."""
    return json.dumps(f"{SHOWN} {name} {MARKUP} {ATTACK}").replace("\x7f", "\\u007f")


def pair(key: str) -> str:
    """A nasty value in both languages."""
    return f"{key}_en = {text(key)}\n{key}_zh = {text(key + '样')}\n"


STORE = f"""
[[edition]]
year = 2022
{pair("name")}{pair("theme")}{pair("note")}headline = ["2022.guests"]

[[source]]
id = "paper"
publisher = {text("publisher")}
title = {text("title")}
language = "en"
published = "2022-09-21"
url = "https://example.org/[bold]"

[[metric]]
id = "guests"
label_en = "Guests"
label_zh = "嘉宾"
unit = "count"
noun_en = {text("noun")}
noun_zh = {text("量")}

[[metric]]
id = "theme"
label_en = "Theme"
label_zh = "主题"
unit = "text"

[[fact]]
id = "2022.guests"
edition = 2022
metric = "guests"
{pair("label")}{pair("note")}scope = "edition"
stage = "result"
value = 12000
qualifier = "exact"

[[fact.evidence]]
source = "paper"
lang = "en"
as_written = {text("written")}

[[fact]]
id = "2022.guests.more"
edition = 2022
metric = "guests"
label_en = {text("other label")}
label_zh = {text("其他")}
scope = "edition"
stage = "result"
value = 15000
qualifier = "exact"

[[check]]
id = "sum"
kind = "sum"
reported = "2022.guests"
formula = "2022.guests.more + 1000"
{pair("note")}
[[conflict]]
id = "which"
edition = 2022
kind = "sum"
status = "compatible"
facts = ["2022.guests", "2022.guests.more"]
{pair("title")}{pair("explanation")}{pair("resolution")}
[[fact]]
id = "2022.theme"
edition = 2022
metric = "theme"
label_en = "Theme"
label_zh = "主题"
{pair("text")}scope = "edition"
stage = "result"
qualifier = "exact"

[[article]]
id = "nasty"
edition = 2022
source = "paper"
original = "en"
{pair("title")}restated = true

[[article.sentence]]
n = 1
en = {json.dumps("12,000" + ATTACK + MARKUP + " and one guest " + SHOWN + " more" + ATTACK)}
zh = {json.dumps("1.2万" + ATTACK + MARKUP + "，又一名" + SHOWN)}
{pair("note")}
[[article.sentence.mention]]
fact = "2022.guests"
en = {json.dumps("12,000" + ATTACK + MARKUP)}
zh = {json.dumps("1.2万" + ATTACK + MARKUP)}
""".replace("\x7f", "\\u007f")


def nasty_store(folder: Path) -> Path:
    """Write the store down."""
    path = folder / "nasty.toml"
    path.write_text(STORE, encoding="utf-8")
    return path
