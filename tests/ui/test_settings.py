"""What the reader may set: a theme and keys; a mistake is told with file, key and the nearest right value."""

from pathlib import Path

import pytest
from rich.color import ColorType

from tests.ui.desk import opened
from wmc_tui.store import Library
from wmc_tui.ui.settings import Config, ConfigError, load_config
from wmc_tui.ui.themes import CYCLE


def write(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_theme_and_keys_are_read_and_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config(None, {})
    path = write(tmp_path, 'theme = "desk-light"\n[keys]\nsearch = "ctrl+g,f5"\n')
    assert load_config(path) == Config("desk-light", {"search": "ctrl+g,f5"})
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "desk-ligth"', "theme: 'desk-ligth' is unknown; did you mean \"desk-light\"?"),
        ("theme = 3", "theme: 3 is unknown; there are desk-dark"),
        ('colour = "red"', "colour: no such setting; there are theme and [keys]"),
        ('keys = "q"', "keys: must be a table"),
        ('[keys]\nserach = "q"', 'keys.serach: no such action; did you mean "search"?'),
        ("[keys]\nsearch = 7", "keys.search: must be a key"),
        ('[keys]\nsearch = " "', "keys.search: must be a key"),
        ('[keys]\nsearch = "slsh"', "keys.search: 'slsh' is no key"),
        ('[keys]\nsearch = "ctrl+g,"', "keys.search: '' is no key"),
        ('[keys]\nsearch = "n"', "keys.search: 'n' is the key of next_figure already"),
        ('[keys]\nsearch = "f7"\nnext_figure = "f7"', "'f7' is the key of next_figure already"),
        ("theme = ", "cannot be read: Invalid value"),
        ("\udcff", "cannot be read: "),
    ],
)
def test_a_mistake_names_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: ") and said in message and "\n" not in message


def test_keys_may_be_swapped_and_written_as_signs(tmp_path: Path) -> None:
    path = write(tmp_path, '[keys]\nnext_figure = "N"\nprevious_figure = "n"\nsearch = "/,@"\n')
    assert load_config(path).keys == {"next_figure": "N", "previous_figure": "n", "search": "/,@"}


@pytest.mark.parametrize(
    "key", "slash @ exclamation_mark escape tab space enter home f12 ctrl+g alt+left é plus +".split()
)
def test_every_sort_of_key_may_be_named(tmp_path: Path, key: str) -> None:
    others = '[keys]\nback = "b"\ntop = "g"\nchoose = "z"\nnext_view = "Z"\n'
    assert load_config(write(tmp_path, f'{others}search = "{key}"')).keys["search"] == key


async def test_swapped_keys_work(sample: Library) -> None:
    config = Config(keys={"next_figure": "N", "previous_figure": "n", "search": "/"})
    async with opened(sample, config=config) as desk:
        await desk.press("N", "N")
        assert desk.place.fact == "2022.exhibition_area"
        await desk.press("n")
        assert desk.place.fact == "2022.guests"
        assert "/ Search" in desk.text_of("#keys") and "N Next figure" in desk.text_of("#keys")
        await desk.press("slash")
        assert desk.app.screen is not desk.reader


async def test_themes_go_round_and_two_leave_colours_to_the_terminal(sample: Library) -> None:
    async with opened(sample, config=Config(theme="desk-light")) as desk:
        await desk.press("n")
        seen = [desk.app.theme]
        for _ in CYCLE:
            styles = [segment.style for segment in desk.segments if segment.style]
            colours = {c.type for style in styles for c in (style.color, style.bgcolor) if c is not None}
            assert (ColorType.TRUECOLOR in colours) is not desk.app.theme.startswith("ansi"), desk.app.theme
            chosen = [s for s in desk.segments if s.text == "12,000 guests" and s.style and s.style.reverse]
            assert chosen, f"{desk.app.theme} shows which figure is chosen"
            assert any(s.text == "422 projects" and s.style and s.style.underline for s in desk.segments)
            desk.app.clear_notifications()
            await desk.press("t")
            seen.append(desk.app.theme)
            assert desk.said == [f"Theme: {desk.app.theme}"]
            desk.app.clear_notifications()
            await desk.pilot.pause()
        assert sorted(seen[1:]) == sorted(CYCLE) and seen[0] == seen[-1] == "desk-light"


async def test_no_color_takes_the_terminals_own(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(sample) as desk:
        assert desk.app.theme == "ansi-dark"


def test_screens_may_use_one_key_for_different_things(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, '[keys]\nstatus = "o"\n')).keys == {"status": "o"}
    with pytest.raises(ConfigError, match="'o' is the key of one_metric already"):
        load_config(write(tmp_path, '[keys]\ncopy = "o"\n'))
