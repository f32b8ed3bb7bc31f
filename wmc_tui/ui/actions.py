"""Every command of the app, declared once: bindings, key line, palette, help and the README's key table derive from it."""

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Action(NamedTuple):
    """Something that the reader can do."""

    id: str
    """Its name in the configuration's `[keys]`."""
    keys: str
    """Default keys, comma separated, the one to show first."""
    label: str
    """One or two words for the line of keys; empty for actions not shown there."""
    help: str
    """What it does, for the help screen, the palette and the README."""
    run: str = ""
    """How textual runs it: the name of a method `action_...`, with arguments; by default its id."""


FAR = 1_000_000
"""More entries than any list has."""

READER = (
    Action("search", "slash", "Search", "Search facts and sentences, in English, Chinese or numbers"),
    Action("next_figure", "n", "Next figure", "Go to the next figure, across sentences", "step_figure(1)"),
    Action("previous_figure", "N", "", "Go to the previous figure", "step_figure(-1)"),
    Action("next_hit", "i", "Next hit", "Go to the next hit of the last search", "step_hit(1)"),
    Action("previous_hit", "I", "", "Go to the previous hit of the last search", "step_hit(-1)"),
    Action("choose", "enter", "", "In a list, open the entry; in a pane, go to the fact card"),
    Action("back", "backspace,escape,b", "Back", "Go back to where you were"),
    Action("forward", "f", "Forward", "Go forward again"),
    Action("compare", "c", "Compare", "Compare the figure's metric over all editions"),
    Action("checks", "v", "Checks", "See what does not add up: checks and conflicts, with their sentences"),
    Action("copy", "y", "Copy", "Copy the fact, the sentence, or both languages with a citation"),
    Action("export", "e", "Export", "Write this page to a file: Markdown, CSV, JSON, or a picture"),
    Action("report", "r", "", "Write a report of this edition, English or Chinese, to print"),
    Action("lock", "s", "Lock on, off", "Unlock the two panes from each other, or lock them again"),
    Action("down", "j,down", "", "Next sentence or entry", "move(0, 1)"),
    Action("up", "k,up", "", "Previous sentence or entry", "move(0, -1)"),
    Action("page_down", "ctrl+f,d,pagedown", "", "About a screenful down", "page(1)"),
    Action("page_up", "u,pageup", "", "About a screenful up", "page(-1)"),
    Action("top", "g,home", "", "First sentence or entry", f"move(0, {-FAR})"),
    Action("bottom", "G,end", "", "Last sentence or entry", f"move(0, {FAR})"),
    Action("left", "h,left", "", "To the pane on the left, or the list of editions", "move(-1, 0)"),
    Action("right", "l,right", "", "To the pane on the right", "move(1, 0)"),
    Action("older", "J", "", "The edition before this one", "turn_edition(-1)"),
    Action("newer", "K", "", "The edition after this one", "turn_edition(1)"),
)
"""Actions of the reading screen."""

_LISTED = "choose back copy export down up page_down page_up top bottom left right older newer".split()
"""Actions of the reading screen that screens with lists have as well."""

COMPARE = (
    Action(
        "one_metric",
        "o",
        "Metric",
        "Comparing: one metric over all editions, as a table and a chart",
        "show('one_metric')",
    ),
    Action(
        "multiples",
        "m",
        "Charts",
        "Comparing: several metrics side by side, a small chart for each",
        "show('multiples')",
    ),
    Action("profile", "p", "Edition", "Comparing: one edition, with all its metrics", "show('profile')"),
    Action("matrix", "x", "Matrix", "Comparing: metrics by editions", "show('matrix')"),
    Action("next_view", "tab", "", "Comparing: the next of these views"),
    Action("which", "w", "Which", "Comparing: choose the metric by typing a part of its name"),
    Action("more", "a", "More", "Comparing: the next series or group; parts and shares as well"),
)
"""Actions that only the comparing screen has."""

CHECKS = (Action("status", "S", "Status", "Checks: show those of one status only, the next one each time"),)
"""Actions that only the screen of checks and conflicts has."""

APP = (
    Action("help", "question_mark,f1", "Help", "Show this help: every key that works"),
    Action("palette", "ctrl+p", "Commands", "Find a command, an edition or an article by name"),
    Action("theme", "t", "Theme", "Next theme: dark, light, the terminal's own colours"),
    Action("quit", "q,ctrl+q", "Quit", "Leave"),
)
"""Actions that work on every screen."""

ALL = (*READER, *COMPARE, *CHECKS, *APP)
"""Every action."""

_LAST = ("back", "copy", "more")
"""Actions of the comparing screen that its line of keys can spare first, the last of them before the others."""
ON_COMPARE = tuple(
    sorted(
        (
            *COMPARE,
            *(
                action._replace(label={"back": "Back", "copy": "Copy", "export": "Export"}.get(action.id, ""))
                for action in READER
                if action.id in _LISTED or action.id == "search"
            ),
        ),
        key=lambda action: _LAST.index(action.id) if action.id in _LAST else -1,
    )
)
"""What works on the comparing screen, besides what works everywhere, in the order of its line of keys."""
ON_CHECKS = (*CHECKS, *(action for action in READER if action.id in _LISTED))
"""What works on the screen of checks and conflicts, besides what works everywhere."""
SCREENS = tuple(tuple(action.id for action in (*screen, *APP)) for screen in (READER, ON_COMPARE, ON_CHECKS))
"""Ids of the actions that meet on one screen, so that no two of them may have the same key."""


def command_of(action: Action) -> str:
    """The action as textual runs it from any screen: those that work everywhere are the app's own."""
    return f"app.{action.id}" if action in APP else action.run or action.id


_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "escape": "Esc",
} | {key: key.capitalize() for key in ("enter", "backspace", "tab", "home", "end", "up", "down", "left", "right")}


def key_name(key: str) -> str:
    """A key as people write it: `/`, `Ctrl+F`, `F1`."""
    if key in _NAMES:
        return _NAMES[key]
    if "+" in key:
        return "+".join(part.capitalize() if len(part) > 1 else part.upper() for part in key.split("+"))
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def key_names(keys: str) -> str:
    """All keys of an action as people write them."""
    return " ".join(key_name(key) for key in keys.split(","))


def bindings(actions: tuple[Action, ...]) -> list[BindingType]:
    """The actions as textual bindings; their ids are what a key map refers to."""
    return [
        Binding(action.keys, action.run or action.id, action.label or action.help, show=False, id=action.id)
        for action in actions
    ]
