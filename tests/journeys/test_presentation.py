"""Presenting a journey: the stretch out of sight first, then each step large, at an address of its own."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from exchange.worked_example import load_example
from tests.conftest import signed_in
from tests.factories import JourneyFactory, PainFactory, PhaseFactory, StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey(waterrijk):
    return load_example()[0]


def address(journey, step=None, **query) -> str:
    if step is None:
        return reverse("journeys:presentation", args=[journey.pk], query=query)
    return reverse("journeys:presentation-step", args=[journey.pk, step.pk], query=query)


def slide(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def steps_of(journey) -> list:
    phases = journey.phases.order_by("order")
    return [step for phase in phases for step in phase.steps.order_by("order")]


def test_it_opens_with_the_stretch_out_of_sight(as_viewer, journey):
    page = slide(as_viewer, address(journey))

    assert page.select_one(".opening__figure").get_text(" ", strip=True) == "186 dagen buiten beeld"
    assert page.h1.get_text() == journey.title
    assert page.select_one("[rel=next]")["href"] == address(journey, steps_of(journey)[0])


def test_links_alone_lead_through_all_steps_and_back(as_viewer, journey):
    seen, url = [], address(journey)
    while url:
        page = slide(as_viewer, url)
        seen.append(page.h1.get_text())
        onward = page.select_one("[rel=next]")
        url = onward and onward["href"]

    assert seen == [journey.title, *(step.title for step in steps_of(journey))]
    assert page.select_one("[rel=prev]")["href"] == address(journey, steps_of(journey)[-2])
    assert page.select_one("[data-first]")["href"] == address(journey)
    assert page.select_one("[data-leave]")["href"].endswith(f"#stap-{steps_of(journey)[-1].pk}")


def test_a_step_shows_its_neighbours_its_phase_and_what_hurts_worst_first(as_viewer, waterrijk):
    phase = PhaseFactory(journey__organisation=waterrijk, organisation=waterrijk, name="Erkennen")
    steps = [StepFactory(phase=phase, order=number, title=f"Stap {number}") for number in range(3)]
    for severity in (1, 3, 2, 2):
        PainFactory(step=steps[1], severity=severity, text=f"Ernst {severity}")

    page = slide(as_viewer, address(phase.journey, steps[1]))

    assert page.select_one("[rel=prev] .neighbours__title").get_text() == "Stap 0"
    assert page.select_one("[rel=next] .neighbours__title").get_text() == "Stap 2"
    assert "stap 2 van 3 · Erkennen" in page.select_one(".neighbours__here").get_text()
    assert page.select_one(".slide-phases [aria-current=step]").get_text() == "Erkennen"
    pains = [item.get_text(strip=True) for item in page.select("[data-kind=pain] li")]
    assert pains == ["Ernst 3", "Ernst 2", "Ernst 2"]
    assert page.select_one(".at-step__more").get_text() == "en nog 1"


def test_first_contact_is_one_line_and_said(as_viewer, journey):
    titles = {
        step.title: slide(as_viewer, address(journey, step)).select_one(".at-step__sight")
        for step in steps_of(journey)
    }

    said = [title for title, words in titles.items() if words and "eerst in beeld" in words.get_text()]
    assert said == ["Ik zoek uit hoe erkennen werkt"]
    assert len(slide(as_viewer, address(journey)).select(".wide-beat__contact")) == 1


def test_a_situation_is_kept_on_the_way(as_viewer, journey):
    page = slide(as_viewer, address(journey, situatie="ongehuwd"))

    for way in page.select("[rel=next], [data-last], [data-first], .slide-phases a"):
        assert way["href"].endswith("?situatie=ongehuwd")
    assert "situatie=ongehuwd" in page.select_one("[data-leave]")["href"]


def test_htmx_gets_the_slide_alone_with_its_title(as_viewer, journey):
    step = steps_of(journey)[2]
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}

    response = as_viewer.get(address(journey, step), headers=headers)

    page = BeautifulSoup(response.content, "html.parser")
    assert page.title.get_text().startswith(step.title)
    assert page.find(id="slide")
    assert not page.find("header")
    assert step.title in response.headers["HX-Trigger"].encode().decode("unicode_escape")
    assert "HX-Request-Type" in response.headers["Vary"]


def test_an_empty_journey_says_so(as_viewer, waterrijk):
    page = slide(as_viewer, address(JourneyFactory(organisation=waterrijk)))

    assert "Nog geen stappen" in page.select_one(".opening").get_text()
    assert not page.select("[rel=next]")


def test_a_step_of_another_journey_is_not_found(as_viewer, journey, waterrijk):
    other = StepFactory(
        phase__journey__organisation=waterrijk, phase__organisation=waterrijk, organisation=waterrijk
    )

    assert as_viewer.get(address(journey, other)).status_code == 404
    assert as_viewer.get(address(journey, situatie="verzonnen")).status_code == 404


def test_a_stranger_finds_nothing(as_stranger, journey):
    assert as_stranger.get(address(journey)).status_code == 404
    assert as_stranger.get(address(journey, steps_of(journey)[0])).status_code == 404


def test_sixty_steps_ask_no_more_of_the_database_than_one(viewer, waterrijk, django_assert_max_num_queries):
    phase = PhaseFactory(journey__organisation=waterrijk, organisation=waterrijk)
    steps = [StepFactory(phase=phase, order=number) for number in range(60)]
    for step in steps:
        PainFactory(step=step)
    client = signed_in(viewer)

    with django_assert_max_num_queries(32):
        client.get(address(phase.journey, steps[30]))


def test_the_map_leads_to_the_presentation(as_viewer, journey):
    page = slide(as_viewer, f"{journey.get_absolute_url()}?situatie=ongehuwd")

    assert page.find("a", href=address(journey, situatie="ongehuwd"))
