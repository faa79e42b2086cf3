"""Which lanes a map shows: by the address, remembered for who chose them."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.conftest import signed_in
from tests.factories import StepFactory


def hidden(response) -> str:
    return BeautifulSoup(response.content, "html.parser").find(id="journey")["data-hidden-lanes"]


@pytest.fixture
def client_of_editor(editor) -> Client:
    return signed_in(editor)


@pytest.fixture
def address(waterrijk) -> str:
    return StepFactory(phase__journey__organisation=waterrijk).phase.journey.get_absolute_url()


def test_every_lane_shows_at_first(client_of_editor, address):
    assert hidden(client_of_editor.get(address)) == ""


def test_the_address_names_the_lanes_that_show(client_of_editor, address):
    response = client_of_editor.get(f"{address}?lanen=&lanen=doing&lanen=pains&lanen=nonsense")

    assert hidden(response) == "thinking feeling contacts improvements facts processes"


def test_a_choice_is_remembered_for_who_made_it(client_of_editor, viewer, address):
    client_of_editor.get(f"{address}?lanen=doing")

    assert hidden(client_of_editor.get(address)).split()[0] == "thinking"
    assert hidden(signed_in(viewer).get(address)) == ""


def test_all_lanes_come_back(client_of_editor, address):
    client_of_editor.get(f"{address}?lanen=")
    response = client_of_editor.get(f"{address}?lanen=&lanen=alle")

    assert hidden(response) == ""
    assert hidden(client_of_editor.get(address)) == ""


def test_what_is_remembered_may_be_nonsense(client_of_editor, editor, address):
    client_of_editor.cookies[f"lanen-{editor.pk}"] = "<script>.facts"

    assert hidden(client_of_editor.get(address)) == "facts"
