"""No file grows past what can be read in one go."""

from collections.abc import Iterator
from pathlib import Path

from develop.environment import ROOT

CODE = 300
PAGE = 60
FRAGMENT = 40
STYLE_SHEET = 250
MODULE = 100
NOT_OURS = {".venv", "var", "vendor", "migrations"}


def problems() -> Iterator[str]:
    for path, ceiling in measured():
        lines = path.read_text().count("\n")
        if lines > ceiling:
            yield f"{path.relative_to(ROOT)}: {lines} lines, {ceiling} at most"


def measured() -> Iterator[tuple[Path, int]]:
    for path in ours("**/*.py"):
        yield path, CODE
    for path in ours("templates/**/*.html"):
        yield path, FRAGMENT if path.name.startswith("_") else PAGE
    for path in ours("static/css/**/*.css"):
        yield path, STYLE_SHEET
    for path in ours("static/js/**/*.js"):
        yield path, MODULE


def ours(pattern: str) -> list[Path]:
    return [path for path in sorted(ROOT.glob(pattern)) if not NOT_OURS & {*path.relative_to(ROOT).parts}]
