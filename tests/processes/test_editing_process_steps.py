"""What happens behind the counter is added, changed and deleted at a step."""

import pytest

from journeys.models import Step
from processes.models import ProcessStep
from tests import factories
from tests.pages import page, soup, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(organisation=waterrijk, phase__journey__organisation=waterrijk)


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


FILLED_IN = {
    "title": "Controleert de akte",
    "department": "Burgerzaken",
    "system": "BRP",
    "work_minutes": "15",
    "wait_days": "3",
}


def test_a_process_step_is_added_and_shows_on_the_map(as_editor, step, url):
    as_editor.post(f"{url}stappen/{step.pk}/processtappen/nieuw/", FILLED_IN)

    made = step.process_steps.get()
    assert (made.title, made.department, made.system) == ("Controleert de akte", "Burgerzaken", "BRP")
    assert (made.work_minutes, made.wait_days, made.order) == (15, 3, 0)
    card = page(as_editor, url).select_one(".card--process")
    assert texts([card]) == ["Burgerzaken Controleert de akte BRP 15 minuten werk · 3 dagen wachten"]


def test_a_process_step_is_changed(as_editor, step, url):
    row = factories.ProcessStepFactory(step=step)

    as_editor.post(f"{url}processtappen/{row.pk}/", FILLED_IN | {"wait_days": ""})

    row.refresh_from_db()
    assert (row.title, row.wait_days) == ("Controleert de akte", None)


def test_a_process_step_is_deleted_and_leaves_no_gap(as_editor, step, url):
    gone, stays = (factories.ProcessStepFactory(step=step, order=order) for order in range(2))

    as_editor.post(f"{url}processtappen/{gone.pk}/verwijderen/")

    assert list(ProcessStep.objects.values_list("pk", "order")) == [(stays.pk, 0)]


@pytest.mark.parametrize("wrong", [{"title": ""}, {"work_minutes": "-1"}, {"wait_days": "lang"}])
def test_a_wrong_process_step_is_refused_and_the_text_kept(as_editor, step, url, wrong):
    response = as_editor.post(f"{url}stappen/{step.pk}/processtappen/nieuw/", FILLED_IN | wrong)

    assert response.status_code == 422
    assert soup(response).select_one("[name=department]")["value"] == "Burgerzaken"
    assert not step.process_steps.exists()


def test_departments_and_systems_are_offered(as_editor, step, url, waterrijk, elsewhere):
    factories.PartyFactory(organisation=waterrijk, name="Sociaal team", kind="own")
    factories.PartyFactory(organisation=waterrijk, name="Ziekenhuis", kind="partner")
    factories.ProcessStepFactory(step=step, department="Archief", system="BRP")
    theirs = factories.StepFactory(phase__journey__organisation=elsewhere)
    factories.ProcessStepFactory(step=theirs, department="Van een ander", system="Van een ander")

    found = page(as_editor, f"{url}stappen/{step.pk}/processtappen/nieuw/")

    offered = [[option["value"] for option in listed.select("option")] for listed in found.select("datalist")]
    assert offered == [["Archief", "Sociaal team"], ["BRP"], []]


def test_a_viewer_adds_nothing_and_sees_no_link(as_viewer, step, url):
    factories.ProcessStepFactory(step=step)

    assert as_viewer.post(f"{url}stappen/{step.pk}/processtappen/nieuw/", FILLED_IN).status_code == 403
    assert not page(as_viewer, url).select(".card--process a")


def test_a_stranger_finds_no_process_step(as_stranger, step, url):
    row = factories.ProcessStepFactory(step=step)

    assert as_stranger.get(f"{url}processtappen/{row.pk}/").status_code == 404
