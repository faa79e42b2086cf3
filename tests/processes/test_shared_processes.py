"""A process that serves several journeys has a page: which journeys, what hurts, what a change touches."""

import pytest

from processes.models import Process, ProcessStep
from tests import factories
from tests.pages import page, row_headers, texts
from tests.process_factories import ProcessFactory


@pytest.fixture
def process(waterrijk) -> Process:
    return ProcessFactory(organisation=waterrijk, name="Geboorte inschrijven")


@pytest.fixture
def url(process) -> str:
    return f"/processen/{process.pk}/"


def served(process: Process, journey: str, **more) -> ProcessStep:
    """A journey with one process step that is part of it."""
    step = factories.StepFactory(
        organisation=process.organisation,
        phase__journey__organisation=process.organisation,
        phase__journey__title=journey,
    )
    return factories.ProcessStepFactory(step=step, part_of=process, **more)


def test_it_tells_its_journeys_and_what_a_change_would_touch(as_viewer, process, url):
    first = served(process, "Eerste kind", department="Burgerzaken", system="BRP")
    waiting = factories.StepFactory(phase=first.step.phase, title="Wij wachten op het BSN")
    ProcessStep.objects.filter(pk=first.pk).update(awaited_by=waiting)
    served(process, "Tweede kind", department="Post")

    found = page(as_viewer, url)

    assert texts(found.select("main h3 a")) == ["Eerste kind", "Tweede kind"]
    figures = texts(found.select(".figure"))
    assert figures[:4] == [
        "2 klantreizen",
        "2 persona’s",
        "3 stappen van inwoners",
        "2 afdelingen aan het werk",
    ]
    assert "Burgerzaken, Post" in found.select_one("main").text
    assert "Wij wachten op het BSN" in found.select_one("table").text


def test_it_tells_what_hurts_at_the_steps_that_it_touches(as_viewer, process, url):
    row = served(process, "Eerste kind")
    factories.PainFactory(step=row.step, text="Ik wacht weken")
    elsewhere = factories.StepFactory(phase=row.step.phase)
    factories.PainFactory(step=elsewhere, text="Heel iets anders")

    found = page(as_viewer, url).select_one("main").text

    assert "Ik wacht weken" in found
    assert "Heel iets anders" not in found


def test_one_that_serves_nothing_says_what_to_do(as_viewer, url):
    assert "Nog geen klantreis" in page(as_viewer, url).select_one("main").text


def test_all_of_them_stand_in_a_list(as_viewer, process, elsewhere):
    served(process, "Eerste kind")
    ProcessFactory(organisation=elsewhere, name="Van een ander")

    found = page(as_viewer, "/processen/")

    assert row_headers(found) == ["Geboorte inschrijven"]
    assert texts(found.select("td")) == ["1", "1"]


def test_one_is_made_changed_and_deleted(as_editor, waterrijk):
    as_editor.post("/processen/nieuw/", {"name": "Adres wijzigen"})
    made = waterrijk.processes.get()
    as_editor.post(
        f"/processen/{made.pk}/bewerken/", {"name": "Verhuizing", "description": "Van deur tot deur"}
    )
    made.refresh_from_db()
    assert (made.name, made.description) == ("Verhuizing", "Van deur tot deur")

    as_editor.post(f"/processen/{made.pk}/verwijderen/")
    assert not waterrijk.processes.exists()


def test_a_name_is_given_once(as_editor, process, waterrijk):
    response = as_editor.post("/processen/nieuw/", {"name": process.name})

    assert response.status_code == 422
    assert "Er is al een gedeeld proces met deze naam." in response.content.decode()


def test_one_that_serves_a_journey_stays(as_editor, process, url):
    served(process, "Eerste kind", title="Maakt de akte")

    response = as_editor.post(f"{url}verwijderen/")

    assert response.status_code == 409
    assert "Maakt de akte · Eerste kind" in response.content.decode()
    assert Process.objects.filter(pk=process.pk).exists()


def test_a_new_name_shows_behind_the_counter_at_once(transactional_db, as_editor, process):
    row = served(process, "Eerste kind")
    address = f"/klantreizen/{row.step.phase.journey_id}/achter-de-balie/"
    assert "Geboorte inschrijven" in page(as_editor, address).select_one(".swim__card").text

    as_editor.post(f"/processen/{process.pk}/bewerken/", {"name": "Akte maken"})

    assert "Akte maken" in page(as_editor, address).select_one(".swim__card").text


@pytest.mark.parametrize("count", [1, 20])
def test_a_page_takes_as_many_queries_whatever_it_serves(
    as_viewer, process, url, count, django_assert_num_queries
):
    for number in range(count):
        factories.PainFactory(step=served(process, f"Reis {number}").step)
    as_viewer.get(url)

    with django_assert_num_queries(8):
        as_viewer.get(url)


def test_a_viewer_changes_nothing(as_viewer, url):
    assert as_viewer.post(f"{url}bewerken/", {"name": "Anders"}).status_code == 403
    assert "bewerken" not in str(page(as_viewer, url).select_one("main"))


def test_a_stranger_finds_no_process(as_stranger, url):
    assert as_stranger.get(url).status_code == 404
