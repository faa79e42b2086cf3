"""One stylesheet, in layers, small."""

import re
from pathlib import Path

import brotli
from django.contrib.staticfiles.finders import find

from config.stylesheet import NAME, bundle, sources


def test_stylesheet_is_found_and_holds_every_source():
    written = Path(find(NAME)).read_text()
    assert written == bundle()
    assert all(source.read_text() in written for source in sources())


def test_stylesheet_stays_under_25_kb_compressed():
    assert len(brotli.compress(bundle().encode())) < 25 * 1024


def test_layers_are_declared_first_and_every_rule_stands_in_one():
    declared = re.search(r"@layer ([\w, ]+);", bundle()).group(1).split(", ")
    for source in sources()[1:]:
        css = re.sub(r"/\*.*?\*/|@font-face {.*?}", "", source.read_text(), flags=re.DOTALL).strip()
        assert re.match(r"@layer ([\w]+) ?{", css).group(1) in declared, source


def test_every_custom_property_of_ours_has_a_fallback():
    """Tokens and the theme may lean on each other; whoever uses them must not."""
    for source in sources():
        if "vendor" not in source.parts and source.name not in ("tokens.css", "theme.css"):
            assert not re.findall(r"var\(--lw-[\w-]+\)", source.read_text()), source
