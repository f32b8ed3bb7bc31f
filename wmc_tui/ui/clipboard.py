"""Copying text out of the terminal, and saying by which way it went.

At the machine itself the system's own tool is sure to work; over ssh only the terminal can reach the reader's
clipboard (OSC 52); where neither can be hoped for, the text goes to a file.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
)
"""On Linux: the variable that says a clipboard is there, and the command that fills it."""

OSC52_LIMIT = 74_000
"""Bytes; terminals drop longer ones (base64 makes 100,000 of these)."""


def native_command(env: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...] | None:
    """The command that fills this machine's clipboard, None over ssh or where there is none."""
    if env.get("SSH_CONNECTION") or env.get("SSH_TTY"):
        return None
    if platform == "darwin":
        return ("pbcopy",)
    if platform == "win32":
        return ("clip",)
    return next((command for name, command in TOOLS if env.get(name) and shutil.which(command[0])), None)


def terminal_takes(text: str, env: Mapping[str, str]) -> bool:
    """True where the terminal may be hoped to accept the text by OSC 52: it never says whether it did."""
    mute = env.get("TERM_PROGRAM") == "Apple_Terminal" or env.get("TERM") in {"linux", "dumb"}
    return not mute and len(text.encode()) <= OSC52_LIMIT


def copy(text: str, send: Callable[[str], None], fallback: Path, env: Mapping[str, str] = os.environ) -> str:
    """Copy `text` by the best way there is; returns how, in words for the reader.

    `send` passes text on to the terminal's clipboard; `fallback` is the file of last resort (written over).
    Raises OSError where even that cannot be written.
    """
    command = native_command(env)
    if command and _run(command, text):
        return f"to the clipboard ({command[0]})"
    if terminal_takes(text, env):
        send(text)
        return "to the terminal's clipboard (OSC 52)"
    fallback.parent.mkdir(parents=True, exist_ok=True)
    fallback.write_text(text + "\n", encoding="utf-8")
    return f"to the file {fallback}"


def _run(command: tuple[str, ...], text: str) -> bool:
    encoding = "utf-16-le" if command[0].startswith("clip") else "utf-8"
    try:
        done = subprocess.run(
            command,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=3,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
