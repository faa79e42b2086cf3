"""One stylesheet out of many files: a first visit costs one request, a component keeps its own file."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/leefwereld.css"
ORDER = (
    "css/layers.css",
    "vendor/voorbeeld/theme.css",
    "vendor/utrecht/utrecht.css",
    "css/tokens.css",
    "css/theme.css",
    "css/base.css",
    "css/components/*.css",
    "css/screens/*.css",
    "css/utilities.css",
    "css/contrast.css",
    "css/print.css",
)


def sources() -> list[Path]:
    static = settings.BASE_DIR / "static"
    return [path for pattern in ORDER for path in sorted(static.glob(pattern))]


def bundle() -> str:
    return "\n".join(path.read_text() for path in sources())


class StylesheetFinder(BaseFinder):
    """Finds css/leefwereld.css, written anew whenever it is asked for and a source has changed."""

    def __init__(self, app_names: list[str] | None = None) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "stylesheet")

    def check(self, **kwargs: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:
        found = [self.written()] if path == NAME else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self.written()
        yield NAME, self.storage

    def written(self) -> str:
        target = Path(self.storage.path(NAME))
        content = bundle()
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished = target.with_suffix(".new")
            unfinished.write_text(content)
            unfinished.replace(target)
        return str(target)
