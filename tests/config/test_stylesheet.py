"""Few stylesheets, in layers, small."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find

from config.stylesheet import COMMON, JOURNEY, SHEETS, bundle, sources

EVERY_SOURCE = [source for sheet in SHEETS for source in sources(sheet)]
PAGES = sorted((settings.BASE_DIR / "static" / "css" / "pages").glob("*.css"))
# What a phone in a session loads stands by itself.
LAYERED = [source for source in PAGES if not source.name.startswith("phone")]


@pytest.mark.parametrize("sheet", SHEETS)
def test_stylesheet_is_found_and_holds_every_source(sheet):
    written = Path(find(sheet)).read_text()
    assert written == bundle(sheet)
    assert all(source.read_text() in written for source in sources(sheet))


@pytest.mark.parametrize(("sheet", "kilobytes"), [(COMMON, 20), (JOURNEY, 11)])
def test_stylesheet_stays_small_when_compressed(sheet, kilobytes):
    assert len(brotli.compress(bundle(sheet).encode())) < kilobytes * 1024


def test_layers_are_declared_first_and_every_rule_stands_in_one():
    declared = re.search(r"@layer ([\w, ]+);", bundle(COMMON)).group(1).split(", ")
    for source in EVERY_SOURCE[1:] + LAYERED:
        css = re.sub(r"/\*.*?\*/|@font-face {.*?}", "", source.read_text(), flags=re.DOTALL).strip()
        assert not css or re.match(r"@layer ([\w]+) ?{", css).group(1) in declared, source


def test_every_custom_property_of_ours_has_a_fallback():
    """Tokens and the theme may lean on each other; whoever uses them must not."""
    for source in EVERY_SOURCE + PAGES:
        if "vendor" not in source.parts and source.name not in ("tokens.css", "theme.css"):
            assert not re.findall(r"var\(--lw-[\w-]+\)", source.read_text()), source
