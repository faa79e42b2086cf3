"""Whoever tries the product finds a session that is over, with its report, and one that is prepared."""

import io

import pytest
from django.core.management import call_command
from django.urls import reverse

from exchange.worked_example import load_example
from tests.pages import soup
from tests.session_factories import WorkshopFactory
from workshops.models import Workshop
from workshops.worked_example import HELD, HELD_AT, PREPARED, load_sessions

pytestmark = pytest.mark.django_db


@pytest.fixture
def example(waterrijk, facilitator):
    return load_example()


def test_one_is_over_and_one_is_prepared(example, facilitator):
    held, prepared = load_sessions()

    assert (held.title, held.state, prepared.title, prepared.state) == (HELD, "ended", PREPARED, "ready")
    assert (held.step.title, held.facilitator) == (HELD_AT, facilitator)
    assert prepared.rounds.count() == 6
    assert {one.journey for one in held.harvests.there_still()} == {example[2]}


def test_its_report_tells_numbers_and_what_was_agreed_and_no_names(example, facilitator, as_facilitator):
    held, _prepared = load_sessions()
    report = reverse("workshops:workshop-report", args=[held.pk])

    shown = soup(as_facilitator.get(report)).select_one("main")

    assert [number.get_text() for number in shown.select(".report__facts dd")[:3]] == ["6", "4", "2"]
    assert "Bel ouders de dag voor de afspraak: wie moet mee?" in shown.select_one("table").get_text()
    assert not held.participants.exclude(nickname="").exists()


def test_a_second_time_adds_nothing(example):
    out = io.StringIO()
    call_command("load_example_sessions", stdout=out)
    call_command("load_example_sessions", stdout=out)

    assert Workshop.objects.count() == 2
    assert out.getvalue().splitlines()[1][0] == "0"


def test_an_organisation_with_sessions_of_its_own_is_left_alone(example, waterrijk):
    WorkshopFactory(organisation=waterrijk)

    assert load_sessions() == []


def test_nothing_is_added_without_the_example_or_who_leads(waterrijk):
    assert load_sessions() == []
    load_example()
    assert load_sessions() == []
