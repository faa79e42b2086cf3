"""The situations of a life event: a new name keeps the steps, and nothing that steps use goes in silence."""

import pytest
from django.urls import reverse

from journeys.models import Situation
from tests.factories import LifeEventFactory, SituationFactory, StepFactory, StepSituationFactory
from tests.pages import links, page, soup, texts, values, wrong_fields


@pytest.fixture
def life_event(waterrijk):
    life_event = LifeEventFactory(organisation=waterrijk)
    for order, name in enumerate(("ongehuwd", "geen DigiD")):
        SituationFactory(life_event=life_event, name=name, order=order)
    return life_event


def address(situation: Situation, action: str) -> str:
    return reverse(f"journeys:situation-{action}", args=[situation.life_event_id, situation.pk])


def step_for(situation: Situation):
    journey = {"phase__journey__life_event": situation.life_event}
    step = StepFactory(**journey, phase__journey__organisation=situation.organisation)
    StepSituationFactory(step=step, situation=situation)
    return step


def test_another_name_keeps_the_steps(as_editor, life_event):
    situation = life_event.situations.first()
    step = step_for(situation)
    assert as_editor.post(address(situation, "edit"), {"name": "niet getrouwd"}).url == (
        life_event.get_absolute_url()
    )
    assert life_event.situation_names() == ["niet getrouwd", "geen DigiD"]
    assert list(step.only_for.values_list("name", flat=True)) == ["niet getrouwd"]


@pytest.mark.parametrize("name", ["", "geen DigiD", "Geen digid", "x" * 301])
def test_a_name_that_cannot_be_is_told_and_kept(as_editor, life_event, name):
    response = as_editor.post(address(life_event.situations.first(), "edit"), {"name": name})
    assert response.status_code == 422
    assert values(soup(response))["name"] == name
    assert soup(response).select(".field__error, main .utrecht-alert--error")
    assert life_event.situation_names() == ["ongehuwd", "geen DigiD"]


def test_the_same_name_may_get_its_capitals(as_editor, life_event):
    situation = life_event.situations.first()
    assert as_editor.post(address(situation, "edit"), {"name": "Ongehuwd"}).status_code == 302
    assert life_event.situation_names() == ["Ongehuwd", "geen DigiD"]


def test_a_new_one_comes_last(as_editor, life_event):
    new = reverse("journeys:situation-new", args=[life_event.pk])
    page(as_editor, new)
    assert as_editor.post(new, {"name": "bevalt elders"}).status_code == 302
    assert wrong_fields(soup(as_editor.post(new, {"name": ""}))) == ["name"]
    assert life_event.situation_names() == ["ongehuwd", "geen DigiD", "bevalt elders"]


def test_they_change_places_and_stay_at_an_end(as_editor, life_event):
    first = life_event.situations.first()
    as_editor.post(address(first, "place"), {"richting": "omlaag"})
    assert life_event.situation_names() == ["geen DigiD", "ongehuwd"]
    as_editor.post(address(first, "place"), {"richting": "omlaag"})
    assert life_event.situation_names() == ["geen DigiD", "ongehuwd"]
    as_editor.post(address(first, "place"), {"richting": "omhoog"})
    assert life_event.situation_names() == ["ongehuwd", "geen DigiD"]


def test_one_that_no_step_uses_goes_after_a_question(as_editor, life_event):
    situation = life_event.situations.first()
    page(as_editor, address(situation, "delete"))
    as_editor.post(address(situation, "delete"))
    assert list(life_event.situations.values_list("name", "order")) == [("geen DigiD", 0)]


def test_one_that_steps_use_says_which_and_asks(as_editor, life_event):
    situation = life_event.situations.first()
    step = step_for(situation)
    shown = page(as_editor, address(situation, "delete"))
    assert f"{step.phase.journey.get_absolute_url()}#stap-{step.pk}" in links(shown)
    assert as_editor.post(address(situation, "delete")).status_code == 409
    assert life_event.situations.count() == 2


def test_its_steps_are_for_another_situation(as_editor, life_event):
    situation, other = life_event.situations.all()
    step, both = step_for(situation), step_for(situation)
    StepSituationFactory(step=both, situation=other)
    as_editor.post(address(situation, "delete"), {"to": other.pk})
    assert list(step.only_for.all()) == list(both.only_for.all()) == [other]
    assert life_event.situation_names() == ["geen DigiD"]


def test_or_for_everyone(as_editor, life_event):
    situation = life_event.situations.first()
    step = step_for(situation)
    response = as_editor.post(address(situation, "delete"), {"to": ""}, follow=True)
    assert not step.only_for.exists()
    assert "ongehuwd" in " ".join(texts(soup(response).select(".utrecht-alert")))


def test_a_situation_of_another_life_event_is_no_choice(as_editor, life_event, waterrijk):
    situation = life_event.situations.first()
    step_for(situation)
    other = SituationFactory(life_event=LifeEventFactory(organisation=waterrijk))
    assert as_editor.post(address(situation, "delete"), {"to": other.pk}).status_code == 409
    assert life_event.situations.count() == 2


@pytest.mark.parametrize("action", ["edit", "place", "delete"])
def test_viewers_may_not_and_strangers_find_nothing(as_viewer, as_stranger, life_event, action):
    situation = life_event.situations.first()
    assert as_viewer.post(address(situation, action), {"name": "x"}).status_code == 403
    assert as_stranger.post(address(situation, action), {"name": "x"}).status_code == 404


def test_a_viewer_sees_them_without_buttons(as_viewer, life_event):
    shown = page(as_viewer, life_event.get_absolute_url()).select_one("main")
    assert "ongehuwd" in shown.get_text()
    assert not shown.select("form[action*=situaties], a[href*=situaties]")
