"""Take the README's pictures from the running app: `python docs/screenshots/make.py [OUT_FOLDER]`.

The app runs without a terminal, is given keys, and exports its screen. The exported drawing counts on a font 0.61 em
wide and spaces text by its number of characters; it is redrawn in a CJK font of half an em, sized to fill the cells.
Needs `rsvg-convert` and a monospaced CJK font (on Debian: librsvg2-bin and fonts-noto-cjk).
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CELL = 12.2
"""Width of a cell in the exported drawing."""
FONT = "Noto Sans Mono CJK SC"

SHOTS: dict[str, tuple[tuple[int, int], str, list[str]]] = {
    "reader": ((120, 36), "desk-dark", ["n"] * 12),
    "search": ((120, 36), "desk-dark", ["slash", *"2023 investmnt", "down"]),
    "compare": ((120, 36), "desk-dark", ["slash", *"2023 total investment", "enter", "c"]),
    "matrix": ((120, 36), "desk-light", ["slash", *"2023 total investment", "enter", "c", "x"]),
    "checks": ((120, 36), "desk-dark", ["v", "S", "S", "j", "j"]),
    "light": ((120, 36), "desk-light", ["n"] * 12),
    "small": ((80, 24), "desk-dark", ["n"] * 12),
}
"""Name: size, theme, keys."""


def by_cells(svg: str) -> str:
    """The drawing in a font whose Latin letters are one cell wide and whose Chinese characters are two."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: ?[^;]+;", f"font-family: '{FONT}', monospace;", svg)
    svg = re.sub(r"font-size: ?20px", f"font-size: {2 * CELL}px", svg)
    svg = re.sub(r' textLength="[0-9.]+"', "", svg)
    return re.sub(r'(<text[^>]*? x=")([0-9.]+)("[^>]*>)((?:&#160;)+)', _indented, svg)


def _indented(found: re.Match[str]) -> str:
    """Spaces before a text, which drawing programs drop, as a place further right."""
    before, x, after, spaces = found.groups()
    return f"{before}{float(x) + CELL * spaces.count(';'):g}{after}"


async def take(size: tuple[int, int], theme: str, keys: list[str]) -> str:
    """The screen after these keys, as a drawing."""
    from wmc_tui.store import open_library
    from wmc_tui.ui.app import DeskApp
    from wmc_tui.ui.settings import Config

    app = DeskApp(open_library(), config=Config(theme))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press({" ": "space", ".": "full_stop"}.get(key, key))
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        return app.export_screenshot(title="wmc-tui")


def main() -> None:
    """Write every picture."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    if shutil.which("rsvg-convert") is None:
        sys.exit("rsvg-convert is missing; on Debian: apt-get install librsvg2-bin fonts-noto-cjk")
    with tempfile.TemporaryDirectory() as home:
        os.environ["WMC_TUI_HOME"] = home
        for name, (size, theme, keys) in SHOTS.items():
            drawing = by_cells(asyncio.run(take(size, theme, keys)))
            command = ["rsvg-convert", "-w", "1280", "-o", str(out / f"{name}.png")]
            subprocess.run(command, input=drawing.encode(), check=True)


if __name__ == "__main__":
    main()
