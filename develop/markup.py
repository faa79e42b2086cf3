"""What a strict Content Security Policy refuses, found in templates before a browser does."""

import re
from collections.abc import Iterator

from develop.environment import ROOT

FORBIDDEN = {
    r"<[^>]*\sstyle\s*=": "a style attribute: use a class, SVG geometry or a custom property set by a module",
    r"<style\b": "an inline style sheet: use a file under static/css",
    r"<script\b(?![^>]*\b(?:src|type=\"importmap\")\b)": "an inline script: use a module under static/js",
    r"<[^>]*\son\w+\s*=": "an event handler: bind a module by data-<behaviour>",
    r"<[^>]*\shx-on\b": "hx-on: bind a module by data-<behaviour>",
    r"<[^>]*\shx-\w+\s*=\s*[\"']\s*js:": "a js: value: send it as a form field",
    r"javascript:": "a javascript: address",
}


def problems() -> Iterator[str]:
    for path in sorted(ROOT.glob("templates/**/*.html")):
        yield from (f"{path.relative_to(ROOT)}:{found}" for found in problems_in(path.read_text()))


def problems_in(template: str) -> Iterator[str]:
    """Each problem as 'line: what is wrong'."""
    for pattern, meaning in FORBIDDEN.items():
        for found in re.finditer(pattern, template, re.IGNORECASE):
            yield f"{template.count(chr(10), 0, found.start()) + 1}: {meaning}"
