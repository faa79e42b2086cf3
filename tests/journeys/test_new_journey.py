import pytest
from django.urls import reverse

from journeys.models import Journey
from tests.factories import JourneyFactory, LifeEventFactory, PersonaFactory
from tests.pages import page, soup, values, wrong_fields

NEW = reverse("journeys:journey-new")
ANSWERS = {"persona": "Farah", "life_event": "Een kind krijgen", "first_step": "Ik doe een zwangerschapstest"}


def test_three_answers_make_a_journey_that_begins_at_the_real_start(as_editor, waterrijk):
    JourneyFactory(organisation=waterrijk)
    response = as_editor.post(NEW, ANSWERS)
    journey = waterrijk.journeys.latest("pk")
    step = journey.phases.get().steps.get()
    assert response.url == f"{reverse('journeys:journey-map', args=[journey.pk])}#stap-{step.pk}"
    assert journey.title == "Farah: een kind krijgen"
    assert (journey.persona.name, journey.life_event.name) == ("Farah", "Een kind krijgen")
    assert step.title == ANSWERS["first_step"]


def test_who_makes_a_first_journey_is_told_on_the_map_how_it_goes_on(as_editor):
    told = "Ga daarna naar het overzicht"

    first = as_editor.post(NEW, ANSWERS, follow=True)
    second = as_editor.post(NEW, {**ANSWERS, "persona": "Noor"}, follow=True)

    assert told in first.content.decode()
    assert told not in second.content.decode()


def test_new_journey_uses_the_persona_and_event_that_are_there(as_editor, waterrijk):
    persona = PersonaFactory(organisation=waterrijk, name="Farah")
    life_event = LifeEventFactory(organisation=waterrijk, name="Een kind krijgen")
    as_editor.post(NEW, {**ANSWERS, "persona": " farah", "life_event": "een kind krijgen"})
    journey = waterrijk.journeys.get()
    assert journey.title == "Farah: een kind krijgen"
    assert (journey.persona, journey.life_event) == (persona, life_event)


def test_new_journey_never_uses_the_persona_of_another_organisation(as_editor, waterrijk, elsewhere):
    PersonaFactory(organisation=elsewhere, name="Farah")
    as_editor.post(NEW, ANSWERS)
    assert waterrijk.journeys.get().persona.organisation == waterrijk


def test_address_fills_in_who_and_what(as_editor, waterrijk):
    persona, life_event = PersonaFactory(organisation=waterrijk), LifeEventFactory(organisation=waterrijk)
    found = values(page(as_editor, NEW, persona=str(persona.pk), levensgebeurtenis=str(life_event.pk)))
    assert (found["persona"], found["life_event"]) == (persona.name, life_event.name)


@pytest.mark.parametrize("number", ["x", "-1", "9" * 40, "1.5", "²"])
def test_address_that_chooses_nothing_leaves_the_form_open(as_editor, number):
    found = values(page(as_editor, NEW, persona=number, levensgebeurtenis=number))
    assert (found["persona"], found["life_event"]) == ("", "")


def test_address_does_not_tell_names_of_another_organisation(as_editor, elsewhere):
    persona = PersonaFactory(organisation=elsewhere)
    assert values(page(as_editor, NEW, persona=str(persona.pk)))["persona"] == ""


def test_form_offers_the_names_that_are_there(as_editor, waterrijk, elsewhere):
    PersonaFactory(organisation=waterrijk, name="Farah")
    PersonaFactory(organisation=elsewhere, name="Elders")
    box = page(as_editor, NEW)
    offered = box.select(f"datalist#{box.select_one('[name=persona]')['list']} option")
    assert [option["value"] for option in offered] == ["Farah"]


@pytest.mark.parametrize("missing", ["persona", "life_event", "first_step"])
def test_missing_answer_keeps_the_others(as_editor, missing):
    response = as_editor.post(NEW, {**ANSWERS, missing: "  "})
    found = soup(response)
    assert response.status_code == 422
    assert wrong_fields(found) == [missing]
    kept = {name: text for name, text in ANSWERS.items() if name != missing}
    assert kept.items() <= values(found).items()
    assert not Journey.objects.exists()


def test_answer_that_is_too_long_is_refused(as_editor):
    assert as_editor.post(NEW, {**ANSWERS, "first_step": "x" * 301}).status_code == 422


def test_longest_names_still_make_a_title(as_editor, waterrijk):
    as_editor.post(NEW, {**ANSWERS, "persona": "p" * 300, "life_event": "l" * 300})
    assert len(waterrijk.journeys.get().title) == 300


def test_viewer_cannot_begin_a_journey(as_viewer):
    assert as_viewer.get(NEW).status_code == 403
    assert as_viewer.post(NEW, ANSWERS).status_code == 403
    assert not Journey.objects.exists()
