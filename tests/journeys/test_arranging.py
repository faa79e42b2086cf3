"""Steps and phases get another place or a copy, from buttons, a list or a drag."""

import pytest

from journeys.models import Phase, Step
from tests import factories
from tests.journeys.editing import HTMX, parsed

ELSEWHERE = 99999999


@pytest.fixture
def journey(step):
    """Two phases: “Ik bel” and b, and c."""
    journey = step.phase.journey
    factories.StepFactory(phase=step.phase, title="b", order=1)
    second = factories.PhaseFactory(journey=journey, name="Daarna", order=step.phase.order + 1)
    factories.StepFactory(phase=second, title="c", order=0)
    return journey


@pytest.fixture
def others(elsewhere):
    """A step of another municipality."""
    return factories.StepFactory(organisation=elsewhere, phase__journey__organisation=elsewhere)


def route(journey) -> list[list[str]]:
    return [[step.title for step in phase.steps.all()] for phase in journey.phases.all()]


def test_a_step_goes_behind_another(as_editor, journey, step, url):
    last = Step.objects.get(title="c")

    as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"place": f"after-{last.pk}"})

    assert route(journey) == [["b"], ["c", "Ik bel"]]


def test_a_step_goes_to_the_start_of_a_phase(as_editor, journey, step, url):
    as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": f"first-{journey.phases.last().pk}"})

    assert route(journey) == [["b"], ["Ik bel", "c"]]


def test_a_moved_step_has_the_focus_and_its_place_is_told(as_editor, journey, step, url):
    last = Step.objects.get(title="c")

    response = as_editor.post(
        f"{url}stappen/{step.pk}/plaats/",
        {"naar": f"after-{last.pk}"},
        headers={**HTMX, "Accept-Language": "en"},
    )

    assert f"s{step.pk}-head" in response["HX-Trigger"]
    assert "3" in response["HX-Trigger"]
    assert "Daarna" in response["HX-Trigger"]


def test_a_move_draws_only_the_phases_that_it_touches(as_editor, journey, step, url):
    untouched = factories.StepFactory(phase__journey=journey, phase__order=step.phase.order + 2)

    response = as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"richting": "rechts"}, headers=HTMX)

    targets = {partial["hx-target"] for partial in parsed(response).select("hx-partial")}
    assert f"#stappen-{step.phase_id}" in targets
    assert not {f"#stappen-{untouched.phase_id}", f"#fase-{untouched.phase_id}", "#map"} & targets


def test_a_move_across_phases_draws_both_with_their_counts(as_editor, journey, step, url):
    last = Step.objects.get(title="c")

    response = as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": f"after-{last.pk}"}, headers=HTMX)

    page = parsed(response)
    phases = [phase.pk for phase in journey.phases.all()]
    drawn = [
        [int(item["id"].removeprefix("stap-")) for item in page.select(f"#stappen-{pk} > li")]
        for pk in phases
    ]
    assert drawn == [[row.pk for row in phase.steps.all()] for phase in journey.phases.all()]
    assert all(page.select_one(f"#fase-{pk} .phase__count") for pk in phases)
    assert page.select_one("#phase-menu")


@pytest.mark.parametrize("field", ["place", "naar"])
def test_the_last_step_of_a_phase_stays_and_words_say_why(as_editor, journey, step, url, field):
    last = Step.objects.get(title="c")

    response = as_editor.post(f"{url}stappen/{last.pk}/plaats/", {field: f"after-{step.pk}"}, headers=HTMX)

    assert "“Daarna”" in parsed(response).text
    assert route(journey) == [["Ik bel", "b"], ["c"]]


@pytest.mark.parametrize(
    "place", ["", "x", "after-", "after-x", "first-0", f"after-{ELSEWHERE}", "after-9" * 20]
)
def test_a_place_that_is_not_there_is_not_found(as_editor, journey, step, url, place):
    assert as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": place}).status_code == 404
    assert as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"place": place}).status_code == 422


def test_a_place_in_another_organisation_is_not_found(as_editor, journey, step, url, others):
    for place in (f"after-{others.pk}", f"first-{others.phase_id}"):
        assert as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": place}).status_code == 404
    assert route(journey)[0][0] == "Ik bel"


def test_dropping_a_step_where_it_was_changes_nothing(as_editor, journey, step, url):
    journey.refresh_from_db()

    as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": f"after-{step.pk}"})

    before = journey.version
    journey.refresh_from_db()
    assert (route(journey), journey.version) == ([["Ik bel", "b"], ["c"]], before)


def test_a_step_is_duplicated(as_editor, journey, step, url):
    as_editor.post(f"{url}stappen/{step.pk}/kopie/")

    assert route(journey) == [["Ik bel", "Ik bel", "b"], ["c"]]


def test_a_phase_is_duplicated(as_editor, journey, step, url):
    as_editor.post(f"{url}fasen/{step.phase_id}/kopie/")

    assert route(journey) == [["Ik bel", "b"], ["Ik bel", "b"], ["c"]]


def test_a_phase_goes_behind_another_and_to_the_start(as_editor, journey, step, url):
    second = journey.phases.last()

    as_editor.post(f"{url}fasen/{second.pk}/plaats/", {"after": ""})
    assert route(journey) == [["c"], ["Ik bel", "b"]]

    as_editor.post(f"{url}fasen/{second.pk}/plaats/", {"after": str(step.phase_id)})
    assert route(journey) == [["Ik bel", "b"], ["c"]]


def test_a_phase_does_not_go_behind_one_of_elsewhere(as_editor, journey, step, url, others):
    response = as_editor.post(f"{url}fasen/{step.phase_id}/plaats/", {"after": str(others.phase_id)})

    assert response.status_code == 422


def test_a_phase_is_added_before_another(as_editor, journey, step, url):
    as_editor.post(f"{url}fasen/nieuw/?voor={step.phase_id}", {"name": "Ervoor", "first_step": "Ik droom"})

    assert route(journey)[0] == ["Ik droom"]


@pytest.mark.parametrize("path", ["stappen/{step}/plaats/", "stappen/{step}/kopie/", "fasen/{phase}/kopie/"])
def test_who_only_looks_or_is_a_stranger_arranges_nothing(as_viewer, as_stranger, journey, step, url, path):
    address = url + path.format(step=step.pk, phase=step.phase_id)

    assert as_viewer.post(address, {"richting": "rechts"}).status_code == 403
    assert as_stranger.post(address, {"richting": "rechts"}).status_code == 404
    assert (route(journey), Phase.objects.filter(journey=journey).count()) == ([["Ik bel", "b"], ["c"]], 2)


@pytest.mark.parametrize("steps", [3, 30])
def test_moving_takes_as_many_queries_whatever_the_size(
    as_editor, journey, step, url, steps, django_assert_max_num_queries
):
    for order in range(2, steps):
        factories.StepFactory(phase=step.phase, order=order)
    last = Step.objects.get(title="c")

    with django_assert_max_num_queries(60):
        as_editor.post(f"{url}stappen/{step.pk}/plaats/", {"naar": f"after-{last.pk}"}, headers=HTMX)
