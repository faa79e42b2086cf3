"""What comes from elsewhere is what it says it is, and nothing else is served as such."""

import hashlib
import json
import re

from django.conf import settings

VENDOR = settings.BASE_DIR / "static" / "vendor"
PACKAGES = json.loads((VENDOR / "vendored.json").read_text())


def test_files_are_as_they_were_fetched():
    for package in PACKAGES:
        for name, checksum in package["sha256"].items():
            assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == checksum, name


def test_every_file_is_listed():
    listed = {name for package in PACKAGES for name in package["sha256"]} | {"vendored.json"}
    assert {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()} == listed


def test_every_package_brings_its_licence():
    for package in PACKAGES:
        assert package["licence"]
        assert any("LICENSE" in name for name in package["sha256"]), package["name"]


def test_htmx_says_the_version_that_is_listed():
    [htmx] = [package for package in PACKAGES if package["name"] == "htmx.org"]
    assert htmx["version"] == "4.0.1"
    assert f'"{htmx["version"]}"' in (VENDOR / "htmx" / "htmx.min.js").read_text()


def test_every_icon_in_a_template_is_in_the_sprite():
    drawn = set(re.findall(r'symbol id="([\w-]+)"', (VENDOR / "lucide" / "icons.svg").read_text()))
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        assert set(re.findall(r'{% icon "([\w-]+)"', template.read_text())) <= drawn, template


def test_every_class_of_the_design_system_has_a_style():
    styled = set(re.findall(r"\.(utrecht-[\w-]+)", (VENDOR / "utrecht" / "utrecht.css").read_text()))
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        worn = set(re.findall(r"[ \"](utrecht-[\w-]+)(?![\w{-])", template.read_text()))
        assert worn <= styled, template
