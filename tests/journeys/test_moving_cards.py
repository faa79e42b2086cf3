"""Cards get another place in their cell, or go to another step."""

import pytest

from journeys.models import Step
from tests import factories

MAKERS = [
    (factories.PainFactory, "knelpunten"),
    (factories.FactFactory, "feiten"),
    (factories.EncounterFactory, "ontmoetingen"),
    (factories.ProcessStepFactory, "processtappen"),
]


@pytest.fixture
def other(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Ik wacht", order=1)


def places(model, step) -> list[tuple[int, int]]:
    return list(model.objects.filter(step=step).order_by("order").values_list("pk", "order"))


@pytest.mark.parametrize(("make", "path"), MAKERS)
def test_a_card_goes_up_and_down_in_its_cell(as_editor, step, url, make, path):
    first, last = make(step=step, order=0), make(step=step, order=1)

    as_editor.post(f"{url}{path}/{last.pk}/plaats/", {"richting": "omhoog"})
    assert places(type(first), step) == [(last.pk, 0), (first.pk, 1)]

    as_editor.post(f"{url}{path}/{last.pk}/plaats/", {"richting": "omlaag"})
    assert places(type(first), step) == [(first.pk, 0), (last.pk, 1)]


def test_the_last_card_stays_the_last(as_editor, step, url):
    pain = factories.PainFactory(step=step, order=0)

    response = as_editor.post(f"{url}knelpunten/{pain.pk}/plaats/", {"richting": "omlaag"})

    assert response.status_code == 302
    assert places(type(pain), step) == [(pain.pk, 0)]


def test_an_unknown_direction_is_not_found(as_editor, step, url):
    pain = factories.PainFactory(step=step, order=0)

    assert as_editor.post(f"{url}knelpunten/{pain.pk}/plaats/", {"richting": "weg"}).status_code == 404


def test_a_card_goes_to_another_step_and_leaves_no_gap(as_editor, step, other, url):
    gone, stays = factories.PainFactory(step=step, order=0), factories.PainFactory(step=step, order=1)
    there = factories.PainFactory(step=other, order=0)

    response = as_editor.post(
        f"{url}knelpunten/{gone.pk}/", {"text": "Verhuisd", "severity": "2", "step": other.pk}
    )

    assert response.url.endswith(f"#s{other.pk}-pains")
    assert places(type(gone), step) == [(stays.pk, 0)]
    assert places(type(gone), other) == [(there.pk, 0), (gone.pk, 1)]
    gone.refresh_from_db()
    assert gone.text == "Verhuisd"


def test_a_card_cannot_go_to_another_journey(as_editor, step, url, waterrijk):
    pain = factories.PainFactory(step=step)
    elsewhere = factories.StepFactory(phase__journey__organisation=waterrijk)

    response = as_editor.post(
        f"{url}knelpunten/{pain.pk}/", {"text": "Getypt", "severity": "2", "step": elsewhere.pk}
    )

    assert response.status_code == 422
    assert b"Getypt" in response.content
    assert step.pains.get() == pain


def test_a_viewer_cannot_move_a_card(as_viewer, step, url):
    pain = factories.PainFactory(step=step)

    assert as_viewer.post(f"{url}knelpunten/{pain.pk}/plaats/", {"richting": "omhoog"}).status_code == 403


@pytest.mark.parametrize("steps", [2, 20])
def test_an_editor_asks_as_much_of_the_database_whatever_the_journey(
    as_editor, step, url, steps, django_assert_max_num_queries
):
    for order in range(1, steps):
        factories.EncounterFactory(step=factories.StepFactory(phase=step.phase, order=order))
    encounter = factories.EncounterFactory(step=step)

    with django_assert_max_num_queries(14):
        as_editor.get(f"{url}ontmoetingen/{encounter.pk}/")
