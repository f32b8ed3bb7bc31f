"""The reader's configuration: a theme and a key map.

```toml
theme = "desk-light"

[keys]                 # action id = "key" or "key,key"; the help screen and the README list the ids
search = "slash,ctrl+g"
```
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from wmc_tui.ui.actions import ALL, SCREENS

MODIFIERS = {"ctrl", "alt", "shift", "super"}
"""What may stand before a key, with a plus."""


class ConfigError(Exception):
    """The configuration cannot be used; the message is one line naming file, key, what is wrong and what to do."""


class Config(NamedTuple):
    """What the configuration file says."""

    theme: str | None = None
    """A theme's name; None for the default."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys of actions that have others than their default ones, by action id."""


def load_config(path: Path) -> Config:
    """The configuration of a file; the default one where there is no such file. Raises ConfigError."""
    if not path.exists():
        return Config()
    import tomllib

    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    for key in data:
        if key not in ("theme", "keys"):
            raise ConfigError(f"{path}: {key}: no such setting; there are theme and [keys]")
    theme = data.get("theme")
    if theme is not None and theme not in _themes():
        raise ConfigError(f"{path}: theme: {theme!r} is unknown; {_nearest(str(theme), _themes())}")
    keys = data.get("keys", {})
    if not isinstance(keys, dict):
        raise ConfigError(f'{path}: keys: must be a table, [keys], of lines such as search = "slash"')
    ids = [action.id for action in ALL]
    for action, value in keys.items():
        if action not in ids:
            raise ConfigError(f"{path}: keys.{action}: no such action; {_nearest(action, ids)}")
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f'{path}: keys.{action}: must be a key such as "ctrl+f", or several with commas')
    _check_keys(path, keys)
    return Config(theme, dict(keys))


def _check_keys(path: Path, keys: dict[str, str]) -> None:
    """Refuse keys that no keyboard sends, and a key that is another action's: textual would drop either in silence."""
    effective = {action.id: _characters(keys.get(action.id, action.keys)) for action in ALL}
    for action in keys:
        for key in effective[action]:
            if not _is_key(key):
                raise ConfigError(f"{path}: keys.{action}: {key!r} is no key; {_nearest(key, _named_keys())}")
            others = (other for screen in SCREENS if action in screen for other in screen if other != action)
            owner = next((other for other in others if key in effective[other]), None)
            if owner is not None:
                raise ConfigError(
                    f"{path}: keys.{action}: {key!r} is the key of {owner} already; give that one another"
                )


def _characters(keys: str) -> list[str]:
    """Keys that type something as what they type, `/` for `slash`, so that both ways to write them are the same."""
    from textual.keys import REPLACED_KEYS, key_to_character

    names = [key.strip() for key in keys.split(",")]
    typed = [key_to_character(REPLACED_KEYS.get(name, name)) or "" for name in names]
    return [sign if sign.isprintable() and sign else name for name, sign in zip(names, typed, strict=True)]


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    return set(modifiers) <= MODIFIERS and (len(name) == 1 or name in _named_keys())


def _named_keys() -> list[str]:
    from textual.keys import Keys

    return sorted(key.value for key in Keys if key.value.isalnum())


def _themes() -> list[str]:
    from textual.theme import BUILTIN_THEMES

    from wmc_tui.ui.themes import OURS

    return [theme.name for theme in OURS] + sorted(BUILTIN_THEMES)


def _nearest(word: str, known: list[str]) -> str:
    from wmc_tui.store.problems import did_you_mean

    return did_you_mean(word, known) or f"there are {', '.join(known)}"
