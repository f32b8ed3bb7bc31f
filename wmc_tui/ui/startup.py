"""What makes the start of the app fast, each with its reason. Nothing here imports textual.

Imports are most of a start, and the garbage collector most of what is left.
"""

import gc
import os
import sys
from collections.abc import MutableMapping


def prepare() -> None:
    """Everything that must be done before textual is imported."""
    gc.disable()  # imports leave much to look at and little to free; `settle_collector` turns it on again
    set_terminal_options(os.environ)
    import_asyncio_without_ssl()


def settle_collector() -> None:
    """Once something large has been loaded: it stays for good, so no collection need look at it."""
    gc.freeze()
    gc.enable()


def set_terminal_options(env: MutableMapping[str, str]) -> None:
    """Set what textual reads from the environment when it is imported; what the user set stays.

    iTerm2 loses the input of Chinese input methods while the kitty keyboard protocol is on (not within tmux, which
    does not pass it on).
    """
    iterm = env.get("TERM_PROGRAM") == "iTerm.app" or env.get("LC_TERMINAL") == "iTerm2"
    if iterm and not env.get("TMUX"):
        env.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def import_asyncio_without_ssl() -> None:
    """Import asyncio as on a Python built without ssl, which it provides for: the app talks to no network."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
