"""Few stylesheets out of many files: a first visit costs few requests, a component keeps its own file."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

COMMON, JOURNEY = "css/leefwereld.css", "css/journey.css"
ORDER = (
    "css/layers.css",
    "vendor/voorbeeld/theme.css",
    "vendor/utrecht/utrecht.css",
    "css/tokens.css",
    "css/theme.css",
    "css/fonts.css",
    "css/base.css",
    "css/components/*.css",
    "css/screens/*.css",
    "css/utilities.css",
    "css/contrast.css",
    "css/print.css",
)
# The second stands on pages of a journey only: the map, its editors, its bars. The layers say what wins.
SHEETS = {COMMON: ORDER, JOURNEY: ("css/journey/*.css",)}


def sources(sheet: str) -> list[Path]:
    static = settings.BASE_DIR / "static"
    return [path for pattern in SHEETS[sheet] for path in sorted(static.glob(pattern))]


def bundle(sheet: str) -> str:
    return "\n".join(path.read_text() for path in sources(sheet))


class StylesheetFinder(BaseFinder):
    """Finds the sheets, written anew whenever they are asked for and a source has changed."""

    def __init__(self, app_names: list[str] | None = None) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "stylesheet")

    def check(self, **kwargs: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        found = [self.written(path)] if path in SHEETS else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for sheet in SHEETS:
            self.written(sheet)
            yield sheet, self.storage

    def written(self, sheet: str) -> str:
        target = Path(self.storage.path(sheet))
        content = bundle(sheet)
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = target.with_suffix(".new")
            unfinished.write_text(content)
            unfinished.replace(target)
        return str(target)
