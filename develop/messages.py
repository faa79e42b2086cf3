"""`make messages`: the texts to translate, without the gettext tools.

Babel collects them from Python, and from templates after Django has rewritten these as calls of gettext.
"""

import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from develop.environment import ROOT
from develop.stages import stage

CATALOG = ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"
PACKAGES = (
    *("config", "organisations", "personas", "touchpoints", "journeys", "improvements", "processes"),
    *("live", "workshops", "learning", "exchange", "searching"),
)
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = "# Texts of Leefwereld in Dutch.\n"
IDLE_HEADERS = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-).*\n',
    re.MULTILINE,
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def main(arguments: list[str]) -> int:
    if "--compile" in arguments:
        compile_changed()
        return 0
    with stage("Texts", "collecting them in locale/"):
        update()
        compile_changed()
    for problem in problems():
        print(problem)
    return 0


def update() -> None:
    """Add new texts, keep the translations there are, drop texts that are no longer used."""
    catalog = read()
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, width=100, sort_output=True, include_lineno=False)
    CATALOG.parent.mkdir(parents=True, exist_ok=True)
    CATALOG.write_bytes(IDLE_HEADERS.sub(b"", written.getvalue()))


def compile_changed() -> None:
    compiled = CATALOG.with_suffix(".mo")
    if not CATALOG.exists():
        return
    if compiled.exists() and compiled.stat().st_mtime_ns >= CATALOG.stat().st_mtime_ns:
        return
    unfinished = compiled.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        write_mo(file, read())
    unfinished.rename(compiled)


def read() -> Catalog:
    if not CATALOG.exists():
        return Catalog(locale="nl", project="Leefwereld", version="1", header_comment=HEADER, fuzzy=False)
    with CATALOG.open("rb") as file:
        return read_po(file, locale="nl")


def collected() -> Catalog:
    """Every text in the code, with the files that it is in."""
    catalog = Catalog(project="Leefwereld")
    for path, source in sources():
        for line, texts, comments, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, comment_tags=["Translators:"]
        ):
            place = (str(path.relative_to(ROOT)), line)
            catalog.add(texts, locations=[place], auto_comments=comments, context=context)
    return catalog


def sources() -> Iterator[tuple[Path, str]]:
    for package in PACKAGES:
        for path in sorted(ROOT.glob(f"{package}/**/*.py")):
            yield path, path.read_text()
    for pattern in ("templates/**/*.html", "templates/**/*.txt", "templates/**/*.svg"):
        for path in sorted(ROOT.glob(pattern)):
            yield path, as_python(path.read_text(), str(path))


def as_python(template: str, name: str) -> str:
    """What is left of the template around the calls is letters: lines begin at the margin to be read."""
    lines = StringIO(templatize(template, origin=name))
    return "".join(line.lstrip(" \t") for line in lines)


def problems() -> list[str]:
    """What is missing or wrong in the Dutch texts, compared with the code as it is."""
    catalog = read()
    used = {key(message) for message in collected() if message.id}
    kept = {key(message): message for message in catalog if message.id}
    found = [f"not in the catalog (run `make messages`): {text!r}" for text, _ in sorted(used - kept.keys())]
    found += [f"no longer used (run `make messages`): {text!r}" for text, _ in sorted(kept.keys() - used)]
    for message in kept.values():
        found += problems_of(message)
    return found + [f"obsolete: {text!r}" for text in catalog.obsolete]


def key(message: Message) -> tuple[str, str]:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return text, message.context or ""


def problems_of(message: Message) -> list[str]:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    translations = [message.string] if isinstance(message.string, str) else list(message.string)
    if not all(translations):
        return [f"no translation: {sources[0]!r}"]
    found = [f"fuzzy: {sources[0]!r}"] if message.fuzzy else []
    known = placeholders(*sources)
    # Of a plural, the singular may leave the number out.
    if any(placeholders(text) - known for text in translations) or placeholders(*translations) != known:
        found.append(f"other placeholders in the translation: {sources[0]!r}")
    return found


def placeholders(*texts: str) -> set[str]:
    return {name for text in texts for name in PLACEHOLDER.findall(text)}
